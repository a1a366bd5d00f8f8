// The two lists that people work through, calls and visits: the same rules, other words.
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Calls;

/// <param name="Path">Last part of the address: <c>/messages/calls</c>.</param>
/// <param name="One">"call".</param>
/// <param name="Many">"calls".</param>
/// <param name="Do">What is done to a person: "ring".</param>
/// <param name="Done">As it is said afterwards: "rung".</param>
/// <param name="Where">What the address is: "Number".</param>
/// <param name="NoAnswer">Nobody was met.</param>
/// <param name="Wrong">The person is not to be met there at all.</param>
/// <param name="Never">They want none of these any more.</param>
/// <param name="NeverHint">What that means.</param>
internal sealed record Round(
    Channel Channel,
    string Path,
    string One,
    string Many,
    string Do,
    string Done,
    string Where,
    string Icon,
    string NoAnswer,
    string Wrong,
    string Never,
    string NeverHint
)
{
    public static Round Calls { get; } =
        new(
            Channel.Telephone,
            "calls",
            "call",
            "calls",
            "ring",
            "rung",
            "Number",
            "phone",
            "No answer",
            "Wrong number",
            "Asked not to be rung",
            "Nobody rings them any more. They can still be written to."
        );

    public static Round Visits { get; } =
        new(
            Channel.Door,
            "visits",
            "visit",
            "visits",
            "visit",
            "visited",
            "Address",
            "door",
            "Nobody in",
            "They do not live there",
            "Asked not to be visited",
            "Nobody knocks any more. They can still be written to."
        );

    public static Round At(string path) => path == Visits.Path ? Visits : Calls;

    public string Title => char.ToUpperInvariant(Many[0]) + Many[1..];

    public string Verb => char.ToUpperInvariant(Do[0]) + Do[1..];

    public string Home => $"/messages/{Path}";
}
