// Writes the fictional landlord as its housing system would export it: titles, odd headings, gaps, joint tenants in two ways, and mistakes.
using System.Globalization;
using System.Text;
using Hearth.People.Import.Reading;

namespace Hearth.People.Demo;

internal sealed class DemoExport(DemoData data, int seed, DateOnly today)
{
    private static readonly string[] Headings =
    [
        "TAG_REF",
        "PROP_REF",
        "Addr 1",
        "Addr 2",
        "Post Code",
        "Ward Desc",
        "Estate",
        "City/Rural",
        "Property Type",
        "Patch",
        "Patch Officer",
        "Officer Tel",
        "Officer E-mail",
        "Officer Languages",
        "Tenure Type",
        "Tenancy Start Date",
        "Main tenant ref",
        "Main tenant title",
        "Main tenant forename",
        "Main tenant surname",
        "DOB",
        "E-mail Address",
        "Mobile No",
        "Home Tel",
        "Preferred Contact",
        "Preferred Language",
        "Do Not Contact",
        "Survey Consent",
        "Newsletter",
        "Joint tenant ref",
        "Joint tenant name",
        "Joint tenant DOB",
        "Joint tenant mobile",
    ];

    /// <summary>The file, UTF-8 with a byte order mark, as Excel likes it.</summary>
    public byte[] Write(IReadOnlyList<DemoHome> homes)
    {
        var random = new Random(seed + 1);
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"OUSEBRIDGE HOMES\r\nHSG0417 Live tenancies with household and contact\r\nRun on {today.AddDays(-1):dd/MM/yyyy} at 02:14\r\n\r\n"
        );
        Line(text, Headings);
        var later = new List<string[]>();
        for (var i = 0; i < homes.Count; i++)
        {
            var home = homes[i];
            // one joint tenant in eight stands on a row of their own
            var apart = home.Joint is not null && random.Next(8) == 0;
            var row = Row(home, home.First, apart ? null : home.Joint, random);
            Line(text, row);
            if (apart)
            {
                Line(text, Row(home, home.Joint!, null, random));
            }
            if (i % 1200 == 700)
            {
                later.Add(row);
            }
        }
        foreach (var row in later.Concat(Mistakes(homes, random)))
        {
            Line(text, row);
        }
        text.Append(CultureInfo.InvariantCulture, $"\r\nTotal live tenancies,{homes.Count}\r\n*** End of report ***\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private string[] Row(DemoHome home, DemoTenant first, DemoTenant? joint, Random random)
    {
        var patch = data.Patches[home.Patch];
        return
        [
            home.Tenancy,
            home.Property,
            home.Line1,
            home.Line2,
            Loose(home.Postcode, random),
            home.Ward.Name,
            home.Neighbourhood,
            home.Ward.Area,
            home.Kind,
            patch.Name,
            patch.Officer,
            patch.Telephone,
            patch.Email,
            patch.Languages,
            home.Sheltered ? "Sheltered" : "General Needs",
            Day(home.Started),
            first.Reference,
            first.Title,
            first.Given,
            random.Next(9) == 0 ? first.Family.ToUpperInvariant() : first.Family,
            Birthday(first, random),
            Spoilt(first.Email, random),
            first.Mobile,
            first.Landline,
            first.Prefers,
            first.Language,
            first.DoNotContact,
            first.Surveys,
            first.News,
            joint?.Reference ?? "",
            joint is null ? "" : $"{joint.Family}, {joint.Title} {joint.Given}",
            joint is null ? "" : Birthday(joint, random),
            joint?.Mobile ?? "",
        ];
    }

    // rows that no import can take: each is set aside with its reason
    private IEnumerable<string[]> Mistakes(IReadOnlyList<DemoHome> homes, Random random)
    {
        var twice = Row(homes[1200], homes[1200].First, null, random);
        twice[1] = homes[1205].Property;
        yield return twice;
        var garage = Row(homes[2400], homes[2400].First, null, random);
        garage[0] = "";
        (garage[1], garage[2]) = ("G000412", "Garage 12, Tile Row");
        yield return garage;
        var noDay = Row(homes[3600], homes[3600].First, null, random);
        (noDay[At("Main tenant ref")], noDay[At("Main tenant forename")], noDay[At("DOB")]) = ("C299001", "Robin", "31/02/1979");
        yield return noDay;
        var lost = Row(homes[4800], homes[4800].First, null, random);
        (lost[0], lost[1], lost[4]) = ("399999/01", "P099999", "OB6");
        yield return lost;
    }

    // by its heading: a column more must not move a mistake to another
    private static int At(string heading) => Array.IndexOf(Headings, heading);

    private static string Loose(string postcode, Random random) =>
        random.Next(20) switch
        {
            0 => postcode.ToLowerInvariant(),
            1 => postcode.Replace(" ", "", StringComparison.Ordinal),
            _ => postcode,
        };

    private static string Birthday(DemoTenant tenant, Random random) =>
        tenant.Born is { } born
            ? Day(born)
            : random.Next(3) switch
            {
                0 => "N/K",
                1 => "01/01/1900",
                _ => "",
            };

    private static string Spoilt(string email, Random random) =>
        email.Length > 0 && random.Next(600) == 0 ? email.Replace("@", " at ", StringComparison.Ordinal) : email;

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append(CsvText.Line(cells)).Append("\r\n");
}
