// A landlord of twelve homes, the export of its housing system, its post, and a clock that the test moves.
using System.Text;
using System.Text.RegularExpressions;
using Hearth.Journeys.Tests.Support;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Journeys.Tests.Round;

internal sealed partial class Town : IAsyncDisposable
{
    /// <summary>As a housing system writes it: its own headings, a title above, a total below, UK dates, one row that is no tenancy.</summary>
    public const string Export = """
        Live tenancies at 12/11/2026,,,,,,,,,,
        Tenancy Ref,Property Ref,Address,Postcode,Ward,Tenure,Title,Forename,Surname,DOB,E-mail Address
        T001,P001,"1 Tannery Row, Ousebridge",OB4 2QR,Fennside,General needs,Ms,Kasia,Nowak,03/04/1989,kasia@tenant.example
        T002,P002,"2 Tannery Row, Ousebridge",OB4 2QR,Fennside,General needs,Mrs,Olive,Marsh,17/09/1951,
        T003,P003,"3 Tannery Row, Ousebridge",OB4 2QR,Fennside,General needs,Mr,Marcus,Hale,30/01/1974,
        T004,P004,"4 Tannery Row, Ousebridge",OB4 2QR,Fennside,General needs,Mr,Tariq,Aziz,11/12/1996,
        T005,P005,"5 Tannery Row, Ousebridge",OB4 2QR,Fennside,General needs,Ms,Ewa,Lis,08/05/1983,
        T006,P006,"6 Tannery Row, Ousebridge",OB4 2QR,Fennside,General needs,Mr,Joe,Firth,21/02/1960,
        T007,P007,"7 Kiln Court, Ousebridge",OB4 3AB,Marsh End,Sheltered,Mrs,Ann,Cole,02/06/1942,
        T008,P008,"8 Kiln Court, Ousebridge",OB4 3AB,Marsh End,Sheltered,Mr,Roy,Peel,19/08/1945,
        T009,P009,"9 Kiln Court, Ousebridge",OB4 3AB,Marsh End,Sheltered,Mrs,Jean,Ward,05/11/1939,
        T010,P010,"10 Kiln Court, Ousebridge",OB4 3AB,Marsh End,Sheltered,Mr,Sid,Moss,28/03/1948,
        T011,P011,"11 Kiln Court, Ousebridge",OB4 3AB,Marsh End,Sheltered,Ms,Pat,Lowe,14/07/1950,
        T012,P012,"12 Kiln Court, Ousebridge",OB4 3AB,Marsh End,Sheltered,Mr,Len,Dyer,09/10/1953,
        ,P013,"13 Kiln Court, Ousebridge",OB4,Marsh End,Sheltered,Mr,Nobody,Known,,
        Total 13,,,,,,,,,,
        """;

    private readonly string folder;

    private Town(HearthApp hearth, string folder)
    {
        Hearth = hearth;
        this.folder = folder;
    }

    public HearthApp Hearth { get; }

    public static async Task<Town> StandAsync(DatabaseKind kind)
    {
        var folder = Path.Combine(Path.GetTempPath(), "hearth-tests", $"town-{Guid.CreateVersion7():N}");
        var hearth = await HearthApp.StartAsync(
            kind,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Messaging:Folder"] = folder, ["Landlord:Phone"] = "01632 960 140" },
            listen: true
        );
        return new Town(hearth, folder);
    }

    /// <summary>The link in the officer's invitation, as the administrator's command prints it.</summary>
    public async Task<string> InviteAsync(string name, string email) =>
        (
            await Hearth.InScopeAsync(services =>
                services.GetRequiredService<StaffAccounts>().CreateAsync(email, name, [Role.EngagementOfficer])
            )
        ).WelcomePath!;

    /// <summary>What is due goes out: the jobs run once, as they do every few seconds where nobody has stopped the clock.</summary>
    public async Task PostGoesAsync()
    {
        foreach (var name in await Hearth.InScopeAsync(s => Task.FromResult(s.GetServices<IJob>().Select(job => job.Name).ToList())))
        {
            await Hearth.InScopeAsync(s => s.GetServices<IJob>().Single(job => job.Name == name).RunAsync(CancellationToken.None));
        }
    }

    /// <summary>The newest e-mail to this address, its words as a mail program shows them.</summary>
    public string NewestMailTo(string address)
    {
        var mail = Directory
            .EnumerateFiles(folder, "*.eml")
            .OrderBy(File.GetLastWriteTimeUtc)
            .Select(File.ReadAllText)
            .Last(text => text.Contains($"<{address}>", StringComparison.Ordinal));
        // the words alone: the heads and the seams hold numbers of their own
        var words = mail.Split("Content-Type: text/plain", 2)[1].Split("\r\n--=_", 2)[0];
        var joined = words.Replace("=\r\n", "", StringComparison.Ordinal);
        return Encoding.UTF8.GetString([
            .. Encoded()
                .Matches(joined)
                .SelectMany(m => m.Groups[1].Success ? [Convert.ToByte(m.Groups[1].Value, 16)] : Encoding.UTF8.GetBytes(m.Value)),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await Hearth.DisposeAsync();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("=([0-9A-F]{2})|[^=]+|=")]
    private static partial Regex Encoded();
}
