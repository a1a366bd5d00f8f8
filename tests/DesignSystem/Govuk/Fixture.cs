// The fixtures that ship with govuk-frontend: options, and the HTML they must give.
using System.Text.Json;

namespace Hearth.DesignSystem.Tests.Govuk;

internal sealed record Fixture(string Component, string Name, JsonElement Options, string Html)
{
    public static string Folder { get; } =
        Path.Combine(Repository.Root, "src/DesignSystem/node_modules/govuk-frontend/dist/govuk/components");

    public static IEnumerable<string> Components =>
        Directory
            .GetDirectories(Folder)
            .Where(d => File.Exists(Path.Combine(d, "fixtures.json")))
            .Select(d => Path.GetFileName(d)!)
            .Order(StringComparer.Ordinal);

    public static IReadOnlyList<Fixture> Of(string component)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, component, "fixtures.json")));
        return
        [
            .. document
                .RootElement.GetProperty("fixtures")
                .EnumerateArray()
                .Select(f => new Fixture(
                    component,
                    f.GetProperty("name").GetString()!,
                    f.GetProperty("options").Clone(),
                    f.GetProperty("html").GetString()!
                )),
        ];
    }

    public T Read<T>() => (T)Binding.Bind(Options, typeof(T))!;
}
