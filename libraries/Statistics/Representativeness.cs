// Who is heard, beside who there is: which groups are short, by how many people, and whether luck alone could explain it.
namespace Hearth.Statistics;

/// <summary>Compares the people heard (who answered, or are involved) with all the people, group by group.</summary>
/// <remarks>
/// The headline is the dissimilarity index (Duncan and Duncan, <i>American Sociological Review</i> 20 (1955) 210–217): the share of those heard
/// who would have to belong to another group for the shares to match. It is not the lowest participation rate over the highest, which one
/// empty group of 50 in 10,000 turns to nought.
/// </remarks>
public static class Representativeness
{
    /// <summary>Compares against a population counted in people.</summary>
    /// <param name="groups">
    /// Every group once, the unknown ones as a group of their own (<see cref="GroupCount.IsUnknown"/>), so that the groups add up to everyone. May be empty.
    /// </param>
    /// <param name="options">Choices in the test of chance; <c>null</c> for the plain test.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static Representation Compare(IReadOnlyList<GroupCount> groups, GoodnessOfFitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return Compare(
            [.. groups.Select(group => new Row(group.Name, group.Population, group.Observed, group.IsUnknown, group.Population))],
            options
        );
    }

    /// <summary>
    /// Compares against published shares, such as a report's percentages, when the number of people behind them is not known.
    /// The shares need not add up to 100: they are taken as weights. There are no participation rates then.
    /// </summary>
    /// <param name="groups">Every group once, the unknown ones as a group of their own. May be empty.</param>
    /// <param name="options">Choices in the test of chance; <c>null</c> for the plain test.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share or a count is negative.</exception>
    public static Representation CompareShares(IReadOnlyList<GroupShare> groups, GoodnessOfFitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return Compare([.. groups.Select(group => new Row(group.Name, group.Share, group.Observed, group.IsUnknown, null))], options);
    }

    private static Representation Compare(IReadOnlyList<Row> rows, GoodnessOfFitOptions? options)
    {
        foreach (var row in rows)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row.Weight, "groups");
            ArgumentOutOfRangeException.ThrowIfNegative(row.Observed, "groups");
        }

        var whole = rows.Sum(row => row.Weight);
        var heard = rows.Sum(row => row.Observed);
        var expected = Rounding.LargestRemainder([.. rows.Select(row => row.Weight)], heard);
        GroupComparison[] groups = [.. rows.Select((row, i) => Compare(row, whole, heard, expected[i]))];
        var test = GoodnessOfFit.Test([.. rows.Select(row => row.Observed)], [.. rows.Select(row => row.Weight)], options);
        return new Representation(groups, heard, test);
    }

    private static GroupComparison Compare(Row row, decimal whole, int heard, int expected) =>
        new()
        {
            Name = row.Name,
            IsUnknown = row.IsUnknown,
            Population = row.People,
            Observed = row.Observed,
            PopulationShare = whole == 0 ? null : (double)(row.Weight / whole),
            ObservedShare = heard == 0 ? null : (double)row.Observed / heard,
            Expected = expected,
            MoreNeededToReachShare = MoreNeeded(row, whole, heard),
            Participation = row.People is { } people && row.Observed <= people ? Proportion.Wilson(row.Observed, people) : null,
        };

    // (o + x) / (n + x) = w / W solved for x is (w n − o W) / (W − w).
    private static long MoreNeeded(Row row, decimal whole, int heard)
    {
        var others = whole - row.Weight;
        return others == 0 ? 0 : (long)Math.Max(0, decimal.Ceiling(((row.Weight * heard) - (row.Observed * whole)) / others));
    }

    private sealed record Row(string Name, decimal Weight, int Observed, bool IsUnknown, int? People);
}

/// <summary>A group: everyone in it, and those of them who were heard.</summary>
/// <param name="Name">What people call the group: "16 to 34".</param>
/// <param name="Population">Everyone in the group, 0 or more.</param>
/// <param name="Observed">Those heard: who answered, or are involved. 0 or more.</param>
/// <param name="IsUnknown">Whether this is the row of those whose group is not known (no date of birth on file).</param>
public sealed record GroupCount(string Name, int Population, int Observed, bool IsUnknown = false);

/// <summary>A group whose share of everyone is known, but not its number.</summary>
/// <param name="Name">What people call the group.</param>
/// <param name="Share">Its share in any unit: 12.3 for 12.3%. 0 or more.</param>
/// <param name="Observed">Those heard, in people. 0 or more.</param>
/// <param name="IsUnknown">Whether this is the row of those whose group is not known.</param>
public sealed record GroupShare(string Name, decimal Share, int Observed, bool IsUnknown = false);
