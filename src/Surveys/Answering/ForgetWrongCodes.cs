// Clears away wrong codes once they no longer count.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering;

internal sealed class ForgetWrongCodes(HearthDb db, TimeProvider time) : IJob
{
    public string Name => "forget-wrong-codes";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken stop)
    {
        var old = time.GetUtcNow() - CodeGuesses.Within;
        return db.Set<WrongCode>().Where(wrong => wrong.At < old).ExecuteDeleteAsync(stop);
    }
}
