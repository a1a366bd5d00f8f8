// An officer brings in a file, page by page, without a script.
using System.Net;
using System.Text;
using Hearth.People.Import.Stored;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Tests.Import;

public sealed class ImportPagesTests
{
    public const string Export = """
        Tenancy Ref;Prop Ref;Address;Post Code;Ward;Patch;Tenure;Tenant Name;DOB;E-mail;Mobile;Notes
        T1;P1;12 Kiln Lane, Ousebridge;OB4 2QR;Kiln Lane;Patch 1;General needs;Mrs Kasia Novak;3/4/1980;kasia@example.org;07700 900001;=1+1
        T2;P2;14 Kiln Lane, Ousebridge;OB4 2QR;Kiln Lane;Patch 1;Sheltered;Ada Bell;;;01632 960002;
        T3;P3;16 Kiln Lane, Ousebridge;OB4;Kiln Lane;Patch 1;Sheltered;Jo Frost;;;;
        ;P4;=SUM(A1);OB4 2QR;Kiln Lane;Patch 1;Sheltered;Lee Marsh;;;;
        """;

    [Theory, BothDatabases]
    public async Task An_officer_imports_a_file_and_reads_the_report(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();

        var empty = await officer.OpenAsync("/people");
        Assert.Contains("Nobody is here yet", empty.Text, StringComparison.Ordinal);
        var upload = await officer.OpenAsync(empty.LinkTo("Import your first file"));
        var columns = await officer.SubmitAsync(upload, [], [("Export", "tenants march.csv", Encoding.UTF8.GetBytes(Export))], "Upload");

        Assert.Equal("What the columns mean", columns.Heading);
        Assert.Contains("UTF-8, parted by semicolons", columns.Text, StringComparison.Ordinal);
        Assert.Equal("BornOn.1", columns.All("#Meanings_8 option[selected]").Single().GetAttribute("value"));

        var preview = await officer.UntilAsync(
            await officer.SubmitAsync(columns, new { Whole = "yes", SaveAs = "Orchard" }, "Read the file"),
            "/preview"
        );
        Assert.Equal("What would change", preview.Heading);
        Assert.Contains("2 rows set aside", preview.Text, StringComparison.Ordinal);
        Assert.Contains("The postcode “OB4” is not a UK postcode", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Mrs Kasia Novak", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await hearth.FromDbAsync(db => db.Set<Hearth.People.Register.Home>().CountAsync()));

        var report = await officer.UntilAsync(await officer.SubmitAsync(preview, null, "Import 2 rows"), "");
        Assert.Equal("Import report", report.Heading);
        Assert.Equal(2, (await hearth.TenanciesAsync()).Count);
        Assert.Equal(0, await hearth.FromDbAsync(db => db.Set<ImportPiece>().CountAsync()));
        Assert.Equal(0, await hearth.FromDbAsync(db => db.Set<ImportLine>().CountAsync()));
        Assert.Contains("ImportPeople", await hearth.FromDbAsync(db => db.Set<AuditLine>().Select(a => a.Action).ToListAsync()));
        Assert.Equal(
            "Maya Desai",
            await hearth.FromDbAsync(db =>
                db.Set<AuditLine>().Where(a => a.Action == "ImportPeople").Select(a => a.ActorName).SingleAsync()
            )
        );

        var aside = await officer.OpenAsync(report.LinkTo("set aside, with reasons"));
        Assert.Equal("text/csv", aside.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("5,There is no tenancy reference,\";P4;=SUM(A1)", aside.Body, StringComparison.Ordinal);

        var people = await officer.OpenAsync("/people?q=novak");
        Assert.Contains("1 person found", people.Text, StringComparison.Ordinal);
        var kasia = await officer.OpenAsync(people.LinkTo("Kasia Novak"));
        Assert.Contains("07700 900001", kasia.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_mapping_is_used_for_the_next_file_of_the_same_shape()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var odd = "A;B;C;D\nT1;P1;Kasia Novak;1980-04-03\n";
        var columns = await officer.UploadAsync(odd);
        var meanings = new[] { "TenancyReference", "HomeReference", "FullName.1", "BornOn.1" }.Select(m =>
            KeyValuePair.Create("Meanings", m)
        );
        await officer.UntilAsync(
            await officer.SubmitAsync(
                columns,
                [.. meanings, KeyValuePair.Create("Whole", "no"), KeyValuePair.Create("SaveAs", "Odd one")],
                [],
                "Read the file"
            ),
            "/preview"
        );

        var again = await officer.UploadAsync(odd);

        Assert.Contains("These columns were read as saved under “Odd one”", again.Text, StringComparison.Ordinal);
        Assert.Equal("FullName.1", again.All("#Meanings_2 option[selected]").Single().GetAttribute("value"));
        var outcome = await hearth.ImportAsync(odd, new Public.ImportChoices { Mapping = "odd ONE" });
        Assert.True(outcome.Committed);
        var unknown = await hearth.ImportAsync(odd, new Public.ImportChoices { Mapping = "Other" });
        Assert.Equal("There is no mapping called “Other”. There are: Odd one", unknown.Refusal);
    }

    [Fact]
    public async Task Columns_that_do_not_do_are_refused_and_what_was_chosen_is_kept()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var columns = await officer.UploadAsync("A;B;C;D\nT1;P1;Kasia Novak;1980-04-03\n");

        var refused = await officer.SubmitAsync(
            columns,
            [KeyValuePair.Create("Meanings", "BornOn.1"), KeyValuePair.Create("Meanings", "BornOn.1")],
            [],
            "Read the file"
        );

        Assert.Equivalent(
            new[]
            {
                "‘A’ and ‘B’ are both ‘Tenant: date of birth’. Choose one of them",
                "Say which column holds the tenancy reference",
                "Say which column holds the property reference, or the address and the postcode",
                "Say which column holds the tenant’s name",
                "Say whether this file is the whole list",
            },
            refused.Errors,
            strict: true
        );
        Assert.Equal("BornOn.1", refused.All("#Meanings_1 option[selected]").Single().GetAttribute("value"));
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("%PDF-1.7 x", "The file is a PDF. Export it from the housing system as CSV or Excel")]
    [InlineData(
        "PK\u0003\u0004 no workbook",
        "The file is not a workbook that can be read. It may be damaged: save it again as .xlsx or CSV"
    )]
    [InlineData("a\0b\0c", "The file is not a table. Choose a CSV or Excel file")]
    public async Task A_file_that_is_no_table_is_refused_with_its_reason(string content, string words)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var upload = await officer.OpenAsync("/people/import");

        var refused = await officer.SubmitAsync(upload, [], [("Export", "x.csv", Encoding.Latin1.GetBytes(content))], "Upload");

        Assert.Equal([words], refused.Errors);
        Assert.Equal(0, await hearth.FromDbAsync(db => db.Set<ImportRun>().CountAsync()));
    }

    [Fact]
    public async Task No_file_at_all_is_refused()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();

        var refused = await officer.SubmitAsync(await officer.OpenAsync("/people/import"), null, "Upload");

        Assert.Equal(["Choose a CSV or Excel file"], refused.Errors);
    }

