// hearth sample-size: the requirement, its band, what was achieved.
namespace Hearth.Cli.Tests.Analysts;

public sealed class SampleSizeTests
{
    [Theory]
    [InlineData(2_499, 0.05, 0, 2_499)]
    [InlineData(2_500, 0.04, 2_500, 9_999)]
    [InlineData(9_999, 0.04, 2_500, 9_999)]
    [InlineData(10_000, 0.03, 10_000, 24_999)]
    [InlineData(24_999, 0.03, 10_000, 24_999)]
    [InlineData(25_000, 0.02, 25_000, null)]
    public async Task The_band_changes_where_the_regulator_changes_it(int population, double margin, int from, int? to)
    {
        using var desk = new Desk();

        var answer = (await desk.DoneAsync("sample-size", "--population", $"{population}", "--format", "json")).Json;

        var band = answer.GetProperty("band");
        Assert.Equal(margin, band.GetProperty("margin").GetDouble());
        Assert.Equal(margin, answer.GetProperty("margin").GetDouble());
        Assert.Equal((from, to), (band.GetProperty("from").GetInt32(), to is null ? null : band.GetProperty("to").GetInt32()));
        // Cochran's formula, by hand
        var n0 = 1.96 * 1.96 * 0.25 / (margin * margin);
        Assert.Equal(n0 / (1 + (n0 / population)), answer.GetProperty("requiredExact").GetDouble(), 1e-9);
        Assert.Equal((int)Math.Ceiling(n0 / (1 + (n0 / population))), answer.GetProperty("required").GetInt32());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.GetProperty("achievedMargin").ValueKind);
    }

    [Fact]
    public async Task It_is_said_in_plain_words_what_is_required_and_what_was_achieved()
    {
        using var desk = new Desk();

        var enough = await desk.DoneAsync("sample-size", "--population", "7196", "--responses", "1068");
        var few = await desk.DoneAsync("sample-size", "--population", "7196", "--responses", "500");

        Assert.Equal(
            """
            7,196 households: the regulator asks for ±4.0 points (from 2,500 to 9,999).
            Required: 555 answers (554.035466 before rounding up) for ±4.0 points.
            Achieved: 1,068 answers, ±2.77 points.
            That is enough.

            """,
            enough.Out
        );
        Assert.Contains("Still needed: 55.", few.Out);
    }

    [Theory, InlineData("0.03"), InlineData("3%"), InlineData("3")]
    public async Task Another_accuracy_can_be_asked_for_as_a_fraction_or_in_points(string margin)
    {
        using var desk = new Desk();

        var answer = (await desk.DoneAsync("sample-size", "--population", "7196", "--margin", margin, "--format", "json")).Json;

        Assert.Equal(930, answer.GetProperty("required").GetInt32());
        Assert.Equal(0.04, answer.GetProperty("band").GetProperty("margin").GetDouble());
    }

    [Fact]
    public async Task Where_nobody_answered_there_is_no_margin_and_where_everyone_did_it_is_nought()
    {
        using var desk = new Desk();

        var nobody = await desk.DoneAsync("sample-size", "--population", "120", "--responses", "0");
        var more = await desk.DoneAsync("sample-size", "--population", "120", "--responses", "130");

        Assert.Contains("Achieved: 0 answers, no figure.", nobody.Out);
        Assert.Contains("±0.0 points", more.Out);
        Assert.Contains("More answered than there are households. Check both numbers.", more.Out);
    }

    [Theory]
    [InlineData("--population", "-5")]
    [InlineData("--population", "many")]
    [InlineData("--population", "7196.5")]
    [InlineData("--population", "7,196")]
    [InlineData("--population", "99999999999")]
    [InlineData("--population", "7196", "--margin", "0")]
    [InlineData("--population", "7196", "--margin", "100%")]
    [InlineData("--population", "7196", "--margin", "four")]
    [InlineData("--population", "7196", "--margin", "0,04")]
    [InlineData("--population", "7196", "--responses", "-1")]
    [InlineData("--margin", "0.04")]
    public async Task Numbers_that_make_no_sense_are_refused_in_words(params string[] words)
    {
        using var desk = new Desk();

        await desk.RefusedAsync(2, words[^2] == "--margin" && words.Length == 2 ? "--population" : words[^2], ["sample-size", .. words]);
    }
}
