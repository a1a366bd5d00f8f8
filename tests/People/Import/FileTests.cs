// Files in every usual dress are read the same.
using System.Text;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.People.Tests.Import;

public sealed class FileTests
{
    private const string Read = "T1 | 12 Kiln Lane, Ousebridge, OB4 2QR | Sheltered | Zoë O'Brien 1980-04-03";

    static FileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> Dresses =>
        new()
        {
            { "utf-8", "," },
            { "utf-8", ";" },
            { "utf-8", "\t" },
            { "utf-8", "|" },
            { "utf-8 with a mark", "," },
            { "windows-1252", "," },
            { "utf-16", "\t" },
        };

    [Theory]
    [MemberData(nameof(Dresses))]
    public async Task Any_encoding_and_delimiter_is_read(string encoding, string delimiter)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var text =
            "Tenancy Ref,Prop Ref,Town,Post Code,Tenure,Surname,Forename,DOB\r\nT1,P1,\"12 Kiln Lane\r\nOusebridge\",OB4 2QR,Sheltered,O'Brien,Zoë,3/4/1980\r\n".Replace(
                ",",
                delimiter
            );
        byte[] file = encoding switch
        {
            "utf-8 with a mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            _ => Encoding.GetEncoding(encoding).GetBytes(text),
        };

        var outcome = await hearth.ImportAsync(file);

        Assert.Equal(1, outcome.Counts.DataRows);
        Assert.Equal([Read], await hearth.TenanciesAsync());
    }

    [Fact]
    public async Task A_letter_far_down_tells_that_the_file_is_Windows_1252()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var text = new StringBuilder("Tenancy Ref,Prop Ref,Tenant Name\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append($"T{i},P{i},Ada Bell\n");
        }
        text.Append("T99999,P99999,Zoë Bell\n");

        var outcome = await hearth.ImportAsync(Encoding.GetEncoding(1252).GetBytes(text.ToString()), new ImportChoices { DryRun = true });

        Assert.Empty(outcome.SetAside);
        Assert.Equal(20_001, outcome.Counts.Taken);
    }

    [Theory, BothDatabases]
    public async Task A_workbook_is_read_with_its_real_dates_and_numbers(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var file = Workbook.Of(
            [
                ["Notes for readers"],
                ["Nothing here"],
            ],
            [
                ["Ousebridge Homes"],
                ["Run on", new DateOnly(2026, 11, 1)],
                [],
                ["Tenancy Ref", "UPRN", "Address", "Post Code", "Tenure", "Tenant Name", "DOB", "Mobile", "Tenancy Start"],
                [
                    "T1",
                    100012345678L,
                    "12 Kiln Lane, Ousebridge",
                    "OB4 2QR",
                    "Sheltered",
                    "Zoë O'Brien",
                    new DateOnly(1980, 4, 3),
                    7700900123L,
                    new DateOnly(2011, 4, 4),
                ],
                ["Total", 1],
            ]
        );

        var outcome = await hearth.ImportAsync(file);

        Assert.Null(outcome.Refusal);
        Assert.Equal(1, outcome.Counts.DataRows);
        Assert.Equal([Read + " +447700900123"], await hearth.TenanciesAsync());
        Assert.Equal(
            "100012345678",
            (await hearth.FromDbAsync(db => Task.FromResult(db.Set<Hearth.People.Register.Home>().Single()))).Reference
        );
    }

    [Fact]
    public async Task Joint_tenants_come_as_columns_as_rows_or_in_one_cell()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        var outcome = await hearth.ImportAsync(
            """
            Tenancy Ref,Prop Ref,Address,Post Code,Tenant Name,DOB,Tenant 2 Name,Tenant 2 DOB
            T1,P1,1 A Street,OB1 1AA,Kasia Novak,3/4/1980,"Novak, Jan",4/4/1979
            T2,P2,2 A Street,OB1 1AA,Ada Bell,3/4/1950,,
            T3,P3,3 A Street,OB1 1AA,Mr A Khan & Mrs B Khan,3/4/1970,,
            T2,P2,2 A Street,OB1 1AA,Tom Bell,1/1/1949,,
            """
        );

        Assert.Equal(new ImportCounts(4, 4, 0, 0, 0, 0, 3, 3, 6), outcome.Counts);
        Assert.Equal(
            [
                "T1 | 1 A Street, OB1 1AA | Other | Kasia Novak 1980-04-03 & Jan Novak 1979-04-04",
                "T2 | 2 A Street, OB1 1AA | Other | Ada Bell 1950-04-03 & Tom Bell 1949-01-01",
                "T3 | 3 A Street, OB1 1AA | Other | Mr A Khan 1970-04-03 & Mrs B Khan",
            ],
            await hearth.TenanciesAsync()
        );
    }

    [Fact]
    public async Task Headings_said_again_on_each_page_and_rules_are_no_data()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        var outcome = await hearth.ImportAsync(
            """
            Page 1
            Tenancy Ref,Prop Ref,Tenant Name
            T1,P1,Ada Bell
            ------,------,------

            Page 2
            Tenancy Ref,Prop Ref,Tenant Name
            T2,P2,Tom Bell
            Grand total,2,
            Printed 12/11/2026,,
            """
        );

        Assert.Equal((2, 2, 6), (outcome.Counts.DataRows, outcome.Counts.Taken, outcome.Counts.NotData));
    }

    [Fact]
    public async Task A_tenant_called_Total_and_one_called_Null_are_people()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        await hearth.ImportAsync("Tenancy Ref,Prop Ref,Forename,Surname\nT1,P1,Count,Totals\nT2,P2,Jo,Null\n");

        Assert.Equal(["T1 | ,  | Other | Count Totals", "T2 | ,  | Other | Jo Null"], await hearth.TenanciesAsync());
    }
}
