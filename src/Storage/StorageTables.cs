// The tables Storage itself needs: audit, keys, settings, jobs.
using Hearth.Storage.Jobs;
using Hearth.Storage.Keys;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Storage;

internal sealed class StorageTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<AuditLine>(line =>
        {
            line.ToTable("storage_audit");
            line.HasIndex(x => x.At);
            line.HasIndex(x => x.SubjectId);
        });
        model.Entity<StoredKey>(key =>
        {
            key.ToTable("storage_key");
            key.NotAudited("written by the framework when it rolls its keys");
        });
        model.Entity<StoredSetting>(setting =>
        {
            setting.ToTable("storage_setting");
            setting.HasKey(x => x.Key);
        });
        model.Entity<JobLease>(lease =>
        {
            lease.ToTable("storage_job");
            lease.HasKey(x => x.Name);
            lease.NotAudited("a lease is not a change to anything a person knows");
        });
    }
}
