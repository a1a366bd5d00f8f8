// Turns results into the charts and tables of the design, with their findings in words.
using System.Globalization;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Statistics;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Results;

internal static class Charted
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public const string WhyHidden =
        "[c] Hidden to protect people: fewer than 10 answered, or it would give such a number away. [u] Too few to give a share: under 30.";

    /// <summary>What the top two answers of a scale are called.</summary>
    public static string TopTwoName(this Question question) =>
        question.Options.Count > 0 && question.Options[0].Label.Contains("agree", StringComparison.OrdinalIgnoreCase)
            ? "Agree"
            : "Satisfied";

    /// <summary>The regulator's code with the question, or the question itself.</summary>
    public static string Name(this Question question) => question.Code() is { } code ? $"{code}: {question.Text}" : question.Text;

    /// <summary>The regulator's code of a measure; null for a question of the landlord's own, and for one that only decides who is asked.</summary>
    public static string? Code(this Question question) => QuestionResult.HasScore(question) ? question.Measure : null;

    public static string Percent(decimal? percent) => percent is { } value ? value.ToString("0.0", British) + "%" : "[u]";

    /// <summary>A share as it is told to tenants: so many in a hundred.</summary>
    public static string InAHundred(decimal percent) => decimal.Round(percent, 0, MidpointRounding.AwayFromZero).ToString("0", British);

    public static string Whole(int? number) => number is { } value ? value.ToString("N0", British) : "[c]";

    public static string Number(decimal number) => number.ToString("#,0.##", British);

    /// <summary>“61.1 to 66.5”, in per cent.</summary>
    public static string Range(ProportionInterval range) =>
        string.Create(British, $"{PerCent(range.Lower):0.0} to {PerCent(range.Upper):0.0}");

    public static decimal PerCent(double share) => decimal.Round((decimal)share * 100, 1, MidpointRounding.AwayFromZero);

    /// <summary>Five answers in one bar.</summary>
    public static Satisfaction Bar(QuestionResult result, string caption)
    {
        var score = result.Score!;
        var (top, bottom) = result.Question.TopTwoName() == "Agree" ? ("agree", "disagree") : ("are satisfied", "are dissatisfied");
        return new Satisfaction(
            caption,
            [.. result.Options.Select(o => o.People)],
            result.NotApplicable,
            Labels: [.. result.Options.Select(o => o.Option.Label)]
        )
        {
            Finding =
                result.Base == 0
                    ? "Nobody has answered yet."
                    : string.Create(
                        British,
                        $"{Rounding.Percentage(score.Satisfied, score.Base, 0):0} in 100 {top}. {Rounding.Percentage(score.Counts[3] + score.Counts[4], score.Base, 0):0} in 100 {bottom}."
                    ),
        };
    }

    /// <summary>A bar for each choice.</summary>
    public static BarRows Bars(QuestionResult result, string caption, WeightedResult? weighted = null)
    {
        var most = result.Options.MaxBy(option => option.People);
        return new BarRows(
            result.Base == 0
                ? "Nobody has answered yet."
                : $"Most often: {most!.Option.Label}, {Percent(most.Percent)} of {Whole(result.Base)} homes.",
            caption,
            weighted is null ? ["Answer", "Share", "Homes"] : ["Answer", "Share", "Homes", "Weighted share"],
            [
                .. result.Options.Select(
                    (o, i) =>
                        new BarRow(
                            o.Option.Label,
                            (double)(o.Percent ?? 0),
                            Percent(o.Percent),
                            More: weighted is null
                                ? [Whole(o.People)]
                                : [Whole(o.People), weighted.Shares[i] is { } share ? Percent(share) : "[c]"]
                        )
                ),
            ],
            Most: 100,
            Note: Notes(result)
        );
    }

    /// <summary>A ranking by Borda's points, with first choices and mean places.</summary>
    public static BarRows Ranked(QuestionResult result, string caption) =>
        new(
            result.Base == 0 ? "Nobody has answered yet." : $"{result.Ranking![0].Option.Label} comes out on top.",
            caption,
            ["Choice", "Points in 100", "Put first by", "Mean place"],
            [
                .. result.Ranking!.Select(one => new BarRow(
                    one.Option.Label,
                    (double)one.InAHundred,
                    InAHundred(one.InAHundred),
                    More: [Whole(one.Firsts), one.MeanPlace is { } place ? place.ToString("0.0", British) : "[c]"]
                )),
            ],
            Most: 100,
            Note: "Points by Borda’s count: the first of a home’s order gets most, the last none, and choices without a place share what is left. 100 would be first in every home."
        );

    /// <summary>Shares of a score by group, with their ranges, beside the whole.</summary>
    public static DotPlot Dots(QuestionResult result, GroupTable table, string landlord)
    {
        var whole = result.Score!.Percent ?? 0;
        var rows = table.Rows.Select(row => Dot(row)).ToList();
        var apart = rows.Where(row => row.Marker is null && (whole < row.Low || whole > row.High)).Select(row => row.Name).ToList();
        var kind = table.Grouping == Grouping.Ward ? "ward" : "group";
        var finding =
            rows.TrueForAll(row => row.Marker is not null) ? $"Too few have answered to compare {kind}s."
            : apart.Count == 0 ? $"No {kind} is clearly different from the whole."
            : apart.Count == 1 ? $"Only {apart[0]} is clearly different from the whole."
            : $"{string.Join(", ", apart.SkipLast(1))} and {apart[^1]} are clearly different from the whole.";
        return new DotPlot(
            finding,
            $"{result.Question.TopTwoName()}, by {table.Grouping.Title().ToLower(British)}",
            table.Grouping.Title(),
            rows,
            (double)whole,
            $"{landlord}, {Percent(whole)}",
            Note: table.AnyHidden || table.AnyTooFew ? WhyHidden : null
        );
    }

    /// <summary>A question's answers by group as a table.</summary>
    public static FiguresTable Table(GroupTable table) =>
        new(
            table.Grouping.Title(),
            ["Group", "Homes", .. table.Columns],
            [
                .. table.Rows.Select(row => new FiguresRow(
                    row.Name,
                    [Whole(row.People), .. row.Shares.Select(share => Cell(share, table.Columns[0] == "Mean"))]
                )),
            ]
        );

    /// <summary>Who answered, by group.</summary>
    public static BarRows Response(Grouping grouping, IReadOnlyList<GroupResponse> rows, Snapshot snapshot)
    {
        var all = Rounding.Percentage(snapshot.Count, snapshot.Asked.Total) ?? 0;
        if (grouping == Grouping.Channel)
        {
            return new BarRows(
                grouping.Title(),
                "Answers by channel",
                ["Channel", "Share", "Homes"],
                [
                    .. rows.Select(r =>
                    {
                        var share = r.Answered is { } n ? Rounding.Percentage(n, snapshot.Count) : null;
                        return new BarRow(
                            r.Name,
                            (double)(share ?? 0),
                            Percent(share),
                            Marker: r.Answered is null ? Marker.Hidden : null,
                            More: [Whole(r.Answered)]
                        );
                    }),
                ],
                Most: 100
            );
        }
        return new BarRows(
            grouping.Title(),
            $"Homes that answered, by {grouping.Title().ToLower(British)}",
            [grouping.Title(), "Answered", "Homes that answered", "Homes asked"],
            [
                .. rows.Select(r => new BarRow(
                    r.Name,
                    (double)(r.Percent ?? 0),
                    Percent(r.Percent),
                    Marker: r.Percent is null ? Marker.Hidden : null,
                    More: [Whole(r.Answered), Whole(r.Asked)]
                )),
            ],
            (double)all,
            $"All homes, {Percent(all)}",
            rows.Max(r => r.Percent) switch
            {
                > 50 => 100,
                > 25 => 50,
                _ => 25,
            }
        );
    }

    public static string? Notes(QuestionResult result) =>
        result.NotApplicable > 0
            ? $"{Whole(result.NotApplicable)} more said it does not apply or that they do not know. They are left out of the shares."
            : null;

    private static DotRow Dot(GroupRow row) =>
        row.Shares[0] switch
        {
            { Hidden: true } => new(row.Name, 0, 0, 0, 0, Marker.Hidden),
            { Value: null } => new(row.Name, 0, 0, 0, row.People ?? 0, Marker.TooFew),
            var share => new(row.Name, share.Value!.Value, share.Low!.Value, share.High!.Value, row.People!.Value),
        };

    private static string Cell(GroupShare share, bool mean) =>
        share.Hidden ? "[c]"
        : share.Value is null ? "[u]"
        : mean ? Number(share.Value.Value)
        : Percent(share.Value);
}
