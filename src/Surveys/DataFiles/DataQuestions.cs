// A question's answers as columns of numbers: one, or one for each answer where several may be chosen.
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.DataFiles;

internal static class DataQuestions
{
    public static IEnumerable<DataVariable> Of(Question question, Snapshot snapshot, int[] order) =>
        snapshot.Held(question) switch
        {
            OneChoice one => [Choice(question, one.Rows.First(snapshot.Count).ToArray(), order)],
            SeveralChoices several => Ticks(question, several.Rows.First(snapshot.Count).ToArray(), order),
            Numbers numbers => [Number(question, numbers.Rows.First(snapshot.Count).ToArray(), order)],
            Days days => [Day(question, days.Rows.First(snapshot.Count).ToArray(), order)],
            _ => [],
        };

    private static DataVariable Choice(Question question, ushort[] rows, int[] order) =>
        new(question.Key, question.Name(), VariableKind.Choice, [.. order.Select(row => rows[row] == 0 ? null : (double?)rows[row])])
        {
            Values = [.. question.Options.Select((option, i) => (i + 1, option.Label))],
            Missing = [.. question.Options.Index().Where(o => o.Item.NotApplicable).Select(o => o.Index + 1)],
            Ordered = question.Kind == QuestionKind.Scale,
        };

    private static IEnumerable<DataVariable> Ticks(Question question, ulong[] rows, int[] order) =>
        question
            .Options.Take(64)
            .Select(
                (option, i) =>
                    new DataVariable(
                        $"{question.Key}_{i + 1}",
                        $"{question.Text} {option.Label}",
                        VariableKind.Ticked,
                        [.. order.Select(row => rows[row] == 0 ? null : (double?)((rows[row] >> i) & 1))]
                    )
                    {
                        Values = [(0, "Not chosen"), (1, option.Label)],
                        Set = question.Key,
                        SetLabel = question.Text,
                    }
            );

    private static DataVariable Number(Question question, decimal?[] rows, int[] order) =>
        new(question.Key, question.Text, VariableKind.Number, [.. order.Select(row => (double?)rows[row])])
        {
            Decimals = rows.Max(number => number is { } given ? Math.Min((int)given.Scale, 4) : 0),
        };

    private static DataVariable Day(Question question, int[] rows, int[] order) =>
        new(question.Key, question.Text, VariableKind.Day, [.. order.Select(row => rows[row] == 0 ? null : (double?)rows[row])]);
}
