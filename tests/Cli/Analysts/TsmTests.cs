// hearth tsm: the measures from rows, and rows that contradict themselves.
using System.Text.Json;

namespace Hearth.Cli.Tests.Analysts;

public sealed class TsmTests
{
    [Fact]
    public async Task An_answer_behind_a_no_is_left_out_and_told_with_its_line()
    {
        using var desk = new Desk();
        desk.Write(
            "responses.csv",
            """
            response,TP01,TP02_filter,TP02,TP03,TP10_filter,TP10
            r1,1,yes,1,2,yes,5
            r2,2,no,1,1,na,
            r3,5,No,,na,don't know,1
            r4,3,,3,,yes,
            r5,,YES,4,4,no,na

            """
        );

        var ended = await desk.DoneAsync("tsm", "responses.csv", "--format", "json");
        var text = await desk.DoneAsync("tsm", "responses.csv");

        var measures = Measures(ended);
        Assert.Equal([1m, 0, 0, 1, 0], Counts(measures["TP02"]));
        Assert.Equal([0m, 1, 0, 1, 0], Counts(measures["TP03"]));
        Assert.Equal([0m, 0, 0, 0, 1], Counts(measures["TP10"]));
        Assert.Equal((2, 2, 1), (N(measures["TP02"], "filterYes"), N(measures["TP02"], "filterNo"), N(measures["TP10"], "noAnswer")));
        Assert.Equal(
            ["TP02 1: 3", "TP02 1: 5", "TP03 1: 3", "TP10 1: 4"],
            ended
                .Json.GetProperty("leftOut")
                .EnumerateArray()
                .Select(left =>
                    $"{left.GetProperty("measure")} {left.GetProperty("rows")}: {string.Join(',', left.GetProperty("lines").EnumerateArray())}"
                )
        );
        Assert.Contains("TP02_filter says no and an answer stands behind it in TP03: the answer is left out (1 row: line 3).", text.Out);
        Assert.Equal(["TP04", "TP05", "TP06", "TP07", "TP08", "TP09", "TP11", "TP12"], Texts(ended.Json.GetProperty("notAsked")));
    }

    [Fact]
    public async Task Without_a_base_there_is_no_figure_and_not_nought()
    {
        using var desk = new Desk();
        desk.Write("responses.csv", "response,TP01,TP05\nr1,4,na\nr2,5,\n");

        var ended = await desk.DoneAsync("tsm", "responses.csv", "--format", "json");
        var text = await desk.DoneAsync("tsm", "responses.csv");

        var measures = Measures(ended);
        Assert.Equal(0, measures["TP01"].GetProperty("percentage").GetDecimal());
        Assert.Equal(JsonValueKind.Null, measures["TP05"].GetProperty("percentage").ValueKind);
        Assert.Equal((1, 1), (N(measures["TP05"], "notApplicable"), N(measures["TP05"], "noAnswer")));
        Assert.Contains("no figure", text.Out);
        Assert.Contains("0.0%", text.Out);
    }

    [Fact]
    public async Task Not_applicable_where_the_regulator_does_not_offer_it_is_no_answer_and_told()
    {
        using var desk = new Desk();
        desk.Write("responses.csv", "response,TP01,TP06\nr1,1,na\nr2,na,1\nr3,2.0,5\n");

        var ended = await desk.DoneAsync("tsm", "responses.csv", "--format", "json");

        var measures = Measures(ended);
        Assert.Equal((0, 1, 2), (N(measures["TP01"], "notApplicable"), N(measures["TP01"], "noAnswer"), N(measures["TP01"], "base")));
        Assert.Equal((1, 0, 2), (N(measures["TP06"], "notApplicable"), N(measures["TP06"], "noAnswer"), N(measures["TP06"], "base")));
        Assert.Equal("3", ended.Json.GetProperty("leftOut")[0].GetProperty("lines")[0].ToString());
    }

