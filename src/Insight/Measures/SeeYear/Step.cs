// What a reporting year needs before its figures are out, step by step, and how far each has come.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Published;
using Hearth.Insight.Measures.Return;
using Hearth.Storage.Public;

namespace Hearth.Insight.Measures.SeeYear;

/// <param name="Says">How far it has come.</param>
/// <param name="Done">Nothing is left to do here.</param>
/// <param name="Waits">It is nobody's turn yet: something before it, or the year's end, comes first.</param>
/// <param name="MayWrite">Only for those who may change the year.</param>
/// <param name="InField">Answers still come in.</param>
internal sealed record Step(
    string Name,
    string Href,
    string Says,
    bool Done,
    bool Waits = false,
    bool MayWrite = false,
    bool InField = false
);

internal static class Steps
{
    public static IReadOnlyList<Step> Of(YearToReport report)
    {
        var year = report.Year;
        var checks = Checks.Of(report);
        var frozen = report.Stocks.Count > 0 && report.Stocks.All(stock => stock.Facts.Edition is not null);
        var upToDate = report.Last is { } version && Bodies.IsWhatStands(version, report);
        var ended = year.HasEnded(report.Today);
        var inTheWay = checks.Count(check => check.Blocks && check.ForReaders);
        var ofReturn = checks.Count(check => check.Blocks);
        var last = LastDay(report);
        return
        [
            new(
                "What tenants said",
                $"{year.Home()}/tenants-said",
                Said(report) + (last is { } until ? $". Answers are taken until {Words.Day(until)}" : ""),
                last is null && report.Stocks.Count > 0 && report.Stocks.All(Enough),
                InField: last is not null
            ),
            new("Management figures", year.Address, Counted(report), !report.Management.Wanting.Any(), !ended),
            new(
                "Frozen editions",
                $"{year.Home()}/editions",
                Frozen(report),
                frozen,
                report.Stocks.Count == 0 || last is not null,
                MayWrite: true
            ),
            new(
                "Summary of approach",
                year.Approach(),
                Approach(report),
                report.Stocks.Count > 0 && report.Stocks.All(stock => !stock.Approach.Wanting.Any() && !stock.Approach.Stale.Any()),
                report.Stocks.Count == 0
            ),
            new(
                "Published for tenants",
                year.Publish(),
                report.Last is null ? InTheWay(inTheWay, "Not published")
                    : upToDate ? $"Version {report.Last.Number}, {Words.Day(report.Last.PublishedAt.DayInLondon())}"
                    : $"Version {report.Last.Number} differs from what stands now",
                upToDate,
                report.Last is null && !ended,
                MayWrite: true
            ),
            new("The return to the regulator", year.Return(), InTheWay(ofReturn, "Ready to leave"), ended && ofReturn == 0, !ended),
        ];
    }

    private static bool Enough(StockToReport stock) => !stock.Facts.MissedTheSample;

    /// <summary>The last day of a survey that still takes answers; null where every one has closed or its figures are frozen.</summary>
    private static DateOnly? LastDay(YearToReport report) =>
        report
            .Stocks.Where(stock => stock.Facts.Edition is null)
            .SelectMany(stock => stock.Facts.Figures.Surveys)
            .Where(survey => survey.LastDay >= report.Today)
            .Select(survey => (DateOnly?)survey.LastDay)
            .Max();

    private static string Said(YearToReport report) =>
        report.Stocks.Count == 0
            ? "No survey with the regulator’s measures in this year"
            : Each(
                report,
                stock =>
                    $"{Words.Whole(stock.Facts.Figures.Responses)} homes of {Words.Whole(stock.Facts.Figures.RequiredRoundedUp)} needed"
            );

    private static string Frozen(YearToReport report) =>
        report.Stocks.Count == 0
            ? "Nothing to freeze yet"
            : Each(
                report,
                stock =>
                    stock.Facts.Edition is { } edition
                        ? $"edition {edition.Number}, {Words.Day(edition.FrozenAt.DayInLondon())}"
                        : "not frozen"
            );

    private static string Approach(YearToReport report)
    {
        var (missing, stale) = (
            report.Stocks.Sum(stock => stock.Approach.Wanting.Count()),
            report.Stocks.Sum(stock => stock.Approach.Stale.Count())
        );
        return report.Stocks.Count == 0 ? "Made from what happens in the field"
            : missing > 0 ? $"{Words.Count(missing, "point needs", "points need")} your words"
            : stale > 0 ? $"{Words.Count(stale, "point", "points")} to read again"
            : "Whole";
    }

    private static string Counted(YearToReport report) =>
        $"{Words.Whole(report.Management.Whole.Count())} of {Words.Whole(report.Management.Asked.Count())} are complete";

    private static string InTheWay(int checks, string otherwise) =>
        checks == 0 ? otherwise : $"{Words.Count(checks, "check stands", "checks stand")} in the way";

    /// <summary>Said once where there is one stock, by name where there are several.</summary>
    private static string Each(YearToReport report, Func<StockToReport, string> say)
    {
        if (report.Stocks is [var one])
        {
            var said = say(one);
            return char.ToUpperInvariant(said[0]) + said[1..];
        }
        return string.Join("; ", report.Stocks.Select(stock => $"{StockWords.Of(stock.Stock)}: {say(stock)}"));
    }
}
