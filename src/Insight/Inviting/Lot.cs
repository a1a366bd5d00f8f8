// Draws people by lot so that anyone can draw again and get the same: each has a number made of the seed and their tenancy reference, and the lowest are drawn.
using System.Security.Cryptography;
using System.Text;
using Hearth.People.Public;

namespace Hearth.Insight.Inviting;

internal static class Lot
{
    /// <summary>
    /// Draws <paramref name="count"/> of these households. A household's number does not depend on who else takes part, so one that leaves the draw
    /// lets the next in and moves nobody else.
    /// </summary>
    public static IReadOnlyList<AudienceMember> Draw(IEnumerable<AudienceMember> members, int count, int seed) =>
        [.. members.OrderBy(member => Number(member.TenancyReference, seed), StringComparer.Ordinal).Take(count)];

    /// <summary>SHA-256 of "seed/reference" in hexadecimal.</summary>
    public static string Number(string tenancyReference, int seed) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}/{tenancyReference}"))));
}
