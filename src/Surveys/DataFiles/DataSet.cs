// A survey's answers for a statistical program: one row a home in no order that tells anything, groups only where ten homes share them, a weight.
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
        var groups = snapshot.Printed;
        List<DataVariable> variables =
        [
            new("response", "Row, in no order", VariableKind.Serial, [.. Enumerable.Range(1, order.Length).Select(row => (double?)row)]),
            .. ResponsesFile.Columns.Zip(groups, (grouping, printed) => Group(grouping, printed, order)),
            .. now.Questions.SelectMany(question => DataQuestions.Of(question, snapshot, order)),
        ];
        variables.Add(Weight(snapshot.Weights, order));
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

    private static DataVariable Weight(SurveyWeights weights, int[] order) =>
        new(
            "weight",
            "Weight to the homes asked, by age, tenure and ward",
            VariableKind.Weight,
            [.. order.Select(row => (double?)Math.Round(weights.Values[row], 4))]
        )
        {
            Decimals = 4,
        };
}
