// A survey's answers for a statistical program: one row a home in no order that tells anything, groups only where ten homes share them, a weight.
using Hearth.Statistics;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;
using Hearth.Surveys.Results.ExportResponses;

namespace Hearth.Surveys.DataFiles;

internal sealed record DataSet(string Title, IReadOnlyList<DataVariable> Variables, int Rows)
{
    /// <summary>Stands for a group that is not told.</summary>
    public const int Hidden = 98;
    private const string HiddenWords = "Hidden to protect people";

    public static DataSet Of(ResultsNow now)
    {
        var snapshot = now.Snapshot;
        // Rows lie in the order in which they came in, which could be matched with who was seen posting.
        var order = Enumerable.Range(0, snapshot.Count).ToArray();
        new Random(BitConverter.ToInt32(now.Survey.Id.ToByteArray())).Shuffle(order);
        var groups = GroupsThatHide.Of([.. ResponsesFile.Columns.Select(grouping => ResponsesFile.Names(snapshot, grouping))]);
        List<DataVariable> variables =
        [
            new("response", "Row, in no order", VariableKind.Serial, [.. Enumerable.Range(1, order.Length).Select(row => (double?)row)]),
            .. ResponsesFile.Columns.Zip(groups, (grouping, printed) => Group(grouping, printed, order)),
            .. now.Questions.SelectMany(question => DataQuestions.Of(question, snapshot, order)),
        ];
        variables.Add(Weight(variables, snapshot.Asked));
        return new DataSet(now.Survey.Title, variables, order.Length);
    }

    private static DataVariable Group(Grouping grouping, string[] printed, int[] order)
    {
        var names = grouping.InOrder(printed.Where(name => name != GroupsThatHide.Hidden).ToHashSet(StringComparer.Ordinal)).ToList();
        return new DataVariable(
            grouping.ToString().ToLowerInvariant(),
            grouping.Title(),
            VariableKind.Choice,
            [.. order.Select(row => printed[row] == GroupsThatHide.Hidden ? Hidden : (double?)names.IndexOf(printed[row]) + 1)]
        )
        {
            Values = [.. names.Select((name, i) => (i + 1, name)), (Hidden, HiddenWords)],
            Missing = [Hidden],
        };
    }

    // Only from what the file tells anyway, or the weight would tell the group that is hidden.
    private static DataVariable Weight(List<DataVariable> variables, Asked asked)
    {
        var margins = new List<int[]>();
        var shares = new List<double[]>();
        foreach (var grouping in new[] { Grouping.Age, Grouping.Tenure, Grouping.Ward })
        {
            var printed = variables.First(variable => variable.Name == grouping.ToString().ToLowerInvariant());
            if (printed.Rows.Length == 0 || !asked.ByGroup.TryGetValue(grouping, out var known))
            {
                continue;
            }
            var named = printed.Values.Where(value => value.Value != Hidden).ToList();
            var hidden = printed.Rows.Count(row => row == Hidden) / (double)printed.Rows.Length;
            var all = named.Sum(value => known.GetValueOrDefault(value.Label));
            double[] share = [.. named.Select(value => all == 0 ? 0 : known.GetValueOrDefault(value.Label) * (1 - hidden) / all), hidden];
            int[] place = [.. printed.Rows.Select(row => row == Hidden ? named.Count : (int)row!.Value - 1)];
            // homes that were never asked by this group stand for themselves
            if (place.All(group => share[group] > 0))
            {
                margins.Add(place);
                shares.Add(share);
            }
        }
        var raked = margins.Count == 0 ? null : Raking.Weights(margins, shares);
        var rows = variables[0].Rows.Length;
        return new DataVariable(
            "weight",
            "Weight to the homes asked, by age, tenure and ward",
            VariableKind.Weight,
            [.. Enumerable.Range(0, rows).Select(row => (double?)Math.Round(raked?.Values[row] ?? 1, 4))]
        )
        {
            Decimals = 4,
        };
    }
}
