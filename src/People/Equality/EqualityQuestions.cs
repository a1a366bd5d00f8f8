// What is asked: the harmonised questions of the Government Statistical Service in plain words. Each may be left, and “prefer not to say” is an answer.
namespace Hearth.People.Equality;

/// <param name="Key">Under which the answer is sealed.</param>
/// <param name="Words">As a tenant reads it.</param>
/// <param name="Short">As the counts name it.</param>
/// <param name="Answers">In the order of the page; “prefer not to say” is added to each.</param>
internal sealed record EqualityQuestion(string Key, string Words, string Short, IReadOnlyList<string> Answers)
{
    public const string NotSaid = "Prefer not to say";

    public IEnumerable<string> All => Answers.Append(NotSaid);
}

internal static class EqualityQuestions
{
    public static IReadOnlyList<EqualityQuestion> All { get; } =
    [
        new("sex", "What is your sex?", "Sex", ["Female", "Male"]),
        new("gender", "Is your gender the same as the sex you were registered with at birth?", "Gender same as at birth", ["Yes", "No"]),
        new(
            "ethnic",
            "What is your ethnic group?",
            "Ethnic group",
            [
                "Asian or Asian British",
                "Black, Black British, Caribbean or African",
                "Mixed or more than one ethnic group",
                "White",
                "Another ethnic group",
            ]
        ),
        new(
            "religion",
            "What is your religion?",
            "Religion",
            ["No religion", "Buddhist", "Christian", "Hindu", "Jewish", "Muslim", "Sikh", "Another religion"]
        ),
        new(
            "health",
            "Have you an illness or condition, of body or mind, that has lasted or will last a year or more?",
            "Long-lasting condition",
            ["Yes, and it limits me a lot", "Yes, and it limits me a little", "Yes, and it does not limit me", "No"]
        ),
        new(
            "orientation",
            "Which of these is you?",
            "Sexual orientation",
            ["Straight or heterosexual", "Gay or lesbian", "Bisexual", "Another orientation"]
        ),
        new(
            "partner",
            "Are you married or in a civil partnership?",
            "Marriage and partnership",
            ["Married", "In a civil partnership", "Neither"]
        ),
        new("baby", "Are you pregnant, or have you had a baby in the last year?", "Pregnancy and new babies", ["Yes", "No"]),
        new("caring", "Do you look after somebody who could not manage without you?", "Carers", ["Yes", "No"]),
    ];
}
