// An officer finds a person, writes down what they said, gives them what we hold, and forgets them.
using System.Text.Json;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.People.Tests.Import;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.Register;

public sealed class PersonPagesTests
{
    private const string Export = """
        Tenancy Ref,Prop Ref,Address,Post Code,Ward,Patch,Housing Officer,Officer Tel,Tenure,Tenant Name,DOB,Email,Mobile,Survey Consent,Tenant 2 Name
        T1,P1,"12 Kiln Lane, Ousebridge",OB4 2QR,Kiln Lane,Patch 1,Joe Hartnell,01632 960104,General needs,Mrs Kasia Novak,3/4/1980,kasia@example.org,07700 900001,Yes,Jan Novak
        T2,P2,"14 Kiln Lane, Ousebridge",OB4 2QR,Kiln Lane,Patch 1,Joe Hartnell,01632 960104,Sheltered,Ada Bell,,,,,
        """;

    [Theory, BothDatabases]
    public async Task People_are_found_by_name_reference_address_and_postcode(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ImportAsync(Export);
        var officer = hearth.Staff();

        await FindsAsync("novak", 2);
        await FindsAsync("KASIA novak", 1);
        await FindsAsync("t2", 1);
        await FindsAsync("P1", 2);
        await FindsAsync("ob42qr", 3);
        await FindsAsync("14 kiln", 1);
        await FindsAsync("kiln lane", 3);
        await FindsAsync("nobody at all", 0);

        async Task FindsAsync(string words, int count)
        {
            var page = await officer.SubmitAsync(await officer.OpenAsync("/people"), new { q = words }, "Find");
            var rows = page.All("table tbody tr").Count;
            Assert.True(count == rows, $"“{words}” finds {rows}, not {count}");
        }
    }

    [Theory, BothDatabases]
    public async Task An_officer_writes_down_how_a_person_is_reached_and_what_they_agreed_to(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ImportAsync(Export);
        var officer = hearth.Staff();
        var id = await KasiaAsync(hearth);

        var form = await officer.OpenAsync($"/people/{id}/contact");
        var refused = await officer.SubmitAsync(
            form,
            new
            {
                Email = "kasia at home",
                Phone = "12",
                Way = "Text",
                Language = "pl",
            },
            "Save"
        );
        Assert.Equal(
            [
                "Enter an e-mail address in the correct format, like name@example.com",
                "Enter a telephone number, like 01632 960001 or 07700 900982",
            ],
            refused.Errors
        );
        Assert.Equal("kasia at home", refused.All("#Email").Single().GetAttribute("value"));

        var saved = await officer.SubmitAsync(
            refused,
            new
            {
                Email = "kasia@home.example",
                Phone = "01632 960777",
                Way = "Telephone",
                Language = "pl",
                DoNotContact = "true",
            },
            "Save"
        );
        Assert.Contains("01632 960777", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Polish", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Do not contact", saved.Text, StringComparison.Ordinal);

        var empty = await officer.SubmitAsync(await officer.OpenAsync($"/people/{id}/consent"), null, "Write it down");
        Assert.Equal(["Choose what they spoke about", "Say whether they agreed", "Choose how they told you"], empty.Errors);
        var said = await officer.SubmitAsync(
            empty,
            new
            {
                About = "News",
                Said = "no",
                How = "Letter",
            },
            "Write it down"
        );
        Assert.Contains("Letter, Maya Desai", said.Text, StringComparison.Ordinal);

        var member = (await hearth.InScopeAsync(scope => scope.GetRequiredService<Audience>().ForPeopleAsync([id])))[id];
        Assert.Equal(
            ("kasia@home.example", "+441632960777", "pl", true),
            (member.Email, member.Phone, member.Language, member.DoNotContact)
        );
        Assert.Equal([MessageKind.News], member.Refused);
        var actions = await hearth.FromDbAsync(db =>
            db.Set<AuditLine>().Where(a => a.SubjectId == id).OrderBy(a => a.Id).Select(a => a.Action + ": " + a.Detail).ToListAsync()
        );
        Assert.Equal(["ChangeContact: e-mail, telephone, preferred way, language, do not contact", "RecordConsent: News: no"], actions);
    }

