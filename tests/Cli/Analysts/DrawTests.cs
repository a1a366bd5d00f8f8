// hearth draw: by lot, by strata, the same again from the seed, and nothing of a file changed that is there.
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hearth.Cli.Tests.Analysts;

public sealed class DrawTests
{
    [Fact]
    public async Task A_draw_replayed_with_its_seed_gives_the_same_bytes_and_another_seed_another_sample()
    {
        using var desk = new Desk();
        desk.Write("homes.csv", Homes(300));
        string[] words = ["draw", "homes.csv", "--size", "40", "--strata", "ward", "--format", "json"];

        var first = await desk.DoneAsync([.. words, "--seed", "40217", "--out", "first.csv"]);
        await desk.DoneAsync([.. words, "--seed", "40217", "--out", "again.csv"]);
        await desk.DoneAsync([.. words, "--seed", "40218", "--out", "other.csv"]);

        Assert.Equal(File.ReadAllBytes(desk.PathOf("first.csv")), File.ReadAllBytes(desk.PathOf("again.csv")));
        Assert.NotEqual(File.ReadAllBytes(desk.PathOf("first.csv")), File.ReadAllBytes(desk.PathOf("other.csv")));
        var drawn = desk.ReadLines("first.csv");
        Assert.Equal(41, drawn.Length);
        Assert.Equal("household,ward,score", drawn[0]);
        Assert.Equal(40, drawn.Skip(1).Intersect(desk.ReadLines("homes.csv")).Count());
        Assert.Equal((300, 40), (first.Json.GetProperty("population").GetInt32(), first.Json.GetProperty("size").GetInt32()));
    }

    [Fact]
    public async Task The_same_households_are_drawn_whatever_the_order_of_the_rows()
    {
        using var desk = new Desk();
        var lines = Homes(300).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        desk.Write("homes.csv", string.Join('\n', lines));
        desk.Write("turned.csv", string.Join('\n', [lines[0], .. lines.Skip(1).Reverse()]));

        await desk.DoneAsync("draw", "homes.csv", "--size", "50", "--seed", "7", "--out", "one.csv");
        await desk.DoneAsync("draw", "turned.csv", "--size", "50", "--seed", "7", "--out", "two.csv");

        Assert.Equal(desk.ReadLines("one.csv").Order(StringComparer.Ordinal), desk.ReadLines("two.csv").Order(StringComparer.Ordinal));
    }

    // 150, 100 and 50 of the wards; scores differ in Kiln End only
    [Theory]
    [InlineData("proportional", 20, 30, 10)]
    [InlineData("equal", 20, 20, 20)]
    public async Task Strata_get_what_the_allocation_gives_them(string allocation, int fennside, int kilnEnd, int marsh)
    {
        using var desk = new Desk();
        desk.Write("homes.csv", Homes(300));

        var ended = await desk.DoneAsync([
            "draw",
            "homes.csv",
            "--size",
            "60",
            "--strata",
            "ward",
            "--allocation",
            allocation,
            "--seed",
            "1",
            "--out",
            "out.csv",
            "--format",
            "json",
        ]);

        Assert.Equal([fennside, kilnEnd, marsh], Drawn(ended));
        Assert.Equal(
            [fennside, kilnEnd, marsh],
            desk.ReadLines("out.csv")
                .Skip(1)
                .GroupBy(line => line.Split(',')[1])
                .OrderBy(ward => ward.Key, StringComparer.Ordinal)
                .Select(ward => ward.Count())
        );
        var kiln = ended.Json.GetProperty("strata")[1];
        Assert.Equal(150.0 / kilnEnd, kiln.GetProperty("designWeight").GetDouble(), 1e-12);
    }

    [Fact]
    public async Task Neyman_takes_more_where_answers_differ_and_says_where_nothing_is_known_of_that()
    {
        using var desk = new Desk();
        desk.Write("homes.csv", Homes(300));
        string[] words =
        [
            "draw",
            "homes.csv",
            "--size",
            "60",
            "--strata",
            "ward",
            "--allocation",
            "neyman",
            "--seed",
            "1",
            "--format",
            "json",
        ];

        var known = await desk.DoneAsync([.. words, "--spread", "score", "--out", "known.csv"]);
        var unknown = await desk.DoneAsync([.. words, "--out", "unknown.csv"]);

        // by hand: N × S with S = 1 in Fennside, 3 in Kiln End and 2 in Marsh End: 100, 450 and 100 of 650
        Assert.Equal([9, 42, 9], Drawn(known));
        Assert.Equal([20, 30, 10], Drawn(unknown));
        Assert.Empty(known.Json.GetProperty("warnings").EnumerateArray());
        Assert.Contains("--spread names a column", unknown.Json.GetProperty("warnings")[0].GetString());
    }

