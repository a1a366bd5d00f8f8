// Files as they come to an analyst: any encoding and delimiter, and files that are no table.
using System.Text;

namespace Hearth.Cli.Tests.Analysts;

public sealed class ColumnFileTests
{
    private static readonly string[] Draw = ["--size", "2", "--seed", "5", "--out", "out.csv", "--format", "json"];

    [Theory]
    [InlineData("utf-8", false, ",", "\n")]
    [InlineData("utf-8", true, ",", "\r\n")]
    [InlineData("utf-16", true, ";", "\r\n")]
    [InlineData("utf-16BE", true, "\t", "\n")]
    [InlineData("windows-1252", false, ";", "\r\n")]
    [InlineData("utf-8", false, "|", "\n")]
    public async Task Any_encoding_delimiter_and_end_of_line_is_read_and_the_copy_keeps_delimiter_and_lines(
        string encoding,
        bool mark,
        string delimiter,
        string newLine
    )
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var desk = new Desk();
        var text = string.Join(newLine, ["household,ward", "H1,Café Row", "H2,Café Row", "", "H3,Marsh End", "H4,Marsh End", ""])
            .Replace(",", delimiter);
        Encoding letters = encoding == "utf-8" ? new UTF8Encoding(mark) : Encoding.GetEncoding(encoding);
        desk.Write("homes.csv", text, letters);

        var ended = await desk.DoneAsync(["draw", "homes.csv", "--strata", "ward", .. Draw]);

