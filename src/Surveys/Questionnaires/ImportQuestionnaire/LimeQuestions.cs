// LimeSurvey's questions, from either of its files, as ours.
namespace Hearth.Surveys.Questionnaires.ImportQuestionnaire;

/// <summary>An answer or a subquestion.</summary>
internal sealed record LimeOption(string Code, string Text);

internal sealed record LimeQuestion(string Type, string Name, string Text, string Help, bool Required, string Relevance)
{
    public List<LimeOption> Answers { get; } = [];
    public List<LimeOption> Lines { get; } = [];
}

internal static class LimeQuestions
{
    private static readonly (string, string)[] YesNo = [("Y", "Yes"), ("N", "No")];

    public static FoundSurvey Found(string title, string introduction, IEnumerable<LimeQuestion> questions, ICollection<string> said)
    {
        var found = new List<FoundQuestion>();
        foreach (var question in questions)
        {
            if (Of(question, said) is { } one)
            {
                found.Add(one);
            }
        }
        return new(FoundWords.Plain(title), FoundWords.Plain(introduction), found, [.. said]);
    }

    private static FoundQuestion? Of(LimeQuestion lime, ICollection<string> said)
    {
        (QuestionKind? Kind, IReadOnlyList<LimeOption> Choices, IReadOnlyList<LimeOption> Rows) ours = lime.Type switch
        {
            "L" or "!" or "O" => (QuestionKind.SingleChoice, lime.Answers, []),
            "Y" => (QuestionKind.SingleChoice, Fixed(YesNo), []),
            "5" => (QuestionKind.SingleChoice, Fixed([.. Enumerable.Range(1, 5).Select(n => ($"{n}", $"{n}"))]), []),
            "M" or "P" => (QuestionKind.MultipleChoice, lime.Lines, []),
            "N" => (QuestionKind.Number, [], []),
            "D" => (QuestionKind.Date, [], []),
            "S" => (QuestionKind.ShortText, [], []),
            "T" or "U" => (QuestionKind.LongText, [], []),
            "F" or "H" => (QuestionKind.Grid, lime.Answers, lime.Lines),
            "A" => (QuestionKind.Grid, Fixed([.. Enumerable.Range(1, 5).Select(n => ($"{n}", $"{n}"))]), lime.Lines),
            "C" => (QuestionKind.Grid, Fixed([("Y", "Yes"), ("U", "Uncertain"), ("N", "No")]), lime.Lines),
            "E" => (QuestionKind.Grid, Fixed([("I", "Increase"), ("S", "Same"), ("D", "Decrease")]), lime.Lines),
            "R" => (QuestionKind.Ranking, lime.Answers.Count > 0 ? lime.Answers : lime.Lines, []),
            "|" => (QuestionKind.File, [], []),
            _ => (null, [], []),
        };
        if (ours.Kind is not { } known)
        {
            said.Add($"{lime.Name}: we do not know LimeSurvey’s kind “{lime.Type}”. It is left out.");
            return null;
        }
        if (lime.Type is "O" or "P")
        {
            said.Add($"{lime.Name}: the box for a comment is left out. Add a question for it.");
        }
        var (rule, understood) = FoundRules.Read(lime.Relevance);
        if (!understood)
        {
            said.Add($"{lime.Name}: its rule “{Short(lime.Relevance)}” says more than ours can. Everyone is asked it: say who sees it.");
        }
        return Question(lime.Name, known, lime.Text, lime.Help, lime.Required, ours.Choices, ours.Rows, rule, said);
    }

    /// <summary>A question as ours, its words made plain and no longer than may be.</summary>
    public static FoundQuestion Question(
        string name,
        QuestionKind kind,
        string text,
        string help,
        bool required,
        IReadOnlyList<LimeOption> choices,
        IReadOnlyList<LimeOption> rows,
        FoundRule? rule,
        ICollection<string> said
    ) =>
        new(
            name,
            new QuestionDraft(kind, FoundWords.Cut(FoundWords.Plain(text), QuestionDraft.LongestText, name, said))
            {
                Help = FoundWords.Cut(FoundWords.Plain(help), QuestionDraft.LongestHelp, name, said) is { Length: > 0 } words
                    ? words
                    : null,
                Required = required,
                Choices =
                [
                    .. choices.Select(choice => FoundWords.Cut(FoundWords.Plain(choice.Text), QuestionDraft.LongestChoice, name, said)),
                ],
                Rows = [.. rows.Select(row => FoundWords.Cut(FoundWords.Plain(row.Text), QuestionDraft.LongestChoice, name, said))],
            },
            [.. choices.Select(choice => choice.Code)],
            rule
        );

    public static string Short(string expression) => expression.Length <= 80 ? expression : expression[..79] + "…";

    private static List<LimeOption> Fixed((string, string)[] options) =>
        [.. options.Select(option => new LimeOption(option.Item1, option.Item2))];
}
