// Looks in a person's own file: when, how often and for what; staff are named to the landlord, not in the file.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Looks;

internal sealed class LooksHeld(HearthDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } = [typeof(Look)];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop) =>
        [
            .. (
                await db.Set<Look>()
                    .AsNoTracking()
                    .Where(l => l.PersonId == personId)
                    .OrderBy(l => l.Day)
                    .ThenBy(l => l.Page)
                    .ToListAsync(stop)
            ).Select(l => new HeldItem(
                "One of our staff looked at your data",
                $"{LookWords.Of(l.Page)}{(l.Times == 1 ? "" : $", {l.Times} times that day")}",
                l.LastAt
            )),
        ];

    // The rows lead to a person who has no name any more; who looked stays answerable until the rows have had their time.
    public Task ForgetAsync(Guid personId, CancellationToken stop) => Task.CompletedTask;
}