    [Fact]
    public async Task Each_combination_of_two_columns_is_a_stratum()
    {
        using var desk = new Desk();
        desk.Write(
            "homes.csv",
            "household,ward,tenure\n"
                + string.Concat(Enumerable.Range(0, 40).Select(i => $"H{i},{(i % 2 == 0 ? "A" : "B")},{(i % 4 < 2 ? "rent" : "")}\n"))
        );

        var ended = await desk.DoneAsync([
            "draw",
            "homes.csv",
            "--size",
            "8",
            "--strata",
            "ward, tenure",
            "--seed",
            "3",
            "--out",
            "out.csv",
            "--format",
            "json",
        ]);

        Assert.Equal(
            ["A, (empty): 2", "A, rent: 2", "B, (empty): 2", "B, rent: 2"],
            ended.Json.GetProperty("strata").EnumerateArray().Select(one => $"{one.GetProperty("stratum")}: {one.GetProperty("drawn")}")
        );
    }

    [Fact]
    public async Task A_stratum_of_whom_nobody_was_drawn_is_named()
    {
        using var desk = new Desk();
        desk.Write(
            "homes.csv",
            "household,ward\n" + string.Concat(Enumerable.Range(0, 99).Select(i => $"H{i},Fennside\n")) + "H99,Marsh End\n"
        );

        var ended = await desk.DoneAsync("draw", "homes.csv", "--size", "10", "--strata", "ward", "--seed", "3", "--out", "out.csv");

        Assert.Contains("Nobody was drawn from Marsh End (1 household): the sample cannot speak for it.", ended.Out);
    }

    [Fact]
    public async Task A_first_column_that_does_not_tell_rows_apart_is_told_with_its_lines()
    {
        using var desk = new Desk();
        desk.Write("homes.csv", "household\nH1\nH2\nH1\nH3\n");

        var ended = await desk.DoneAsync("draw", "homes.csv", "--size", "2", "--seed", "3", "--out", "out.csv");

        Assert.Contains("household does not tell the rows apart (“H1” stands on lines 2 and 4)", ended.Out);
    }

    [Fact]
    public async Task More_than_there_are_cannot_be_drawn_and_nonsense_is_refused()
    {
        using var desk = new Desk();
        desk.Write("homes.csv", Homes(12));

        await desk.RefusedAsync(
            1,
            "homes.csv: the file has 12 rows, and --size asks for 13.",
            "draw",
            "homes.csv",
            "--size",
            "13",
            "--seed",
            "1",
            "--out",
            "out.csv"
        );
        await desk.RefusedAsync(2, "--size “0”", "draw", "homes.csv", "--size", "0", "--seed", "1", "--out", "out.csv");
        await desk.RefusedAsync(2, "--seed “-1”", "draw", "homes.csv", "--size", "3", "--seed", "-1", "--out", "out.csv");
        await desk.RefusedAsync(
            2,
            "--allocation goes with --strata",
            "draw",
            "homes.csv",
            "--size",
            "3",
            "--seed",
            "1",
            "--out",
            "out.csv",
            "--allocation",
            "equal"
        );
        await desk.RefusedAsync(
            2,
            "“ward” stands there twice",
            "draw",
            "homes.csv",
            "--size",
            "3",
            "--seed",
            "1",
            "--out",
            "out.csv",
            "--strata",
            "ward,ward"
        );
        await desk.RefusedAsync(
            1,
            "there is no column “patch”",
            "draw",
            "homes.csv",
            "--size",
            "3",
            "--seed",
            "1",
            "--out",
            "out.csv",
            "--strata",
            "patch"
        );
        await desk.RefusedAsync(
            1,
            "homes.csv, line 2, column ward: “Kiln End” is no number",
            [
                "draw",
                "homes.csv",
                "--size",
                "3",
                "--seed",
                "1",
                "--out",
                "out.csv",
                "--strata",
                "ward",
                "--allocation",
                "neyman",
                "--spread",
                "ward",
            ]
        );
    }

