// How long each kind of data is kept here: what the landlord set, else what is usual.
using Hearth.Storage.Public;

namespace Hearth.People.Retention;

/// <summary>Months by kind, as the landlord set them.</summary>
internal sealed record MonthsKept(Dictionary<string, int> Months);

internal sealed class HowLong(IEnumerable<IKeptFor> kinds, Settings settings, TimeProvider time)
{
    public const int Most = 240;

    private const string Setting = "retention";

    public IReadOnlyList<IKeptFor> Kinds { get; } = [.. kinds.OrderBy(kind => kind.What, StringComparer.Ordinal)];

    /// <summary>Months by kind, for every kind there is.</summary>
    public async Task<IReadOnlyDictionary<string, int>> AllAsync(CancellationToken stop)
    {
        var set = (await settings.GetAsync<MonthsKept>(Setting, stop))?.Months ?? [];
        return Kinds.ToDictionary(kind => kind.Key, kind => Math.Clamp(set.GetValueOrDefault(kind.Key, kind.Usually), kind.Least, Most));
    }

    /// <summary>What is older than this has had its time.</summary>
    public DateTimeOffset Before(int months) => time.GetUtcNow().AddMonths(-months);

    /// <summary>Sets the months in this unit of work; the caller saves.</summary>
    public Task SetAsync(IReadOnlyDictionary<string, int> months, CancellationToken stop) =>
        settings.SetAsync(Setting, new MonthsKept(months.ToDictionary()), stop);
}
