// Looks a database over: schema, integrity, jobs that fail.
using Hearth.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Storage.Public;

public sealed class DatabaseCheck(HearthDb db, Schema schema, DatabaseAddress address)
{
    /// <summary>What is wrong, in words; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken stop = default)
    {
        if (address.File is { } file && !File.Exists(file))
        {
            return [$"There is no database at {file}."];
        }
        var findings = new List<string>();
        var pending = await schema.PendingAsync(stop);
        if (pending.Count > 0)
        {
            return [$"{pending.Count} migrations wait. Run: hearth migrate"];
        }
        if (address.Kind == DatabaseKind.Sqlite)
        {
            var lines = await db
                .Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check")
                .ToListAsync(stop);
            findings.AddRange(lines.Where(line => line != "ok").Select(line => $"Integrity: {line}"));
        }
        findings.AddRange(
            (await db.Set<JobLease>().AsNoTracking().Where(job => job.LastError != null).ToListAsync(stop)).Select(job =>
                $"Job {job.Name} failed when it last ran ({job.LastError})."
            )
        );
        return findings;
    }
}
