// A worrying answer: what kind it is, and what raised it.
namespace Hearth.Surveys.Cases;

internal enum Worry
{
    /// <summary>Damp or mould, a hazard of Awaab's Law.</summary>
    Damp,

    /// <summary>Something that may hurt somebody now: gas, fire, electricity, a ceiling.</summary>
    Safety,

    /// <summary>Somebody is in distress.</summary>
    Distress,

    /// <summary>They are not happy with a service and want it put right: a complaint, whatever it is called.</summary>
    Complaint,

    /// <summary>They were promised a reply to these words.</summary>
    Reply,
}

/// <summary>A worry found in an answer.</summary>
/// <param name="Rule">What found it, the same for every answer: <c>word:mould</c>, <c>answer:q3=y</c>, <c>reply:q7</c>. False alarms are counted by it.</param>
/// <param name="Because">In words for an officer.</param>
internal sealed record Found(Worry Kind, string Rule, string Because, Guid QuestionId);

internal static class WorryWords
{
    public static string Name(this Worry kind) =>
        kind switch
        {
            Worry.Damp => "Damp and mould",
            Worry.Safety => "Safety",
            Worry.Distress => "Distress",
            Worry.Complaint => "Complaint",
            _ => "Wants a reply",
        };

    /// <summary>Read from the address: <c>damp</c>.</summary>
    public static string Slug(this Worry kind) => kind.ToString().ToLowerInvariant();
}
