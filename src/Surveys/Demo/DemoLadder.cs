// Plays the first days of a survey in the field as they would have gone: messages leave or come back, answers come in, the ladder climbs.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.OpenSurvey;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling;
using Hearth.Surveys.Sampling.ReleaseReserve;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Demo;

internal sealed class DemoLadder(HearthDb db, IServiceProvider services)
{
    private const string By = "Maya Desai";

    /// <summary>Opens the survey on this day, with everything that is sent dated so.</summary>
    public Task<Outcome<Opened>> OpenAsync(Guid survey, DateOnly on, Random chance, CancellationToken stop)
    {
        var clock = Morning(on);
        return With<OpenSurvey>(clock, With<Outbox>(clock))
            .RunAsync(new Opening(survey, "https://tell.ousebridge.example") { At = clock.GetUtcNow(), Chance = chance.Next }, stop);
    }

    /// <summary>One day: what is due goes up, then e-mails and texts leave, one in forty in vain; letters are posted and people rung the day after.</summary>
    /// <param name="last">Today: its letters and calls still wait.</param>
    public async Task DayAsync(Survey survey, DateOnly day, bool last, Random random, CancellationToken stop)
    {
        var clock = Morning(day);
        var ladder = await db.Set<Ladder>().AsNoTracking().SingleAsync(l => l.SurveyId == survey.Id, stop);
        await With<ClimbSurvey>(clock, With<Outbox>(clock)).RunAsync(survey, ladder, () => false, stop);
        // by address, so that the same seed tells the same story
        var waiting = (await With<Outbox>(clock).WaitingKeysAsync(survey.Id, stop))
            .OrderBy(message => message.Channel)
            .ThenBy(message => message.Address, StringComparer.Ordinal);
        foreach (
            var some in waiting
                .Where(message => message.Channel is Channel.Email or Channel.Text or Channel.WhatsApp || !last)
                .Where(message => message.Channel != Channel.Telephone || random.Next(5) == 0)
                .GroupBy(message => (message.Channel, InVain: random.Next(message.Channel == Channel.Telephone ? 3 : 40) == 0))
        )
        {
            var (status, reason) = some.Key.InVain ? (MessageStatus.Failed, Reason(some.Key.Channel)) : (MessageStatus.Sent, null);
            var at = clock
                .GetUtcNow()
                .AddHours(some.Key.Channel is Channel.Email or Channel.Text or Channel.WhatsApp ? 0 : 5)
                .AddMinutes(5);
            await new EndedElsewhere(db, [With<BouncedRung>(clock, With<Outbox>(clock))]).EndAsync(
                [.. some.Select(message => message.Key)],
                status,
                at,
                some.Key.Channel is Channel.Email or Channel.Text or Channel.WhatsApp ? "Hearth" : By,
                reason,
                stop
            );
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
        await db.Set<Ladder>().Where(l => l.SurveyId == survey.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.ClimbedOn, day), stop);
    }

    /// <summary>What was written on this day left on it, one in forty in vain; letters the day after.</summary>
    public async Task LeaveAsync(Survey survey, DateOnly day, Random random, CancellationToken stop)
    {
        var clock = Morning(day);
        var waiting = (await With<Outbox>(clock).WaitingKeysAsync(survey.Id, stop))
            .OrderBy(message => message.Channel)
            .ThenBy(message => message.Address, StringComparer.Ordinal);
        foreach (var some in waiting.GroupBy(message => (message.Channel, InVain: random.Next(40) == 0)))
        {
            var (status, reason) = some.Key.InVain ? (MessageStatus.Failed, Reason(some.Key.Channel)) : (MessageStatus.Sent, null);
            var byHand = some.Key.Channel is Channel.Letter or Channel.Telephone or Channel.Door;
            await new EndedElsewhere(db, []).EndAsync(
                [.. some.Select(message => message.Key)],
                status,
                clock.GetUtcNow().AddHours(byHand ? 24 : 0).AddMinutes(5),
                byHand ? By : "Hearth",
                reason,
                stop
            );
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Releases a part of the reserve on this day.</summary>
    public Task<Outcome<ReleasedNow>> ReleaseAsync(
        Guid survey,
        int number,
        string because,
        DateOnly on,
        Random chance,
        CancellationToken stop
    )
    {
        var clock = Morning(on);
        var invite = new InviteHouseholds(
            db,
            services.GetRequiredService<AuditTrail>(),
            clock,
            services.GetRequiredService<Audience>(),
            With<Outbox>(clock),
            services.GetRequiredService<WordsOfSurveys>(),
            services.GetRequiredService<LaddersOfSurveys>(),
            services.GetRequiredService<RestReader>(),
            services.GetRequiredService<ChosenHomes>()
        )
        {
            Chance = chance.Next,
        };
        return With<ReleaseReserve>(clock, invite).RunAsync(survey, number, because, stop);
    }

    private static string Reason(Channel channel) =>
        channel switch
        {
            Channel.Email => "There is no mailbox of this name",
            Channel.Text or Channel.WhatsApp => "There is no such number",
            Channel.Letter => OutcomeReasons.GoneAway,
            _ => "Nobody answered 3 times",
        };

    private T With<T>(params object[] given) => ActivatorUtilities.CreateInstance<T>(services, given);

    private static Then Morning(DateOnly day) => new(day.StartInLondon().AddHours(9).ToUniversalTime());

    private sealed class Then(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
