// Reads an answer that was taken elsewhere, a device or a script, in its normal form: a date comes whole, not in three boxes.
using System.Globalization;
using Hearth.DesignSystem.Public.Forms;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Fieldwork;

internal static class GivenValues
{
    public static GivenAnswer Read(Question question, IReadOnlyList<string> values) =>
        values.Count == 0 ? new([])
        : question.Kind != QuestionKind.Date ? GivenAnswer.Read(question, values, new DateParts())
        : DateOnly.TryParseExact(values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? GivenAnswer.Read(question, [], DateParts.Of(day))
        : new([], "Enter a real date");

    /// <summary>A whole sheet: what fits, by the route, and what does not.</summary>
    public static (AnswerSheet Sheet, IReadOnlyList<string> Wrong) Read(
        IReadOnlyList<Question> questions,
        IReadOnlyDictionary<string, List<string>> given
    )
    {
        var (sheet, wrong) = (new AnswerSheet(), new List<string>());
        foreach (var (key, values) in given)
        {
            if (questions.FirstOrDefault(q => q.Key == key) is not { } question)
            {
                wrong.Add($"There is no question {(key.Length > 20 ? key[..20] : key)}");
                continue;
            }
            var read = Read(question, values);
            if (read.Error is null)
            {
                sheet.Set(question, read.Values);
            }
            else
            {
                wrong.Add($"Question {question.Position}: {read.Error}");
            }
        }
        return (sheet, wrong);
    }
}