    [Fact]
    public async Task A_filter_that_has_no_column_is_told_and_those_who_answered_count()
    {
        using var desk = new Desk();
        desk.Write("responses.csv", "response,TP09\nr1,1\nr2,5\nr3,\n");

        var ended = await desk.DoneAsync("tsm", "responses.csv");

        Assert.Contains("There is no column TP09_filter: everyone who answered is taken to have been asked.", ended.Out);
        Assert.Contains("50.0%", ended.Out);
        var measure = Measures(await desk.DoneAsync("tsm", "responses.csv", "--format", "json"))["TP09"];
        Assert.Equal(JsonValueKind.Null, measure.GetProperty("filterYes").ValueKind);
        Assert.Equal(JsonValueKind.Null, measure.GetProperty("unweighted").GetProperty("filterNo").ValueKind);
    }

    [Theory]
    [InlineData("response,TP01\nr1,6\n", "responses.csv, line 2, column TP01: “6” is no answer. Enter 1")]
    [InlineData("response,TP01\nr1,Very satisfied\n", "line 2, column TP01: “Very satisfied” is no answer")]
    [InlineData(
        "response,TP02_filter,TP02\nr1,perhaps,1\n",
        "line 2, column TP02_filter: “perhaps” is neither yes nor no. Enter yes or no"
    )]
    [InlineData(
        "response,TP01,weight\nr1,1,1\nr2,2,heavy\n",
        "line 3, column weight: “heavy” is no number. Enter the weight of this response"
    )]
    [InlineData("response,TP01,weight\nr1,1,\n", "line 2, column weight: the cell is empty")]
    [InlineData("response,TP01,weight\nr1,1,-0.5\n", "line 2, column weight: -0.5 is no weight. Enter a number above 0")]
    [InlineData("response,TP01,weight\nr1,1,2\nr2,1,0\n", "line 3, column weight: 0 is no weight. Enter a number above 0")]
    [InlineData("response,TP01,weight\nr1,1,1e300\n", "column weight: “1e300” is no number")]
    [InlineData("response,Q1\nr1,1\n", "there is no column TP01 to TP12. There are: response, Q1.")]
    [InlineData("response,TP01\n", "there are no rows below the header row")]
    public async Task A_cell_that_is_no_answer_is_refused_with_its_line_and_column(string rows, string says)
    {
        using var desk = new Desk();
        desk.Write("responses.csv", rows);

        await desk.RefusedAsync(1, says, "tsm", "responses.csv", "--format", "json");
    }

    [Fact]
    public async Task A_million_responses_are_counted_in_little_memory()
    {
        const int Rows = 1_000_000;
        using var desk = new Desk();
        using (var file = new StreamWriter(desk.PathOf("million.csv")))
        {
            file.Write("response,TP01,TP02_filter,TP02,TP05,weight\n");
            for (var i = 0; i < Rows; i++)
            {
                file.Write(
                    $"r{i},{i % 5 + 1},{(i % 2 == 0 ? "yes" : "no")},{(i % 2 == 0 ? i % 3 + 1 : "")},{(i % 4 == 0 ? "na" : 1)},{(i % 2 == 0 ? "0.5" : "1.5")}\n"
                );
            }
        }
        // a heap of 64 megabytes is less than the texts of one of its columns would take
        string[] words = ["tsm", "million.csv", "--format", "json"];
        using var process = CommandLine.Start(desk.Folder, words, heap: 64 << 20);

        var ended = await CommandLine.EndAsync(process, string.Join(' ', words));

        Assert.True(ended.Code == 0, ended.ToString());
        Assert.Equal(Rows, ended.Json.GetProperty("responses").GetInt32());
        Assert.Equal(Rows, ended.Json.GetProperty("sumOfWeights").GetDecimal());
        var measures = Measures(ended);
        Assert.Equal(40m, measures["TP01"].GetProperty("percentage").GetDecimal());
        Assert.Equal(250_000m, measures["TP02"].GetProperty("base").GetDecimal());
        Assert.Equal(500_000m, measures["TP02"].GetProperty("unweighted").GetProperty("base").GetDecimal());
    }

    private static Dictionary<string, JsonElement> Measures(Ended ended) =>
        ended.Json.GetProperty("measures").EnumerateArray().ToDictionary(found => found.GetProperty("code").GetString()!);

    private static IEnumerable<decimal> Counts(JsonElement measure) =>
        measure.GetProperty("counts").EnumerateArray().Select(count => count.GetDecimal());

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(text => text.GetString());

    private static int N(JsonElement measure, string name) => (int)measure.GetProperty(name).GetDecimal();
}
