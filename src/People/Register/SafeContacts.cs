// Answers the outbox: who must be reached with care, and how.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register;

internal sealed class SafeContacts(HearthDb db) : ISafeContacts
{
    public async Task<IReadOnlyDictionary<Guid, SafeContact>> AllAsync(CancellationToken stop) =>
        (await Rows(db.Set<ContactSafety>()).ToListAsync(stop)).ToDictionary(
            row => row.Safety.PersonId,
            row => row.Safety.With(row.Email, row.Phone)
        );

    public async Task<SafeContact?> OfAsync(Guid person, CancellationToken stop) =>
        await Rows(db.Set<ContactSafety>().Where(s => s.PersonId == person)).FirstOrDefaultAsync(stop) is { } row
            ? row.Safety.With(row.Email, row.Phone)
            : null;

    private IQueryable<Row> Rows(IQueryable<ContactSafety> safeties) =>
        from safety in safeties.AsNoTracking()
        join person in db.Set<Person>() on safety.PersonId equals person.Id
        select new Row(safety, person.Email, person.Phone);

    private sealed record Row(ContactSafety Safety, string? Email, string? Phone);
}