    [Fact]
    public async Task A_role_is_added_once_and_ended()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.ImportAsync(Export);
        var officer = hearth.Staff();
        var id = await KasiaAsync(hearth);
        var form = await officer.OpenAsync($"/people/{id}/involvement");

        var nameless = await officer.SubmitAsync(form, Since(3, 2, 2024, "other"), [], "Add the role");
        Assert.Equal(["Enter the name of the role"], nameless.Errors);
        var refused = await officer.SubmitAsync(form, Since(12, 11, 2027, "Tenants’ panel"), [], "Add the role");
        Assert.Equal(["The day they began must be today or in the past"], refused.Errors);
        var added = await officer.SubmitAsync(refused, Since(3, 2, 2024, "Tenants’ panel"), [], "Add the role");
        Assert.Contains("Tenants’ panel | 3 February 2024 | Still holds it", added.Rows());
        var twice = await officer.SubmitAsync(
            await officer.OpenAsync($"/people/{id}/involvement"),
            Since(3, 2, 2024, "Tenants’ panel"),
            [],
            "Add the role"
        );
        Assert.Equal(["They hold this role already"], twice.Errors);

        var role = await hearth.FromDbAsync(db => db.Set<Involvement>().SingleAsync());
        var end = new[]
        {
            KeyValuePair.Create("Ending", role.Id.ToString()),
            KeyValuePair.Create("Until.Day", "12"),
            KeyValuePair.Create("Until.Month", "11"),
            KeyValuePair.Create("Until.Year", "2026"),
        };
        var ended = await officer.SubmitAsync(twice, end, [], "End the role");
        Assert.Contains("Tenants’ panel | 3 February 2024 | 12 November 2026", ended.Rows());
        Assert.Empty(await hearth.InScopeAsync(scope => scope.GetRequiredService<Audience>().InvolvedPeopleAsync()));
    }

    [Theory, BothDatabases]
    public async Task Everything_held_is_shown_and_downloaded_and_then_forgotten_for_good(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ImportAsync(Export);
        var officer = hearth.Staff();
        var id = await KasiaAsync(hearth);

        var record = await officer.OpenAsync($"/people/{id}/record");
        Assert.Contains("Date of birth | 3 April 1980 | not noted", record.Rows());
        var file = await officer.OpenAsync(record.LinkTo("Download the file"));
        using var json = JsonDocument.Parse(file.Body);
        var held = json
            .RootElement.GetProperty("held")
            .EnumerateArray()
            .Select(i => $"{i.GetProperty("what")}: {i.GetProperty("value")}")
            .ToList();
        Assert.Contains("E-mail address: kasia@example.org", held);
        Assert.Contains("Home: 12 Kiln Lane, Ousebridge, OB4 2QR", held);
        Assert.Contains("Being asked to take surveys: Yes (Import of 12 November 2026)", held);

        var unsure = await officer.SubmitAsync(await officer.OpenAsync($"/people/{id}/erase"), null, "Forget");
        Assert.Equal(["Tick the box if you are sure. It cannot be undone"], unsure.Errors);
        var gone = await officer.SubmitAsync(unsure, new { Sure = "true" }, "Forget");
        Assert.Equal("A person who asked to be forgotten", gone.Heading);
        var database = await TextOfAsync(hearth);
        Assert.DoesNotContain("kasia", database, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("900001", database, StringComparison.Ordinal);

        // the housing system still has her; the next import leaves her forgotten, and does not make her anew
        var again = await hearth.ImportAsync(Export, new ImportChoices { WholeList = true });
        Assert.Equal(new KindOfChange(0, 0, 0, 3), again.Delta!.People);
        Assert.DoesNotContain("kasia", await TextOfAsync(hearth), StringComparison.OrdinalIgnoreCase);
        var members = await hearth.InScopeAsync(scope => scope.GetRequiredService<Audience>().ListAsync(new AudienceFilter()));
        Assert.Equal(["Ada Bell", "Jan Novak"], members.Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.Equal(3, await hearth.FromDbAsync(db => db.Set<Person>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_forgotten_person_cannot_be_found_by_hashing_every_reference_and_name(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ImportAsync(Export);
        var officer = hearth.Staff();
        var id = await KasiaAsync(hearth);
        var reference = await hearth.FromDbAsync(db => db.Set<Person>().Where(p => p.Id == id).Select(p => p.Reference).SingleAsync());

        await officer.SubmitAsync(await officer.OpenAsync($"/people/{id}/erase"), new { Sure = "true" }, "Forget");

        var mark = await hearth.FromDbAsync(db => db.Set<Person>().Where(p => p.Id == id).Select(p => p.Reference).SingleAsync());
        Assert.Matches("^forgotten:[0-9a-f]{64}$", mark);
        foreach (var guess in new[] { reference, "T1", "T1/1", "T1|" + Hearth.People.Import.Values.Names.Key("Kasia", "Novak") })
        {
            var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(guess));
            Assert.DoesNotContain(Convert.ToHexStringLower(hash), mark, StringComparison.Ordinal);
        }
        // nor does the key lie open among the settings
        var kept = await hearth.InScopeAsync(scope => scope.GetRequiredService<ForgottenMarks>().ForErasureAsync(CancellationToken.None));
        Assert.Equal(mark, kept.Mark("T1", "Kasia", "Novak"));
    }

    [Fact]
    public async Task A_patch_gets_another_officer()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.ImportAsync(Export);
        var officer = hearth.Staff();
        var form = await officer.OpenAsync((await officer.OpenAsync("/people/places")).LinkTo("Change Patch 1"));

        var refused = await officer.SubmitAsync(
            form,
            new
            {
                Officer = "Samira Anwar",
                Phone = "none",
                Email = "x",
                Speaks = "English, Urdu",
            },
            "Save"
        );
        Assert.Equal(2, refused.Errors.Count);
        var saved = await officer.SubmitAsync(refused, new { Phone = "01632 960108", Email = "samira.anwar@ousebridge.example" }, "Save");

        Assert.Contains(
            "Patch 1 | Samira Anwar | 01632 960108 | samira.anwar@ousebridge.example | English, Urdu | 2 | Change Patch 1",
            saved.Rows()
        );
    }

    [Fact]
    public async Task A_home_shows_its_tenancies_and_who_looks_after_it()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.ImportAsync(Export);
        var officer = hearth.Staff();

        var home = await officer.OpenAsync((await officer.OpenAsync("/people?q=kasia")).LinkTo("12 Kiln Lane"));

        Assert.Equal("12 Kiln Lane", home.Heading);
        Assert.Contains("Joe Hartnell", home.Text, StringComparison.Ordinal);
        Assert.Contains("T1 | Mrs Kasia Novak Jan Novak | General needs | not known | runs", home.Rows());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/contact")]
    [InlineData("/consent")]
    [InlineData("/involvement")]
    [InlineData("/record")]
    [InlineData("/erase")]
    public async Task Somebody_who_is_not_there_is_not_found(string page)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        var found = await hearth.Staff().OpenAsync($"/people/{Guid.CreateVersion7()}{page}");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, found.Status);
    }

    private static Task<Guid> KasiaAsync(HearthApp hearth) =>
        hearth.FromDbAsync(db => db.Set<Person>().Where(p => p.GivenName == "Kasia").Select(p => p.Id).SingleAsync());

    /// <summary>Every text in every table of People and the audit.</summary>
    private static Task<string> TextOfAsync(HearthApp hearth) =>
        hearth.FromDbAsync(async db =>
        {
            var people = await db.Set<Person>().AsNoTracking().ToListAsync();
            var audit = await db.Set<AuditLine>().AsNoTracking().ToListAsync();
            var remarks = await db.Set<Hearth.People.Import.Stored.ImportRemark>().AsNoTracking().ToListAsync();
            var runs = await db.Set<Hearth.People.Import.Stored.ImportRun>().AsNoTracking().ToListAsync();
            return JsonSerializer.Serialize(
                new
                {
                    people,
                    audit,
                    remarks,
                    runs,
                }
            );
        });

    private static List<KeyValuePair<string, string>> Since(int day, int month, int year, string role) =>
        [
            KeyValuePair.Create("RoleName", role),
            KeyValuePair.Create("Since.Day", $"{day}"),
            KeyValuePair.Create("Since.Month", $"{month}"),
            KeyValuePair.Create("Since.Year", $"{year}"),
        ];
}
