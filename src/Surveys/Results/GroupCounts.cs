// Counts of a question's answers by group, before anything is hidden. Never shown as they are.
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Results;

/// <summary>Cells of which each group's add up to its base.</summary>
/// <param name="Cells">By group, then by answer.</param>
/// <param name="Shown">The first so many answers are shown; the rest only make the sum.</param>
internal sealed record AddingUp(int[][] Cells, int Shown);

internal sealed record GroupCounts(IReadOnlyList<string> Names, int[] Bases, IReadOnlyList<string> Columns, IReadOnlyList<AddingUp> Tables)
{
    /// <summary>Means of numbers by group, in place of shares.</summary>
    public decimal[]? Means { get; private init; }

    public static GroupCounts Of(Question question, Grouping grouping, Snapshot snapshot) =>
        Of(question, snapshot.Names(grouping), snapshot.GroupNumbers(grouping), snapshot);

    /// <param name="question">A question of the survey.</param>
    /// <param name="names">Of each group.</param>
    /// <param name="groups">The group of each response.</param>
    /// <param name="snapshot">The answers.</param>
    public static GroupCounts Of(Question question, IReadOnlyList<string> names, int[] groups, Snapshot snapshot)
    {
        return question.Kind switch
        {
            QuestionKind.Scale when QuestionResult.HasScore(question) => OfScore(question, names, groups, snapshot),
            QuestionKind.SingleChoice or QuestionKind.Scale or QuestionKind.Ranking => OfOne(question, names, groups, snapshot),
            QuestionKind.MultipleChoice => OfSeveral(question, names, groups, snapshot),
            QuestionKind.Number => OfNumbers(question, names, groups, snapshot),
            _ => new GroupCounts(names, new int[names.Count], [], []),
        };
    }

    private static GroupCounts OfScore(Question question, IReadOnlyList<string> names, int[] groups, Snapshot snapshot)
    {
        var cells = Cross(question, names, groups, snapshot);
        var counted = question.Options.Index().Where(o => !o.Item.NotApplicable).Select(o => o.Index).ToList();
        var two = cells.Select(row => new[] { row[counted[0]] + row[counted[1]], counted.Skip(2).Sum(at => row[at]) }).ToArray();
        return new(names, [.. two.Select(row => row.Sum())], [question.TopTwoName()], [new AddingUp(two, 1)]);
    }

    private static GroupCounts OfOne(Question question, IReadOnlyList<string> names, int[] groups, Snapshot snapshot)
    {
        var cells = Cross(question, names, groups, snapshot);
        var counted = question.Options.Index().Where(o => !o.Item.NotApplicable).ToList();
        var totals = counted.ToDictionary(o => o.Index, o => cells.Sum(row => row[o.Index]));
        // Answers that hardly anyone chose are taken together: alone they would be hidden, and take others with them.
        var rare = counted.Where(o => totals[o.Index] < QuestionResult.Fewest).Select(o => o.Index).ToHashSet();
        var kept = counted.Where(o => !rare.Contains(o.Index)).ToList();
        var rows = cells
            .Select(row => kept.Select(o => row[o.Index]).Concat(rare.Count == 0 ? [] : [rare.Sum(at => row[at])]).ToArray())
            .ToArray();
        var columns = kept.Select(o => o.Item.Label).Concat(rare.Count == 0 ? [] : ["Other answers"]).ToList();
        return new(names, [.. rows.Select(row => row.Sum())], columns, [new AddingUp(rows, columns.Count)]);
    }

    private static GroupCounts OfSeveral(Question question, IReadOnlyList<string> names, int[] groups, Snapshot snapshot)
    {
        var counted = question.Options.Index().Where(o => !o.Item.NotApplicable && o.Index < 64).ToList();
        var mask = QuestionResult.MaskOf(question, notApplicable: false);
        var bases = new int[names.Count];
        var chosen = counted.Select(_ => new int[names.Count]).ToList();
        var rows = snapshot.Column<SeveralChoices>(question).Rows.First(snapshot.Count);
        for (var i = 0; i < rows.Length; i++)
        {
            if ((rows[i] & mask) == 0)
            {
                continue;
            }
            bases[groups[i]]++;
            for (var at = 0; at < counted.Count; at++)
            {
                chosen[at][groups[i]] += (int)((rows[i] >> counted[at].Index) & 1);
            }
        }
        // Each answer is a table of its own, chosen or not: a home may choose several.
        return new(
            names,
            bases,
            [.. counted.Select(o => o.Item.Label)],
            [.. chosen.Select(people => new AddingUp([.. people.Select((n, group) => new[] { n, bases[group] - n })], 1))]
        );
    }

    private static GroupCounts OfNumbers(Question question, IReadOnlyList<string> names, int[] groups, Snapshot snapshot)
    {
        var bases = new int[names.Count];
        var sums = new decimal[names.Count];
        var rows = snapshot.Column<Numbers>(question).Rows.First(snapshot.Count);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] is { } number)
            {
                bases[groups[i]]++;
                sums[groups[i]] += number;
            }
        }
        return new GroupCounts(names, bases, ["Mean"], [])
        {
            Means = [.. sums.Zip(bases, (sum, n) => n == 0 ? 0 : decimal.Round(sum / n, 1, MidpointRounding.AwayFromZero))],
        };
    }

    private static int[][] Cross(Question question, IReadOnlyList<string> names, int[] groups, Snapshot snapshot)
    {
        var cells = names.Select(_ => new int[question.Options.Count]).ToArray();
        var rows = FirstChoices(question, snapshot);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] > 0)
            {
                cells[groups[i]][rows[i] - 1]++;
            }
        }
        return cells;
    }

    /// <summary>The choice of each response, from 1; of a ranking, the one put first.</summary>
    public static ReadOnlySpan<ushort> FirstChoices(Question question, Snapshot snapshot)
    {
        if (question.Kind != QuestionKind.Ranking)
        {
            return snapshot.Column<OneChoice>(question).Rows.First(snapshot.Count);
        }
        var orders = snapshot.Column<Orders>(question).Rows.First(snapshot.Count);
        var firsts = new ushort[orders.Length];
        for (var i = 0; i < firsts.Length; i++)
        {
            firsts[i] = (ushort)(orders[i] & 0xF);
        }
        return firsts;
    }
}
