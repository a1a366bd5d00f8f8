// A passkey: a key in somebody's phone, computer or token that proves it is them. Of staff or of a tenant, never of both.
namespace Hearth.People.Passkeys;

internal sealed class Passkey
{
    /// <summary>The authenticator's own id of it, Base64 for addresses.</summary>
    public string CredentialId { get; init; } = "";
    public Guid? StaffId { get; init; }
    public Guid? PersonId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public string Name { get; set; } = "";
    public byte[] PublicKey { get; init; } = [];

    /// <summary>Goes up with each use where the authenticator counts; a step back means a copy.</summary>
    public long SignCount { get; set; }
    public string TransportList { get; init; } = "";
    public bool UserVerified { get; set; }
    public bool BackupEligible { get; init; }
    public bool BackedUp { get; set; }
    public byte[] Attestation { get; init; } = [];
    public byte[] ClientData { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; set; }
}

/// <summary>Whose passkeys: the one kind of user that the framework's handler of passkeys deals with.</summary>
internal sealed class KeyHolder
{
    public bool IsStaff { get; init; }
    public Guid Id { get; init; }
    public string Name { get; init; } = "";

    /// <summary>As the authenticator keeps it: it names nobody.</summary>
    public string Handle => $"{(IsStaff ? "s" : "t")}{Id:N}";

    public static KeyHolder? Parse(string? handle) =>
        handle is { Length: 33 } && handle[0] is 's' or 't' && Guid.TryParseExact(handle[1..], "N", out var id)
            ? new() { IsStaff = handle[0] == 's', Id = id }
            : null;
}
