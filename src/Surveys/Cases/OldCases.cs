// Closed cases lose the person and every word written on them when their time has passed; that there was a case stays, for the counts.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Cases;

internal sealed class OldCases(HearthDb db, AuditTrail audit) : IKeptFor
{
    public string Key => "cases";

    public string What => "Cases that a worrying answer opened";

    public string Since => "since the case was closed";

    public string Then =>
        "What was written is deleted and the case leads to nobody. That there was one, of which kind and how it ended, stays for the counts.";

    // the Limitation Act 1980 gives six years to bring a claim on a contract
    public int Usually => 72;

    // whoever complains to the Ombudsman may do so within twelve months
    public int Least => 12;

    public IReadOnlyCollection<Type> Covers { get; } = [typeof(Case), typeof(CaseEntry)];

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken stop) => Old(before).CountAsync(stop);

    public async Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop)
    {
        var gone = 0;
        while (await Old(before).OrderBy(c => c.Id).Take(200).ToListAsync(stop) is { Count: > 0 } cases)
        {
            var ids = cases.ConvertAll(c => c.Id);
            db.RemoveRange(await db.Set<CaseEntry>().Where(e => ids.Contains(e.CaseId)).ToListAsync(stop));
            foreach (var one in cases)
            {
                (one.PersonId, one.HouseholdId, one.ResponseId, one.EndWords) = (null, null, null, null);
                one.Version++;
            }
            audit.Write("LetGo", "case", detail: $"{cases.Count} closed cases lost their person");
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
            gone += cases.Count;
        }
        return gone;
    }

    // one whose person was forgotten has nothing left to lose but words that were written after that
    private IQueryable<Case> Old(DateTimeOffset before) =>
        db.Set<Case>()
            .Where(c =>
                c.ClosedAt != null
                && c.ClosedAt < before
                && (c.PersonId != null || c.HouseholdId != null || c.ResponseId != null || db.Set<CaseEntry>().Any(e => e.CaseId == c.Id))
            );
}
