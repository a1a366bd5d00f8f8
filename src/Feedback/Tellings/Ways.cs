// By which way a person is told: the one they chose, and the next one where it failed.
using Hearth.Messaging.Public;
using Hearth.People.Public;

namespace Hearth.Feedback.Tellings;

/// <summary>A channel a message goes by, and the way the person is told by it.</summary>
/// <param name="Channel">How the message leaves.</param>
/// <param name="Name">What the telling says: Email, Text, Letter, Telephone, FaceToFace.</param>
internal sealed record Way(Channel Channel, string Name)
{
    public const string FaceToFace = "FaceToFace";

    /// <summary>In the order in which the board shows them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [nameof(Channel.Text), nameof(Channel.WhatsApp), nameof(Channel.Email), nameof(Channel.Letter), nameof(Channel.Telephone), FaceToFace];

    public static string InWords(string name) =>
        name switch
        {
            nameof(Channel.Email) => "E-mail",
            FaceToFace => "Face to face",
            _ => name,
        };
}

internal static class Ways
{
    // where the chosen way came back: the quickest first, a visit or call by a person last
    private static readonly Channel[] Ladder = [Channel.Email, Channel.Text, Channel.Letter, Channel.Telephone];

    /// <summary>True where this person has asked not to be told what came of it.</summary>
    public static bool AskedNot(this AudienceMember person) => person.DoNotContact || person.Refused.Contains(MessageKind.Feedback);

    /// <summary>The person's own way; null where none is held. Who wants to be told face to face stands on the call list, where a visit is agreed.</summary>
    public static Way? First(AudienceMember person) =>
        person.AskedNot() ? null
        : person.Prefers == ContactWay.FaceToFace && person.Reach(Channel.Telephone) is not null ? new(Channel.Telephone, Way.FaceToFace)
        : person.BestChannel is { } best ? new(best, best.ToString())
        : null;

    /// <summary>The next way that is held and was not tried; null where none is left.</summary>
    public static Way? Next(AudienceMember person, IReadOnlySet<Channel> tried) =>
        person.AskedNot()
            ? null
            : Ladder
                .Where(channel => !tried.Contains(channel) && Held(person, channel))
                .Select(channel => new Way(channel, channel.ToString()))
                .FirstOrDefault();

    private static bool Held(AudienceMember person, Channel channel) =>
        person.Reach(channel) is not null && (channel != Channel.Text || person.Phone!.StartsWith("+447", StringComparison.Ordinal));
}
