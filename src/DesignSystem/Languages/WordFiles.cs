// Where words are read from: those that each module carries in its folders named Words, and the landlord's own folder.
using System.Reflection;
using System.Text;

namespace Hearth.DesignSystem.Languages;

/// <param name="Name">For telling somebody: <c>Surveys/Answering/pl.po</c>, or the landlord's <c>ro.po</c>.</param>
/// <param name="Shipped">Not the landlord's.</param>
internal sealed record WordFile(string Name, bool Shipped, string Text)
{
    /// <summary>By the file's name; a header “Language” says the same.</summary>
    public string Code => Path.GetFileNameWithoutExtension(Name);

    private const string Prefix = "words/";
    private const int MostBytes = 4_000_000;

    /// <summary>The words that the modules carry, those of this project first.</summary>
    public static IReadOnlyList<WordFile> OfModules() =>
        [
            .. AppDomain
                .CurrentDomain.GetAssemblies()
                .Where(assembly => !assembly.IsDynamic && assembly.GetName().Name?.StartsWith("Hearth.", StringComparison.Ordinal) == true)
                .OrderBy(assembly => assembly != typeof(WordFile).Assembly)
                .ThenBy(assembly => assembly.GetName().Name, StringComparer.Ordinal)
                .SelectMany(Of),
        ];

    /// <summary>The landlord's own files; what cannot be opened is told, not thrown.</summary>
    public static IReadOnlyList<WordFile> OfLandlord(string folder, ICollection<string> problems)
    {
        var found = new List<WordFile>();
        if (!Directory.Exists(folder))
        {
            return found;
        }
        foreach (var path in Directory.EnumerateFiles(folder, "*.po").Order(StringComparer.Ordinal))
        {
            try
            {
                if (new FileInfo(path).Length > MostBytes)
                {
                    problems.Add($"{Path.GetFileName(path)}: larger than {MostBytes / 1_000_000} MB, and left out");
                    continue;
                }
                found.Add(new(Path.GetFileName(path), false, File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true))));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DecoderFallbackException)
            {
                problems.Add($"{Path.GetFileName(path)}: cannot be read ({failure.Message})");
            }
        }
        return found;
    }

    private static IEnumerable<WordFile> Of(Assembly assembly) =>
        assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                return new WordFile(name[Prefix.Length..], true, reader.ReadToEnd());
            });
}
