// What may be right but should be looked at before it is published: each warning by name.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Management;

internal abstract record Warning(Line Line, string Words);

internal sealed record TargetMissing(Line Line)
    : Warning(Line, $"{Line.Called}: the target is missing. It must be published beside the figure, so the figure cannot go without it");

internal sealed record ComplaintsDiffer(Line Line, int Answered, int Made)
    : Warning(
        Line,
        $"{Line.Called} is of {Insight.Words.Whole(Answered)} complaints, but CH01 part {Line.Measure.Part} says {Insight.Words.Whole(Made)} were made. The regulator expects the same number in both"
    );

internal sealed record HomesDiffer(Line Line, int Complaints, int Neighbourhoods)
    : Warning(
        Line,
        $"{Line.Measure.Called} is of {Insight.Words.Whole(Neighbourhoods)} homes, but complaints (CH01) are of {Insight.Words.Whole(Complaints)}. Both are the homes you owned at year end"
    );

internal sealed record PartsDiffer(Line Line, int One, int Two)
    : Warning(
        Line,
        $"{Line.Called} is of {Insight.Words.Whole(Two)} homes, but part 1 is of {Insight.Words.Whole(One)}. Both are the homes you owned at year end"
    );

internal sealed record HomesUnlikeTheRegister(Line Line, int Homes, int Register)
    : Warning(
        Line,
        $"{Line.Called} is of {Insight.Words.Whole(Homes)} homes; the tenant list has {Insight.Words.Whole(Register)} running tenancies today. That is more than 10% apart"
    );

internal sealed record FewSafe(Line Line, string Figure)
    : Warning(
        Line,
        $"{Line.Called} is {Figure}. Most landlords are at 99.5% or more. Check that homes were counted, not buildings or checks"
    );

internal sealed record UnlikeLastYear(Line Line, string Now, string Then, string Year)
    : Warning(Line, $"{Line.Called} is {Now}; in {Year} it was {Then}. It changed by more than half");

internal static class Warnings
{
    public static IEnumerable<Warning> Of(YearOfFigures figures, YearOfFigures before, IReadOnlyDictionary<StockType, int> register)
    {
        foreach (var line in figures.Asked)
        {
            if (figures[line] is not { Applies: true } counted)
            {
                continue;
            }
            foreach (var warning in ByItself(line, counted).Concat(Beside(line, counted, figures)))
            {
                yield return warning;
            }
            if (
                !line.IsShare
                && counted.Denominator is { } homes
                && register.TryGetValue(line.Stock, out var known)
                && known > 0
                && Math.Abs(homes - known) * 10L > known
            )
            {
                yield return new HomesUnlikeTheRegister(line, homes, known);
            }
            if (
                line.Work(counted) is { } now
                && before.Find(line.Key) is { } then
                && then.Work(before[then]) is { } was and > 0
                && Math.Abs(now - was) * 2 > was
            )
            {
                yield return new UnlikeLastYear(line, line.Say(counted), then.Say(before[then]), before.Year.Name);
            }
        }
    }

    private static IEnumerable<Warning> ByItself(Line line, Counted counted)
    {
        if (line.Measure.Target is not null && counted.Target is null)
        {
            yield return new TargetMissing(line);
        }
        // held unrounded: 89.96% is under 90
        if (line.Measure.Code.StartsWith("BS", StringComparison.Ordinal) && counted.Numerator * 10L < counted.Denominator * 9L)
        {
            yield return new FewSafe(line, line.Say(counted));
        }
    }

    private static IEnumerable<Warning> Beside(Line line, Counted counted, YearOfFigures figures)
    {
        if (
            line.Is("CH02")
            && counted.Denominator is { } answered
            && figures.Of("CH01", line.Measure.Part, line.Stock)?.Numerator is { } made
            && answered != made
        )
        {
            yield return new ComplaintsDiffer(line, answered, made);
        }
        if (
            line.Measure.Part == 2
            && (line.Is("CH01") || line.Is("NM01"))
            && counted.Denominator is { } two
            && figures.Of(line.Measure.Code, 1, line.Stock)?.Denominator is { } one
            && one != two
        )
        {
            yield return new PartsDiffer(line, one, two);
        }
        if (line.Is("NM01", 1) && counted.Denominator is { } homes && Complaints(figures) is { } owned && owned != homes)
        {
            yield return new HomesDiffer(line, owned, homes);
        }
    }

    /// <summary>The homes of CH01 part 1, rental and ownership together; null until every line that applies has them.</summary>
    private static int? Complaints(YearOfFigures figures)
    {
        var lines = figures.Asked.Where(line => line.Is("CH01", 1)).ToList();
        return lines.All(line => figures[line] is { Applies: false } or { Denominator: not null })
            ? lines.Sum(line => figures[line]!.Denominator ?? 0)
            : null;
    }
}
