// The demo's programme: a first year of TenantLink that began when the yearly survey closed, agreed by the panel, with one change since, and a group that is happy to be asked.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Programme;
using Hearth.Surveys.Programme.AgreeYear;
using Hearth.Surveys.Programme.ChangeCycle;
using Hearth.Surveys.Programme.LinkSurvey;
using Hearth.Surveys.Programme.PlanYear;
using Hearth.Surveys.Programme.TickOff;
using Hearth.Surveys.Programme.Topics;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Demo;

internal sealed class TellOfTheYear(
    HearthDb db,
    Audience audience,
    StaffAccounts staff,
    TenantLinkGroup group,
    PlanYear plan,
    ChangeCycle change,
    LinkSurvey link,
    TickOff tick,
    AgreeYear agree,
    SuggestTopic suggest
) : IDemoChapter
{
    private const int InTheGroup = 60;

    private static readonly (string Topic, string Lead)[] Topics =
    [
        ("How are we doing?", "Helen Okafor"),
        ("Heating and bills", "Tom Ashworth"),
        ("Getting a repair booked", "Tom Ashworth"),
        ("Letters you can read", "Priya Raman, customer service"),
        ("Bins, stairs and shared spaces", "Joe Fenwick, estates"),
        ("Anti-social behaviour: what helps", "Tom Ashworth"),
        ("Moving in: your first month", "Ana Lisle, lettings"),
        ("Rent and value", "Helen Okafor"),
        ("", ""),
    ];

    public int Order => 32;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var surveys = await db.Set<Survey>()
            .AsNoTracking()
            .Where(s => s.ClosesOn >= story.Today.AddDays(-60))
            .OrderBy(s => s.ClosesOn)
            .ToListAsync(stop);
        if (surveys.FirstOrDefault(s => s.Status == SurveyStatus.Closed) is not { } yearly)
        {
            story.Say("No survey has closed, so no year to plan from it");
            return;
        }
        var first = Breaks.Monday(yearly.LastDay);
        var year = TellOfYearlySurvey.Took(
            await plan.RunAsync(new($"TenantLink {first.Year} to {first.Year + 1}", first, Topics.Length, new(2, 2, 2), 2, 90), stop)
        );
        var cycles = await db.Set<Cycle>().AsNoTracking().Where(c => c.YearId == year.Id).OrderBy(c => c.Number).ToListAsync(stop);
        var accounts = (await staff.ListAsync(stop)).ToDictionary(member => member.Name, member => member.Id);
        foreach (var (cycle, (topic, lead)) in cycles.Zip(Topics))
        {
            Guid? account = accounts.TryGetValue(lead, out var id) ? id : null;
            TellOfYearlySurvey.Took(await change.RunAsync(cycle.Id, new(topic, lead, account, cycle.MeetsOn), stop));
        }
        TellOfYearlySurvey.Took(await link.RunAsync(cycles[0].Id, yearly.Id, stop));
        if (surveys.FirstOrDefault(s => s.Status == SurveyStatus.Open) is { } open)
        {
            TellOfYearlySurvey.Took(await link.RunAsync(cycles[1].Id, open.Id, stop));
        }
        TellOfYearlySurvey.Took(
            await agree.RunAsync(
                year.Id,
                year.Version,
                new(first.AddDays(-13), "Tenants’ panel", "Minute 7. “Letters you can read” is to come before the rent letters go out."),
                stop
            )
        );
        foreach (var step in new[] { Step.Reported, Step.Met })
        {
            TellOfYearlySurvey.Took(await tick.RunAsync(cycles[0].Id, step, Earlier(cycles[0].MeetsOn, story.Today), stop));
        }
        // since it was agreed: the last one has a topic
        TellOfYearlySurvey.Took(await change.RunAsync(cycles[8].Id, new("How should we ask you?", "", null, cycles[8].MeetsOn), stop));
        TellOfYearlySurvey.Took(
            await suggest.RunAsync(
                "Parking and charging cars",
                "We are asked for car chargers every week. We need to know who would use one.",
                stop
            )
        );
        TellOfYearlySurvey.Took(await suggest.RunAsync("What should a new kitchen have?", "", stop));
        var joined = await JoinAsync(story, stop);
        story.Say($"{year.Name}: {cycles.Count} surveys, agreed by the panel; {joined} tenants in the TenantLink group.");
    }

    private async Task<int> JoinAsync(DemoStory story, CancellationToken stop)
    {
        var tenants = (await audience.ListAsync(new AudienceFilter(), stop)).Where(t => Reach.WayTo(t) is not null).ToArray();
        new Random(story.Seed + 34).Shuffle(tenants);
        var some = tenants.Take(InTheGroup).ToList();
        foreach (var tenant in some)
        {
            db.ChangeTracker.Clear();
            await group.JoinAsync(tenant.PersonId, "Form at the summer fair", stop);
        }
        return some.Count;
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
