// When a message that could not go is tried again, and when Hearth gives up.
namespace Hearth.Messaging.Sending;

internal static class Backoff
{
    // RFC 5321, 4.5.4.1: at least 30 minutes between tries in general, fewer at first, and give up after days rather than hours.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
        TimeSpan.FromHours(24),
    ];

    /// <summary>Tries in all, the first included.</summary>
    public static int Most => Waits.Length + 1;

    /// <summary>The longest wait between two tries.</summary>
    public static TimeSpan Longest => Waits.Max();

    /// <summary>How long to wait after this many tries; null when that was the last.</summary>
    public static TimeSpan? After(int tries) => tries <= Waits.Length ? Waits[Math.Max(tries, 1) - 1] : null;
}
