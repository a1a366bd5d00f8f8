// Flags of care from the housing system: taken in, never overlooked, and what an officer set by hand stays.
using Hearth.Messaging.Public;
using Hearth.People.Import.Columns;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.Import;

public sealed class CareTests
{
    private const string Headings =
        "Tenancy Ref,Prop Ref,Address,Post Code,Tenant Name,Email,Cautionary Alerts,Two Person Visit,Safe Address\n";

    [Theory]
    [InlineData("Cautionary Alerts", "CareFlags.1")]
    [InlineData("Tenant 2 Warning Markers", "CareFlags.2")]
    [InlineData("Do Not Email", "NoEmail.1")]
    [InlineData("Main tenant do not ring", "NoTelephone.1")]
    [InlineData("Two person visit", "TwoVisitors.1")]
    [InlineData("Interpreter Required", "OnlyWithInterpreter.1")]
    [InlineData("Neutral message only", "Discreet.1")]
    [InlineData("Safe Correspondence Address", "CareAddress.1")]
    [InlineData("Do Not Contact", "DoNotContact.1")]
    public void A_heading_that_warns_is_understood(string heading, string meaning) => Assert.Equal(meaning, HeadingGuess.Of(heading)?.Key);

    [Theory, BothDatabases]
    public async Task Flags_come_in_with_the_file_and_hold_for_what_waits_already(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ImportAsync(Headings + Row("T1", "Kasia Novak") + Row("T2", "Ada Bell"));
        var kasia = await PersonAsync(hearth, "Kasia");
        await hearth.InScopeAsync(async scope =>
        {
            scope
                .GetRequiredService<Outbox>()
                .Add(new("m", "reply", null, new(kasia.Id, "Kasia Novak", "kasia@example.org"), Channel.Email, "News", "Of the survey"));
            await scope.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        var outcome = await hearth.ImportAsync(
            Headings
                + Row(
                    "T1",
                    "Kasia Novak",
                    alerts: "Do not e-mail; Neutral message ONLY",
                    twos: "Y",
                    address: "\"Law Centre, 3 Minster Row, OB1 2AB\""
                )
                + Row("T2", "Ada Bell", twos: "N")
        );

        Assert.Equal((0, 0), (outcome.Counts.SetAside, outcome.Counts.LeftOut));
        Assert.Equal(1, outcome.Delta!.People.Changed);
        var safety = Assert.Single(await AllAsync(hearth));
        Assert.Equal(CareFlags.NoEmail | CareFlags.Discreet | CareFlags.TwoVisitors | CareFlags.WriteTo, safety.Flags);
        Assert.Equal(safety.Flags, safety.FromImport);
        Assert.Equal("Law Centre\n3 Minster Row\nOB1 2AB", safety.WriteTo);
        Assert.Equal("Import of 12 November 2026", safety.SetBy);
        // what waited for her by e-mail does not leave any more
        Assert.Equal(
            ["Failed"],
            await hearth.FromDbAsync(db =>
                db.Database.SqlQueryRaw<string>("SELECT \"Status\" AS \"Value\" FROM messaging_message").ToListAsync()
            )
        );
        var page = await hearth.Staff().OpenAsync($"/people/{kasia.Id}");
        Assert.Contains(
            "From the housing system’s export: no e-mail, neutral message only, visit in twos",
            page.Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_flag_that_is_not_known_stops_the_row_and_is_named_with_its_line(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        var outcome = await hearth.ImportAsync(
            Headings
                + Row("T1", "Kasia Novak", alerts: "no letters; DV marker 4")
                + Row("T2", "Ada Bell", twos: "perhaps")
                + Row("T3", "Tom Frost", alerts: "<script>alert(1)</script>")
                + Row("T4", "Lee Marsh", twos: "X")
                + Row("T5", "Jo Reed", address: "See file")
                + Row("T6", "Sam Hill", alerts: "N/K")
        );

        Assert.Equal(5, outcome.Counts.SetAside);
        Assert.Empty(await AllAsync(hearth));
        var rows = outcome.SetAside.Select(line => $"Line {line.Line} | {line.Reason}").ToList();
        Assert.Contains(
            rows,
            row => row.StartsWith("Line 2 | “DV marker 4” is not a flag of care we know. We know: no e-mail", StringComparison.Ordinal)
        );
        Assert.Contains(
            rows,
            row => row.StartsWith("Line 3 | “perhaps” is neither yes nor no for ‘visit in twos’", StringComparison.Ordinal)
        );
        Assert.Contains(rows, row => row.StartsWith("Line 4 | “<script>alert(1)<” is not a flag of care", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("Line 5 | “X” is neither yes nor no", StringComparison.Ordinal));
        Assert.Contains(
            rows,
            row => row.StartsWith("Line 6 | The safe address for letters, “See file”, is not a whole address", StringComparison.Ordinal)
        );
        Assert.Equal("Sam", (await hearth.FromDbAsync(db => db.Set<Person>().SingleAsync())).GivenName);
    }

    [Theory, BothDatabases]
    public async Task What_an_officer_set_by_hand_no_import_takes_away_and_it_says_so(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ImportAsync(Headings + Row("T1", "Kasia Novak"));
        var kasia = await PersonAsync(hearth, "Kasia");
        var officer = hearth.Staff();
        await officer.SubmitAsync(
            await officer.OpenAsync($"/people/{kasia.Id}/safe"),
            (List<KeyValuePair<string, string>>)
                [new("Mind", "TwoVisitors"), new("WriteTo", "Her sister\n2 Other Street"), new("Note", "Ring between 10am and 2pm")],
            "Save"
        );

        var outcome = await hearth.ImportAsync(
            Headings + Row("T1", "Kasia Novak", alerts: "no visits", twos: "No", address: "\"Law Centre, 3 Minster Row\"")
        );

        var safety = Assert.Single(await AllAsync(hearth));
        Assert.Equal(CareFlags.TwoVisitors | CareFlags.WriteTo | CareFlags.NoVisit, safety.Flags);
        Assert.Equal(CareFlags.NoVisit, safety.FromImport);
        Assert.Equal(("Her sister\n2 Other Street", "Ring between 10am and 2pm"), (safety.WriteTo, safety.Note));
        Assert.Equal(2, outcome.Counts.LeftOut);
        var rows = outcome.LeftOut.Select(line => $"Line {line.Line} | {line.Reason}").ToList();
        Assert.Contains(
            rows,
            row =>
                row.StartsWith(
                    "Line 2 | The file says no to “visit in twos”, which an officer set by hand. It stays.",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            rows,
            row => row.StartsWith("Line 2 | An officer set another safe address for letters by hand. It stays.", StringComparison.Ordinal)
        );
    }

    [Theory, BothDatabases]
    public async Task An_import_takes_away_only_what_an_import_set_and_only_where_the_file_says_no(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ImportAsync(Headings + Row("T1", "Kasia Novak", twos: "Yes") + Row("T2", "Ada Bell", alerts: "no calls"));

        // an empty cell says nothing
        await hearth.ImportAsync(Headings + Row("T1", "Kasia Novak") + Row("T2", "Ada Bell"));
        Assert.Equal([CareFlags.NoTelephone, CareFlags.TwoVisitors], (await AllAsync(hearth)).Select(safety => safety.Flags).Order());

        var outcome = await hearth.ImportAsync(Headings + Row("T1", "Kasia Novak", twos: "No"));

        Assert.Equal(CareFlags.NoTelephone, Assert.Single(await AllAsync(hearth)).Flags);
        Assert.Contains(new ChangeLine("Person", "Changed", "T1/1", "flags of care"), outcome.Delta!.Lines);
        // and the same file once more changes nothing
        Assert.Equal(0, (await hearth.ImportAsync(Headings + Row("T1", "Kasia Novak", twos: "No"))).Delta!.People.Changed);
    }

    [Theory, BothDatabases]
    public async Task A_warning_of_one_of_a_couple_holds_for_both_and_of_two_rows_the_one_that_warns_counts(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        await hearth.ImportAsync(
            Headings
                + Row("T1", "Mr Jan Novak & Mrs Kasia Novak", twos: "Y")
                + Row("T2", "Ada Bell", twos: "N")
                + Row("T2", "Ada Bell", twos: "Y")
        );

        Assert.Equal(3, (await AllAsync(hearth)).Count(safety => safety.Flags == CareFlags.TwoVisitors));
    }

    private static string Row(string tenancy, string name, string alerts = "", string twos = "", string address = "") =>
        $"{tenancy},P{tenancy[1..]},{tenancy[1..]} A Street,OB1 1AA,{name},{name.Split(' ')[0].ToLowerInvariant()}@example.org,{alerts},{twos},{address}\n";

    private static Task<Person> PersonAsync(HearthApp hearth, string given) =>
        hearth.FromDbAsync(db => db.Set<Person>().SingleAsync(p => p.GivenName == given));

    private static Task<List<ContactSafety>> AllAsync(HearthApp hearth) =>
        hearth.FromDbAsync(db => db.Set<ContactSafety>().AsNoTracking().ToListAsync());
}
