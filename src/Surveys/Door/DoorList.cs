// A list of addresses that an officer takes to the doors on a device, for some hours, with the keys its answers are sealed by.
using System.Text.Json;

namespace Hearth.Surveys.Door;

internal sealed class DoorList
{
    /// <summary>Days after the list has run out in which its sealed answers can still be opened.</summary>
    public const int DaysToHandIn = 28;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }
    public Guid TakenById { get; init; }
    public string TakenBy { get; init; } = "";
    public DateTimeOffset TakenAt { get; init; }

    /// <summary>The device wipes the list then, and the homes are free for others.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Ids of invitations, as JSON, in the order of the addresses.</summary>
    public string Homes { get; init; } = "[]";

    /// <summary>What the device seals answers with: a point of P-256, uncompressed, base64.</summary>
    public string PublicKey { get; init; } = "";

    /// <summary>What opens them, itself protected by the key ring; null once thrown away.</summary>
    public string? PrivateKey { get; set; }

    /// <summary>Hash of the word by which the device proves whose list it sends for; null until a device has it.</summary>
    public string? TokenHash { get; set; }
    public DateTimeOffset? OnDeviceAt { get; set; }

    /// <summary>When it was given back or ended by an officer.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public IReadOnlyList<Guid> HomeIds() => JsonSerializer.Deserialize<List<Guid>>(Homes)!;

    public bool IsOut(DateTimeOffset now) => EndedAt is null && ExpiresAt > now;
}
