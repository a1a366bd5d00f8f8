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
            Orders orders => Places(question, orders.Rows.First(snapshot.Count).ToArray(), order),
            FilesSent files => [Files(question, files.Rows.First(snapshot.Count).ToArray(), order)],
            Days days => [Day(question, days.Rows.First(snapshot.Count).ToArray(), order)],
            _ => [],
        };

    private static DataVariable Choice(Question question, ushort[] rows, int[] order) =>
        new(NameOf(question), question.Name(), VariableKind.Choice, [.. order.Select(row => rows[row] == 0 ? null : (double?)rows[row])])
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
                        $"{NameOf(question)}_{i + 1}",
                        $"{question.Text} {option.Label}",
                        VariableKind.Ticked,
                        [.. order.Select(row => rows[row] == 0 ? null : (double?)((rows[row] >> i) & 1))]
                    )
                    {
                        Values = [(0, "Not chosen"), (1, option.Label)],
                        Set = NameOf(question),
                        SetLabel = question.Text,
                    }
            );

    // a ranking is a place for each choice, 1 the first; none where it was left out
    private static IEnumerable<DataVariable> Places(Question question, ulong[] rows, int[] order)
    {
        var ranked = rows.Select(Orders.Read).ToList();
        return question
            .Options.Take(15)
            .Select(
                (option, i) =>
                    new DataVariable(
                        $"{NameOf(question)}_{i + 1}",
                        $"{question.Text} Place of: {option.Label}",
                        VariableKind.Number,
                        [
                            .. order.Select(row =>
                                ranked[row]
                                    .Index()
                                    .Where(place => place.Item == i)
                                    .Select(place => (double?)place.Index + 1)
                                    .FirstOrDefault()
                            ),
                        ]
                    )
            );
    }

    private static DataVariable Files(Question question, byte[] rows, int[] order) =>
        new(NameOf(question), $"{question.Text} (files sent)", VariableKind.Number, [.. order.Select(row => (double?)rows[row])]);

    // a grid's rows have a hyphen in their keys, which no name of a variable may have
    private static string NameOf(Question question) => question.Key.Replace('-', '_');

    private static DataVariable Number(Question question, decimal?[] rows, int[] order) =>
        new(NameOf(question), question.Text, VariableKind.Number, [.. order.Select(row => (double?)rows[row])])
        {
            Decimals = rows.Max(number => number is { } given ? Math.Min((int)given.Scale, 4) : 0),
        };

    private static DataVariable Day(Question question, int[] rows, int[] order) =>
        new(NameOf(question), question.Text, VariableKind.Day, [.. order.Select(row => rows[row] == 0 ? null : (double?)rows[row])]);
}
