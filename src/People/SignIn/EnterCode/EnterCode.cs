// Checks a code: each try is counted before it is looked at, and a code that was right is used up.
using System.Security.Cryptography;
using System.Text;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.SignIn.EnterCode;

internal enum CodeTry
{
    Right,
    Wrong,

    /// <summary>Used, too old, or tried too often: a new one is needed.</summary>
    Ended,
}

internal sealed class EnterCode(HearthDb db, TimeProvider time)
{
    public async Task<CodeTry> TryAsync(Guid id, string typed, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var counted = await db.Set<SignInCode>()
            .Where(c => c.Id == id && c.UsedAt == null && c.Until > now && c.Tries < SignInCode.MostTries)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Tries, x => x.Tries + 1), stop);
        if (counted == 0)
        {
            return CodeTry.Ended;
        }
        var hash = await db.Set<SignInCode>().Where(c => c.Id == id).Select(c => c.Hash).SingleAsync(stop);
        var figures = string.Concat(typed.Where(char.IsAsciiDigit));
        if (
            !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(SignInCode.HashOf(id, figures)))
        )
        {
            return CodeTry.Wrong;
        }
        var used = await db.Set<SignInCode>()
            .Where(c => c.Id == id && c.UsedAt == null)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, now), stop);
        return used == 1 ? CodeTry.Right : CodeTry.Ended;
    }
}
