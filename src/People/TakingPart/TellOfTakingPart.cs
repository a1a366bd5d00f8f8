// The demo's menu of ways, the hours its involved tenants gave, what some of them need, and who covers for an officer who is away.
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.People.Staff;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart;

internal sealed class TellOfTakingPart(HearthDb db, Audience audience, AuditTrail audit) : IDemoChapter
{
    private static readonly string[] Given =
    [
        "Panel meeting",
        "Reading a draft letter",
        "Walk round the neighbourhood",
        "Tenants’ meeting",
    ];

    public int Order => 12;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var random = new Random(story.Seed + 5);
        var ways = UsualWays.All();
        db.AddRange(ways);
        var involved = (await audience.InvolvedPeopleAsync(stop)).Order().ToList();
        foreach (var person in involved)
        {
            for (var times = random.Next(2, 9); times > 0; times--)
            {
                db.Add(
                    new TimeGiven
                    {
                        PersonId = person,
                        On = story.Today.AddDays(-random.Next(5, 700)),
                        Minutes = 30 * random.Next(1, 7),
                        What = Given[random.Next(Given.Length)],
                    }
                );
            }
        }
        foreach (var person in involved.Take(9))
        {
            db.Add(
                new PersonNeeds
                {
                    PersonId = person,
                    Online = random.Next(3) > 0,
                    Time = (TimeToGive)random.Next(4),
                    Needs = [(AccessNeed)random.Next(8)],
                    SaidAt = story.Today.AddDays(-random.Next(5, 90)).StartInLondon(),
                }
            );
        }
        foreach (var (person, days) in involved.Skip(9).Take(3).Zip([-2, 3, 7]))
        {
            db.Add(
                new Interest
                {
                    PersonId = person,
                    WayId = ways[^1].Id,
                    AskedAt = story.Today.AddDays(days - SeeWays.AskToTakePart.Days).StartInLondon().AddHours(11),
                    AnswerBy = story.Today.AddDays(days),
                }
            );
        }
        // one officer is away, and another looks after the patch meanwhile
        var patches = await db.Set<Patch>().Where(p => p.OfficerName != null).OrderBy(p => p.NameKey).ToListAsync(stop);
        if (patches.Count > 1)
        {
            var (away, cover) = (patches[0], patches[^1]);
            (away.CoverName, away.CoverPhone, away.CoverEmail, away.CoverLanguages) = (
                cover.OfficerName,
                cover.OfficerPhone,
                cover.OfficerEmail,
                cover.OfficerLanguages
            );
            (away.CoverFrom, away.CoverUntil) = (story.Today.AddDays(-3), story.Today.AddDays(11));
        }
        // the housing officer looks after two patches, and sees who lives there
        if (
            patches.Count > 2
            && await db.Set<StaffAccount>().FirstOrDefaultAsync(a => a.Demo && a.RoleList == nameof(Role.HousingOfficer), stop)
                is { } officer
        )
        {
            officer.Sight = new([patches[0].Id, patches[1].Id], []);
        }
        audit.Write("TellDemo", "way to take part", detail: "the menu of ways");
        await db.SaveChangesAsync(stop);
        story.Say($"{ways.Count} ways to take part; {involved.Count} tenants’ hours noted");
    }
}
