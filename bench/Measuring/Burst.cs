// Many connections doing the same thing over and over for a while, and how long each time took.
using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hearth.Bench.Measuring;

/// <param name="Seconds">From the first start to the last end.</param>
/// <param name="Milliseconds">Of every time, sorted.</param>
internal sealed record Burst(double Seconds, double[] Milliseconds)
{
    public int Count => Milliseconds.Length;

    public double PerSecond => Count / Seconds;

    /// <summary>The time within which this share of all was done.</summary>
    public double Percentile(double share) => Milliseconds[Math.Clamp((int)Math.Ceiling(share * Count) - 1, 0, Count - 1)];

    /// <summary>Each connection does it again until the time is up or it says that nothing is left.</summary>
    public static async Task<Burst> RunAsync(int connections, TimeSpan length, Func<int, Task<bool>> once)
    {
        var times = new ConcurrentBag<List<double>>();
        var clock = Stopwatch.StartNew();
        // a thread each: SQLite's calls block, and would otherwise wait for the pool to grow
        var running = Enumerable
            .Range(0, connections)
            .Select(connection =>
                Task.Factory.StartNew(
                        () => LoopAsync(connection),
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                    .Unwrap()
            )
            .ToList();
        await Task.WhenAll(running);
        return new(clock.Elapsed.TotalSeconds, [.. times.SelectMany(mine => mine).Order()]);

        async Task LoopAsync(int connection)
        {
            var mine = new List<double>();
            while (clock.Elapsed < length)
            {
                var start = Stopwatch.GetTimestamp();
                if (!await once(connection))
                {
                    break;
                }
                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            times.Add(mine);
        }
    }
}
