// Why what was typed for the summary of approach is not taken, with the field it belongs to.
namespace Hearth.Insight.Measures.Approach;

internal abstract record ApproachRefusal(string Field, string Words);

internal sealed record AddressIsNone()
    : ApproachRefusal("Address", "Enter a web address that begins with https://, like https://www.example.org/how-we-are-doing");

internal sealed record YesOrNoMissing(string Name, string Question) : ApproachRefusal(Name, $"Choose yes or no: {Question}");

internal sealed record WordsMissing(string Name, string What) : ApproachRefusal(Name, $"Enter {What}");

internal sealed record TooLong(string Name, string What, int Most)
    : ApproachRefusal(Name, $"{What} must be {Insight.Words.Whole(Most)} characters or fewer");

internal sealed record SavedMeanwhile()
    : ApproachRefusal("", "Somebody else saved this since you opened it. Look at it again before you save");
