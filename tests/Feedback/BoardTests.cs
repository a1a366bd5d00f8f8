// The officer's board: told in words and counts, what is overdue, and who may see what.
using System.Net;
using Hearth.Feedback.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback.Tests;

public sealed class BoardTests
{
    [Theory, BothDatabases]
    public async Task An_empty_board_says_so(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);

        var board = await hearth.Staff().OpenAsync("/feedback");

        Assert.Equal((HttpStatusCode.OK, "You said, we did"), (board.Status, board.Heading));
        Assert.Contains("Nothing that people took part in has closed yet", board.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task After_the_promised_day_those_not_told_are_overdue(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        await hearth.ActivityAsync(people, "Walkabout in Fennside");
        var officer = hearth.Staff();
        var promised = hearth.Clock.Today().AddDays(18);

        hearth.Clock.MoveTo(promised);
        var board = await officer.OpenAsync("/feedback");
        Assert.Contains("0 people overdue", Words(board, 2), StringComparison.Ordinal);
        Assert.Contains("Answer due 30 November", Page.Words(board.All("[aria-labelledby=lane-none]").Single()), StringComparison.Ordinal);

        hearth.Clock.MoveTo(promised.AddDays(3));
        board = await officer.OpenAsync("/feedback");
        var lane = board.All("[aria-labelledby=lane-none]").Single();
        Assert.Contains("4 people overdue In 1 activity", Words(board, 2), StringComparison.Ordinal);
        Assert.Contains("hearth-lane--hot", lane.ClassName, StringComparison.Ordinal);
        Assert.Contains("4 people wait", Page.Words(lane), StringComparison.Ordinal);
        Assert.Contains("3 days overdue", Page.Words(lane), StringComparison.Ordinal);

        var glance = await hearth.InScopeAsync(s => s.GetRequiredService<ToldSummary>().ReadAsync());
        var late = Assert.Single(glance.Late);
        Assert.Equal(("Walkabout in Fennside", 4, 3, false), (late.Title, late.Owed, late.DaysLate(hearth.Clock.Today()), late.Answered));
    }

    [Theory, BothDatabases]
    public async Task Told_in_words_and_counts_with_the_median_wait(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        await hearth.AnswerAsync(await hearth.ActivityAsync(people));
        var messages = await hearth.MessagesAsync();
        await hearth.EndAsync(messages[0]);
        hearth.Clock.Forward(TimeSpan.FromDays(4));
        await hearth.EndAsync(messages[1]);
        hearth.Clock.Forward(TimeSpan.FromDays(6));
        await hearth.EndAsync(messages[2]);

        var board = await hearth.Staff().OpenAsync("/feedback");

        // closed ten days before the first was told: waits of 10, 14 and 20 days
        Assert.Contains("75% told, of everyone who spoke this year 3 of 4", Words(board, 0), StringComparison.Ordinal);
        Assert.Contains("14 days from closing to telling, median You promise 28", Words(board, 1), StringComparison.Ordinal);
        Assert.Contains("100 in 100 were told inside your 28 days.", board.Text, StringComparison.Ordinal);
        Assert.Contains("lags.", board.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing can be closed while someone who spoke has not been told.", board.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Those_who_asked_not_to_be_told_are_counted_apart(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync([.. World.FourWays, new() { Email = "no@tenant.example", Refuses = [MessageKind.Feedback] }]);
        await hearth.AnswerAsync(await hearth.ActivityAsync(people));
        foreach (var message in await hearth.MessagesAsync())
        {
            await hearth.EndAsync(message);
        }

        var board = await hearth.Staff().OpenAsync("/feedback");

        Assert.Contains(
            "100% told, of everyone who spoke this year 4 of 4. 1 asked not to be told",
            Words(board, 0),
            StringComparison.Ordinal
        );
        Assert.Contains("4 of 4 told", Page.Words(board.All("[aria-labelledby=lane-told]").Single()), StringComparison.Ordinal);
        var publicPage = await hearth.Anyone().OpenAsync("/what-changed/1");
        Assert.DoesNotContain("asked not to be told", publicPage.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Somebody_out_of_reach_keeps_the_answer_open_until_they_are_told_by_hand(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var stranger = Guid.CreateVersion7();
        var reply = await hearth.AnswerAsync(await hearth.ActivityAsync([.. people.Select(p => p.PersonId), stranger]));
        foreach (var message in (await hearth.MessagesAsync()).Where(m => m.Channel != Messaging.Public.Channel.Letter))
        {
            await hearth.EndAsync(message);
        }
        var officer = hearth.Staff();
        var board = await officer.OpenAsync("/feedback");
        Assert.Contains(
            "1 person we have no way to reach",
            Page.Words(board.All("[aria-labelledby=lane-telling]").Single()),
            StringComparison.Ordinal
        );

        var list = await officer.OpenAsync($"/feedback/{reply}/people");
        Assert.Equal(["Name not held", "Olive Marsh"], list.All("tbody th").Select(Page.Words));
        Assert.DoesNotContain("nobody comes", list.Text, StringComparison.Ordinal);

        var refused = await officer.SubmitAsync(list, new Dictionary<string, string> { ["Way"] = "FaceToFace" }, "Mark as told");
        Assert.Equal(["Choose at least one person"], refused.Errors);
        refused = await officer.SubmitAsync(
            list,
            new Dictionary<string, string> { ["Chosen"] = stranger.ToString(), ["On.Year"] = "2027" },
            "Mark as told"
        );
        Assert.Equal(
            ["Choose how they were told", "The day they were told must be today or in the past"],
            refused.Errors.Order(StringComparer.Ordinal)
        );
        refused = await officer.SubmitAsync(
            list,
            new Dictionary<string, string> { ["Chosen"] = stranger.ToString() },
            "Put on the call list"
        );
        Assert.Equal(["No telephone number is held for 1 person of those you chose. Tell them another way"], refused.Errors);

        List<KeyValuePair<string, string>> both =
        [
            new("Chosen", stranger.ToString()),
            new("Chosen", people[2].PersonId.ToString()),
            new("Way", "FaceToFace"),
        ];
        var done = await officer.SubmitAsync(list, both, [], "Mark as told");
        Assert.Contains("Marked as told.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody waits.", done.Text, StringComparison.Ordinal);

        // the letter that had not gone is stopped, and the board may close
        Assert.Equal(
            Messaging.Public.MessageStatus.Cancelled,
            (await hearth.MessagesAsync()).Single(m => m.Channel == Messaging.Public.Channel.Letter).Status
        );
        board = await officer.OpenAsync("/feedback");
        Assert.Contains("5 of 5 told", Page.Words(board.All("[aria-labelledby=lane-told]").Single()), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Somebody_who_waits_for_a_letter_can_be_put_on_the_call_list_once(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(new NewTenant { Prefers = ContactWay.Post, Phone = "+447700900003" });
        var reply = await hearth.AnswerAsync(await hearth.ActivityAsync(people));
        var officer = hearth.Staff();
        var list = await officer.OpenAsync($"/feedback/{reply}/people");
        var chosen = new Dictionary<string, string> { ["Chosen"] = people[0].PersonId.ToString() };

        var done = await officer.SubmitAsync(list, chosen, "Put on the call list");
        Assert.Contains("On the call list", done.Text, StringComparison.Ordinal);
        var again = await officer.SubmitAsync(list, chosen, "Put on the call list");
        Assert.Equal(["1 person of those you chose cannot be put on the call list again"], again.Errors);

        var call = (await hearth.MessagesAsync()).Single(m => m.Status == Messaging.Public.MessageStatus.Queued);
        Assert.Equal(Messaging.Public.Channel.Telephone, call.Channel);
    }

    [Theory, BothDatabases]
    public async Task A_councillor_reads_the_board_and_sees_no_people(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var reply = await hearth.AnswerAsync(await hearth.ActivityAsync(people));
        var councillor = hearth.Staff(Role.Councillor, "Cllr Ann Reeve");

        var board = await councillor.OpenAsync("/feedback");
        Assert.Contains("[c] Hidden to protect people: fewer than 10 took part", board.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("of 4 told", board.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Write an answer", board.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Who waits", board.Text, StringComparison.Ordinal);
        var shown = await councillor.OpenAsync($"/feedback/{reply}");
        Assert.Contains("[c] Hidden to protect people: fewer than 10 took part", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Who waits", shown.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 4 told", (await hearth.Staff(Role.Manager).OpenAsync("/feedback")).Text, StringComparison.Ordinal);

        foreach (
            var path in new[] { $"/feedback/{reply}/people", "/feedback/new", $"/feedback/{reply}/correct", $"/feedback/{reply}/edit" }
        )
        {
            var refused = await councillor.OpenAsync(path);
            Assert.True(refused.Status == HttpStatusCode.Forbidden || !refused.Path.StartsWith(path, StringComparison.Ordinal), path);
            Assert.DoesNotContain("Olive Marsh", refused.Body, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task Nobody_else_gets_in(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var reply = await hearth.AnswerAsync(await hearth.ActivityAsync(people));

        foreach (
            var path in new[]
            {
                "/feedback",
                $"/feedback/{reply}",
                $"/feedback/{reply}/preview",
                $"/feedback/{reply}/people",
                $"/feedback/{reply}/publish",
                "/feedback/new",
            }
        )
        {
            foreach (var browser in new[] { hearth.Anyone(), hearth.Tenant(people[0].PersonId) })
            {
                var page = await browser.OpenAsync(path);
                Assert.False(page.Status == HttpStatusCode.OK && page.Path.Split('?')[0] == path, path);
                Assert.DoesNotContain("Olive Marsh", page.Body, StringComparison.Ordinal);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Forgetting_a_person_keeps_the_counts_and_leaves_nobody_overdue(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var reply = await hearth.AnswerAsync(await hearth.ActivityAsync(people));
        foreach (var message in (await hearth.MessagesAsync()).Where(m => m.PersonId != people[0].PersonId))
        {
            await hearth.EndAsync(message);
        }
        await hearth.InScopeAsync(async services =>
        {
            var loop = services.GetServices<IPersonalData>().Single(d => d.Covers.Contains(typeof(Loop.Public.Telling)));
            Assert.Equal(
                ["Took part", "To be told what came of it"],
                (await loop.HeldOnAsync(people[0].PersonId, default)).Select(i => i.What)
            );
            // one who waits, one who was told
            await loop.ForgetAsync(people[0].PersonId, default);
            await loop.ForgetAsync(people[1].PersonId, default);
            services.GetRequiredService<AuditTrail>().Write("Forget", "person");
            await services.GetRequiredService<HearthDb>().SaveChangesAsync();
            Assert.Empty(await loop.HeldOnAsync(people[0].PersonId, default));
        });
        hearth.Clock.Forward(TimeSpan.FromDays(90));

        var glance = await hearth.InScopeAsync(s => s.GetRequiredService<ToldSummary>().ReadAsync());
        var told = await hearth.InScopeAsync(s => s.GetRequiredService<Tellings.ToldOfReplies>().CountAsync(reply, default));

        Assert.Equal((4, 3, 0, 1), (glance.Count.Took, glance.Count.Told, glance.Overdue, glance.Count.Excused));
        Assert.Equal((4, 3, 0, 1), (told.Took, told.Told, told.Owed, told.Excused));
    }

    private static string Words(Page board, int figure)
    {
        // the number stands first for the eye and second for a screen reader: label, number, why
        var box = board.All(".hearth-fig")[figure];
        return string.Join(
            ' ',
            new[] { ".n", "dt", ".why" }.Select(part => box.QuerySelector(part)).OfType<AngleSharp.Dom.IElement>().Select(Page.Words)
        );
    }
}
