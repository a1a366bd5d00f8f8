// Two homes of the demo landlord are left out of the yearly survey from now on; one is soon to be looked at again.
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.People.Register.LeaveOut;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Demo;

internal sealed class TellOfLeftOut(HearthDb db, LeaveOut leave) : IDemoChapter
{
    // after the surveys: what they asked stays as it was
    public int Order => 38;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var homes = await db.Set<Tenancy>()
            .Where(tenancy => tenancy.EndedOn == null && tenancy.Tenure == TenureKind.Sheltered)
            .OrderBy(tenancy => tenancy.Reference)
            .Select(tenancy => tenancy.HouseholdId)
            .Take(2)
            .ToListAsync(stop);
        (LeftOutReason, string, int)[] why =
        [
            (
                LeftOutReason.SeriousCapacity,
                "Advocate and scheme manager agree: no way of asking works. Tried by visit and with pictures.",
                11
            ),
            (LeftOutReason.HealthAndSafety, "Agreed with the safeguarding lead. No safe way to reach them is known.", 1),
        ];
        foreach (var (home, (reason, note, months)) in homes.Zip(why))
        {
            await leave.RunAsync(home, new(reason, note, story.Today.AddMonths(months), null), stop);
        }
        story.Say($"{homes.Count} homes are left out of the yearly survey from now on.");
    }
}
