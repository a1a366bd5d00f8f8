// Passkeys in a person's file, and their going with the person.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Passkeys;

internal sealed class PasskeysHeld(HearthDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } = [typeof(Passkey)];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop) =>
        [
            .. (await db.Set<Passkey>().AsNoTracking().Where(k => k.PersonId == personId).ToListAsync(stop)).Select(k => new HeldItem(
                "A passkey to sign in with",
                k.Name,
                k.CreatedAt
            )),
        ];

    public async Task ForgetAsync(Guid personId, CancellationToken stop) =>
        db.RemoveRange(await db.Set<Passkey>().Where(k => k.PersonId == personId).ToListAsync(stop));
}
