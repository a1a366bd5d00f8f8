// What a chart says in words, draws as shapes and holds in its table are the same numbers.
using System.Globalization;
using AngleSharp.Dom;
using Hearth.DesignSystem.Kit;
using Hearth.DesignSystem.Public.Charts;
using Hearth.DesignSystem.Tests.Pages;

namespace Hearth.DesignSystem.Tests.Charts;

public sealed class ChartTests
{
    private static double Pc(IElement element, string attribute) =>
        double.Parse(element.GetAttribute(attribute)!.TrimEnd('%'), CultureInfo.InvariantCulture);

    private static string[][] Table(IParentNode chart) =>
        [.. chart.QuerySelectorAll("tbody tr").Select(r => r.Children.Select(c => c.Words()).ToArray())];

    [Fact]
    public void Told_says_every_count_and_its_bar_adds_up()
    {
        var meter = Drawn.By(new ToldTagHelper { Told = new(3486, 348, 37) });
        Assert.Equal(["3,486 told", "348 waiting, in time", "37 overdue"], meter.QuerySelectorAll("li").Select(l => l.Words()));
        var parts = meter.QuerySelectorAll(".hearth-bar > rect").Where(r => r.GetAttribute("width")!.EndsWith('%')).Skip(1).ToArray();
        Assert.Equal(3, parts.Length);
        Assert.Equal(100 * 3486 / 3871d, Pc(parts[0], "width"), 0.01);
        Assert.Equal(Pc(parts[0], "width") + Pc(parts[1], "width"), Pc(parts[2], "x"), 0.02);
        Assert.Equal(100, parts.Sum(p => Pc(p, "width")), 0.02);
    }

    [Fact]
    public void Nought_told_is_said_and_nobody_to_tell_divides_by_nothing()
    {
        Assert.Equal(
            "0 told 14 overdue",
            string.Join(' ', Drawn.By(new ToldTagHelper { Told = new(0, 0, 14) }).QuerySelectorAll("li").Select(l => l.Words()))
        );
        var none = Drawn.By(new ToldTagHelper());
        Assert.Equal("0 told", none.QuerySelector("li").Words());
        Assert.Single(none.QuerySelectorAll(".hearth-bar > rect"));
    }

    // A real landlord's published counts for TP06, City of York Council 2024/25, give 46.2%; these are the screen's own.
    [Fact]
    public void Satisfaction_leaves_not_applicable_out_and_the_table_equals_the_bar()
    {
        var chart = Drawn.By(new SatisfactionTagHelper { Answers = KitModel.Listens });
        Assert.Equal("64 in 100 are satisfied. 22 in 100 are dissatisfied.", chart.QuerySelector("figcaption").Words());
        Assert.Equal(["27.7%", "36.1%", "14.5%", "12.1%", "9.6%"], chart.QuerySelectorAll(".hearth-sat__labels b").Select(b => b.Words()));
        Assert.Equal(
            [
                ["Very satisfied", "301", "27.7%"],
                ["Fairly satisfied", "392", "36.1%"],
                ["Neither satisfied nor dissatisfied", "158", "14.5%"],
                ["Fairly dissatisfied", "131", "12.1%"],
                ["Very dissatisfied", "104", "9.6%"],
                ["Counted", "1,086", "100%"],
            ],
            Table(chart)
        );
        Assert.Contains("118 more said", chart.QuerySelector(".hearth-foot-note").Words(), StringComparison.Ordinal);
        Assert.Equal([27.72, 36.10, 14.55, 12.06, 9.58], chart.QuerySelectorAll(".hearth-sat__bar rect").Select(r => Pc(r, "width")));
    }

    [Fact]
    public void Halves_are_rounded_away_from_nought()
    {
        Assert.Equal(12.5m, new Satisfaction("", [1, 7, 0, 0, 0]).ShareOf(0));
        Assert.Equal(0.1m, new Satisfaction("", [1, 1999, 0, 0, 0]).ShareOf(0));
        Assert.Equal(0m, new Satisfaction("", [0, 0, 0, 0, 0]).ShareOf(0));
    }

    [Fact]
    public void No_answers_yet_is_said()
    {
        var chart = Drawn.By(new SatisfactionTagHelper { Answers = new("TP06", [0, 0, 0, 0, 0]) });
        Assert.Equal("Nobody has answered yet.", chart.QuerySelector("figcaption").Words());
        Assert.Empty(chart.QuerySelectorAll(".hearth-sat__bar rect"));
    }

