// Reads a survey's ladder as its page shows it: who stands where, what each rung brought and cost, and what comes next.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Ladders;

/// <summary>One rung of a survey's ladder, today.</summary>
/// <param name="From">The first day on which a household with every way goes up to it.</param>
/// <param name="Standing">Silent households that were asked by it last.</param>
/// <param name="Waiting">Messages of it that have not left yet.</param>
/// <param name="Gone">Messages of it that left.</param>
/// <param name="NotArrived">Messages of it that came back or are in doubt.</param>
/// <param name="Brought">Answers that came while the household stood on it.</param>
/// <param name="Pence">What it has cost so far.</param>
internal sealed record RungPicture(
    Channel Channel,
    int? WaitDays,
    DateOnly? From,
    int Standing,
    int Waiting,
    int Gone,
    int NotArrived,
    int Brought,
    decimal Pence
);

internal sealed record LadderPicture(
    Survey Survey,
    Ladder Ladder,
    IReadOnlyList<RungPicture> Rungs,
    Forecast Forecast,
    MessageCosts Costs,
    int Silent,
    int Answered,
    int SaidNo,
    int Moved
)
{
    public decimal Pence => Rungs.Sum(rung => rung.Pence);

    /// <summary>What is still to come, if nobody else answered.</summary>
    public decimal PenceToCome => Forecast.Pence(Costs);

    /// <summary>Before it opens: the rungs with what each will ask and cost.</summary>
    public Outlook Outlook => new(Survey, Ladder, Forecast, Costs);
}

