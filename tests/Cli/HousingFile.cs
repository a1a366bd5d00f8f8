// Writes a housing system's export of as many rows as a test needs.
using System.Globalization;
using System.Text;

namespace Hearth.Cli.Tests;

internal static class HousingFile
{
    public const string Headings =
        "Tenancy Ref,Prop Ref,Address,Post Code,Ward,Tenure,Tenant Name,DOB,Email,Survey Consent,Tenant 2 Name\n";

    /// <summary>A small one: three that do, one whose date of birth is no day, one whose name and address a spreadsheet would run.</summary>
    public const string Small =
        Headings
        + """
            T1,P1,1 Kiln Lane,OB1 1AA,Fennside,General needs,Ms Kasia Novak,3/4/1980,kasia@home.example,Yes,Mr Jan Novak
            T2,P2,2 Kiln Lane,OB1 1AA,Fennside,Sheltered,Ada Bell,,,No,
            T3,P3,3 Kiln Lane,OB1 1AA,Marsh End,General needs,Tom Frost,31/2/1980,tom@home.example,,
            T4,P4,=4+4 Kiln Lane,OB1 1AA,Marsh End,General needs,=SUM(A1:A9) Reed,,,,

            """;

    /// <summary>Every third tenancy is joint; the e-mail addresses carry the mark.</summary>
    public static string Of(int tenancies, string mark)
    {
        var text = new StringBuilder(Headings);
        for (var i = 1; i <= tenancies; i++)
        {
            var joint = i % 3 == 0 ? $"Mr Jo Marsh{i}" : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"T{i:00000},P{i:00000},{i} Kiln Lane,OB1 {i % 9 + 1}AA,Ward {i % 12},General needs,Ms Ada Bell{i},{i % 28 + 1}/4/19{i % 60 + 30},t{i}.{mark}@home.example,Yes,{joint}\n"
            );
        }
        return text.ToString();
    }
}
