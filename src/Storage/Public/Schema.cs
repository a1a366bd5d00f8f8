// Brings a database to the schema of this version. Safe to run twice, and from several nodes at once.
using Microsoft.EntityFrameworkCore;

namespace Hearth.Storage.Public;

public sealed class Schema(HearthDb db, DatabaseAddress address)
{
    /// <summary>The migrations this database has not had yet.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken stop = default) =>
        [.. await db.Database.GetPendingMigrationsAsync(stop)];

    /// <summary>Applies what is pending; returns what was applied.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken stop = default)
    {
        if (address.File is not { } file)
        {
            var pendingThere = await PendingAsync(stop);
            await db.Database.MigrateAsync(stop);
            return pendingThere;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // EF Core's own lock on SQLite is a row that outlives a killed process and would bar every later start.
        // The operating system's lock dies with the process; under it, a row left behind may go.
        await using var turn = await TakeTurnAsync(file + ".migrating", stop);
        var pending = await PendingAsync(stop);
        if (pending.Count > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", stop);
            await db.Database.MigrateAsync(stop);
        }
        return pending;
    }

    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken stop)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (attempt < 600)
            {
                await Task.Delay(100, stop);
            }
        }
    }
}
