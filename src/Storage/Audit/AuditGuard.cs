// Refuses to save a change that nobody has accounted for: every write is audited, by construction.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hearth.Storage.Audit;

internal sealed class AuditGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Check(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    /// <summary>The same rule for rows that are written past the change tracker.</summary>
    public static void CheckBulk(DbContext db, IEntityType entity)
    {
        if (entity.FindAnnotation(AuditMapping.Annotation) is null && !db.ChangeTracker.Entries<AuditLine>().Any())
        {
            throw new InvalidOperationException(
                $"{entity.ClrType.Name} was to be written without an audit line: call AuditTrail.Write first."
            );
        }
    }

    private static void Check(DbContext db)
    {
        string? unaccounted = null;
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                continue;
            }
            if (entry.Entity is AuditLine)
            {
                if (entry.State != EntityState.Added)
                {
                    throw new InvalidOperationException("An audit line is never changed or taken away.");
                }
                return;
            }
            if (!entry.Metadata.IsOwned() && entry.Metadata.FindAnnotation(AuditMapping.Annotation) is null)
            {
                unaccounted ??= entry.Metadata.ClrType.Name;
            }
        }
        if (unaccounted is not null)
        {
            throw new InvalidOperationException(
                $"{unaccounted} was to be saved without an audit line: call AuditTrail.Write in the same unit of work, or map it NotAudited with the reason."
            );
        }
    }
}
