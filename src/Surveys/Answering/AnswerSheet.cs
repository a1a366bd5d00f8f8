// A household's answers by question key: codes of choices, a number, a date or words. An empty list means seen and skipped.
using System.Text.Encodings.Web;
using System.Text.Json;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Answering;

/// <summary>
/// A grid's answer is read and set as <c>row:option</c> and kept under a key for each row (<c>"q3-r1":["2"]</c>), so that each row is
/// counted like a question of its own. Under <see cref="AgainKey"/> stand questions whose wording changed after they were answered.
/// </summary>
internal sealed class AnswerSheet
{
    private const string AgainKey = "!again";

    // Words stay readable in the database; nothing of this JSON is ever written into a page.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, IReadOnlyList<string>> byKey;
    private readonly HashSet<string> again;

    private AnswerSheet(Dictionary<string, IReadOnlyList<string>> byKey)
    {
        this.byKey = byKey;
        again = byKey.Remove(AgainKey, out var keys) ? [.. keys] : [];
    }

    public AnswerSheet()
        : this(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)) { }

    public static AnswerSheet Read(string json) => new(JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(json)!);

    public string Write() =>
        JsonSerializer.Serialize(
            again.Count == 0
                ? byKey
                : new Dictionary<string, IReadOnlyList<string>>(byKey, StringComparer.Ordinal)
                {
                    [AgainKey] = [.. again.Order(StringComparer.Ordinal)],
                },
            Plain
        );

    public bool IsEmpty => byKey.Count == 0;

    /// <summary>What was answered; empty where nothing was.</summary>
    public IReadOnlyList<string> Of(Question question) =>
        question.Kind == QuestionKind.Grid
            ?
            [
                .. question
                    .Rows.Where(row => byKey.GetValueOrDefault(question.KeyOf(row)) is { Count: > 0 })
                    .Select(row => $"{row.Code}:{byKey[question.KeyOf(row)][0]}"),
            ]
            : byKey.GetValueOrDefault(question.Key) ?? [];

    /// <summary>Answered, or seen and skipped, in the words it has now.</summary>
    public bool HasSeen(Question question) =>
        !again.Contains(question.Key)
        && (byKey.ContainsKey(question.Key) || (question.Kind == QuestionKind.Grid && Of(question).Count > 0));

    /// <summary>Answered before its words changed: it is asked again, with the answer filled in.</summary>
    public bool IsAskedAgain(Question question) => again.Contains(question.Key);

    /// <summary>Asks this question again.</summary>
    public void AskAgain(string key)
    {
        if (byKey.ContainsKey(key))
        {
            again.Add(key);
        }
    }

    public bool HasAnswered(Question question) => Of(question).Count > 0;

    public void Set(Question question, IReadOnlyList<string> answers)
    {
        again.Remove(question.Key);
        if (question.Kind != QuestionKind.Grid)
        {
            byKey[question.Key] = answers;
            return;
        }
        byKey[question.Key] = [];
        foreach (var row in question.Rows)
        {
            byKey.Remove(question.KeyOf(row));
            if (answers.FirstOrDefault(one => one.StartsWith(row.Code + ":", StringComparison.Ordinal)) is { } given)
            {
                byKey[question.KeyOf(row)] = [given[(row.Code.Length + 1)..]];
            }
        }
    }

    /// <summary>The answers to these questions only, without those skipped.</summary>
    public AnswerSheet Only(IEnumerable<Question> questions) =>
        new(
            questions
                .SelectMany(question => question.Items)
                .Where(HasAnswered)
                .DistinctBy(item => item.Key)
                .ToDictionary(item => item.Key, Of, StringComparer.Ordinal)
        );
}