    [Fact]
    public void A_comparison_says_who_is_short_and_by_how_many()
    {
        var chart = Drawn.By(new ComparisonTagHelper { Of = KitModel.ByAge });
        var groups = chart.QuerySelectorAll(".hearth-compare__group");
        Assert.Equal(4, groups.Length);
        Assert.Equal("5 short among the involved76 short among the answers", groups[0].QuerySelector(".gap").Words());
        Assert.Contains("205 more than their share among the answers", groups[2].QuerySelector(".gap").Words(), StringComparison.Ordinal);
        Assert.Equal(12.30, Pc(groups[0].QuerySelector("line")!, "x1"));
        Assert.Equal(["12.3% (1,459)", "0% (0)", "5", "6% (72)", "76"], Table(chart)[0][1..]);
        Assert.Equal("205 over", Table(chart)[2][5]);
    }

    [Fact]
    public void A_hidden_number_is_a_marker_in_the_bar_and_in_the_table_and_is_explained()
    {
        var chart = Drawn.By(new ComparisonTagHelper { Of = KitModel.ByAge });
        var unknown = chart.QuerySelectorAll(".hearth-compare__group")[3];
        Assert.Equal("[c]", unknown.QuerySelector(".pair .hearth-marker").Words());
        Assert.Single(unknown.QuerySelector(".pair")!.QuerySelectorAll("rect"));
        Assert.Equal(["[c]", "[c]"], Table(chart)[3][2..4]);
        Assert.Contains("[c] Hidden to protect people", chart.QuerySelectorAll(".hearth-foot-note").Select(n => n.Words()));

        var bars = Drawn.By(new BarRowsTagHelper { Of = KitModel.Heard });
        Assert.Equal("[c]", bars.QuerySelectorAll(".hearth-row .v").Last().Words());
        var dots = Drawn.By(new DotPlotTagHelper { Of = KitModel.ByWard });
        Assert.Equal(["[c]", "[c]", "[c]"], Table(dots)[3][1..]);
        Assert.Equal("[c] Hidden to protect people", dots.QuerySelectorAll(".hearth-dotrow .v").Last().Words());
    }

    [Fact]
    public void Bars_start_at_nought_and_end_where_the_scale_does()
    {
        var chart = Drawn.By(new BarRowsTagHelper { Of = KitModel.Heard });
        var first = chart.QuerySelector(".hearth-row")!;
        Assert.Equal("17 in 100 19 short", first.QuerySelector(".v").Words());
        Assert.Equal(0, Pc(first.QuerySelectorAll("rect")[1], "x"));
        Assert.Equal(100 * 17 / 60d, Pc(first.QuerySelectorAll("rect")[1], "width"), 0.01);
        Assert.Equal(60, Pc(first.QuerySelector("line")!, "x1"));
        Assert.Equal(["17 in 100", "1,176", "200"], Table(chart)[0][1..]);
    }

    [Fact]
    public void What_a_bar_means_stands_under_it_and_not_in_its_table()
    {
        var of = KitModel.Heard with { Rows = [KitModel.Heard.Rows[0] with { Says = "Half do better." }, KitModel.Heard.Rows[1]] };
        var chart = Drawn.By(new BarRowsTagHelper { Of = of });
        Assert.Equal("Half do better.", chart.QuerySelectorAll(".hearth-row")[0].QuerySelector("p").Words());
        Assert.Null(chart.QuerySelectorAll(".hearth-row")[1].QuerySelector("p"));
        Assert.DoesNotContain(Table(chart), row => row.Contains("Half do better."));
    }

    [Fact]
    public void Only_a_group_whose_range_leaves_the_whole_out_is_drawn_as_different()
    {
        var chart = Drawn.By(new DotPlotTagHelper { Of = KitModel.ByWard });
        var rows = chart.QuerySelectorAll(".hearth-dotrow");
        Assert.NotNull(rows[0].QuerySelector("circle"));
        Assert.Null(rows[2].QuerySelector("circle"));
        Assert.NotNull(rows[2].QuerySelector("svg svg path"));
        Assert.Equal("47.8% 38 to 58 (92)", rows[2].QuerySelector(".v").Words());
        Assert.Equal(["47.8%", "37.6 to 58.0", "92"], Table(chart)[2][1..]);
    }

