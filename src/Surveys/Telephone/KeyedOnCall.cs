// Reads what an officer keys while a tenant speaks: the number of the answer, 0 where they would rather not say.
using Hearth.Surveys.Answering;
using Hearth.Surveys.Paper;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Telephone;

internal static class KeyedOnCall
{
    public const string NotSaid = "0";

    /// <summary>The answer, or what is wrong with what was keyed.</summary>
    public static GivenAnswer Read(Question question, string? typed)
    {
        var key = (typed ?? "").Trim();
        if (key.Length == 0)
        {
            return question.IsWords ? new([]) : new([], Hint(question));
        }
        if (key == NotSaid && question.Kind != QuestionKind.Number || key == Keyed.Blank)
        {
            return new([]);
        }
        var read = Keyed.Read(question, key);
        return read.Error is null && read.Key is not Keyed.Unreadable ? new(read.Values) : new([], Hint(question));
    }

    /// <summary>What may be keyed, in words.</summary>
    public static string Hint(Question question) =>
        question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.Scale =>
                $"Key the number of the answer, 1 to {question.Options.Count}, or 0 if they would rather not say",
            QuestionKind.MultipleChoice => $"Key the number of each answer, like 13, or 0 for none",
            QuestionKind.Number => Bounds(question),
            QuestionKind.Date => "Key the day, the month and the year, like 3 11 2026, or 0 if they do not know",
            _ => "Write what they say, in their words, or leave it empty",
        };

    private static string Bounds(Question question) =>
        (question.Least, question.Most) switch
        {
            ({ } least, { } most) => $"Key a number from {least:0.##} to {most:0.##}, or - if they do not know",
            ({ } least, null) => $"Key a number of {least:0.##} or more, or - if they do not know",
            (null, { } most) => $"Key a number up to {most:0.##}, or - if they do not know",
            _ => "Key a number, or - if they do not know",
        };
}
