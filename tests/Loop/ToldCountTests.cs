// The promise, counted: told, waiting, overdue and excused, whatever becomes of the people.
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Loop.Tests;

public sealed class ToldCountTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7())];

    [Theory, BothDatabases]
    public async Task Those_not_told_are_waiting_until_the_promised_day_has_passed_and_overdue_after_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var survey = await hearth.PlaceAsync("survey", "Bins", daysAgo: 30, tellInDays: 0);
        var reply = await hearth.PlaceAsync("reply", "Bins: you said, we did", daysAgo: 1, cameFrom: [survey]);
        await hearth.TookPartAsync(survey, People);
        await hearth.TellAsync(reply, survey, gone: true, People[0], People[1]);
        await hearth.TellAsync(reply, survey, gone: false, People[2]);

        Assert.Equal(new ToldCount(6, 2, 0), await hearth.ToldAsync(survey));
        Assert.Equal(4, (await hearth.ToldAsync(survey)).Waiting);

        hearth.Clock.MoveTo(Ring.Today.AddDays(1));
        Assert.Equal(new ToldCount(6, 2, 4), await hearth.ToldAsync(survey));
        Assert.Equal(0, (await hearth.ToldAsync(survey)).Waiting);
    }

    [Theory, BothDatabases]
    public async Task A_person_told_twice_counts_once_and_one_who_took_part_twice_is_told_of_both(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var bins = await hearth.PlaceAsync("survey", "Bins", daysAgo: 30, tellInDays: -1);
        var walk = await hearth.PlaceAsync("survey", "Walkabout", daysAgo: 20, tellInDays: -1);
        var first = await hearth.PlaceAsync("reply", "First", daysAgo: 3, cameFrom: [bins]);
        var second = await hearth.PlaceAsync("reply", "Second", daysAgo: 1, cameFrom: [bins, walk]);
        await hearth.TookPartAsync(bins, People[0], People[1]);
        await hearth.TookPartAsync(walk, People[0], People[2]);
        await hearth.TellAsync(first, bins, gone: true, People[0]);
        await hearth.TellAsync(second, bins, gone: true, People[0]);

        Assert.Equal(new ToldCount(2, 1, 1), await hearth.ToldAsync(bins));
        Assert.Equal(new ToldCount(2, 1, 1), await hearth.ToldAsync(walk));
    }

    [Theory, BothDatabases]
    public async Task Forgetting_people_leaves_the_counts_as_they_were_and_nobody_to_be_found(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var survey = await hearth.PlaceAsync("survey", "Bins", daysAgo: 30, tellInDays: -1);
        var reply = await hearth.PlaceAsync("reply", "Reply", daysAgo: 3, cameFrom: [survey]);
        var again = await hearth.PlaceAsync("reply", "Reply again", daysAgo: 2, cameFrom: [survey]);
        await hearth.TookPartAsync(survey, People);
        await hearth.TellAsync(reply, survey, gone: true, People[0], People[1], People[2]);
        await hearth.TellAsync(again, survey, gone: true, People[0]);
        await hearth.TellAsync(again, survey, gone: false, People[3]);

        await hearth.ForgetAsync(People[0]);
        await hearth.ForgetAsync(People[1]);
        Assert.Equal(new ToldCount(6, 3, 3), await hearth.ToldAsync(survey));

        // one who was never told can no longer be: nobody is late with them
        await hearth.ForgetAsync(People[3]);
        Assert.Equal(new ToldCount(6, 3, 2, Excused: 1), await hearth.ToldAsync(survey));
        await hearth.InScopeAsync(async services =>
        {
            var ledger = services.GetRequiredService<LoopLedger>();
            Guid?[] gone = [People[0], People[1], People[3]];
            Assert.False(await ledger.Participations.AnyAsync(p => gone.Contains(p.PersonId)));
            Assert.False(await ledger.Tellings.AnyAsync(t => gone.Contains(t.PersonId)));
            Assert.Equal((6, 5), (await ledger.Participations.CountAsync(), await ledger.Tellings.CountAsync()));
            return 0;
        });
    }

    [Theory, BothDatabases]
    public async Task Those_who_asked_not_to_be_told_are_excused_and_not_overdue(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(
            new NewTenant(),
            new NewTenant { Refuses = [MessageKind.Feedback] },
            new NewTenant { DoNotContact = true },
            new NewTenant { Refuses = [MessageKind.Surveys] }
        );
        var survey = await hearth.PlaceAsync("survey", "Bins", daysAgo: 30, tellInDays: -1);
        await hearth.TookPartAsync(survey, [.. tenants.Select(t => t.PersonId)]);

        Assert.Equal(new ToldCount(4, 0, 2, Excused: 2), await hearth.ToldAsync(survey));
    }

    [Theory, BothDatabases]
    public async Task A_person_can_be_shown_what_they_took_part_in_and_what_they_were_told(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var survey = await hearth.PlaceAsync("survey", "Bins", daysAgo: 30);
        var reply = await hearth.PlaceAsync("reply", "Bins: you said, we did", daysAgo: 3, cameFrom: [survey]);
        await hearth.TookPartAsync(survey, People[0], People[1]);
        await hearth.TellAsync(reply, survey, gone: true, People[0]);

        var held = await hearth.InScopeAsync(async services =>
        {
            var lines = new List<HeldItem>();
            foreach (var data in services.GetServices<IPersonalData>().Where(d => d.Covers.Contains(typeof(Telling))))
            {
                lines.AddRange(await data.HeldOnAsync(People[0], CancellationToken.None));
            }
            return lines;
        });

        Assert.Equal(
            [("Took part", "Bins (Online)"), ("Told what came of it", "Bins: you said, we did (Email)")],
            held.Select(item => (item.What, item.Value))
        );
    }
}
