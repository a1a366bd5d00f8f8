// The demo's chapter of answers: some told in time, some still waiting, one that is no, one that is late.
using Hearth.Feedback.Replies;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Demo;

internal sealed class TellOfAnswers(DemoPast past, HearthDb db, LoopLedger loop, Audience audience, AuditTrail audit) : IDemoChapter
{
    private const int Promise = 28;

    public int Order => 50;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var random = new Random(story.Seed + 50);
        var today = story.Today;
        var tenants = (await audience.ListAsync(new AudienceFilter(), stop))
            .Where(t => !t.DoNotContact && t.BestChannel is not null)
            .ToArray();
        if (tenants.Length == 0)
        {
            story.Say("No tenants, so nobody to answer");
            return;
        }
        random.Shuffle(tenants);
        var next = 0;
        AudienceMember[] Some(int number) => tenants[Math.Min(next, tenants.Length)..Math.Min(next += number, tenants.Length)];

        var texts = await HeldAsync(DemoAnswers.Texts, Some(DemoAnswers.Texts.People), today, stop);
        var letters = await HeldAsync(DemoAnswers.Letters, Some(DemoAnswers.Letters.People), today, stop);
        var forums = await HeldAsync(DemoAnswers.Forums, Some(DemoAnswers.Forums.People), today, stop);
        await HeldAsync(DemoAnswers.Walkabout, Some(DemoAnswers.Walkabout.People), today, stop);

        var setOff = await past.AnswerAsync(
            texts,
            DemoAnswers.ATextWhenRepairsSetOff(today.AddDays(-150)),
            today.AddDays(-147),
            random,
            stop
        );
        var readable = await past.AnswerAsync(
            letters,
            DemoAnswers.LettersYouCanRead(today.AddDays(-114)),
            today.AddDays(-110),
            random,
            stop
        );
        await past.AskBackAsync(setOff, today.AddDays(-70), (78, 9, 6, 3), random, stop);
        await past.AskBackAsync(readable, today.AddDays(-60), (19, 11, 8, 2), random, stop);
        // the last seven of the forums are hard to find at home: their promised day has gone by
        await past.AnswerAsync(forums, DemoAnswers.ACaretaker(today.AddDays(-48)), today.AddDays(-40), random, stop, leave: 7);

        var survey = await YearlySurveyAsync(today, stop);
        if (survey is not null)
        {
            var closed = survey.ClosedOn!.Value;
            var first = Later(closed.AddDays(9), today.AddDays(-6));
            await past.AnswerAsync(
                survey.Id,
                DemoAnswers.DampVisits(closed.AddDays(3)),
                first,
                random,
                stop,
                inLanguages: DemoAnswers.DampVisitsInLanguages
            );
            await past.AnswerAsync(
                survey.Id,
                DemoAnswers.RingBack(today.AddDays(59)),
                Later(first.AddDays(4), today.AddDays(-1)),
                random,
                stop,
                waitingLetters: true
            );
            await past.DraftAsync(survey.Id, DemoAnswers.WhoMyOfficerIs(today.AddDays(31)), today.AddDays(-2), stop);
        }
        var told = await loop.Tellings.CountAsync(t => t.ToldAt != null, stop);
        var waiting = await loop.Tellings.CountAsync(t => t.ToldAt == null, stop);
        story.Say(
            $"{await db.Set<Reply>().CountAsync(stop)} answers; {InWords.Number(told)} tellings done, {InWords.Number(waiting)} still to come"
        );
    }

    /// <summary>Puts something into the loop that these tenants took part in, held and closed on one day.</summary>
    private async Task<Guid> HeldAsync(DemoActivity activity, IReadOnlyList<AudienceMember> people, DateOnly today, CancellationToken stop)
    {
        var id = Guid.CreateVersion7();
        var on = today.AddDays(-activity.DaysAgo);
        var thing = await loop.PlaceAsync(activity.Kind, id, activity.Title, $"/loop/{id}", on, stop);
        thing.ClosedOn = on;
        thing.TellBy = on.AddDays(Promise);
        foreach (var person in people)
        {
            loop.TookPart(id, person.PersonId, person.HouseholdId, activity.Channel, on.StartInLondon().AddHours(14));
        }
        audit.Write("RecordActivity", activity.Kind, id, activity.Title);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return id;
    }

    private async Task<LoopThing?> YearlySurveyAsync(DateOnly today, CancellationToken stop)
    {
        var closed = await loop.Things.Where(t => t.Kind == "survey" && t.ClosedOn != null && t.ClosedOn <= today).ToListAsync(stop);
        var took = await loop
            .Participations.GroupBy(p => p.ActivityId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return closed.Where(t => took.ContainsKey(t.Id)).MaxBy(t => took[t.Id]);
    }

    private static DateOnly Later(DateOnly day, DateOnly latest) => day < latest ? day : latest;
}
