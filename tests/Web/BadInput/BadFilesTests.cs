// Files that are not what they are said to be, handed in where a housing system's export belongs.
using System.IO.Compression;
using System.Text;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Web.Tests.BadInput;

public sealed class BadFilesTests
{
    private const string Headings = "Tenancy Ref,Prop Ref,Address,Post Code,Tenant Name\n";

    public static TheoryData<DatabaseKind, string, string> Files { get; } =
        Both(
            ("empty.csv", "The file is empty"),
            ("blank-lines.csv", "The file has no rows"),
            ("pdf.csv", "The file is a PDF. Export it from the housing system as CSV or Excel"),
            ("picture.csv", "The file is not a table. Choose a CSV or Excel file"),
            ("bomb.xlsx", "The workbook unpacks to more than we can read. Save it as CSV"),
            ("zip.xlsx", "The file is not a workbook that can be read. It may be damaged: save it again as .xlsx or CSV"),
            ("cut.xlsx", "The file is not a workbook that can be read. It may be damaged: save it again as .xlsx or CSV")
        );

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_that_is_no_table_is_refused_and_not_kept(DatabaseKind kind, string name, string words)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        var refused = await UploadAsync(hearth.Staff(), name, Content(name));

        Assert.Equal([words], refused.Errors);
        Assert.Equal("Error: ", refused.Document.Title![..7]);
        Assert.Equal(
            (0, 0),
            (await hearth.Database.CountAsync("people_import_run"), await hearth.Database.CountAsync("people_import_piece"))
        );
    }

    [Theory, BothDatabases]
    public async Task Headings_without_a_row_are_told_of_and_change_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();

        var page = await officer.SubmitAsync(
            await UploadAsync(officer, "headings.csv", Encoding.UTF8.GetBytes(Headings)),
            new { Whole = "yes" },
            "Read the file"
        );
        for (var look = 0; look < 600 && !page.Text.Contains("There are no rows below the headings", StringComparison.Ordinal); look++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            page = await officer.OpenAsync($"/people/import/{page.Path.Split('/')[3]}/running");
        }

        Assert.Contains("There are no rows below the headings", page.Text, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await hearth.Database.CountAsync("people_home"), await hearth.Database.CountAsync("people_import_line")));
    }

    [Theory, BothDatabases]
    public async Task A_path_or_script_in_a_files_name_is_a_name_and_nothing_else(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();

        await UploadAsync(officer, "../../etc/passwd.csv", Encoding.UTF8.GetBytes(Headings + "T1,P1,1 A Street,OB1 1AA,Ada Bell\n"));
        await UploadAsync(
            officer,
            "<img src=x onerror=alert(1)>.csv",
            Encoding.UTF8.GetBytes(Headings + "T1,P1,1 A Street,OB1 1AA,Ada Bell\n")
        );
        var list = await officer.OpenAsync("/people/import");

        Assert.Contains("passwd.csv", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("..", list.Text, StringComparison.Ordinal);
        Assert.Contains("<img src=x onerror=alert(1)>.csv", list.Text, StringComparison.Ordinal);
        Assert.Empty(list.All("img[onerror]"));
    }

    [Theory, BothDatabases]
    public async Task Cells_that_are_formulas_are_kept_as_words_and_leave_as_words(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var rows = "T1,P1,=HYPERLINK(\"\"x\"\"),OB1 1AA,Ada Bell\nT2,P2,2 A Street,NOWHERE,\"=cmd|' /C calc'!A0\"\n".Replace(
            "=HYPERLINK(\"\"x\"\")",
            "\"=HYPERLINK(\"\"x\"\")\"",
            StringComparison.Ordinal
        );
        var columns = await UploadAsync(officer, "formulas.csv", Encoding.UTF8.GetBytes(Headings + rows));
        var run = columns.Path.Split('/')[3];
        var page = await officer.SubmitAsync(columns, new { Whole = "no" }, "Read the file");
        while (page.Path != $"/people/import/{run}/preview")
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            page = await officer.OpenAsync($"/people/import/{run}/running");
        }

        var setAside = await officer.OpenAsync($"/people/import/{run}/set-aside.csv");

        Assert.Contains("T2,P2,2 A Street,NOWHERE", setAside.Body, StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|,|\\n)\"?[=+@]", setAside.Body.TrimStart('\uFEFF'));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("left-out.csv/../../secret")]
    [InlineData("set-aside")]
    public async Task Only_the_two_files_of_an_import_can_be_had(string name)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        var page = await hearth.Staff().OpenAsync($"/people/import/{Guid.CreateVersion7()}/{Uri.EscapeDataString(name)}.csv");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, page.Status);
    }

    private static async Task<Page> UploadAsync(Browser officer, string name, byte[] content) =>
        await officer.SubmitAsync(await officer.OpenAsync("/people/import"), [], [("Export", name, content)], "Upload");

    private static byte[] Content(string name) =>
        name switch
        {
            "empty.csv" => [],
            "blank-lines.csv" => "\r\n\r\n \r\n"u8.ToArray(),
            "pdf.csv" => "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n"u8.ToArray(),
            "picture.csv" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
            "bomb.xlsx" => Bomb(),
            "zip.xlsx" => Zip(("readme.txt", 100)),
            _ => Zip(("xl/workbook.xml", 4000))[..60],
        };

    /// <summary>A few hundred kilobytes that unpack to three hundred megabytes of shared words, all of which a reader would hold at once.</summary>
    private static byte[] Bomb() => Zip(("[Content_Types].xml", 10), ("xl/workbook.xml", 10), ("xl/sharedStrings.xml", 300 * 1024 * 1024));

    private static byte[] Zip(params (string Name, int Size)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var much = new byte[1024 * 1024];
            Array.Fill(much, (byte)'a');
            foreach (var (name, size) in entries)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                for (var left = size; left > 0; left -= much.Length)
                {
                    stream.Write(much, 0, Math.Min(left, much.Length));
                }
            }
        }
        return file.ToArray();
    }

    private static TheoryData<DatabaseKind, string, string> Both(params (string Name, string Words)[] files)
    {
        var data = new TheoryData<DatabaseKind, string, string>();
        foreach (var (name, words) in files)
        {
            data.Add(DatabaseKind.Sqlite, name, words);
            data.Add(DatabaseKind.PostgreSql, name, words);
        }
        return data;
    }
}
