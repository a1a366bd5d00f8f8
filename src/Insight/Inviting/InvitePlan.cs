// Whom to ask next so that a survey comes to stand for all tenants: the groups that are short, how many to ask of each, and who, drawn by lot.
using Hearth.Insight.Heard;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Inviting;

/// <summary>A plan for one survey by one grouping.</summary>
/// <param name="Whole">What its tenants are called: "all tenants".</param>
/// <param name="Groups">The groups that are short, the shortest first.</param>
/// <param name="LeftOut">People of those groups who are not asked, by reason, reasons that nobody has left out.</param>
internal sealed record InvitePlan(
    SurveySummary Survey,
    Grouping By,
    string Whole,
    int Seed,
    IReadOnlyList<GroupToInvite> Groups,
    IReadOnlyDictionary<LeftOut, int> LeftOut
)
{
    public IEnumerable<AudienceMember> Drawn => Groups.SelectMany(group => group.Drawn);

    public int Count => Groups.Sum(group => group.Drawn.Count);
}

/// <summary>A group that is short.</summary>
/// <param name="Heard">Answers so far.</param>
/// <param name="Share">Answers that would be its share.</param>
/// <param name="Population">Everyone in it.</param>
/// <param name="Rate">How it answers.</param>
/// <param name="Resting">Those who were asked too lately to be asked now.</param>
/// <param name="CanBeAsked">Those who may be asked now.</param>
/// <param name="Drawn">Those drawn from them.</param>
internal sealed record GroupToInvite(
    string Name,
    int Heard,
    int Share,
    int Population,
    AnswerRate Rate,
    int Resting,
    IReadOnlyList<AudienceMember> CanBeAsked,
    IReadOnlyList<AudienceMember> Drawn
)
{
    public int Short => Share - Heard;

    /// <summary>More would have to be asked than there are people who can be.</summary>
    public bool RunsOut => Rate.ToAskFor(Short) > CanBeAsked.Count;
}

internal sealed class InvitePlanner(WhoWasHeard heard, SurveyReader surveys, TimeProvider time)
{
    public async Task<InvitePlan> PlanAsync(SurveySummary survey, Grouping by, int? seed, CancellationToken stop)
    {
        var everyone = await heard.EveryoneForAsync(survey, reach: true, stop);
        var answers = await heard.AnsweredAsync(survey, everyone, stop);
        var balance = Balance.Of(by, everyone, [answers], protect: false);
        return await PlanAsync(survey, balance, everyone, seed, stop);
    }

    /// <summary>As above, where the comparison has been made already, with everyone read so that they can be reached.</summary>
    public async Task<InvitePlan> PlanAsync(SurveySummary survey, Balance balance, Everyone everyone, int? seed, CancellationToken stop)
    {
        var by = balance.By;
        var lot = seed ?? SeedOf(survey.Id, time.Today());
        var answered = (await surveys.AnsweredAsync(survey.Id, stop)).Keys.ToHashSet();
        var ended = await surveys.EndedAsync(survey.Id, stop);
        // whole days, today among them, so that a list drawn twice in a day is the same
        var lately = await surveys.AskedSinceAsync(time.Today().AddDays(1 - LeavingOut.RestDays).StartInLondon(), stop);
        var tally = await surveys.TallyAsync(survey.Id, stop);
        var members = everyone.Reached.ToLookup(member => by.GroupOf(member.Facts));

        var groups = new List<GroupToInvite>();
        var leftOut = new Dictionary<LeftOut, int>();
        foreach (var group in balance.Main.Found?.ShortGroups ?? [])
        {
            var free = new List<AudienceMember>();
            var resting = 0;
            foreach (var member in members[group.Name])
            {
                if (LeavingOut.Why(member, answered, ended, lately) is { } why)
                {
                    leftOut[why] = leftOut.GetValueOrDefault(why) + 1;
                    resting += why == Inviting.LeftOut.AskedLately ? 1 : 0;
                }
                else
                {
                    free.Add(member);
                }
            }
            var own = tally.Where(t => by.GroupOf(t.Facts) == group.Name).ToList();
            var rate = AnswerRate.Of(own.Sum(t => t.Asked), own.Sum(t => t.Answered), survey.Asked, survey.Answered);
            groups.Add(
                new GroupToInvite(
                    group.Name,
                    group.Observed,
                    group.Expected,
                    group.Population ?? 0,
                    rate,
                    resting,
                    free,
                    Lot.Draw(free, rate.ToAskFor(group.Shortfall), lot)
                )
            );
        }
        return new InvitePlan(survey, by, balance.Whole, lot, groups, leftOut);
    }

    /// <summary>A seed of five figures that holds for the day, so that a page and the list taken from it agree.</summary>
    private static int SeedOf(Guid survey, DateOnly day) =>
        10_000 + (int)(BitConverter.ToUInt32(survey.ToByteArray(), 12) % 90_000 + (uint)day.DayNumber) % 90_000;
}
