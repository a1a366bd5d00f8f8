// Reads which homes of an open survey wait for their rest to be over, and on which day each is asked.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Resting;

/// <param name="Days">Homes by the day on which they will be asked, the next first.</param>
/// <param name="TooLate">Homes whose rest ends too late to ask them before the last day.</param>
/// <param name="Stopped">The ladder stands still: nobody is asked until it climbs again.</param>
/// <param name="AtOpening">Of all of them, those that rested when the survey opened.</param>
internal sealed record RestingPicture(IReadOnlyList<(DateOnly On, int Homes)> Days, int TooLate, bool Stopped, int AtOpening)
{
    private const int MostDays = 4;

    public static RestingPicture None { get; } = new([], 0, false, 0);

    public int Homes => Days.Sum(day => day.Homes);

    /// <summary>“37 homes rest until 26 November and will be asked then.”</summary>
    /// <param name="today">Today.</param>
    public IEnumerable<string> Words(DateOnly today)
    {
        if (Days.FirstOrDefault(day => day.On <= today) is { Homes: > 0 } now)
        {
            yield return now.Homes == 1
                ? "1 home has rested and is asked today."
                : $"{now.Homes:N0} homes have rested and are asked today.";
        }
        var later = Days.Where(day => day.On > today).ToList();
        var homes = later.Sum(day => day.Homes);
        var rest = homes == 1 ? "1 home rests" : $"{homes:N0} homes rest";
        if (later.Count == 1)
        {
            yield return $"{rest} until {later[0].On.Short()} and will be asked then.";
        }
        else if (later.Count > MostDays)
        {
            yield return $"{rest}: each will be asked when its rest is over, the first on {later[0].On.Short()}, the last on {later[^1].On.Short()}.";
        }
        else if (later.Count > 1)
        {
            yield return $"{rest}: each will be asked when its rest is over, {string.Join(", ", later.Select(day => $"{day.Homes:N0} on {day.On.Short()}"))}.";
        }
        if (Stopped && Homes > 0)
        {
            yield return "The ladder is stopped: they too are asked only once it climbs again.";
        }
        if (TooLate > 0)
        {
            yield return TooLate == 1
                ? "1 home rests until it is too late to ask it before the last day."
                : $"{TooLate:N0} homes rest until it is too late to ask them before the last day.";
        }
    }
}

internal sealed class RestingReader(
    HearthDb db,
    Audience audience,
    RestReader rest,
    LaddersOfSurveys ladders,
    ChosenHomes chosen,
    TimeProvider time
)
{
    public async Task<RestingPicture> PictureAsync(Survey survey, CancellationToken stop)
    {
        if (survey.Status != SurveyStatus.Open)
        {
            return RestingPicture.None;
        }
        var (homes, resting) = await WaitingAsync(survey, stop);
        if (homes.Count == 0)
        {
            return RestingPicture.None;
        }
        var ladder = await ladders.OfAsync(survey, stop);
        var today = time.Today();
        var steps = homes.Select(home => (home.Home, Step: FirstAsk.Of(survey, ladder, home.Member, resting, today))).ToList();
        var due = steps.Where(one => one.Step.Kind == StepKind.GoUp).ToList();
        var late = steps.Where(one => one.Step.Kind == StepKind.ClosesFirst).ToList();
        return new(
            [.. due.CountBy(one => one.Step.On).OrderBy(day => day.Key).Select(day => (day.Key, day.Value))],
            late.Count,
            ladder.State == LadderState.Paused,
            due.Concat(late).Count(one => one.Home.Part == 0)
        );
    }

    /// <summary>Those that wait and may still be asked, as they are reached today, and who rests.</summary>
    public async Task<(IReadOnlyList<(RestingHome Home, AudienceMember Member)> Homes, Rest Resting)> WaitingAsync(
        Survey survey,
        CancellationToken stop
    )
    {
        var waiting = await db.Set<RestingHome>()
            .AsNoTracking()
            .Where(home => home.SurveyId == survey.Id)
            .Where(home => !db.Set<Invitation>().Any(i => i.SurveyId == survey.Id && i.HouseholdId == home.HouseholdId))
            .ToListAsync(stop);
        if (waiting.Count == 0)
        {
            return ([], Rest.None);
        }
        var members = await audience.ForPeopleAsync([.. waiting.Select(home => home.PersonId)], stop);
        var may = await chosen.OfAsync(survey, null, stop);
        var here = (await audience.CountedAsync(WhoIsAsked.Read(survey.Audience), stop)).Select(home => home.HouseholdId).ToHashSet();
        var homes = waiting
            .Select(home => (Home: home, Member: members.GetValueOrDefault(home.PersonId)))
            .Where(one => one.Member is { } member && member.HouseholdId == one.Home.HouseholdId)
            .Where(one => here.Contains(one.Home.HouseholdId) && may.Has(one.Home.HouseholdId))
            .Select(one => (one.Home, Member: one.Member!))
            .ToList();
        var now = time.GetUtcNow();
        return (homes, await rest.OfAsync(survey, now, [.. homes.Select(one => (one.Member.PersonId, one.Member.HouseholdId))], stop));
    }
}
