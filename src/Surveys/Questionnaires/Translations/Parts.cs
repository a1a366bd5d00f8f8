// The texts of a questionnaire that can be translated, in the order people meet them.
using System.Security.Cryptography;
using System.Text;

namespace Hearth.Surveys.Questionnaires.Translations;

/// <param name="Key">Stays with the text however questions are moved: <c>q3.o.2</c>.</param>
/// <param name="What">For the translator: “Question 3, answer”.</param>
/// <param name="Source">The English.</param>
internal sealed record Part(string Key, string What, string Source)
{
    /// <summary>Eight bytes of SHA-256 are enough to notice a change; nobody gains by making two alike.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Source)).AsSpan(0, 8));
}

internal static class Parts
{
    public const string Title = "title";
    public const string Introduction = "introduction";

    public static IReadOnlyList<Part> Of(Survey survey, IReadOnlyList<Question> questions) =>
        [
            new(Title, "Title", survey.Title),
            .. survey.Introduction.Length > 0
                ? [new Part(Introduction, "What people read first", survey.Introduction)]
                : Array.Empty<Part>(),
            .. questions.SelectMany(Of),
        ];

    /// <summary>Of one question.</summary>
    public static IReadOnlyList<Part> Of(Question question) =>
        [
            new(Text(question), $"Question {question.Position}", question.Text),
            .. question.Help is { } help ? [new Part(Help(question), $"Question {question.Position}, help", help)] : Array.Empty<Part>(),
            .. question.Lines.Select(row => new Part(Row(question, row), $"Question {question.Position}, line", row.Label)),
            .. question.Offered.Select(option => new Part(Answer(question, option), $"Question {question.Position}, answer", option.Label)),
        ];

    public static string Text(Question question) => $"{question.Key}.text";

    public static string Help(Question question) => $"{question.Key}.help";

    public static string Answer(Question question, Option option) => $"{question.Key}.o.{option.Code}";

    public static string Row(Question question, GridRow row) => $"{question.Key}.r.{row.Code}";
}
