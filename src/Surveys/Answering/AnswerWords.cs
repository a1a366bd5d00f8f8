// An answer as a person reads it: labels, not codes; a date in words.
using System.Globalization;
using Hearth.DesignSystem.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Answering;

internal static class AnswerWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Of(Question question, IReadOnlyList<string> answer, Phrases? phrases = null) =>
        question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.Scale or QuestionKind.MultipleChoice => string.Join(
                ", ",
                answer.Select(code => Label(question, code))
            ),
            QuestionKind.Ranking => string.Join("\n", answer.Select((code, at) => $"{at + 1}. {Label(question, code)}")),
            QuestionKind.Grid => string.Join(
                "\n",
                answer
                    .Select(one => one.Split(':', 2))
                    .Select(parts => $"{question.Rows.Find(row => row.Code == parts[0])?.Label}: {Label(question, parts[1])}")
            ),
            QuestionKind.File => (phrases ?? Phrases.InEnglish)["answer.files", ("count", answer.Count)],
            QuestionKind.Date => DateOnly
                .ParseExact(answer[0], "yyyy-MM-dd", CultureInfo.InvariantCulture)
                .ToString("d MMMM yyyy", phrases?.Language.Culture ?? British),
            QuestionKind.Number => decimal.Parse(answer[0], CultureInfo.InvariantCulture)
                .ToString("#,0.############", phrases?.Language.Culture ?? British),
            _ => answer[0],
        };

    private static string Label(Question question, string code) => question.Options.Find(option => option.Code == code)?.Label ?? code;
}
