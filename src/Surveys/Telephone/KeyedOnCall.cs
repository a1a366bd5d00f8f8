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
        if (question.Kind == QuestionKind.File)
        {
            return new([], Hint(question));
        }
        if (question.Kind == QuestionKind.Ranking)
        {
            return InOrder(question, key);
        }
        var read = Keyed.Read(question, key);
        return read.Error is null && read.Key is not Keyed.Unreadable ? new(read.Values) : new([], Hint(question));
    }

    /// <summary>What may be keyed, in words.</summary>
    public static string Hint(Question question) =>
        question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.Scale =>
                $"Key the number of the answer, 1 to {question.Offered.Count()}, or 0 if they would rather not say",
            QuestionKind.MultipleChoice => $"Key the number of each answer, like 13, or 0 for none",
            QuestionKind.Number => Bounds(question),
            QuestionKind.Grid =>
                $"Key {question.Lines.Count()} numbers, one for each line from the top, - where they would rather not say; or 0 for none",
            QuestionKind.Ranking =>
                $"Key the numbers in their order, the first choice first, like 3 1 2, {question.RankAtMost} at most; or 0 for none",
            QuestionKind.File => "Key 0. They can add a photo on the web, with their code, before you send",
            QuestionKind.Date => "Key the day, the month and the year, like 3 11 2026, or 0 if they do not know",
            _ => "Write what they say, in their words, or leave it empty",
        };

    // "3 1 2": the third comes first
    private static GivenAnswer InOrder(Question question, string key)
    {
        var options = question.Offered.ToList();
        string[] signs =
            key.Any(sign => !char.IsAsciiDigit(sign)) || options.Count > 9
                ? key.Split([' ', ',', ';', '-'], StringSplitOptions.RemoveEmptyEntries)
                : [.. key.Select(sign => sign.ToString())];
        var places = signs
            .Select(sign => int.TryParse(sign, System.Globalization.CultureInfo.InvariantCulture, out var box) ? box : 0)
            .ToList();
        return
            places.Exists(box => box < 1 || box > options.Count)
            || places.Distinct().Count() < places.Count
            || places.Count > question.RankAtMost
            ? new([], Hint(question))
            : new([.. places.Select(box => options[box - 1].Code)]);
    }

    private static string Bounds(Question question) =>
        (question.Least, question.Most) switch
        {
            ({ } least, { } most) => $"Key a number from {least:0.##} to {most:0.##}, or - if they do not know",
            ({ } least, null) => $"Key a number of {least:0.##} or more, or - if they do not know",
            (null, { } most) => $"Key a number up to {most:0.##}, or - if they do not know",
            _ => "Key a number, or - if they do not know",
        };
}