    [Fact]
    public void The_line_of_answers_ends_where_the_answers_do()
    {
        var chart = Drawn.By(new ResponseLineTagHelper { Of = KitModel.Line });
        var points = chart.QuerySelectorAll("polyline").Last().GetAttribute("points")!.Split(' ');
        Assert.Equal(KitModel.Line.SoFar.Count, points.Length);
        Assert.StartsWith("0,100", points[0], StringComparison.Ordinal);
        Assert.StartsWith("21.74,", points[^1], StringComparison.Ordinal);
        Assert.Equal(
            "318 answers by 12 Nov. 742 expected by 18 Dec, between 690 and 800. 565 needed.",
            chart.QuerySelector(".hearth-plot")!.GetAttribute("aria-label")
        );
        Assert.Equal("318", Table(chart).Single(r => r[0] == "12 Nov")[1]);
        Assert.Equal(["742 expected", "690", "800"], Table(chart).Single(r => r[0] == "18 Dec")[1..]);
    }

    [Fact]
    public void A_line_without_answers_or_days_is_still_a_chart()
    {
        var day = new DateOnly(2026, 11, 2);
        var chart = Drawn.By(new ResponseLineTagHelper { Of = new("No answers yet.", "Answers by day", day, day, []) });
        Assert.Equal("No answers yet.", chart.QuerySelector(".hearth-plot")!.GetAttribute("aria-label"));
        Assert.DoesNotContain("NaN", chart.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3412, 9412, 36, "36 in 100 homes have told")]
    [InlineData(0, 9412, 0, "0 in 100 homes have told")]
    [InlineData(1, 9412, 1, "Fewer than 1 in 100 homes have told")]
    [InlineData(94, 9412, 1, "1 in 100 homes has told")]
    [InlineData(9412, 9412, 100, "100 in 100 homes have told")]
    [InlineData(5, 0, 0, "0 in 100 homes have told")]
    public void As_many_windows_are_lit_as_the_sentence_says(int heard, int homes, int lit, string words)
    {
        var street = Drawn.By(new StreetTagHelper { Heard = heard, Homes = homes });
        Assert.Equal(lit, street.QuerySelectorAll(".hearth-lit").Length);
        Assert.Equal(100, lit + street.QuerySelectorAll("path[fill-opacity='.16']").Length);
        Assert.Contains(words, street.QuerySelector(".hearth-street__key").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_over_its_share_has_no_button_and_may_still_speak()
    {
        var cards = Drawn
            .By(
                new ShortfallTagHelper
                {
                    Of = KitModel.Short,
                    ViewContext = new() { HttpContext = new Microsoft.AspNetCore.Http.DefaultHttpContext() },
                }
            )
            .QuerySelectorAll("article");
        Assert.Equal("76 answers short", cards[0].QuerySelector(".big").Words());
        Assert.Equal("Invite 642 people", cards[0].QuerySelector(".govuk-button").Words());
        Assert.Equal("205 more than their share", cards[2].QuerySelector(".big").Words());
        Assert.Null(cards[2].QuerySelector(".govuk-button"));
        Assert.Contains("Anyone may still speak", cards[2].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_on_course_is_not_short_and_one_behind_says_by_how_many()
    {
        var rows = Table(Drawn.By(new TargetsTagHelper { Of = KitModel.Wanted }));
        Assert.Equal(["Bridgegate", "58", "85", "", "135", "On course"], rows[0]);
        Assert.Equal("Enough", rows[1][5]);
        Assert.Equal("27 short", rows[2][5]);
        Assert.Equal(["[c]", "12", "", "[c]", "Hidden to protect people"], rows[3][1..]);
    }

    [Theory]
    [InlineData(10, 20, null, 10)]
    [InlineData(10, 20, 25, 0)]
    [InlineData(10, 20, 15, 5)]
    [InlineData(30, 20, null, 0)]
    public void A_shortfall_counts_what_is_expected_where_it_is_known(int soFar, int needed, int? expected, int missing) =>
        Assert.Equal(missing, new Target("Fennside", soFar, needed, expected).Short);

    [Fact]
    public void A_hot_figure_must_say_why() =>
        Assert.Throws<InvalidOperationException>(() =>
            Drawn.By(
                new FigureTagHelper
                {
                    Number = "29",
                    Label = "short",
                    State = "hot",
                }
            )
        );

    [Fact]
    public void What_people_write_is_never_markup()
    {
        var said = Drawn.By(
            new SaidTagHelper { Of = [new(Outcome.Did, "<script>x</script>", "<b>who</b>", ["<i>p</i>"], [new("mail", "<u>all</u>")])] }
        );
        Assert.Empty(said.QuerySelectorAll("script, b, i, u"));
        Assert.Equal("“<script>x</script>”", said.QuerySelector("blockquote").Words());
    }
}
