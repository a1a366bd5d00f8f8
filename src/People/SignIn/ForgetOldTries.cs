// Clears away tries of yesterday and codes that have run out.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.SignIn;

internal sealed class ForgetOldTries(HearthDb db, TimeProvider time) : IJob
{
    public string Name => "forget old sign-in tries";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken stop)
    {
        var yesterday = time.GetUtcNow().AddDays(-1);
        await db.Set<SignInAttempt>().Where(a => a.At < yesterday).ExecuteDeleteAsync(stop);
        await db.Set<SignInCode>().Where(c => c.Until < yesterday).ExecuteDeleteAsync(stop);
    }
}
