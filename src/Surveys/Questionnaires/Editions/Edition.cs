// One version of a survey's questions, as it was asked from a day on. A survey that never changed has none: it is its own first version.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hearth.Surveys.Questionnaires.Editions;

internal sealed class Edition
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    /// <summary>From when it was asked.</summary>
    public DateTimeOffset From { get; init; }
    public string MadeBy { get; init; } = "";

    /// <summary>Why it took the place of the one before; empty for the first.</summary>
    public string Because { get; init; } = "";

    /// <summary>The questions as they were asked, in order: JSON.</summary>
    public string Questions { get; init; } = "[]";

    public static string Write(IEnumerable<Question> questions) => JsonSerializer.Serialize(questions.ToList(), Json);

    public IReadOnlyList<Question> Read() => JsonSerializer.Deserialize<List<Question>>(Questions, Json)!;
}
