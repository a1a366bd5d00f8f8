// What cases hold on a person, and how they forget them: that there was a case stays counted, tied to nobody; what was written on it goes.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Cases;

internal sealed class CasesHeld(HearthDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } = [typeof(Case), typeof(CaseEntry)];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop)
    {
        var cases = await db.Set<Case>().AsNoTracking().Where(c => c.PersonId == personId).OrderBy(c => c.OpenedAt).ToListAsync(stop);
        var ids = cases.Select(c => c.Id).ToList();
        var entries = await db.Set<CaseEntry>().AsNoTracking().Where(e => ids.Contains(e.CaseId)).OrderBy(e => e.At).ToListAsync(stop);
        return
        [
            .. cases.SelectMany(one =>
                entries
                    .Where(entry => entry.CaseId == one.Id)
                    .Select(entry => new HeldItem(
                        $"Case {one.Spoken}: what we did",
                        $"{(entry.Step is { } step ? CaseClock.Name(step) + ": done. " : "")}{entry.Words}",
                        entry.At
                    ))
                    .Prepend(
                        new HeldItem(
                            $"Case {one.Spoken}: {one.Kind.Name()}",
                            one.Because + (one.EndWords is null ? "" : $". Closed: {one.EndWords}"),
                            one.OpenedAt
                        )
                    )
            ),
        ];
    }

    public async Task ForgetAsync(Guid personId, CancellationToken stop)
    {
        var cases = await db.Set<Case>().Where(c => c.PersonId == personId).ToListAsync(stop);
        var ids = cases.Select(c => c.Id).ToList();
        db.RemoveRange(await db.Set<CaseEntry>().Where(e => ids.Contains(e.CaseId)).ToListAsync(stop));
        foreach (var one in cases)
        {
            (one.PersonId, one.HouseholdId, one.ResponseId, one.EndWords) = (null, null, null, null);
            one.Version++;
        }
    }
}
