// Slows down whoever tries out codes: each wrong one counts against the address it came from. It says nothing about which codes exist.
using System.Threading.RateLimiting;

namespace Hearth.Surveys.Answering;

internal sealed class CodeGuesses : IDisposable
{
    /// <summary>Wrong codes from one address before it must wait.</summary>
    public const int Allowed = 60;

    private static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> wrong = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(
            address,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = Allowed,
                Window = Within,
                SegmentsPerWindow = 5,
                QueueLimit = 0,
            }
        )
    );

    /// <summary>Whether this address has used up its guesses for now; then even a right code is not looked up.</summary>
    public bool UsedUp(string address) => !wrong.AttemptAcquire(address, 0).IsAcquired;

    /// <summary>Counts a wrong code.</summary>
    public void Wrong(string address) => wrong.AttemptAcquire(address).Dispose();

    public void Dispose() => wrong.Dispose();
}
