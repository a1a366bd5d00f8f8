// What anyone may read, without signing in: every published answer, and never more than that.
using System.Net;
using Hearth.Feedback.Public;
using Hearth.Feedback.Replies;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback.Tests;

public sealed class WhatChangedTests
{
    [Theory, BothDatabases]
    public async Task A_draft_is_never_seen(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var draft = await hearth.DraftAsync(await hearth.ActivityAsync(people));
        var anyone = hearth.Anyone();

        Assert.DoesNotContain("nobody comes", (await anyone.OpenAsync("/what-changed")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.OpenAsync($"/what-changed/{await hearth.NumberOfAsync(draft)}")).Status);
        Assert.Empty(await hearth.InScopeAsync(s => s.GetRequiredService<PublishedReplies>().LatestAsync(5)));
        Assert.Empty(
            await hearth.InScopeAsync(s =>
                Task.FromResult(s.GetRequiredService<Loop.Public.LoopLedger>().Things.Where(t => t.Kind == "reply").ToList())
            )
        );

        await hearth.PublishAsync(draft);
        Assert.Contains("nobody comes", (await anyone.OpenAsync("/what-changed")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task It_says_who_answered_what_we_did_and_how_many_are_told(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(Enumerable.Range(1, 12).Select(i => new NewTenant { Email = $"t{i}@tenant.example" }));
        await hearth.AnswerAsync(await hearth.ActivityAsync(people), form => form.SaidBy = "11");
        var anyone = hearth.Anyone();

        var list = await anyone.OpenAsync("/what-changed");
        Assert.Contains("11 people said this. 12 people took part in ‘Repairs survey’, November 2026", list.Text, StringComparison.Ordinal);
        Assert.Contains("Started 1 September 2026", list.Text, StringComparison.Ordinal);
        Assert.Contains("12 people will be told", list.Text, StringComparison.Ordinal);

        var messages = await hearth.MessagesAsync();
        foreach (var message in messages.Take(11))
        {
            await hearth.EndAsync(message);
        }
        Assert.Contains("11 of 12 people told so far", (await anyone.OpenAsync("/what-changed")).Text, StringComparison.Ordinal);
        await hearth.EndAsync(messages[11]);

        var story = await anyone.OpenAsync((await anyone.OpenAsync("/what-changed")).LinkTo("The whole story"));
        Assert.Equal(("/what-changed/1", "A text when repairs set off"), (story.Path, story.Heading));
        Assert.Contains("All 12 people told", story.Text, StringComparison.Ordinal);
        Assert.Contains("12 people took part.", story.Text, StringComparison.Ordinal);
        var latest = Assert.Single(await hearth.InScopeAsync(s => s.GetRequiredService<PublishedReplies>().LatestAsync(3)));
        Assert.Equal((12, 12, "/what-changed/1"), (latest.ToTell, latest.Told, latest.Href));

        // the counts are kept for some seconds, the answers are not: a new one is there at once
        await hearth.AnswerAsync(await hearth.ActivityAsync(people, "Heating survey"), form => form.Title = "Radiators bled in October");
        Assert.Equal(2, (await hearth.InScopeAsync(s => s.GetRequiredService<PublishedReplies>().LatestAsync(3))).Count);
    }

    [Theory, BothDatabases]
    public async Task Fewer_than_ten_are_never_counted_out_loud(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        await hearth.AnswerAsync(await hearth.ActivityAsync(people), form => form.SaidBy = "3");
        await hearth.EndAsync((await hearth.MessagesAsync())[0]);
        var anyone = hearth.Anyone();

        foreach (var path in new[] { "/what-changed", "/what-changed/1" })
        {
            var words = (await anyone.OpenAsync(path)).Text;
            Assert.Contains("Fewer than 10 people said this. Fewer than 10 people took part", words, StringComparison.Ordinal);
            Assert.Contains("We are telling everyone who took part", words, StringComparison.Ordinal);
            Assert.DoesNotContain("1 of 4", words, StringComparison.Ordinal);
            Assert.DoesNotContain("4 people", words, StringComparison.Ordinal);
            Assert.DoesNotContain("3 people", words, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task We_cant_gives_the_reason_what_instead_and_who_decided(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        await hearth.AnswerAsync(await hearth.ActivityAsync(people), WeCant);

        var story = await hearth.Anyone().OpenAsync("/what-changed/1");

        Assert.Contains("We can’t, because It would add £4.10 a week to everyone’s rent.", story.Text, StringComparison.Ordinal);
        Assert.Contains("What we do instead: Two caretakers visit twice a week.", story.Text, StringComparison.Ordinal);
        Assert.Contains("Who decided: Helen Okafor, head of housing", story.Text, StringComparison.Ordinal);
        Assert.Contains("Decided 21 October 2026", story.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Script_in_every_field_stays_words(DatabaseKind kind)
    {
        const string script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var activity = await hearth.ActivityAsync(people, script);
        var reply = await hearth.AnswerAsync(
            activity,
            form =>
            {
                WeCant(form);
                form.Title = form.Said = form.Reason = form.Instead = form.DecidedBy = form.InAText = script;
            }
        );
        var officer = hearth.Staff();
        await officer.SubmitAsync(await officer.OpenAsync($"/feedback/{reply}/correct"), new { Words = script, How = "correct" });

        foreach (
            var path in new[]
            {
                "/what-changed",
                "/what-changed/1",
                "/feedback",
                $"/feedback/{reply}",
                $"/feedback/{reply}/preview",
                $"/feedback/{reply}/people",
                "/feedback/new",
            }
        )
        {
            var page = await officer.OpenAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("&lt;script&gt;", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", page.Body, StringComparison.OrdinalIgnoreCase);
            Assert.Empty(page.All("img[src=x]"));
        }
    }

    [Theory, BothDatabases]
    public async Task A_correction_is_shown_with_its_day_and_the_first_words_stay(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var reply = await hearth.AnswerAsync(await hearth.ActivityAsync(people));
        var officer = hearth.Staff();
        var form = await officer.OpenAsync($"/feedback/{reply}/correct");

        var refused = await officer.SubmitAsync(form, new { Words = " " });
        Assert.Equal(["Enter what was wrong, and what is right"], refused.Errors);
        await officer.SubmitAsync(form, new { Words = "It started on 8 September, not 1 September." });

        var story = await hearth.Anyone().OpenAsync("/what-changed/1");
        Assert.Contains("Put right on 12 November 2026: It started on 8 September, not 1 September.", story.Text, StringComparison.Ordinal);
        Assert.Contains("You now get a text when the repairs team sets off.", story.Text, StringComparison.Ordinal);
        // what is published cannot be changed by the back door either
        Assert.Equal($"/feedback/{reply}", (await officer.OpenAsync($"/feedback/{reply}/edit")).Path);
    }

    [Theory, BothDatabases]
    public async Task An_answer_taken_back_stays_to_be_read_and_everyone_is_owed_a_new_one(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var activity = await hearth.ActivityAsync(people);
        var reply = await hearth.AnswerAsync(activity);
        await hearth.EndAsync((await hearth.MessagesAsync()).Single(m => m.Channel == Messaging.Public.Channel.Email));
        var officer = hearth.Staff();

        await officer.SubmitAsync(
            await officer.OpenAsync($"/feedback/{reply}/correct"),
            new { Words = "The texts were never sent.", How = "back" }
        );

        var story = await hearth.Anyone().OpenAsync("/what-changed/1");
        Assert.Contains("We took this answer back on 12 November 2026.", story.Text, StringComparison.Ordinal);
        Assert.Contains("The texts were never sent.", story.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await hearth.MessagesAsync(), m => m.Status == Messaging.Public.MessageStatus.Queued);
        var board = await officer.OpenAsync("/feedback");
        Assert.Contains("4 people wait", Page.Words(board.All("[aria-labelledby=lane-none]").Single()), StringComparison.Ordinal);

        await hearth.AnswerAsync(activity, form => form.Title = "Texts, this time for real");
        Assert.Equal(4, (await hearth.MessagesAsync()).Count(m => m.Status == Messaging.Public.MessageStatus.Queued));
    }

    [Theory, BothDatabases]
    public async Task Answers_are_found_by_kind_year_and_words_and_turned_page_by_page(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays.Take(1));
        var activity = await hearth.ActivityAsync(people);
        for (var i = 1; i <= 11; i++)
        {
            await hearth.AnswerAsync(activity, form => form.Said = $"Wish number {i}.");
            hearth.Clock.Forward(TimeSpan.FromMinutes(1));
        }
        hearth.Clock.MoveTo(new DateOnly(2027, 2, 1));
        await hearth.AnswerAsync(
            activity,
            form =>
            {
                WeCant(form);
                form.Said = "Bring back a CARETAKER, 100% of the time.";
            }
        );
        var anyone = hearth.Anyone();

        var first = await anyone.OpenAsync("/what-changed");
        Assert.Equal(10, first.All("article.hearth-said").Count);
        Assert.StartsWith("“Bring back a CARETAKER", Page.Words(first.All("blockquote")[0]), StringComparison.Ordinal);
        var second = await anyone.OpenAsync("/what-changed?page=2");
        Assert.Equal(["“Wish number 2.”", "“Wish number 1.”"], second.All("blockquote").Select(Page.Words));

        async Task<int> CountAsync(string query) => (await anyone.OpenAsync("/what-changed?" + query)).All("article.hearth-said").Count;
        Assert.Equal(1, await CountAsync("kind=cannot"));
        Assert.Equal(1, await CountAsync("year=2027"));
        Assert.Equal(1, await CountAsync("q=caretaker"));
        Assert.Equal(1, await CountAsync("q=100%25"));
        Assert.Equal(0, await CountAsync("q=1%25"));
        Assert.Equal(10, await CountAsync("kind=nonsense&year=-5&page=0"));
        Assert.Contains("No answer fits.", (await anyone.OpenAsync("/what-changed?q=unicorn")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_public_page_has_its_place_in_the_menu(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);

        var page = await hearth.Anyone().OpenAsync("/what-changed");

        Assert.Equal("What changed because of you", page.Heading);
        Assert.Equal("What changed", Page.Words(page.All(".hearth-site__nav a[aria-current=page]").Single()));
        Assert.Contains("There is no answer yet.", page.Text, StringComparison.Ordinal);
    }

    private static void WeCant(ReplyForm form)
    {
        form.Kind = ReplyKind.WeCant;
        form.Reason = "It would add £4.10 a week to everyone’s rent.";
        form.Instead = "Two caretakers visit twice a week.";
        form.DecidedBy = "Helen Okafor, head of housing";
        form.DecidedOn = new()
        {
            Day = "21",
            Month = "10",
            Year = "2026",
        };
    }
}