internal sealed class LadderReader(
    HearthDb db,
    LaddersOfSurveys ladders,
    Audience audience,
    Outbox outbox,
    RestReader rest,
    RestingReader atRest,
    Settings settings,
    WordsOfSurveys written,
    ChosenHomes chosen,
    TimeProvider time
)
{
    public async Task<LadderPicture> PictureAsync(Survey survey, CancellationToken stop)
    {
        var ladder = await ladders.OfAsync(survey, stop);
        var costs = await CostsAsync(stop);
        var stand = await (
            from invitation in db.Set<Invitation>()
            where invitation.SurveyId == survey.Id && invitation.Rung != null
            join response in db.Set<Response>() on invitation.Id equals response.InvitationId into responses
            from response in responses.DefaultIfEmpty()
            group new
            {
                invitation.PersonId,
                invitation.EndedAt,
                Answer = response,
            } by invitation.Rung into rung
            select new
            {
                Channel = rung.Key!.Value,
                Silent = rung.Count(x => x.Answer == null && x.PersonId != null && x.EndedAt == null),
                Brought = rung.Count(x => x.Answer != null),
            }
        ).ToDictionaryAsync(rung => rung.Channel, stop);
        var counts = (await outbox.CountsAsync(survey.Id, stop))
            .Where(count => count.Purpose is InvitationWords.InvitationPurpose or InvitationWords.ReminderPurpose)
            .ToList();
        var ended = await db.Ended(survey.Id)
            .GroupBy(i => i.EndedBecause == AttemptOutcome.Moved)
            .Select(g => new { Moved = g.Key, Count = g.Count() })
            .ToListAsync(stop);
        var from = FirstDays(survey, ladder);
        var rungs = WaysOfChannels
            .InOrder.Select(channel =>
            {
                var mine = counts.Where(count => count.Channel == channel).ToList();
                int In(params MessageStatus[] statuses) => mine.Where(count => statuses.Contains(count.Status)).Sum(count => count.Count);
                var here = stand.GetValueOrDefault(channel);
                return new RungPicture(
                    channel,
                    ladder.State == LadderState.Off ? null : ladder.Rungs.Find(rung => rung.Channel == channel)?.WaitDays,
                    from.TryGetValue(channel, out var day) ? day : null,
                    here?.Silent ?? 0,
                    In(MessageStatus.Queued, MessageStatus.Sending),
                    In(MessageStatus.Sent),
                    In(MessageStatus.Failed, MessageStatus.InDoubt),
                    here?.Brought ?? 0,
                    costs.Spent(mine)
                );
            })
            .Where(rung => rung.WaitDays is not null || rung.Standing + rung.Brought + rung.Waiting + rung.Gone + rung.NotArrived > 0)
            .OrderBy(rung => Place(ladder, rung.Channel))
            .ToList();
        return new(
            survey,
            ladder,
            rungs,
            await ForecastAsync(survey, ladder, stop),
            costs,
            stand.Values.Sum(rung => rung.Silent),
            stand.Values.Sum(rung => rung.Brought),
            ended.Where(e => !e.Moved).Sum(e => e.Count),
            ended.Where(e => e.Moved).Sum(e => e.Count)
        );
    }

    public async Task<MessageCosts> CostsAsync(CancellationToken stop) =>
        await settings.GetAsync<MessageCosts>(MessageCosts.Setting, stop) ?? new();

    /// <summary>What is to come: of a survey that has not opened, from its first day on. Nothing where it has closed or the ladder is off.</summary>
    public async Task<Forecast> ForecastAsync(Survey survey, Ladder ladder, CancellationToken stop)
    {
        if (survey.Status == SurveyStatus.Closed || ladder.State == LadderState.Off)
        {
            return Forecast.None;
        }
        if (survey.Status != SurveyStatus.Open)
        {
            var matched = await audience.ListAsync(WhoIsAsked.Read(survey.Audience), stop);
            return await BeforeAsync(
                survey,
                ladder,
                new Reach(
                    matched,
                    ladder.Asks,
                    await rest.OfAsync(survey, time.GetUtcNow(), null, stop),
                    time.Today(),
                    await chosen.OfAsync(survey, null, stop)
                ),
                stop
            );
        }
        var climbers = await db.Silent(survey.Id).AsNoTracking().AsClimbers().ToListAsync(stop);
        var members = await MembersAsync(climbers, stop);
        var waiting = await outbox.WaitingAsync(survey.Id, stop);
        var resting = await rest.OfAsync(survey, time.GetUtcNow(), null, stop);
        var words = await written.OfAsync(survey, stop);
        var today = time.Today();
        var (rested, rests) = await atRest.WaitingAsync(survey, stop);
        return Forecast.Of(
            new Climb(ladder.Rungs, survey.ClosesOn),
            climbers
                .Select(climber =>
                {
                    var member = members.GetValueOrDefault(climber.Person);
                    return climber.At(
                        member,
                        waiting.Contains(climber.Person),
                        resting.Until(climber.Person, climber.Household),
                        member is null ? 1 : words.PartsOfText(member.Language)
                    );
                })
                .Concat(rested.Select(one => FirstAsk.Standing(one.Member, rests, today, words.PartsOfText(one.Member.Language)))),
            today
        );
    }

    /// <summary>What a survey that has not opened would ask of these households.</summary>
    public async Task<Forecast> BeforeAsync(Survey survey, Ladder ladder, Reach reach, CancellationToken stop)
    {
        var words = await written.OfAsync(survey, stop);
        var today = time.Today();
        var opens = survey.OpensOn > today ? survey.OpensOn : today;
        return Forecast.BeforeOpening(new Climb(ladder.Asks, survey.ClosesOn), reach, opens, language => words.PartsOfText(language));
    }

    // Nearly all are still the contact of a running tenancy: one read for all. Those who are not are read apart.
    private async Task<Dictionary<Guid, AudienceMember>> MembersAsync(List<Climber> climbers, CancellationToken stop)
    {
        var members = new Dictionary<Guid, AudienceMember>(climbers.Count);
        if (climbers.Count > 2000)
        {
            foreach (var member in await audience.ListAsync(new AudienceFilter(), stop))
            {
                members.TryAdd(member.PersonId, member);
            }
        }
        foreach (
            var (person, member) in await audience.ForPeopleAsync(
                [.. climbers.Select(c => c.Person).Where(p => !members.ContainsKey(p))],
                stop
            )
        )
        {
            members[person] = member;
        }
        return members;
    }

    private static Dictionary<Channel, DateOnly> FirstDays(Survey survey, Ladder ladder)
    {
        var days = new Dictionary<Channel, DateOnly>();
        if (ladder.State == LadderState.Off)
        {
            return days;
        }
        var day = survey.OpensOn;
        foreach (var rung in ladder.Rungs)
        {
            days[rung.Channel] = day;
            day = day.AddDays(rung.WaitDays);
        }
        return days;
    }

    private static int Place(Ladder ladder, Channel channel)
    {
        var at = ladder.Rungs.FindIndex(rung => rung.Channel == channel);
        return at < 0 ? 100 + (int)channel : at;
    }
}
