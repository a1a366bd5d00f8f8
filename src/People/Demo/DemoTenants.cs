// Draws the fictional landlord's tenants: how old, how named, how reached. The shares of ages are those of table 1 of an engagement strategy of 2017.
using System.Globalization;
using Hearth.People.Import.Values;

namespace Hearth.People.Demo;

internal sealed record DemoTenant(string Reference, string Title, string Given, string Family, int Age, DateOnly? Born)
{
    public string Email { get; init; } = "";
    public string Mobile { get; init; } = "";
    public string Landline { get; init; } = "";
    public string Prefers { get; init; } = "";
    public string Language { get; init; } = "";
    public string DoNotContact { get; init; } = "";
    public string Surveys { get; init; } = "";
    public string News { get; init; } = "";
}

internal sealed class DemoTenants(DemoData data, Random random, DateOnly today)
{
    private int last = 204_117;

    /// <summary>Of 1,000 first-named tenants 123 are 16 to 34, 310 are 35 to 54, 50 have no date of birth, the others are 55 and over.</summary>
    public static (int Young, int Middle, int Unknown) Shares(int homes) =>
        ((int)Math.Round(homes * 0.123), (int)Math.Round(homes * 0.310), (int)Math.Round(homes * 0.05));

    public DemoTenant First(DemoAge group, bool sheltered)
    {
        var age = group switch
        {
            DemoAge.Young => 18 + (int)(17 * Math.Sqrt(random.NextDouble())),
            DemoAge.Middle => random.Next(35, 55),
            DemoAge.Unknown => random.Next(25, 80),
            _ when sheltered => random.Next(62, 95),
            _ => random.Next(100) switch
            {
                < 44 => random.Next(55, 65),
                < 77 => random.Next(65, 75),
                _ => random.Next(75, 93),
            },
        };
        var heritage = data.Heritage(random, age);
        var woman = random.Next(100) < 57;
        return Make(heritage, woman, Named(data.Family(random, heritage), woman, heritage), age, group != DemoAge.Unknown);
    }

    public DemoTenant Joint(DemoTenant first)
    {
        var age = Math.Max(18, first.Age + random.Next(-7, 8));
        var heritage = data.Heritages.First(h => h.Name == HeritageOf(first));
        var woman = first.Title == "Mr" ? random.Next(100) < 92 : random.Next(100) < 8;
        var family = random.Next(100) < 70 ? first.Family : data.Family(random, heritage);
        return Make(heritage, woman, Named(family, woman, heritage), age, random.Next(100) >= 8);
    }

    private readonly Dictionary<string, string> heritages = new(StringComparer.Ordinal);

    private string HeritageOf(DemoTenant tenant) => heritages[tenant.Reference];

    private static string Named(string family, bool woman, DemoHeritage heritage) =>
        heritage.Name == "Polish" && woman ? DemoData.ForWoman(family)
        : heritage.Name == "Polish" && family.EndsWith("ska", StringComparison.Ordinal) ? family[..^1] + "i"
        : family;

    private DemoTenant Make(DemoHeritage heritage, bool woman, string family, int age, bool birthKnown)
    {
        var reference = "C" + (++last).ToString(CultureInfo.InvariantCulture);
        heritages[reference] = heritage.Name;
        var given = data.Given(random, heritage, woman, age);
        var online = age switch
        {
            < 35 => 88,
            < 55 => 85,
            < 75 => 61,
            _ => 29,
        };
        var hasMobile =
            random.Next(100)
            < (
                age < 55 ? 95
                : age < 75 ? 82
                : 46
            );
        var hasEmail = random.Next(100) < online;
        return new DemoTenant(
            reference,
            !woman ? "Mr"
                : age < 35 ? "Miss"
                : random.Next(3) == 0 ? "Ms"
                : "Mrs",
            given,
            family,
            age,
            birthKnown ? today.AddYears(-age).AddDays(-random.Next(364)) : null
        )
        {
            Email = hasEmail ? $"{Ascii(given)}.{Ascii(family)}{last - 204_000}@example.org" : "",
            Mobile = hasMobile ? $"07700 900{random.Next(1000):000}" : "",
            Landline = !hasMobile && random.Next(100) < 86 ? $"01632 960{random.Next(200, 1000)}" : "",
            Prefers = random.Next(100) switch
            {
                < 14 when hasEmail => "E-mail",
                < 24 when hasMobile => "Text",
                < 26 when hasMobile => "WhatsApp",
                < 32 => "Letter",
                < 36 => "Telephone",
                < 37 => "Home visit",
                _ => "",
            },
            Language =
                heritage.SpeaksItFirst > 0 && random.Next(100) < heritage.SpeaksItFirst ? heritage.Language
                : random.Next(4) == 0 ? ""
                : "English",
            DoNotContact = random.Next(200) == 0 ? "Y" : "",
            Surveys = random.Next(100) switch
            {
                < 3 => "N",
                < 40 => "Y",
                _ => "",
            },
            News = random.Next(100) switch
            {
                < 12 => "N",
                < 34 => "Y",
                _ => "",
            },
        };
    }

    private static string Ascii(string name) => Fold.Letters(name.Replace('ș', 's').Replace('Ș', 'S'));
}

internal enum DemoAge
{
    Young,
    Middle,
    Old,
    Unknown,
}
