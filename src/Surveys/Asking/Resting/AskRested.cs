// By day, asks the homes that rested when their survey opened, or when their part of the reserve was released, once their rest is over.
using System.Text.Json;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Resting;

internal sealed class AskRested(
    HearthDb db,
    AuditTrail audit,
    TimeProvider time,
    Audience audience,
    Outbox outbox,
    WordsOfSurveys written,
    LaddersOfSurveys ladders,
    RestReader rest,
    ChosenHomes chosen
) : IJob
{
    private const int Batch = 500;

    public string Name => "ask-rested";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken stop)
    {
        if (!PoliteHours.Are(time.GetUtcNow()))
        {
            return;
        }
        var today = time.Today();
        var surveys = await db.Set<Survey>()
            .AsNoTracking()
            .Where(survey => survey.Status == SurveyStatus.Open && survey.ClosesOn >= today)
            .Where(survey => db.Set<RestingHome>().Any(home => home.SurveyId == survey.Id))
            .OrderBy(survey => survey.ClosesOn)
            .ToListAsync(stop);
        foreach (var survey in surveys)
        {
            var ladder = await ladders.OfAsync(survey, stop);
            // an officer has stopped it: nobody is asked by itself
            if (ladder.State != LadderState.Paused)
            {
                await AskAsync(survey, ladder, today, stop);
            }
            // each survey is a unit of work of its own
            db.ChangeTracker.Clear();
        }
    }

    private async Task AskAsync(Survey survey, Ladder ladder, DateOnly today, CancellationToken stop)
    {
        var free = await rest.NobodyRestsAsync(survey, stop);
        var due = await db.Set<RestingHome>()
            .AsNoTracking()
            .Where(home => home.SurveyId == survey.Id && (free || home.Until <= today))
            .OrderBy(home => home.Id)
            .ToListAsync(stop);
        if (due.Count == 0)
        {
            return;
        }
        // as at the opening: those the survey is for today, whoever stands for them now
        var members = (await audience.ListAsync(WhoIsAsked.Read(survey.Audience), stop))
            .DistinctBy(member => member.HouseholdId)
            .ToDictionary(member => member.HouseholdId);
        var may = await chosen.OfAsync(survey, null, stop);
        var resting = await rest.OfAsync(survey, time.GetUtcNow(), null, stop);
        List<(RestingHome Home, AudienceMember Member, Channel Way)> asked = [];
        List<(RestingHome Home, DateOnly Until)> later = [];
        foreach (var home in due)
        {
            var member = members.GetValueOrDefault(home.HouseholdId);
            var step = member is not null && may.Has(home.HouseholdId) ? FirstAsk.Of(survey, ladder, member, resting, today) : default;
            if (member is not null && step is { Kind: StepKind.GoUp } && step.On <= today && may.Has(home.HouseholdId))
            {
                asked.Add((home, member, step.To));
            }
            else
            {
                // asked by something else since, or not to be asked today: looked at again when that may have changed
                later.Add((home, step is { Kind: StepKind.GoUp } && step.On > today ? step.On : today.AddDays(1)));
            }
        }
        foreach (var day in later.GroupBy(one => one.Until))
        {
            foreach (var ids in day.Select(one => one.Home.Id).Chunk(2000))
            {
                await db.Set<RestingHome>()
                    .Where(home => ids.Contains(home.Id))
                    .ExecuteUpdateAsync(home => home.SetProperty(x => x.Until, day.Key), stop);
            }
        }
        foreach (var some in asked.Chunk(Batch))
        {
            db.ChangeTracker.Clear();
            await AskSomeAsync(survey.Id, some, stop);
        }
    }

    private async Task AskSomeAsync(Guid id, (RestingHome Home, AudienceMember Member, Channel Way)[] some, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var ids = some.Select(one => one.Home.Id).ToArray();
        var homes = some.Select(one => one.Home.HouseholdId).ToArray();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // the survey's row first: whoever closes it, or asks homes by hand, is either done or waits for this
        var open = await db.Set<Survey>()
            .Where(survey => survey.Id == id && survey.Status == SurveyStatus.Open)
            .ExecuteUpdateAsync(survey => survey.SetProperty(x => x.Version, x => x.Version + 1), stop);
        // another node was first, or a home was left out at this moment: the next run looks again
        if (open == 0 || await db.Set<RestingHome>().Where(home => ids.Contains(home.Id)).ExecuteDeleteAsync(stop) != ids.Length)
        {
            return;
        }
        var survey = await db.Set<Survey>().AsNoTracking().SingleAsync(survey => survey.Id == id, stop);
        var known = await db.Set<Invitation>()
            .Where(i => i.SurveyId == id && homes.Contains(i.HouseholdId))
            .Select(i => i.HouseholdId)
            .Union(db.Set<Response>().Where(r => r.SurveyId == id && homes.Contains(r.HouseholdId)).Select(r => r.HouseholdId))
            .ToListAsync(stop);
        var fresh = some.Where(one => !known.Contains(one.Home.HouseholdId)).ToList();
        if (fresh.Count > 0)
        {
            await InviteAsync(survey, fresh, now, stop);
        }
        var first = some.Count(one => one.Home.Part == 0);
        var not = JsonSerializer.Deserialize<NotAsked>(survey.NotAsked) ?? new(0, 0, 0);
        var counted = JsonSerializer.Serialize(not with { Resting = Math.Max(0, not.Resting - first) });
        await db.Set<Survey>().Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.NotAsked, counted), stop);
        await transaction.CommitAsync(stop);
    }

    private async Task InviteAsync(
        Survey survey,
        List<(RestingHome Home, AudienceMember Member, Channel Way)> fresh,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        audit.Write("AskRested", "survey", survey.Id, fresh.Count == 1 ? "1 home has rested" : $"{fresh.Count} homes have rested");
        await db.SaveChangesAsync(stop);
        var codes = await DrawnInvitations.CodesAsync(db, fresh.Count, InvitationCode.Secret, stop);
        await db.InsertManyAsync([.. fresh.Zip(codes, (one, code) => DrawnInvitations.Draw(survey, one.Member, one.Way, code, now))], stop);
        var words = await written.OfAsync(survey, stop);
        await outbox.AddManyAsync(fresh.Zip(codes, (one, code) => words.Invite(one.Member, one.Way, code)).ByDay(now), stop);
    }
}
