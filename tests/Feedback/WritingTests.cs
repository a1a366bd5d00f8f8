// An officer writes an answer, sees how it reads, and publishes it; what may not be is refused by name.
using System.Net;
using Hearth.Feedback.Replies;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback.Tests;

public sealed class WritingTests
{
    private static Dictionary<string, string> WeDid(Guid activity) =>
        new(StringComparer.Ordinal)
        {
            ["Form.Title"] = "A text when repairs set off",
            ["Form.Said"] = "“I wait in all day for a repair and nobody comes.”",
            ["Form.Activities"] = activity.ToString(),
            ["Form.Kind"] = "WeDid",
            ["Form.Did"] = "You now get a text when the repairs team sets off.",
            ["Form.DidOn.Day"] = "1",
            ["Form.DidOn.Month"] = "9",
            ["Form.DidOn.Year"] = "2026",
        };

    [Theory, BothDatabases]
    public async Task From_a_finding_to_everyone_told(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var activity = await hearth.ActivityAsync(people);
        var officer = hearth.Staff();

        var form = await officer.OpenAsync($"/feedback/new?about={activity}&said=I%20wait%20in%20all%20day");
        Assert.Equal("I wait in all day", form.All("textarea[name='Form.Said']").Single().TextContent.Trim());
        Assert.NotNull(form.All($"input[name='Form.Activities'][value='{activity}'][checked]").Single());

        var preview = await officer.SubmitAsync(form, WeDid(activity), "Save and see how it reads");
        Assert.Equal("How it reads", preview.Heading);
        Assert.Contains("“I wait in all day for a repair and nobody comes.”", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("““", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Dear Ms Example", preview.Text, StringComparison.Ordinal);
        Assert.Empty(await hearth.MessagesAsync());

        var check = await officer.OpenAsync(preview.LinkTo("Check who is told"));
        Assert.Contains("4 people, each once, by the way they chose", check.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Text1 person", "E-mail1 person", "Letter1 person, in the next print run", "Telephone1 person, on the call list"],
            check.All(".govuk-summary-list__row").Select(Page.Words)
        );

        var published = await officer.SubmitAsync(check, button: "Publish and tell 4 people");
        Assert.Contains("Published. 4 people will be told, each once.", published.Text, StringComparison.Ordinal);
        Assert.Contains("0 told", published.Text, StringComparison.Ordinal);
        Assert.Contains(
            "http://localhost/what-changed/1",
            (await hearth.MessagesAsync()).Single(m => m.Channel == Messaging.Public.Channel.Email).Body,
            StringComparison.Ordinal
        );

        var board = await officer.OpenAsync("/feedback");
        Assert.Contains("0 of 4 told", Page.Words(board.All("[aria-labelledby=lane-telling]").Single()), StringComparison.Ordinal);
        foreach (var message in (await hearth.MessagesAsync()).Skip(1))
        {
            await hearth.EndAsync(message);
        }
        board = await officer.OpenAsync("/feedback");
        Assert.Contains("3 of 4 told", Page.Words(board.All("[aria-labelledby=lane-telling]").Single()), StringComparison.Ordinal);
        await hearth.EndAsync((await hearth.MessagesAsync())[0]);
        board = await officer.OpenAsync("/feedback");
        Assert.Contains("4 of 4 told", Page.Words(board.All("[aria-labelledby=lane-told]").Single()), StringComparison.Ordinal);
        Assert.Equal("100%", Page.Words(board.All(".hearth-fig .n").First()));

        var audit = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>()
                .Set<AuditLine>()
                .Where(l => l.SubjectKind == "reply")
                .OrderBy(l => l.Id)
                .Select(l => l.Action)
                .Distinct()
                .ToListAsync()
        );
        Assert.Superset(new HashSet<string> { "WriteReply", "PublishReply", "PlanTellings" }, audit.ToHashSet());
    }

    [Theory, BothDatabases]
    public async Task The_publish_button_pressed_twice_publishes_once(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var draft = await hearth.DraftAsync(await hearth.ActivityAsync(people));
        var officer = hearth.Staff();
        var check = await officer.OpenAsync($"/feedback/{draft}/publish");

        await officer.SubmitAsync(check, button: "Publish");
        var second = await officer.SubmitAsync(check, button: "Publish");

        Assert.Equal((HttpStatusCode.OK, $"/feedback/{draft}"), (second.Status, second.Path));
        Assert.Equal(4, (await hearth.MessagesAsync()).Count);
    }

    [Theory, BothDatabases]
    public async Task A_draft_is_saved_unfinished_and_says_what_is_missing_before_it_is_published(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var officer = hearth.Staff();
        var form = await officer.OpenAsync("/feedback/new");

        var refused = await officer.SubmitAsync(form, new Dictionary<string, string> { ["Form.Said"] = "Ring me back" });
        Assert.Equal(["Enter a short name for this answer"], refused.Errors);
        Assert.Equal("Ring me back", refused.All("textarea[name='Form.Said']").Single().TextContent.Trim());

        var preview = await officer.SubmitAsync(refused, new Dictionary<string, string> { ["Form.Title"] = "Ring back" });
        var check = await officer.OpenAsync(preview.LinkTo("Check who is told"));

        Assert.Equal(
            ["Choose what this answers: at least one survey or activity", "Choose ‘We did’, ‘We are doing’ or ‘We can’t’"],
            check.All(".hearth-notice li").Select(Page.Words)
        );
        Assert.DoesNotContain(check.All("main button"), b => Page.Words(b).StartsWith("Publish", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task We_cant_needs_the_reason_what_instead_and_who_decided(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var draft = await hearth.DraftAsync(await hearth.ActivityAsync(people), form => form.Kind = ReplyKind.WeCant);

        Assert.Equal(["NoReason", "NothingInstead", "NobodyDecided", "NoDay"], await hearth.PublishAsync(draft));
        Assert.Empty(await hearth.MessagesAsync());
    }

    [Theory, BothDatabases]
    public async Task While_people_can_still_answer_only_we_are_doing_may_be_published(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var open = await hearth.ActivityAsync(people, closedDaysAgo: null);

        var did = await hearth.DraftAsync(open);
        Assert.Equal(["StillOpen"], await hearth.PublishAsync(did));
        var check = await hearth.Staff().OpenAsync($"/feedback/{did}/publish");
        Assert.Contains("‘Repairs survey’ is still open.", check.Text, StringComparison.Ordinal);

        var doing = await hearth.DraftAsync(
            open,
            form =>
            {
                form.Kind = ReplyKind.WeAreDoing;
                form.Doing = "We have read the first answers.";
                form.DoingBy = new()
                {
                    Day = "20",
                    Month = "1",
                    Year = "2027",
                };
            }
        );
        Assert.Empty(await hearth.PublishAsync(doing));
        Assert.Equal(4, (await hearth.MessagesAsync()).Count);
    }

    [Theory, BothDatabases]
    public async Task No_more_can_have_said_it_than_took_part(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var activity = await hearth.ActivityAsync(people);
        var officer = hearth.Staff();
        var form = await officer.OpenAsync("/feedback/new");
        var fields = WeDid(activity);

        fields["Form.SaidBy"] = "5";
        var refused = await officer.SubmitAsync(form, fields);
        Assert.Equal(["How many people said it must be 4 or fewer: that is how many took part"], refused.Errors);

        fields["Form.SaidBy"] = "a few";
        refused = await officer.SubmitAsync(form, fields);
        Assert.Equal(["How many people said it must be a whole number, like 71"], refused.Errors);

        fields["Form.SaidBy"] = "4";
        Assert.Equal("How it reads", (await officer.SubmitAsync(form, fields)).Heading);
    }

    [Theory, BothDatabases]
    public async Task Bad_days_long_words_and_unknown_activities_are_named(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var activity = await hearth.ActivityAsync(Array.Empty<Guid>());
        var officer = hearth.Staff();
        var form = await officer.OpenAsync("/feedback/new");
        var fields = WeDid(activity);
        fields["Form.DidOn.Day"] = "31";
        fields["Form.Title"] = new string('a', 101);
        fields["Form.Activities"] = Guid.CreateVersion7().ToString();

        var refused = await officer.SubmitAsync(form, fields);

        Assert.Equal(
            [
                "The short name must be 100 characters or fewer",
                "Choose what this answers from the list",
                "The day it started must be a real date, like 27 3 2026",
            ],
            refused.Errors
        );
        Assert.Equal("31", refused.All("input[name='Form.DidOn.Day']").Single().GetAttribute("value"));
    }

    [Theory, BothDatabases]
    public async Task A_day_in_the_future_is_we_are_doing_and_not_we_did(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var draft = await hearth.DraftAsync(
            await hearth.ActivityAsync(people),
            form =>
                form.DidOn = new()
                {
                    Day = "13",
                    Month = "11",
                    Year = "2026",
                }
        );

        Assert.Equal(["DayInTheFuture"], await hearth.PublishAsync(draft));
        hearth.Clock.Forward(TimeSpan.FromDays(1));
        Assert.Empty(await hearth.PublishAsync(draft));
    }

    [Theory, BothDatabases]
    public async Task Two_officers_do_not_save_over_each_other(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var draft = await hearth.DraftAsync(await hearth.ActivityAsync(people));
        var (maya, tom) = (hearth.Staff(), hearth.Staff(name: "Tom Ashworth"));
        var hers = await maya.OpenAsync($"/feedback/{draft}/edit");
        var his = await tom.OpenAsync($"/feedback/{draft}/edit");

        await maya.SubmitAsync(hers, new Dictionary<string, string> { ["Form.Title"] = "Hers" });
        var refused = await tom.SubmitAsync(his, new Dictionary<string, string> { ["Form.Title"] = "His" });

        Assert.Equal(["Somebody else saved this since you opened it. Look at it again before you save"], refused.Errors);
        Assert.Equal(
            "Hers",
            await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Reply>().Select(r => r.Title).SingleAsync())
        );
    }

    [Theory, BothDatabases]
    public async Task A_text_fits_in_two_parts_whatever_was_written(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var activity = await hearth.ActivityAsync(people, new string('n', 90));
        await hearth.AnswerAsync(
            activity,
            form =>
            {
                form.Said = string.Join(' ', Enumerable.Repeat("nobody’s", 40));
                form.Did = string.Join(' ', Enumerable.Repeat("“ringing” –", 150));
            }
        );

        var text = (await hearth.MessagesAsync()).Single(m => m.Channel == Messaging.Public.Channel.Text).Body;

        Assert.InRange(text.Length, 200, 306);
        Assert.EndsWith("... More: https://tell.ousebridge.example/what-changed/1", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => c > 127);
    }
}
