// The fictional landlord's lists, as they lie in the demo folder.
using System.Globalization;
using CsvHelper;

namespace Hearth.People.Demo;

internal sealed record DemoWard(string Name, string Area, int Homes, int Sheltered, string PostcodeArea, IReadOnlyList<string> Patches);

internal sealed record DemoPatch(string Name, string Officer, string Telephone, string Email, string Languages);

internal sealed record DemoStreet(string Ward, string Neighbourhood, string Name, string Kind);

internal sealed record DemoHeritage(string Name, int Young, int Middle, int Old, string Language, int SpeaksItFirst);

internal sealed class DemoData
{
    private readonly Dictionary<string, string[]> given;
    private readonly Dictionary<string, string[]> family;

    public DemoData(string folder)
    {
        folder = Path.Combine(folder, "people");
        Wards =
        [
            .. Read(folder, "wards.csv")
                .Select(r => new DemoWard(
                    r["Ward"],
                    r["Area"],
                    Number(r["Homes"]),
                    Number(r["Sheltered"]),
                    r["Postcode area"],
                    r["Patches"].Split('|')
                )),
        ];
        Patches = Read(folder, "patches.csv")
            .Select(r => new DemoPatch(r["Patch"], r["Officer"], r["Telephone"], r["E-mail"], r["Languages"]))
            .ToDictionary(p => p.Name, StringComparer.Ordinal);
        Streets = [.. Read(folder, "streets.csv").Select(r => new DemoStreet(r["Ward"], r["Neighbourhood"], r["Street"], r["Kind"]))];
        Heritages =
        [
            .. Read(folder, "heritages.csv")
                .Select(r => new DemoHeritage(
                    r["Heritage"],
                    Number(r["Young"]),
                    Number(r["Middle"]),
                    Number(r["Old"]),
                    r["Language"],
                    Number(r["Speaks it first"])
                )),
        ];
        given = Read(folder, "given-names.csv")
            .ToDictionary(r => $"{r["Heritage"]} {r["Sex"]} {r["Era"]}", r => r["Names"].Split(' '), StringComparer.Ordinal);
        family = Read(folder, "family-names.csv").ToDictionary(r => r["Heritage"], r => r["Names"].Split(' '), StringComparer.Ordinal);
    }

    public IReadOnlyList<DemoWard> Wards { get; }
    public IReadOnlyDictionary<string, DemoPatch> Patches { get; }
    public IReadOnlyList<DemoStreet> Streets { get; }
    public IReadOnlyList<DemoHeritage> Heritages { get; }

    public DemoHeritage Heritage(Random random, int age)
    {
        Func<DemoHeritage, int> share =
            age < 35 ? h => h.Young
            : age < 55 ? h => h.Middle
            : h => h.Old;
        var at = random.Next(Heritages.Sum(share));
        foreach (var heritage in Heritages)
        {
            at -= share(heritage);
            if (at < 0)
            {
                return heritage;
            }
        }
        return Heritages[0];
    }

    public string Given(Random random, DemoHeritage heritage, bool woman, int age)
    {
        var sex = woman ? "F" : "M";
        var era =
            age < 35 ? "Young"
            : age < 55 ? "Middle"
            : "Old";
        var names = given.GetValueOrDefault($"{heritage.Name} {sex} {era}") ?? given[$"{heritage.Name} {sex} All"];
        return names[random.Next(names.Length)];
    }

    public string Family(Random random, DemoHeritage heritage) => family[heritage.Name][random.Next(family[heritage.Name].Length)];

    /// <summary>Kowalski's wife is Kowalska.</summary>
    public static string ForWoman(string family) =>
        family.EndsWith("ski", StringComparison.Ordinal) || family.EndsWith("cki", StringComparison.Ordinal) ? family[..^1] + "a" : family;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Read(string folder, string file)
    {
        using var csv = new CsvReader(File.OpenText(Path.Combine(folder, file)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(heading => heading, heading => csv.GetField(heading)!, StringComparer.Ordinal));
        }
        return rows;
    }
}
