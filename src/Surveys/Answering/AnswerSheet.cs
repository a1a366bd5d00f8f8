// A household's answers by question key: codes of choices, a number, a date or words. An empty list means seen and skipped.
using System.Text.Encodings.Web;
using System.Text.Json;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Answering;

internal sealed class AnswerSheet
{
    // Words stay readable in the database; nothing of this JSON is ever written into a page.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, IReadOnlyList<string>> byKey;

    private AnswerSheet(Dictionary<string, IReadOnlyList<string>> byKey) => this.byKey = byKey;

    public AnswerSheet()
        : this(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)) { }

    public static AnswerSheet Read(string json) => new(JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(json)!);

    public string Write() => JsonSerializer.Serialize(byKey, Plain);

    public bool IsEmpty => byKey.Count == 0;

    /// <summary>What was answered; empty where nothing was.</summary>
    public IReadOnlyList<string> Of(Question question) => byKey.GetValueOrDefault(question.Key) ?? [];

    /// <summary>Answered, or seen and skipped.</summary>
    public bool HasSeen(Question question) => byKey.ContainsKey(question.Key);

    public bool HasAnswered(Question question) => Of(question).Count > 0;

    public void Set(Question question, IReadOnlyList<string> answers) => byKey[question.Key] = answers;

    /// <summary>The answers to these questions only, without those skipped.</summary>
    public AnswerSheet Only(IEnumerable<Question> questions) =>
        new(questions.Where(HasAnswered).ToDictionary(question => question.Key, Of, StringComparer.Ordinal));
}
