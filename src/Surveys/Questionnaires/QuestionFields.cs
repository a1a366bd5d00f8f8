// What the markup of one question needs: the question, and what stands in its fields. Tenants and the officer's preview share it.
namespace Hearth.Surveys.Questionnaires;

/// <summary>
/// Model of <c>_QuestionFields.cshtml</c>. Choices post their codes under <see cref="Name"/> (several for a multiple choice), number and words
/// their text, a date three fields <c>{Name}.Day</c>, <c>.Month</c> and <c>.Year</c>. An error stands in <c>ModelState</c> under <see cref="Name"/>.
/// </summary>
internal sealed record QuestionFields(Question Question)
{
    /// <summary>Where the partial lies.</summary>
    public const string Partial = "/Surveys/Questionnaires/_QuestionFields.cshtml";

    /// <summary>Name of the field that is posted.</summary>
    public string Name { get; init; } = "Answer";

    /// <summary>What is chosen or written: codes, the number or words as typed, or a date as yyyy-MM-dd. What was just posted wins over it.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>Whether the question is the page's <c>h1</c>, as on a tenant's page.</summary>
    public bool IsHeading { get; init; } = true;

    /// <summary>Photographs and documents that are kept already.</summary>
    public IReadOnlyList<KeptFile> Files { get; init; } = [];

    /// <summary>Of a ranking: the choice that was just moved; its new place is said.</summary>
    public string? Moved { get; init; }

    public string? FirstGiven => Given.Count == 0 ? null : Given[0];

    /// <summary>Answers that are counted, before the divider.</summary>
    public IEnumerable<Option> Counted => Question.Offered.Where(option => !option.NotApplicable);

    /// <summary>Answers that are left out of every percentage, after the divider.</summary>
    public IEnumerable<Option> NotCounted => Question.Offered.Where(option => option.NotApplicable);

    /// <summary>The hint under the question: the officer's own words, then what the kind of question needs said.</summary>
    public string? Hint =>
        string.Join(' ', new[] { Question.Help, KindHint }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } words
            ? words
            : null;

    private string? KindHint =>
        Question.Kind switch
        {
            QuestionKind.MultipleChoice => "Choose all that apply.",
            QuestionKind.Ranking => Question.RankAtMost < Question.Offered.Count()
                ? $"Choose what matters most, then the next. You can choose {Question.RankAtMost}."
                : "Choose what matters most, then the next. You can stop when the rest are all the same to you.",
            QuestionKind.File =>
                $"A photo (JPEG, PNG or WebP) or a PDF, up to 10 MB, {Question.MostFiles} at most. We take out where and when a photo was taken.",
            QuestionKind.Date => "For example, 27 3 2026.",
            QuestionKind.Number => (Question.Least, Question.Most) switch
            {
                ({ } least, { } most) => $"A number from {Plain(least)} to {Plain(most)}.",
                ({ } least, null) => $"A number of {Plain(least)} or more.",
                (null, { } most) => $"A number up to {Plain(most)}.",
                _ => null,
            },
            _ => null,
        };

    private static string Plain(decimal number) => number.ToString("0.##########", Culture.English);
}

/// <summary>A photograph or document that was sent with an answer, as its owner sees it.</summary>
internal sealed record KeptFile(Guid Id, string Name, string Size);
