// Why a choice of how the figures are made is not taken: each by name, with its field and what the officer reads.
namespace Hearth.Insight.Measures.Perception.ChooseHow;

internal abstract record HowRefusal(string Field, string Words);

internal sealed record NoSurveyChosen() : HowRefusal(nameof(HowForm.Surveys), "Choose at least one survey");

internal sealed record NothingToWeightBy() : HowRefusal(nameof(HowForm.By), "Choose at least one thing to weight by");

internal sealed record LowOutside()
    : HowRefusal(nameof(HowForm.Low), "The least a home may count for must be a number of 0 or more and below 1, like 0.3");

internal sealed record HighOutside()
    : HowRefusal(nameof(HowForm.High), "The most a home may count for must be a number above 1, up to 100, like 3");

internal sealed record OneLimitOnly() : HowRefusal(nameof(HowForm.High), "Enter both limits, or neither");

internal sealed record MergeOutside()
    : HowRefusal(nameof(HowForm.MergeBelow), "The fewest of a group must be a whole number from 1 to 1,000, or empty to merge nothing");

internal sealed record LeastOutside()
    : HowRefusal(nameof(HowForm.LeastForMethod), "The fewest answers by a method must be a whole number from 10 to 10,000");

internal sealed record NothingTyped() : HowRefusal(nameof(HowForm.Typed), "Enter a line for each group, like Age, 16 to 24, 1459");

internal sealed record LineIsNone(int Line)
    : HowRefusal(nameof(HowForm.Typed), $"Line {Line} must have three parts, like Age, 16 to 24, 1459");

internal sealed record CharacteristicUnknown(int Line, string Typed)
    : HowRefusal(
        nameof(HowForm.Typed),
        $"Line {Line}: ‘{Typed}’ is nothing to weight by. Use {string.Join(", ", Characteristic.All.Select(one => one.Name))}"
    );

internal sealed record CountIsNone(int Line, string Typed)
    : HowRefusal(nameof(HowForm.Typed), $"Line {Line}: ‘{Typed}’ is not a number of homes, like 1459");

internal sealed record GroupTwice(int Line, string By, string Group)
    : HowRefusal(nameof(HowForm.Typed), $"Line {Line}: {By} ‘{Group}’ stands twice. Take one out");

internal sealed record GroupWithoutCount(string By, string Group, int Answered)
    : HowRefusal(nameof(HowForm.Typed), $"{By}: {Answered} of ‘{Group}’ answered, and you gave no count for it. Add a line");

internal sealed record CannotWeight(string Field, string Why) : HowRefusal(Field, Why);