    [Theory]
    [InlineData(Role.Councillor)]
    [InlineData(Role.HousingOfficer)]
    public async Task Others_of_the_staff_do_not_reach_the_import(Role role)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        var page = await hearth.Staff(role).OpenAsync("/people/import");

        Assert.NotEqual("Import homes and tenants", page.All("h1").Select(Page.Words).FirstOrDefault());
        Assert.NotEqual(HttpStatusCode.InternalServerError, page.Status);
    }

    [Fact]
    public async Task An_import_given_up_leaves_nothing_behind()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        var preview = await officer.UntilAsync(
            await officer.SubmitAsync(await officer.UploadAsync(Export), new { Whole = "no" }, "Read the file"),
            "/preview"
        );

        var list = await officer.SubmitAsync(preview, null, "Give this import up");

        Assert.Equal("/people/import", list.Path);
        Assert.Equal(0, await hearth.FromDbAsync(db => db.Set<ImportPiece>().CountAsync()));
        Assert.Equal(0, await hearth.FromDbAsync(db => db.Set<ImportLine>().CountAsync()));
        Assert.Equal(0, await hearth.FromDbAsync(db => db.Set<ImportRemark>().CountAsync()));
    }
}

internal static class ImportBrowsing
{
    public static async Task<Page> UploadAsync(this Browser officer, string text) =>
        await officer.SubmitAsync(
            await officer.OpenAsync("/people/import"),
            [],
            [("Export", "file.csv", Encoding.UTF8.GetBytes(text))],
            "Upload"
        );

    /// <summary>Looks again, as the page itself does, until the import has come to this address.</summary>
    public static async Task<Page> UntilAsync(this Browser officer, Page page, string ending)
    {
        var run = page.Path.Split('/')[3].Split('?')[0];
        for (var look = 0; look < 600; look++)
        {
            if (page.Path == $"/people/import/{run}{ending}")
            {
                return page;
            }
            await Task.Delay(50);
            page = await officer.OpenAsync($"/people/import/{run}/running");
        }
        throw new TimeoutException($"The import stays at {page.Path}: {page.Text}");
    }
}
