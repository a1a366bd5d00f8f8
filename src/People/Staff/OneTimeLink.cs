// The link by which a member of staff chooses a password: long, random, kept only as a hash, good for seven days and for once.
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hearth.People.Staff;

internal static class OneTimeLink
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>Puts a new link in the place of any older one; returns its path.</summary>
    public static string GiveTo(StaffAccount account, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        account.WelcomeHash = HashOf(token);
        account.WelcomeUntil = now + Lasts;
        return $"/staff/welcome/{token}";
    }

    public static void TakeFrom(StaffAccount account) => (account.WelcomeHash, account.WelcomeUntil) = (null, null);

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
