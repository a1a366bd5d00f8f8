// One person's equality answers as they lie in the database: sealed, under a name that only the key can work out.
namespace Hearth.People.Equality;

internal sealed class EqualityRow
{
    /// <summary>HMAC of the person's id under a key of the landlord: without it, nobody can say whose row this is.</summary>
    public string Pseudonym { get; init; } = "";

    /// <summary>The key that this row's name and its answers are sealed under.</summary>
    public Guid KeyId { get; init; }

    /// <summary>Nonce, tag and the answers (AES-256-GCM), padded so that the length says nothing.</summary>
    public byte[] Sealed { get; set; } = [];

    /// <summary>The first of the month in which they were given: for retention. A day would join the row to a sign-in.</summary>
    public DateOnly Month { get; set; }
}

/// <summary>A key, itself sealed by the landlord's protection keys. Destroyed once no row is left under it.</summary>
internal sealed class EqualityKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Null once destroyed.</summary>
    public string? SealedKey { get; set; }
    public DateTimeOffset? DestroyedAt { get; set; }
}
