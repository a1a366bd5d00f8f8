// One figure over the waves of a series: what it was each time, and whether it moved by more than chance.
using System.Globalization;
using Hearth.Statistics;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Trends;

/// <summary>The figure in one wave.</summary>
/// <param name="People">How many; null where too few answered to show it.</param>
internal sealed record Point(ResultsNow Wave, Question Question, int? People, int Base)
{
    public bool Hidden => People is null;

    /// <summary>A share is given from 30 answers on.</summary>
    public bool TooFew => !Hidden && Base < GroupTable.FewestForShare;

    public decimal? Percent => Hidden || TooFew ? null : Rounding.Percentage(People!.Value, Base);

    public ProportionInterval? Range =>
        Percent is null
            ? null
            : Proportion.Wilson(
                People!.Value,
                Base,
                population: Question.ShowIfQuestionId is null && Wave.Population >= Base ? Wave.Population : null
            );
}

/// <param name="Chance">How often chance alone makes as large a change somewhere among all changes on the page.</param>
internal sealed record Change(Point From, Point To, DifferenceInterval Apart, double Chance)
{
    public bool IsClear => Chance < 0.05;

    private static CultureInfo British => CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What may be said of it.</summary>
    public string Words
    {
        get
        {
            var (way, low, high) = Apart.Estimate >= 0 ? ("up", Apart.Lower, Apart.Upper) : ("down", -Apart.Upper, -Apart.Lower);
            var points = string.Create(British, $"{100 * Math.Abs(Apart.Estimate):0.0} points");
            var since = From.Wave.Survey.LastDay.Written();
            return IsClear
                ? string.Create(
                    British,
                    $"It went {way} by {points} since {since} (from {100 * low:0.0} to {100 * high:0.0}): more than chance would make."
                )
                : $"No clear change since {since}: {points} {way} is within what chance makes. Do not call it a rise or a fall.";
        }
    }
}

/// <param name="Name">“Satisfied”, or the answer.</param>
/// <param name="Points">The earliest first.</param>
internal sealed record Trend(Question Question, string Name, IReadOnlyList<Point> Points)
{
    /// <summary>From each wave to the next, where both can be shown.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>What else changed between waves that could explain it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The figures of a question: its score, or the share of each answer.</summary>
    public static IEnumerable<Trend> Of(Question question, IReadOnlyList<(ResultsNow Wave, Question Question)> waves)
    {
        if (QuestionResult.HasScore(question))
        {
            yield return new Trend(
                question,
                question.TopTwoName(),
                [.. waves.Select(w => Of(w.Wave, w.Question, result => result.Score is { } score ? (int)score.Satisfied : null))]
            );
            yield break;
        }
        // with two answers the one says what the other does
        var counted = question.Options.Where(option => !option.NotApplicable).ToList();
        foreach (var option in question.Kind == QuestionKind.SingleChoice && counted.Count == 2 ? counted.Take(1) : counted)
        {
            yield return new Trend(
                question,
                option.Label,
                [
                    .. waves.Select(w =>
                        Of(w.Wave, w.Question, result => result.Options.FirstOrDefault(o => o.Option.Code == option.Code)?.People)
                    ),
                ]
            );
        }
    }

    private static Point Of(ResultsNow wave, Question question, Func<QuestionResult, int?> people)
    {
        var result = wave.Snapshot.Of(question);
        return new Point(wave, question, result.TooFew || result.Base < QuestionResult.Fewest ? null : people(result), result.Base);
    }
}
