// Why a question, its choices, its place or its rule is refused.
namespace Hearth.Surveys.Questionnaires;

internal sealed record QuestionNotFound() : Refusal("This question is no longer there. Somebody may have deleted it");

internal sealed record TextMissing() : Refusal("Enter the question", "Text");

internal sealed record TextTooLong() : Refusal($"The question must be {QuestionDraft.LongestText} letters or fewer", "Text");

internal sealed record HelpTooLong() : Refusal($"The help must be {QuestionDraft.LongestHelp} letters or fewer", "Help");

internal sealed record TooFewChoices() : Refusal("Enter two choices or more, each on its own line", "Choices");

internal sealed record TooManyChoices()
    : Refusal($"Enter {QuestionDraft.MostChoices} choices or fewer: a longer list is hard to read on a phone", "Choices");

internal sealed record ChoiceTooLong(string Label)
    : Refusal($"Make this choice {QuestionDraft.LongestChoice} letters or fewer: “{Label[..60]}…”", "Choices");

internal sealed record ChoiceTwice(string Label) : Refusal($"“{Label}” is there twice. Take one of them out", "Choices");

internal sealed record TooFewRows() : Refusal("Enter two lines or more, each on its own line", "Rows");

internal sealed record TooManyRows()
    : Refusal($"Enter {QuestionDraft.MostRows} lines or fewer: people tire of a longer grid and answer at random", "Rows");

internal sealed record TooManyColumns() : Refusal($"Enter {QuestionDraft.MostColumns} answers or fewer for a grid", "Choices");

internal sealed record RowTooLong(string Label)
    : Refusal($"Make this line {QuestionDraft.LongestChoice} letters or fewer: “{Label[..60]}…”", "Rows");

internal sealed record RowTwice(string Label) : Refusal($"“{Label}” is there twice. Take one of them out", "Rows");

internal sealed record TooManyToRank()
    : Refusal($"Enter {QuestionDraft.MostToRank} choices or fewer: nobody can put more in order", "Choices");

internal sealed record RankOutOfRange() : Refusal("Enter how many to put in order: 1 or more, and no more than there are choices", "Most");

internal sealed record LeastAboveMost() : Refusal("The highest number must be the same as or more than the lowest", "Most");

internal sealed record TooManyQuestions()
    : Refusal($"A survey can have {Questionnaire.MostQuestions} questions at most. People stop long before that");

internal sealed record WordingIsLocked(string Measure)
    : Refusal(
        $"The regulator sets the words of {Measure}, and may reject figures from any other wording. Delete it, or add your own question"
    );

/// <summary>Another question is shown only to people who gave an answer of this one.</summary>
internal sealed record QuestionIsNeeded(string By)
    : Refusal($"{By} is shown only to people who gave a certain answer here. Change who sees that one first, or delete it");

/// <summary>A choice that another question's rule names would go.</summary>
internal sealed record ChoiceIsNeeded(string Label, string By)
    : Refusal($"Keep the choice “{Label}”: {By} is shown only to people who chose it. Change who sees that one first", "Choices");

internal sealed record WouldComeFirst(string This, string Other)
    : Refusal($"{This} is shown only after an answer to {Other}, so it must come later. Change who sees it first");

internal sealed record RuleOnLaterQuestion() : Refusal("Choose a question that comes before this one", "On");

internal sealed record RuleNeedsChoices() : Refusal("Choose a question that is answered by choosing", "On");

internal sealed record RuleNeedsAnAnswer() : Refusal("Choose at least one answer", "Codes");

internal sealed record FilterIsFixed(string Measure) : Refusal($"The regulator says who is asked {Measure}. That cannot be changed");

internal sealed record NoMeasureChosen() : Refusal("Choose at least one measure", "Codes");

internal sealed record MeasureAlreadyThere(string Code) : Refusal($"{Code} is in this survey already", "Codes");

internal sealed record MeasureWasTakenOut(string Code)
    : Refusal($"{Code} was taken out of this survey while it was open. Throw this version away to keep it, or copy the survey", "Codes");

internal sealed record UnknownMeasure(string Code) : Refusal($"There is no measure {Code}", "Codes");

internal sealed record MeasuresOutOfOrder(string First, string Second)
    : Refusal($"The regulator’s questions keep their order: {First} comes before {Second}");

/// <summary>The landlord has another name now, or another set of measures holds on the first day.</summary>
internal sealed record WordingIsNotPrescribed(IReadOnlyList<string> Measures)
    : Refusal(
        $"{Spoken(Measures)} {(Measures.Count == 1 ? "is" : "are")} not worded as the regulator prescribes for your landlord’s name today. Open the questions and choose ‘Word them as prescribed’"
    )
{
    private static string Spoken(IReadOnlyList<string> codes) =>
        codes.Count == 1 ? codes[0] : $"{string.Join(", ", codes.SkipLast(1))} and {codes[^1]}";
}

internal sealed record OverallComesFirst()
    : Refusal("TP01, satisfaction overall, must be the first question, so that no other question colours the answer");

internal sealed record BetweenMeasuresOfATheme(string First, string Second)
    : Refusal($"No question of your own may stand between {First} and {Second}: they are about one thing. Put it before or after both");
