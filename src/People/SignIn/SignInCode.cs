// A tenant's one-time code, kept as a hash only. It does not say for whom: that is in the sealed cookie of the browser that asked.
using System.Security.Cryptography;

namespace Hearth.People.SignIn;

internal sealed class SignInCode
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    public const int MostTries = 5;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Hash { get; init; } = "";
    public DateTimeOffset Until { get; init; }
    public int Tries { get; set; }
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Slow on purpose: whoever stole the table would not have tried a million codes before they run out.</summary>
    public static string HashOf(Guid id, string figures) =>
        Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2(figures, id.ToByteArray(), 100_000, HashAlgorithmName.SHA256, 32));
}
