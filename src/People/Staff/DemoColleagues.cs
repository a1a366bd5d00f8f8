// The demo landlord's staff. They have no password: their buttons on the sign-in page open only while the demo is on.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff;

internal sealed class DemoColleagues(HearthDb db, InviteStaff.InviteStaff invite) : IDemoChapter
{
    private static readonly (string Name, string Email, Role Role)[] Colleagues =
    [
        ("Maya Desai", "maya.desai@ousebridge.example", Role.EngagementOfficer),
        ("Helen Okafor", "helen.okafor@ousebridge.example", Role.Manager),
        ("Tom Ashworth", "tom.ashworth@ousebridge.example", Role.HousingOfficer),
        ("Councillor Ruth Pike", "ruth.pike@ousebridge.example", Role.Councillor),
        ("Sam Whitlock", "sam.whitlock@ousebridge.example", Role.Administrator),
    ];

    public int Order => 5;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var known = await db.Set<StaffAccount>().Select(a => a.EmailKey).ToListAsync(stop);
        foreach (var (name, email, role) in Colleagues.Where(c => !known.Contains(c.Email)))
        {
            var (account, _) = await invite.AddAsync(name, email, [role], demo: true);
            OneTimeLink.TakeFrom(account);
        }
        await db.SaveChangesAsync(stop);
        story.Say($"{Colleagues.Length} members of staff");
    }
}
