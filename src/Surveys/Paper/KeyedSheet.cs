// A whole sheet as keyed: its answers by the route, what was passed over, and what cannot be.
using System.Text.Json;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Paper;

/// <param name="Answers">Those of the questions that the route shows.</param>
/// <param name="Keys">Closed questions that the route shows, by key, for comparing.</param>
/// <param name="OffRoute">Questions answered on the paper though the route passes them: left out, and said so.</param>
/// <param name="Errors">What is wrong, by question key.</param>
internal sealed record KeyedSheet(
    AnswerSheet Answers,
    IReadOnlyList<Question> Shown,
    IReadOnlyDictionary<string, string> Keys,
    IReadOnlyList<Question> OffRoute,
    IReadOnlyList<KeyValuePair<string, string>> Errors
)
{
    public int Unreadable => Keys.Values.Count(key => key == Keyed.Unreadable);

    public string KeysAsJson() => JsonSerializer.Serialize(Keys);

    public static IReadOnlyDictionary<string, string> KeysFrom(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    /// <summary>Reads a sheet.</summary>
    /// <param name="questions">The survey's, in order.</param>
    /// <param name="typed">What was typed, by question key.</param>
    /// <param name="words">True where words are keyed too; a second keying compares boxes only.</param>
    public static KeyedSheet Read(IReadOnlyList<Question> questions, IReadOnlyDictionary<string, string?> typed, bool words = true)
    {
        var asked = questions
            .Where(question => !question.IsFile && (words || !question.IsWords))
            .OrderBy(question => question.Position)
            .ToList();
        var keyed = asked.ToDictionary(question => question.Key, question => Keyed.Read(question, typed.GetValueOrDefault(question.Key)));
        var sheet = new AnswerSheet();
        foreach (var question in asked)
        {
            sheet.Set(question, keyed[question.Key].Values);
        }
        var shown = Route.Shown(asked, sheet);
        var errors = new List<KeyValuePair<string, string>>();
        foreach (var question in shown)
        {
            var one = keyed[question.Key];
            if (one.Error is { } error)
            {
                errors.Add(new(question.Key, error));
            }
            else if (one.Missing)
            {
                errors.Add(new(question.Key, $"Key question {question.Position}, or - if the paper is blank there"));
            }
        }
        var off = asked
            .Where(question => !shown.Contains(question) && keyed[question.Key] is { Missing: false, Key: not Keyed.Blank })
            .ToList();
        return new(
            sheet.Only(shown),
            shown,
            shown
                .Where(question => !question.IsWords)
                .ToDictionary(question => question.Key, question => keyed[question.Key].Key, StringComparer.Ordinal),
            off,
            errors
        );
    }
}
