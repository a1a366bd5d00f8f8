// Keeps in memory what a node worked out of a year's answers, so that a page looked at again does not work it out anew. Each node has its own; losing it costs a second.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Hearth.Insight.Measures.Perception;

internal sealed class KeptYears(TimeProvider time)
{
    private const int Most = 24;

    // who is forgotten meanwhile is forgotten here too by then
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);
    private long looks;

    /// <summary>What was made for this key, or is made now.</summary>
    /// <param name="key">Everything that it is made from, or a checksum of it.</param>
    /// <param name="make">Makes it; two who look at once may both make it.</param>
    public async Task<T> OfAsync<T>(string key, Func<Task<T>> make)
        where T : notnull
    {
        if (kept.TryGetValue(key, out var found) && time.GetElapsedTime(found.Since) < Longest)
        {
            found.LastLook = Interlocked.Increment(ref looks);
            return (T)found.Value;
        }
        var made = await make();
        kept[key] = new(made, time.GetTimestamp()) { LastLook = Interlocked.Increment(ref looks) };
        while (kept.Count > Most)
        {
            kept.TryRemove(kept.MinBy(one => one.Value.LastLook).Key, out _);
        }
        return made;
    }

    public Task<T> OfAsync<T>(string key, Func<T> make)
        where T : notnull => OfAsync(key, () => Task.FromResult(make()));

    /// <summary>Keeps nothing any more: whoever freezes figures reads everything anew.</summary>
    public void Clear() => kept.Clear();

    /// <summary>A checksum of texts, one after the other.</summary>
    public static string Checksum(params ReadOnlySpan<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))));

    private sealed class Kept(object value, long since)
    {
        public object Value => value;

        public long Since => since;

        public long LastLook { get; set; }
    }
}
