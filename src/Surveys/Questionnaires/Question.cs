// One question. Choices are kept with a code that never changes, so a reworded label does not change old answers.
using System.Text.Json.Serialization;

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

    /// <summary>Several rows answered on one scale; each row is counted as a result of its own.</summary>
    Grid,

    /// <summary>Choices put in order, all of them or the first few.</summary>
    Ranking,

    /// <summary>Photographs or documents.</summary>
    File,
}

internal sealed class Question
{
    /// <summary>The rule that leaves out questions asked no more; a query names it to see them.</summary>
    public const string AskedNoMore = "asked-no-more";

    /// <summary>The most letters of a short and of a long answer in words.</summary>
    public const int LongestShortText = 200;
    public const int LongestText = 4000;

    /// <summary>The most photographs or documents in answer to one question.</summary>
    public const int MostFiles = 5;

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

    /// <summary>What is asked about, line by line, in a grid.</summary>
    public List<GridRow> Rows { get; set; } = [];

    /// <summary>Shown only if that earlier question was answered with one of <see cref="ShowIfCodes"/>.</summary>
    public Guid? ShowIfQuestionId { get; set; }
    public List<string> ShowIfCodes { get; set; } = [];

    /// <summary>Bounds of a number, both inclusive; of a ranking, how many may be ranked.</summary>
    public decimal? Least { get; set; }
    public decimal? Most { get; set; }

    /// <summary>No longer asked, in a survey whose questions changed; its answers stay counted.</summary>
    public bool Retired { get; set; }

    /// <summary>Choices that can be chosen now. Those taken away stay known, so that earlier answers keep their meaning.</summary>
    [JsonIgnore]
    public IEnumerable<Option> Offered => Options.Where(option => !option.Retired);

    /// <summary>Lines of a grid that are asked now.</summary>
    [JsonIgnore]
    public IEnumerable<GridRow> Lines => Rows.Where(row => !row.Retired);

    /// <summary>How many choices of a ranking may be put in order.</summary>
    [JsonIgnore]
    public int RankAtMost => Math.Min(Offered.Count(), Most is { } most ? (int)most : int.MaxValue);

    /// <summary>
    /// What is counted: the question itself, or each row of a grid as a question of its own with the key <c>q3-r1</c>.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<Question> Items => Kind == QuestionKind.Grid ? [.. Rows.Select(ItemOf)] : [this];

    /// <summary>Key of a row's answer in a response.</summary>
    public string KeyOf(GridRow row) => $"{Key}-{row.Code}";

    private Question ItemOf(GridRow row) =>
        new()
        {
            Id = Id,
            SurveyId = SurveyId,
            Key = KeyOf(row),
            Position = Position,
            Kind = QuestionDraft.IsFivePoints(Options) ? QuestionKind.Scale : QuestionKind.SingleChoice,
            Text = $"{Text} {row.Label}",
            Options = Options,
            ShowIfQuestionId = ShowIfQuestionId,
            ShowIfCodes = ShowIfCodes,
            Retired = Retired || row.Retired,
        };
}

/// <summary>One choice.</summary>
/// <param name="Code">Never changes: <c>1</c>…<c>5</c> on a scale with 1 the best, <c>na</c> for not applicable.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="NotApplicable">Left out of every percentage.</param>
/// <param name="Retired">No longer offered; answers that named it still count.</param>
internal sealed record Option(string Code, string Label, bool NotApplicable = false, bool Retired = false);

/// <summary>One line of a grid.</summary>
/// <param name="Code">Never changes: <c>r1</c>, <c>r2</c>…</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Retired">No longer asked; answers to it still count.</param>
internal sealed record GridRow(string Code, string Label, bool Retired = false);
