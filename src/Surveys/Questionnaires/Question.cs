// One question. Choices are kept with a code that never changes, so a reworded label does not change old answers.
namespace Hearth.Surveys.Questionnaires;

internal enum QuestionKind
{
    SingleChoice,
    MultipleChoice,

    /// <summary>Five points, best first.</summary>
    Scale,
    Number,
    Date,
    ShortText,
    LongText,
}

internal sealed class Question
{
    /// <summary>The most letters of a short and of a long answer in words.</summary>
    public const int LongestShortText = 200;
    public const int LongestText = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }

    /// <summary>Short, unique in the survey, never changed: the key of the answer in a response and of the column in an export (q1, q2…).</summary>
    public string Key { get; init; } = "";

    /// <summary>Order on the page, from 1.</summary>
    public int Position { get; set; }
    public QuestionKind Kind { get; set; }
    public string Text { get; set; } = "";
    public string? Help { get; set; }
    public bool Required { get; set; }

    /// <summary>The regulator's code (TP01) where the wording is prescribed and may not be changed.</summary>
    public string? Measure { get; set; }

    /// <summary>Choices and scale points, in order.</summary>
    public List<Option> Options { get; set; } = [];

    /// <summary>Shown only if that earlier question was answered with one of <see cref="ShowIfCodes"/>.</summary>
    public Guid? ShowIfQuestionId { get; set; }
    public List<string> ShowIfCodes { get; set; } = [];

    /// <summary>Bounds of a number, both inclusive.</summary>
    public decimal? Least { get; set; }
    public decimal? Most { get; set; }
}

/// <summary>One choice.</summary>
/// <param name="Code">Never changes: <c>1</c>…<c>5</c> on a scale with 1 the best, <c>na</c> for not applicable.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="NotApplicable">Left out of every percentage.</param>
internal sealed record Option(string Code, string Label, bool NotApplicable = false);