        Assert.Equal(
            ["Café Row", "Marsh End"],
            ended.Json.GetProperty("strata").EnumerateArray().Select(one => one.GetProperty("stratum").GetString())
        );
        var copy = desk.Read("out.csv");
        Assert.StartsWith($"household{delimiter}ward{newLine}H", copy);
        Assert.Equal(
            2,
            copy.Split(newLine, StringSplitOptions.RemoveEmptyEntries).Skip(1).Count(line => text.Contains(line, StringComparison.Ordinal))
        );
        Assert.Contains($"{delimiter}Café Row{newLine}", copy);
        // a byte order mark only where a program that needs one wrote the file
        Assert.Equal(mark || encoding == "windows-1252", File.ReadAllBytes(desk.PathOf("out.csv"))[0] == 0xEF);
    }

    [Theory]
    [InlineData("", "homes.csv: the file is empty")]
    [InlineData("\n\n", "homes.csv: the file has no header row")]
    [InlineData("household,ward\n", "homes.csv: there are no rows below the header row")]
    [InlineData(
        "household,ward,ward\nH1,A,B\n",
        "homes.csv, line 1: the heading “ward” stands twice, in columns 2 and 3. Rename or remove one of them."
    )]
    [InlineData("household,ward\nH1,A\nH2\n", "homes.csv, line 3: the row has 1 cells, the header row has 2")]
    [InlineData(
        "household,ward\nH1,Kiln Lane, East\n",
        "homes.csv, line 2: the row has 3 cells, the header row has 2. Put cells that hold a comma in quotation marks"
    )]
    [InlineData("household,ward\nH1,\"A\nH2,B\nH3,C\n", "homes.csv, line 2: a quotation mark opens here that is never closed")]
    [InlineData("household,ward\nH1,\"A\" and \"B\"\nH2,B\n", "homes.csv, line 2: a quotation mark stands where it cannot be read")]
    [InlineData("PK\u0003\u0004 a workbook", "homes.csv: this is a workbook. Save it as CSV")]
    [InlineData("%PDF-1.7\n", "homes.csv: this is a PDF")]
    [InlineData("household,ward\nH1,\0\0\0\n", "homes.csv: this is not text")]
    public async Task A_file_that_is_no_table_is_refused_with_its_line_and_nothing_is_written(string text, string says)
    {
        using var desk = new Desk();
        desk.Write("homes.csv", text);

        await desk.RefusedAsync(1, says, ["draw", "homes.csv", "--strata", "ward", .. Draw]);
    }

    [Fact]
    public async Task A_cell_that_never_ends_is_named_with_its_line_and_read_no_further()
    {
        using var desk = new Desk();
        desk.Write("homes.csv", "household,ward\nH1,\"" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"H{i},A\n")));

        await desk.RefusedAsync(
            1,
            "homes.csv, line 2: a quotation mark opens here that is never closed",
            ["draw", "homes.csv", "--strata", "ward", .. Draw]
        );
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_is_a_folder_is_named_by_every_command()
    {
        using var desk = new Desk();
        desk.Write("counts.csv", "variable,category,count\nward,A,1\n");
        string[][] commands =
        [
            ["draw", "FILE", .. Draw],
            ["weigh", "FILE", "--targets", "counts.csv", "--out", "out.csv"],
            ["estimate", "FILE", "--value", "TP01", "--satisfied", "1", "--base", "1,2"],
            ["representativeness", "FILE", "--population", "counts.csv"],
            ["tsm", "FILE"],
        ];
        foreach (var command in commands)
        {
            await desk.RefusedAsync(2, "There is no file nowhere.csv.", [.. command.Select(word => word == "FILE" ? "nowhere.csv" : word)]);
        }
        await desk.RefusedAsync(2, "is a folder. Name the file in it.", "tsm", ".");
        await desk.RefusedAsync(2, "There is no file nowhere.csv.", "representativeness", "counts.csv", "--population", "nowhere.csv");
    }

    [Fact]
    public async Task A_file_that_comes_through_a_pipe_is_read_like_any_other()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in folders here.");
        using var desk = new Desk();
        using var made = System.Diagnostics.Process.Start("mkfifo", desk.PathOf("pipe.csv"));
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        var written = Task.Run(
            () => File.WriteAllText(desk.PathOf("pipe.csv"), "response,TP01\nr1,1\nr2,5\n"),
            TestContext.Current.CancellationToken
        );

        var ended = await desk.DoneAsync("tsm", "pipe.csv");

        await written;
        Assert.Contains("pipe.csv: 2 responses, unweighted", ended.Out);
        Assert.Contains("50.0%", ended.Out);
    }

    [Fact]
    public async Task Help_names_the_first_column_of_each_file_that_is_read()
    {
        using var desk = new Desk();
        foreach (var command in new[] { "draw", "weigh", "estimate", "representativeness", "tsm" })
        {
            var help = await desk.DoneAsync(command, "--help");
            Assert.Contains("first column names", help.Out.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal));
        }
        Assert.Contains("variable, category and count", (await desk.DoneAsync("weigh", "--help")).Out);
    }

    [Fact]
    public async Task Six_hundred_thousand_rows_are_weighted_to_six_margins_within_a_quarter_of_a_gigabyte()
    {
        const int Rows = 600_000;
        using var desk = new Desk();
        using (var file = new StreamWriter(desk.PathOf("many.csv")))
        {
            file.Write("response,a,b,c,d,e,f\n");
            for (var i = 0; i < Rows; i++)
            {
                file.Write($"r{i},{i % 2},{i % 3},{i % 5},{i % 7},{i % 11},{i % 13}\n");
            }
        }
        var targets = new StringBuilder("variable,category,count\n");
        foreach (var (name, size) in "abcdef".Zip([2, 3, 5, 7, 11, 13]))
        {
            // each category but the first a little more than it has, the first the rest
            for (var k = 0; k < size; k++)
            {
                targets.Append(
                    $"{name},{k},{(k == 0 ? 3_003_000 - ((size - 1) * (3_003_000 / size - 1_000)) : 3_003_000 / size - 1_000)}\n"
                );
            }
        }
        desk.Write("targets.csv", targets.ToString());
        string[] words = ["weigh", "many.csv", "--targets", "targets.csv", "--out", "weighted.csv", "--format", "json"];
        using var process = CommandLine.Start(desk.Folder, words, heap: 256 << 20);

        var ended = await CommandLine.EndAsync(process, string.Join(' ', words));

        Assert.True(ended.Code == 0, ended.ToString());
        Assert.True(ended.Json.GetProperty("converged").GetBoolean());
        Assert.Equal(Rows + 1, File.ReadLines(desk.PathOf("weighted.csv")).Count());
        Assert.True(ended.Json.GetProperty("weights").GetProperty("most").GetDouble() > 1);
    }
}
