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
    public const string NotApplicable = "Not applicable/ don't know";
    public const string NotApplicableCode = "na";

    public string? Help { get; init; }
    public bool Required { get; init; }

    /// <summary>Labels of a single or multiple choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
    public ScaleKind Scale { get; init; }

    /// <summary>Whether “Not applicable/ don't know” is offered, which counts in no percentage.</summary>
    public bool OfferNotApplicable { get; init; }
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
        if (Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice)
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
            QuestionKind.SingleChoice or QuestionKind.MultipleChoice => Coded([.. before.Where(option => !option.NotApplicable)]),
            _ => [],
        };
        if (OfferNotApplicable && after.Count > 0)
        {
            after.Add(new Option(NotApplicableCode, NotApplicable, NotApplicable: true));
        }
        return after;
    }

    private List<Option> Coded(List<Option> before)
    {
        var next = before.Select(option => int.TryParse(option.Code, out var code) ? code : 0).DefaultIfEmpty(0).Max();
        var kept = before.Where(option => Choices.Contains(option.Label)).ToList();
        return
        [
            .. Choices.Select(
                (label, at) =>
                    kept.FirstOrDefault(option => option.Label == label)
                    ?? (
                        Choices.Count == before.Count && !kept.Contains(before[at])
                            ? before[at] with
                            {
                                Label = label,
                            }
                            : new Option($"{++next}", label)
                    )
            ),
        ];
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
