// What the markup of one question needs: the question, and what stands in its fields. Tenants and the officer's preview share it.
using Hearth.DesignSystem.Public;

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
    public string? Hint(Phrases phrases) =>
        string.Join(' ', new[] { Question.Help, KindHint(phrases) }.Where(part => !string.IsNullOrWhiteSpace(part)))
            is { Length: > 0 } words
            ? words
            : null;

    private string? KindHint(Phrases phrases) =>
        Question.Kind switch
        {
            QuestionKind.MultipleChoice => phrases["question.hint-several"],
            QuestionKind.Ranking => Question.RankAtMost < Question.Offered.Count()
                ? phrases["question.hint-rank-most", ("number", Question.RankAtMost)]
                : phrases["question.hint-rank"],
            QuestionKind.File => phrases["question.hint-file", ("number", Question.MostFiles)],
            QuestionKind.Date => phrases["question.hint-date"],
            QuestionKind.Number => (Question.Least, Question.Most) switch
            {
                ({ } least, { } most) => phrases["question.hint-between", ("least", Plain(least)), ("most", Plain(most))],
                ({ } least, null) => phrases["question.hint-least", ("least", Plain(least))],
                (null, { } most) => phrases["question.hint-most", ("most", Plain(most))],
                _ => null,
            },
            _ => null,
        };

    private static string Plain(decimal number) => number.ToString("0.##########", Culture.English);
}

/// <summary>A photograph or document that was sent with an answer, as its owner sees it.</summary>
internal sealed record KeptFile(Guid Id, string Name, string Size);
