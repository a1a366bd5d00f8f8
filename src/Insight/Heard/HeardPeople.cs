// People who were heard, counted on today's tenant list: who is involved, who answered a survey, who took part in anything between two days.
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Heard;

/// <summary>Some people who were heard.</summary>
/// <param name="Words">How they are spoken of.</param>
/// <param name="People">Their groups today.</param>
/// <param name="Gone">Others who were heard and are no longer on the tenant list, or were forgotten at their wish.</param>
internal sealed record HeardPeople(HeardWords Words, IReadOnlyList<GroupFacts> People, int Gone);

/// <summary>How a crowd is spoken of.</summary>
/// <param name="Name">In the key of a chart: "Involved tenants".</param>
/// <param name="Among">After a shortfall: "among the involved".</param>
/// <param name="Did">After "people aged 16 to 34": "are involved".</param>
/// <param name="Has">After "nobody": "is involved".</param>
/// <param name="OfThem">After a share: "of the involved".</param>
/// <param name="OutOf">Before "are out of balance": "of survey answers".</param>
/// <param name="Unit">What there is one of for each: "people", "answers".</param>
internal sealed record HeardWords(string Name, string Among, string Did, string Has, string OfThem, string OutOf, string Unit)
{
    public static HeardWords Involved { get; } =
        new("Involved tenants", "among the involved", "are involved", "is involved", "of the involved", "of involved tenants", "people");

    public static HeardWords Answered(string survey) =>
        new(
            $"Answered “{survey}”",
            "among the answers",
            "answered",
            "has answered",
            "of those who answered",
            "of survey answers",
            "answers"
        );

    public static HeardWords TookPart { get; } =
        new(
            "Took part",
            "among those who took part",
            "took part",
            "took part",
            "of those who took part",
            "of those who took part",
            "people"
        );
}

/// <summary>The tenants that those who were heard are held against.</summary>
/// <param name="Members">A household each, in the groups of its contact person.</param>
/// <param name="Only">Which, in words, where they are not all tenants: "Ward Fennside".</param>
internal sealed record Everyone(IReadOnlyList<CountedHousehold> Members, string? Only = null)
{
    public IReadOnlyList<GroupFacts> Facts { get; } = [.. Members.Select(member => member.Facts)];

    /// <summary>The same, with how each is reached; empty where nobody is to be invited.</summary>
    public IReadOnlyList<AudienceMember> Reached { get; init; } = [];

    /// <summary>After a share: "of all tenants".</summary>
    public string Words => Only is null ? "all tenants" : "all it is for";
}

/// <summary>Finds who was heard. A household stands as its contact person; an involved person stands as themself.</summary>
internal sealed class WhoWasHeard(Audience audience, SurveyReader surveys, LoopLedger ledger)
{
    /// <summary>Every household with a running tenancy.</summary>
    public async Task<Everyone> EveryoneAsync(CancellationToken stop) => new(await audience.CountedAsync(new AudienceFilter(), stop));

    /// <summary>Every household this survey is for: a survey of one ward is not held against the others.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="reach">Read how they are reached too: some of them are to be invited.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Everyone> EveryoneForAsync(SurveySummary survey, bool reach, CancellationToken stop)
    {
        var meant = await surveys.AudienceAsync(survey.Id, stop);
        var only = meant.IsEveryone ? null : meant.Words;
        if (!reach)
        {
            return new(await audience.CountedAsync(meant.Filter, stop), only);
        }
        var reached = await audience.ListAsync(meant.Filter, stop);
        return new([.. reached.Select(member => new CountedHousehold(member.HouseholdId, member.Facts))], only) { Reached = reached };
    }

    public async Task<HeardPeople> InvolvedAsync(Everyone everyone, CancellationToken stop)
    {
        var (people, gone) = await StillHereAsync(await audience.InvolvedPeopleAsync(stop), everyone, stop);
        return new HeardPeople(HeardWords.Involved, people, gone);
    }

    /// <summary>Households that answered a survey, in the groups they are in today, so that they are a part of everyone.</summary>
    public async Task<HeardPeople> AnsweredAsync(SurveySummary survey, Everyone everyone, CancellationToken stop)
    {
        var answered = await surveys.AnsweredAsync(survey.Id, stop);
        GroupFacts[] people =
        [
            .. everyone.Members.Where(member => answered.ContainsKey(member.HouseholdId)).Select(member => member.Facts),
        ];
        return new HeardPeople(HeardWords.Answered(survey.Title), people, answered.Count - people.Length);
    }

    /// <summary>Everyone who took part in anything from one day to another, both inclusive, each counted once.</summary>
    public async Task<HeardPeople> TookPartAsync(DateOnly from, DateOnly to, Everyone everyone, CancellationToken stop)
    {
        var (start, end) = (from.StartInLondon(), to.AddDays(1).StartInLondon());
        var parts = await ledger
            .Participations.Where(p => p.At >= start && p.At < end)
            .Select(p => new { p.PersonId, p.HouseholdId })
            .Distinct()
            .ToListAsync(stop);
        var byPerson = await StillHereAsync(
            [.. parts.Where(p => p.PersonId is not null).Select(p => p.PersonId!.Value).Distinct()],
            everyone,
            stop
        );

        // a paper form may say which home answered and not which person
        var homes = parts.Where(p => p.PersonId is null && p.HouseholdId is not null).Select(p => p.HouseholdId!.Value).ToHashSet();
        homes.ExceptWith(parts.Where(p => p.PersonId is not null && p.HouseholdId is not null).Select(p => p.HouseholdId!.Value));
        GroupFacts[] byHome = [.. everyone.Members.Where(member => homes.Contains(member.HouseholdId)).Select(member => member.Facts)];
        return new HeardPeople(HeardWords.TookPart, [.. byPerson.People, .. byHome], byPerson.Gone + homes.Count - byHome.Length);
    }

    private async Task<(IReadOnlyList<GroupFacts> People, int Gone)> StillHereAsync(
        IReadOnlyList<Guid> heard,
        Everyone everyone,
        CancellationToken stop
    )
    {
        var homes = everyone.Members.Select(member => member.HouseholdId).ToHashSet();
        var found = await audience.ForPeopleAsync(heard, stop);
        GroupFacts[] here = [.. found.Values.Where(person => homes.Contains(person.HouseholdId)).Select(person => person.Facts)];
        return (here, heard.Count - here.Length);
    }
}
