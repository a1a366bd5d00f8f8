// A question as an officer writes it, before it is one: words, choices, bounds.
namespace Hearth.Surveys.Questionnaires;

/// <summary>The three five-point scales, best answer first.</summary>
internal enum ScaleKind
{
    Satisfaction,
    Agreement,
    Importance,
}

internal sealed record QuestionDraft(QuestionKind Kind, string Text)
{
    public const int LongestText = 400;
    public const int LongestHelp = 400;
    public const int LongestChoice = 150;
    public const int MostChoices = 30;
    public const int MostRows = 12;
    public const int MostColumns = 7;
    public const int MostToRank = 12;
    public const string NotApplicable = "Not applicable/ don't know";
    public const string NotApplicableCode = "na";

    public string? Help { get; init; }
    public bool Required { get; init; }

    /// <summary>Labels of a choice or a ranking; of a grid, where its answers are none of the scales.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
    public ScaleKind Scale { get; init; }

    /// <summary>Lines of a grid.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Whether “Not applicable/ don't know” is offered, which counts in no percentage.</summary>
    public bool OfferNotApplicable { get; init; }

    /// <summary>Whether people have answered already: then a reworded choice is a new one, unless <see cref="SameMeaning"/>.</summary>
    public bool Live { get; init; }

    /// <summary>Choices and lines that were reworded mean what they meant: answers are counted together.</summary>
    public bool SameMeaning { get; init; }
    public decimal? Least { get; init; }
    public decimal? Most { get; init; }

    public static IReadOnlyList<string> PointsOf(ScaleKind scale) =>
        scale switch
        {
            ScaleKind.Agreement => ["Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree"],
            ScaleKind.Importance =>
            [
                "Very important",
                "Fairly important",
                "Neither important nor unimportant",
                "Not very important",
                "Not at all important",
            ],
            _ => ["Very satisfied", "Fairly satisfied", "Neither satisfied nor dissatisfied", "Fairly dissatisfied", "Very dissatisfied"],
        };

    /// <summary>Which scale these options are; satisfaction where they are none.</summary>
    public static ScaleKind ScaleOf(IReadOnlyList<Option> options) =>
        Enum.GetValues<ScaleKind>().FirstOrDefault(scale => options.Count > 0 && options[0].Label == PointsOf(scale)[0]);

    /// <summary>Whether these options are one of the three scales, whole.</summary>
    public static bool IsFivePoints(IReadOnlyList<Option> options) =>
        options.Where(option => option is { NotApplicable: false, Retired: false }).Select(option => option.Label).ToList()
            is { Count: 5 } labels
        && Enum.GetValues<ScaleKind>().Any(scale => PointsOf(scale).SequenceEqual(labels));

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            yield return new TextMissing();
        }
        else if (Text.Length > LongestText)
        {
            yield return new TextTooLong();
        }
        if (Help?.Length > LongestHelp)
        {
            yield return new HelpTooLong();
        }
        if (Kind == QuestionKind.Grid)
        {
            foreach (var fault in RowFaults())
            {
                yield return fault;
            }
        }
        if (Kind == QuestionKind.Ranking && Choices.Count > MostToRank)
        {
            yield return new TooManyToRank();
        }
        if (Kind == QuestionKind.Ranking && Most is { } most && (most < 1 || most > Choices.Count || most != decimal.Truncate(most)))
        {
            yield return new RankOutOfRange();
        }
        if (
            Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice or QuestionKind.Ranking
            || (Kind == QuestionKind.Grid && Choices.Count > 0)
        )
        {
            foreach (var fault in ChoiceFaults())
            {
                yield return fault;
            }
        }
        if (Kind == QuestionKind.Number && Least > Most)
        {
            yield return new LeastAboveMost();
        }
    }

    /// <summary>
    /// The options this draft makes of those there were. A label that stays keeps its code, a reworded one takes the code of the line it
    /// replaces, and a new one gets a code that was never used: an answer, or a rule, never changes what it means.
    /// </summary>
    public List<Option> OptionsFrom(IReadOnlyList<Option> before)
    {
        List<Option> after = Kind switch
        {
            QuestionKind.Scale => [.. PointsOf(Scale).Select((label, at) => new Option($"{at + 1}", label))],
            QuestionKind.Grid when Choices.Count == 0 => [.. PointsOf(Scale).Select((label, at) => new Option($"{at + 1}", label))],
            QuestionKind.SingleChoice or QuestionKind.MultipleChoice or QuestionKind.Ranking or QuestionKind.Grid => Coded(before),
            _ => [],
        };
        if (OfferNotApplicable && after.Count > 0 && Kind != QuestionKind.Ranking)
        {
            after.Add(new Option(NotApplicableCode, NotApplicable, NotApplicable: true));
        }
        return after;
    }

    /// <summary>The rows this draft makes of those there were, by the same rule as choices.</summary>
    public List<GridRow> RowsFrom(IReadOnlyList<GridRow> before) =>
        Kind == QuestionKind.Grid
            ?
            [
                .. Keep([.. before.Select(row => (row.Code[1..], row.Label, row.Retired))], Rows)
                    .Select(row => new GridRow($"r{row.Code}", row.Label)),
            ]
            : [];

    private List<Option> Coded(IReadOnlyList<Option> before) =>
        [
            .. Keep(
                    [.. before.Where(option => !option.NotApplicable).Select(option => (option.Code, option.Label, option.Retired))],
                    Choices
                )
                .Select(choice => new Option(choice.Code, choice.Label)),
        ];

    private IEnumerable<(string Code, string Label)> Keep(
        IReadOnlyList<(string Code, string Label, bool Retired)> before,
        IReadOnlyList<string> labels
    )
    {
        var next = before.Select(one => int.TryParse(one.Code, out var code) ? code : 0).DefaultIfEmpty(0).Max();
        // what is offered stands before what was taken away, where a label is found twice
        var kept = before.Where(one => labels.Contains(one.Label)).OrderBy(one => one.Retired).ToList();
        var offered = before.Where(one => !one.Retired).ToList();
        var reworded = labels.Count == offered.Count && (!Live || SameMeaning);
        return labels.Select(
            (label, at) =>
                kept.Find(one => one.Label == label) is { Code: not null } same ? (same.Code, label)
                : reworded && !kept.Contains(offered[at]) ? (offered[at].Code, label)
                : ($"{++next}", label)
        );
    }

    private IEnumerable<Refusal> RowFaults()
    {
        if (Rows.Count < 2)
        {
            yield return new TooFewRows();
        }
        if (Rows.Count > MostRows)
        {
            yield return new TooManyRows();
        }
        if (Choices.Count > MostColumns)
        {
            yield return new TooManyColumns();
        }
        if (Rows.FirstOrDefault(label => label.Length > LongestChoice) is { } tooLong)
        {
            yield return new RowTooLong(tooLong);
        }
        if (Rows.GroupBy(label => label, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            yield return new RowTwice(twice.Key);
        }
    }

    private IEnumerable<Refusal> ChoiceFaults()
    {
        if (Choices.Count < 2)
        {
            yield return new TooFewChoices();
        }
        if (Choices.Count > MostChoices)
        {
            yield return new TooManyChoices();
        }
        if (Choices.FirstOrDefault(label => label.Length > LongestChoice) is { } tooLong)
        {
            yield return new ChoiceTooLong(tooLong);
        }
        if (Choices.GroupBy(label => label, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            yield return new ChoiceTwice(twice.Key);
        }
    }
}
