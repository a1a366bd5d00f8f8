// Kinds of data of this module that simply go when their time has passed.
using Hearth.People.Equality;
using Hearth.People.Import.Stored;
using Hearth.People.Looks;
using Hearth.People.OnBehalf;
using Hearth.People.TakingPart;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Retention;

internal sealed class OldLooks(HearthDb db) : IKeptFor
{
    public string Key => "looks";

    public string What => "Who looked at whom";

    public string Since => "since the day of the look";

    public string Then => "The lines are deleted.";

    public int Usually => 24;

    public int Least => 6;

    public IReadOnlyCollection<Type> Covers { get; } = [typeof(Look)];

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken stop) => Old(before).CountAsync(stop);

    public Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop) => Old(before).ExecuteDeleteAsync(stop);

    private IQueryable<Look> Old(DateTimeOffset before)
    {
        var day = before.DayInLondon();
        return db.Set<Look>().Where(l => l.Day < day);
    }
}

internal sealed class OldEqualityAnswers(HearthDb db) : IKeptFor
{
    public string Key => "equality";

    public string What => "Equality answers";

    public string Since => "since the month they were given";

    public string Then => "They are deleted. The person may answer again.";

    public int Usually => 36;

    public int Least => 3;

    public IReadOnlyCollection<Type> Covers { get; } = [typeof(EqualityRow)];

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken stop) => Old(before).CountAsync(stop);

    public Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop) => Old(before).ExecuteDeleteAsync(stop);

    private IQueryable<EqualityRow> Old(DateTimeOffset before)
    {
        var day = before.DayInLondon();
        return db.Set<EqualityRow>().Where(r => r.Month < day);
    }
}

internal sealed class OldImports(HearthDb db) : IKeptFor
{
    public string Key => "imports";

    public string What => "Rows of imports that were set aside or remarked on";

    public string Since => "since the import ended";

    public string Then => "The rows and what was uploaded are deleted. The numbers of the report stay.";

    public int Usually => 12;

    public int Least => 1;

    public IReadOnlyCollection<Type> Covers { get; } = [typeof(ImportRemark), typeof(ImportLine), typeof(ImportPiece)];

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken stop) => Old(before).CountAsync(stop);

    public async Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop)
    {
        var runs = db.Set<ImportRun>().Where(r => r.EndedAt != null && r.EndedAt < before).Select(r => r.Id);
        await db.Set<ImportLine>().Where(l => runs.Contains(l.RunId)).ExecuteDeleteAsync(stop);
        await db.Set<ImportPiece>().Where(p => runs.Contains(p.RunId)).ExecuteDeleteAsync(stop);
        return await Old(before).ExecuteDeleteAsync(stop);
    }

    private IQueryable<ImportRemark> Old(DateTimeOffset before) =>
        db.Set<ImportRemark>()
            .Where(remark => db.Set<ImportRun>().Any(run => run.Id == remark.RunId && run.EndedAt != null && run.EndedAt < before));
}

internal sealed class OldInterests(HearthDb db, AuditTrail audit) : IKeptFor
{
    public string Key => "interests";

    public string What => "That somebody asked to take part, once they were answered";

    public string Since => "since they were answered";

    public string Then => "The lines are deleted. The role they took on stays.";

    public int Usually => 24;

    public int Least => 1;

    public IReadOnlyCollection<Type> Covers { get; } = [typeof(Interest)];

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken stop) => Old(before).CountAsync(stop);

    public async Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop)
    {
        var gone = await Old(before).ExecuteDeleteAsync(stop);
        if (gone > 0)
        {
            audit.Write("LetGo", "interest", detail: $"{gone} answered interests");
            await db.SaveChangesAsync(stop);
        }
        return gone;
    }

    private IQueryable<Interest> Old(DateTimeOffset before) => db.Set<Interest>().Where(i => i.AnsweredAt != null && i.AnsweredAt < before);
}

internal sealed class OldActing(HearthDb db, AuditTrail audit) : IKeptFor
{
    public string Key => "acting";

    public string What => "Which colleague acted for whom, and why";

    public string Since => "since it ended";

    public string Then => "The lines are deleted. What was done stays, in both names, in the record of changes.";

    public int Usually => 36;

    // the person must have had time to read who did what in their name
    public int Least => 6;

    public IReadOnlyCollection<Type> Covers { get; } = [typeof(ActingFor)];

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken stop) => Old(before).CountAsync(stop);

    public async Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop)
    {
        var gone = await Old(before).ExecuteDeleteAsync(stop);
        if (gone > 0)
        {
            audit.Write("LetGo", "acting", detail: $"{gone} times that somebody acted for a person");
            await db.SaveChangesAsync(stop);
        }
        return gone;
    }

    private IQueryable<ActingFor> Old(DateTimeOffset before) => db.Set<ActingFor>().Where(a => a.EndsAt < before);
}
