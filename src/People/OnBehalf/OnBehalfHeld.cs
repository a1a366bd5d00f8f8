// The person's file says who acted for them; forgetting them keeps that somebody did, tied to nobody, without the reason.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.OnBehalf;

internal sealed class OnBehalfHeld(HearthDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } = [typeof(ActingFor)];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop) =>
        [
            .. (
                await db.Set<ActingFor>().AsNoTracking().Where(a => a.PersonId == personId).OrderBy(a => a.BeganAt).ToListAsync(stop)
            ).Select(a => new HeldItem(
                "Somebody acted for you",
                $"{a.StaffName}, {AuthorityWords.ForThem(a.Authority)}, until {a.Until.InLondon():HH:mm}. {a.Reason}",
                a.BeganAt
            )),
        ];

    public async Task ForgetAsync(Guid personId, CancellationToken stop)
    {
        foreach (var acting in await db.Set<ActingFor>().Where(a => a.PersonId == personId).ToListAsync(stop))
        {
            (acting.PersonId, acting.Reason) = (Guid.Empty, "");
        }
    }
}
