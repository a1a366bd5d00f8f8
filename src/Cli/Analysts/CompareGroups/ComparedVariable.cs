// One variable: shares of everyone and of those who answered, rates, the distance, the test, who is short.
using Hearth.Statistics;

namespace Hearth.Cli.Analysts.CompareGroups;

/// <param name="Variable">The column.</param>
/// <param name="Population">Everyone counted.</param>
/// <param name="Responses">Those who answered and of whom it is known.</param>
/// <param name="NotKnown">Those whose cell is empty, where the counts have no empty category: they are in no share and not in the test.</param>
/// <param name="Dissimilarity">0 a perfect match, 1 none: the share of those who answered who would have to be of another group.</param>
/// <param name="DissimilarityByLuck">What drawing lots would give.</param>
/// <param name="Test">Whether luck alone could have made the gaps.</param>
/// <param name="Groups">In the order of the counts; those of whom it is not known last, without shares.</param>
/// <param name="Shortfalls">The groups that are short, the most first.</param>
internal sealed record ComparedVariable(
    string Variable,
    int Population,
    int Responses,
    int NotKnown,
    double? Dissimilarity,
    double? DissimilarityByLuck,
    FitTest Test,
    IReadOnlyList<ComparedGroup> Groups,
    IReadOnlyList<Shortfall> Shortfalls
)
{
    public const string Unknown = "(not known)";

    public static ComparedVariable Of(string variable, Representation found, int notKnown) =>
        new(
            variable,
            found.Population ?? 0,
            found.Observed,
            notKnown,
            found.Dissimilarity,
            found.DissimilarityByLuck,
            new(
                found.Test.Outcome.ToString(),
                found.Test.Statistic,
                found.Test.DegreesOfFreedom,
                found.Test.PValue,
                found.Test.SimulatedPValue,
                [.. found.MergedForTest.Select(Named)]
            ),
            [
                .. found.Groups.Select(ComparedGroup.Of),
                .. notKnown > 0 ? [ComparedGroup.OfUnknown(notKnown)] : Array.Empty<ComparedGroup>(),
            ],
            [.. found.ShortGroups.Select(group => new Shortfall(Named(group.Name), group.Shortfall, group.MoreNeededToReachShare))]
        );

    public static string Named(string category) => category.Length == 0 ? Unknown : category;

    public IEnumerable<string> Lines()
    {
        yield return $"{Variable}: {Figures.Count(Responses)} of {Figures.Count(Population)}";
        var head = new[] { "", "Everyone", "Share", "Answered", "Share", "Rate", "Short by" };
        foreach (var line in Figures.Table(head, Groups.Select(group => group.Cells())))
        {
            yield return line;
        }
        yield return $"Dissimilarity {Figures.Number(Dissimilarity, "0.000")}; drawing lots would give about {Figures.Number(DissimilarityByLuck, "0.000")}.";
        yield return Test.Words();
        if (NotKnown > 0)
        {
            yield return $"{Variable} is empty in {Figures.Of(NotKnown, "row", "rows")}: left out of shares, distance and test.";
        }
        if (Groups.FirstOrDefault(group => group.Responses > group.Population && group.Population > 0) is { } over)
        {
            yield return $"More of {over.Category} answered than there are: the two files do not match.";
        }
    }
}

internal sealed record ComparedGroup(
    string Category,
    int Population,
    int Responses,
    double? PopulationShare,
    double? ResponseShare,
    double? Rate,
    double? RateLower,
    double? RateUpper,
    int Expected,
    int Shortfall,
    int Surplus,
    long MoreNeeded
)
{
    public static ComparedGroup Of(GroupComparison group) =>
        new(
            ComparedVariable.Named(group.Name),
            group.Population ?? 0,
            group.Observed,
            group.PopulationShare,
            group.ObservedShare,
            group.Participation?.Estimate,
            group.Participation?.Lower,
            group.Participation?.Upper,
            group.Expected,
            group.Shortfall,
            group.Surplus,
            group.MoreNeededToReachShare
        );

    /// <summary>Those of whom it is not known, who are in no share.</summary>
    public static ComparedGroup OfUnknown(int responses) =>
        new(ComparedVariable.Unknown, 0, responses, null, null, null, null, null, 0, 0, 0, 0);

    public IReadOnlyList<string> Cells() =>
        [
            Category,
            Figures.Count(Population),
            Figures.Percent(PopulationShare),
            Figures.Count(Responses),
            Figures.Percent(ResponseShare),
            Figures.Percent(Rate),
            Figures.Count(Shortfall),
        ];
}

/// <param name="Category">The group.</param>
/// <param name="Short">How many fewer answered than its share.</param>
/// <param name="MoreNeeded">How many more of it would have to answer, nobody else answering.</param>
internal sealed record Shortfall(string Category, int Short, long MoreNeeded);

/// <param name="Outcome">Whether it was tested, and if not, why.</param>
/// <param name="Statistic">Chi-square.</param>
/// <param name="DegreesOfFreedom">Groups after merging, less one.</param>
/// <param name="PValue">From the table of chi-square.</param>
/// <param name="SimulatedPValue">By drawing lots, without merging; only where a group expects fewer than 5.</param>
/// <param name="Merged">Groups merged for the test.</param>
internal sealed record FitTest(
    string Outcome,
    double? Statistic,
    int DegreesOfFreedom,
    double? PValue,
    double? SimulatedPValue,
    IReadOnlyList<string> Merged
)
{
    public string Words()
    {
        if (Statistic is null && SimulatedPValue is null)
        {
            return $"Not tested: {Reason()}.";
        }
        var chance = SimulatedPValue ?? PValue;
        var words = chance < 0.001 ? "under 1 in 1,000" : Figures.Number(chance, "0.000");
        var merged = Merged.Count > 0 ? $" Merged for chi-square, being small: {string.Join(", ", Merged)}." : "";
        var table = Statistic is null
            ? ""
            : $"Chi-square {Figures.Number(Statistic, "0.00")} on {Figures.Of(DegreesOfFreedom, "degree", "degrees")} of freedom; ";
        var how = SimulatedPValue is null ? "" : ", found by drawing lots";
        return $"{table}{(table.Length == 0 ? "The" : "the")} chance that luck alone made the gaps{how}: {words}.{merged}";
    }

    private string Reason() =>
        Enum.Parse<GoodnessOfFitOutcome>(Outcome) switch
        {
            GoodnessOfFitOutcome.TooFewPeople => "too few answered",
            GoodnessOfFitOutcome.OnlyOneClass => "there is only one group",
            GoodnessOfFitOutcome.EveryoneCounted => "everyone answered",
            _ => "nobody answered",
        };
}
