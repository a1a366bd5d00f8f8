// What differs between two versions of a questionnaire, question by question.
namespace Hearth.Surveys.Questionnaires.Editions;

/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is no longer asked.</param>
/// <param name="What">In words: “Its words changed”.</param>
/// <param name="AskAgain">People who answered it before are asked again, with their answer filled in.</param>
internal sealed record Change(Question? Before, Question? After, IReadOnlyList<string> What, bool AskAgain)
{
    public Question Question => After ?? Before!;
}

internal static class Changes
{
    public static IReadOnlyList<Change> Between(IReadOnlyList<Question> before, IReadOnlyList<Question> after)
    {
        var then = before.ToDictionary(question => question.Key, StringComparer.Ordinal);
        var now = after.ToDictionary(question => question.Key, StringComparer.Ordinal);
        return
        [
            .. after.Select(question => Of(then.GetValueOrDefault(question.Key), question, before, after)).OfType<Change>(),
            .. before
                .Where(question => !now.ContainsKey(question.Key))
                .Select(question => new Change(question, null, ["It is no longer asked. Its answers stay counted"], AskAgain: false)),
        ];
    }

    /// <summary>Whether an answer to the one is an answer to the other: same words, same choices, same lines.</summary>
    public static bool SameAsked(Question before, Question after) =>
        before.Text == after.Text
        && Labels(before).SequenceEqual(Labels(after))
        && before.Lines.SequenceEqual(after.Lines)
        && (before.Kind != QuestionKind.Ranking || before.Most == after.Most);

    private static IEnumerable<(string, string)> Labels(Question question) =>
        question.Offered.Select(option => (option.Code, option.Label));

    private static Change? Of(Question? before, Question after, IReadOnlyList<Question> all, IReadOnlyList<Question> allAfter)
    {
        if (before is null)
        {
            return new(null, after, ["It is new"], AskAgain: false);
        }
        List<string> what = [];
        void Say(bool differs, string words)
        {
            if (differs)
            {
                what.Add(words);
            }
        }
        Say(before.Text != after.Text, $"It was “{before.Text}”");
        Say(before.Help != after.Help, "Its help changed");
        Say(
            !Labels(before).SequenceEqual(Labels(after)),
            $"Its answers were: {string.Join(", ", before.Offered.Select(option => option.Label))}"
        );
        Say(!before.Lines.SequenceEqual(after.Lines), $"Its lines were: {string.Join(", ", before.Lines.Select(row => row.Label))}");
        Say(before.Required != after.Required, after.Required ? "It must be answered now" : "It can be skipped now");
        Say((before.Least, before.Most) != (after.Least, after.Most), "Its limits changed");
        Say(
            KeyOf(before.ShowIfQuestionId, all) != KeyOf(after.ShowIfQuestionId, allAfter)
                || !before.ShowIfCodes.Order(StringComparer.Ordinal).SequenceEqual(after.ShowIfCodes.Order(StringComparer.Ordinal)),
            "Who sees it changed"
        );
        Say(Rank(before, all, allAfter) != Rank(after, allAfter, all), "It moved");
        return what.Count == 0 ? null : new(before, after, what, !SameAsked(before, after));
    }

    private static string? KeyOf(Guid? id, IReadOnlyList<Question> all) => all.FirstOrDefault(question => question.Id == id)?.Key;

    // its place among the questions that both have
    private static int Rank(Question question, IReadOnlyList<Question> its, IReadOnlyList<Question> others) =>
        its.Where(one => others.Any(other => other.Key == one.Key)).TakeWhile(one => one.Key != question.Key).Count();
}