    [Fact]
    public async Task A_file_of_something_else_is_never_written_over()
    {
        using var desk = new Desk();
        desk.Write("homes.csv", Homes(12));
        desk.Write("sample.csv", "somebody's work");
        Directory.CreateDirectory(desk.PathOf("folder"));

        await desk.RefusedAsync(
            1,
            "sample.csv: the file exists already and has other columns. Name a new one with --out.",
            "draw",
            "homes.csv",
            "--size",
            "3",
            "--seed",
            "1",
            "--out",
            "sample.csv"
        );
        await desk.RefusedAsync(
            2,
            "--out names ./homes.csv, which is read. Name another file.",
            "draw",
            "homes.csv",
            "--size",
            "3",
            "--seed",
            "1",
            "--out",
            "./homes.csv"
        );
        await desk.RefusedAsync(2, "cannot be written", "draw", "homes.csv", "--size", "3", "--seed", "1", "--out", "folder");
        await desk.RefusedAsync(2, "cannot be written", "draw", "homes.csv", "--size", "3", "--seed", "1", "--out", "nowhere/out.csv");
    }

    [Fact]
    public async Task The_same_command_again_replaces_what_it_wrote_and_an_empty_file_is_nobodys_work()
    {
        using var desk = new Desk();
        desk.Write("homes.csv", Homes(30));
        desk.Write("out.csv", "");
        string[] words = ["draw", "homes.csv", "--size", "5", "--out", "out.csv", "--seed"];

        await desk.DoneAsync([.. words, "7"]);
        var first = desk.Read("out.csv");
        await desk.DoneAsync([.. words, "8"]);
        var other = desk.Read("out.csv");
        await desk.DoneAsync([.. words, "7"]);

        Assert.Equal(6, first.TrimEnd().Split('\n').Length);
        Assert.NotEqual(first, other);
        Assert.Equal(first, desk.Read("out.csv"));
    }

    [Fact]
    public async Task Rows_for_standard_output_stand_there_alone_and_the_report_beside()
    {
        using var desk = new Desk();
        desk.Write("homes.csv", Homes(30));
        string[] words = ["draw", "homes.csv", "--size", "5", "--seed", "7", "--format", "json", "--out"];
        await desk.DoneAsync([.. words, "out.csv"]);

        var piped = await desk.RunAsync([.. words, "-"]);

        Assert.Equal(0, piped.Code);
        Assert.Equal(desk.Read("out.csv"), piped.Out);
        Assert.Equal(5, JsonDocument.Parse(piped.Error).RootElement.GetProperty("size").GetInt32());
        Assert.Equal(["homes.csv", "out.csv"], desk.Files);
    }

    [Fact]
    public async Task Cells_that_a_spreadsheet_would_run_leave_as_words_and_all_others_as_they_were()
    {
        using var desk = new Desk();
        desk.Write(
            "homes.csv",
            "household,note\nH1,=cmd|' /C calc'!A0\nH2,-12.5\nH3,-\nH4,@SUM(A1)\nH5,\"two, with \"\"marks\"\"\"\nH6,\"two\nlines\"\nH7, spaces \n"
        );

        var ended = await desk.DoneAsync("draw", "homes.csv", "--size", "7", "--seed", "1", "--out", "out.csv");

        Assert.Equal(
            "household,note\nH1,'=cmd|' /C calc'!A0\nH2,-12.5\nH3,-\nH4,'@SUM(A1)\nH5,\"two, with \"\"marks\"\"\"\nH6,\"two\nlines\"\nH7, spaces \n",
            desk.Read("out.csv")
        );
        Assert.Contains("2 cells that a spreadsheet would run as a formula", ended.Out);
    }

    // Kiln End 150 with scores that differ by 3, Fennside 100 by 1, Marsh End 50 by 2, each half above and half below
    private static string Homes(int count)
    {
        var text = new StringBuilder("household,ward,score\n");
        for (var i = 0; i < count; i++)
        {
            var (ward, spread) =
                i % 6 < 3 ? ("Kiln End", 3.0)
                : i % 6 < 5 ? ("Fennside", 1.0)
                : ("Marsh End", 2.0);
            text.Append(CultureInfo.InvariantCulture, $"H{i:0000},{ward},{(i / 6 % 2 == 0 ? spread : -spread)}\n");
        }
        return text.ToString();
    }

    private static IEnumerable<int> Drawn(Ended ended) =>
        ended.Json.GetProperty("strata").EnumerateArray().Select(stratum => stratum.GetProperty("drawn").GetInt32());
}
