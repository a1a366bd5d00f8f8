// A landlord's settings, as JSON by key: its look, its promises, its limits.
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Storage.Public;

public sealed class Settings(HearthDb db, AuditTrail audit)
{
    /// <summary>The setting, or null where it was never set.</summary>
    public async Task<T?> GetAsync<T>(string key, CancellationToken stop = default)
        where T : class
    {
        var json = await db.Set<StoredSetting>().AsNoTracking().Where(s => s.Key == key).Select(s => s.Json).FirstOrDefaultAsync(stop);
        return json is null ? null : JsonSerializer.Deserialize<T>(json);
    }

    /// <summary>The setting, made now where it was never set: however many nodes ask at once, one value comes of it. Written at once, in the transaction that is open where one is.</summary>
    public async Task<T> OnceAsync<T>(string key, Func<T> make, CancellationToken stop = default)
        where T : class
    {
        if (await GetAsync<T>(key, stop) is { } known)
        {
            return known;
        }
        var json = JsonSerializer.Serialize(make());
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO storage_setting ("Key", "Json") VALUES ({key}, {json}) ON CONFLICT ("Key") DO NOTHING""",
            stop
        );
        return (await GetAsync<T>(key, stop))!;
    }

    /// <summary>Sets it in this unit of work; saved with it.</summary>
    public async Task SetAsync<T>(string key, T value, CancellationToken stop = default)
        where T : class
    {
        var row = await db.Set<StoredSetting>().FindAsync([key], stop);
        var json = JsonSerializer.Serialize(value);
        if (row is null)
        {
            db.Add(new StoredSetting { Key = key, Json = json });
        }
        else
        {
            row.Json = json;
        }
        audit.Write("ChangeSetting", "setting", detail: key);
    }
}

internal sealed class StoredSetting
{
    public string Key { get; init; } = "";
    public string Json { get; set; } = "";
}
