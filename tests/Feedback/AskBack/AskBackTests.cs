// After a “we did”, those who spoke are asked whether it was; their answer stands beside the claim.
using Hearth.Feedback.AskBack;
using Hearth.Feedback.Replies;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback.Tests.AskBack;

public sealed class AskBackTests
{
    [Theory, BothDatabases]
    public async Task Whoever_was_told_is_asked_once_four_weeks_later_by_their_own_way(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var reply = await hearth.ToldAsync(people);
        // Olive's letter came back: she does not know the answer, so she is not asked about it
        await hearth.EndAsync((await hearth.MessagesAsync()).Single(m => m.Channel == Channel.Letter), MessageStatus.Failed);

        hearth.Clock.Forward(TimeSpan.FromDays(27));
        await hearth.AskBackAsync();
        Assert.Empty(await hearth.QuestionsAsync());

        hearth.Clock.Forward(TimeSpan.FromDays(2));
        await hearth.AskBackAsync();
        await hearth.AskBackAsync();

        var asked = await hearth.QuestionsAsync();
        Assert.Equal(
            new HashSet<(Guid?, Channel)>
            {
                (people[0].PersonId, Channel.Email),
                (people[1].PersonId, Channel.Text),
                (people[3].PersonId, Channel.Telephone),
            },
            asked.Select(m => (m.PersonId, m.Channel)).ToHashSet()
        );
        Assert.Equal(3, asked.Count);
        var email = asked.Single(m => m.Channel == Channel.Email);
        Assert.Equal("Was it done? A text when repairs set off", email.Subject);
        Assert.Contains("Has this happened where you live?", email.Body, StringComparison.Ordinal);
        Assert.Matches(@"https://tell\.ousebridge\.example/was-it-done/[2-9C-Y]{12}\b", email.Body);
        var text = asked.Single(m => m.Channel == Channel.Text).Body;
        Assert.InRange(text.Length, 1, 306);
        Assert.Matches(@"/was-it-done/[2-9C-Y]{12}$", text);
        Assert.Contains(
            "Yes, partly, no, or can’t you tell?",
            asked.Single(m => m.Channel == Channel.Telephone).Body,
            StringComparison.Ordinal
        );
        _ = reply;
    }

    [Theory, BothDatabases]
    public async Task A_letter_carries_a_code_that_can_be_typed_with_spaces_and_small_letters(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays[2]);
        await hearth.ToldAsync(people);
        await hearth.AskFourWeeksLaterAsync();
        var code = await hearth.CodeOfAsync(people[0].PersonId);
        var olive = hearth.Anyone();

        var page = await olive.OpenAsync("/was-it-done");
        var question = await olive.SubmitAsync(page, new { Code = TypedCode.Shown(code).ToLowerInvariant() }, "Continue");

        Assert.Equal($"/was-it-done/{code}", question.Path);
        Assert.Contains("Has this happened where you live?", question.Text, StringComparison.Ordinal);
        var letter = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>()
                .Database.SqlQueryRaw<string>("""SELECT "Code" AS "Value" FROM messaging_message WHERE "Purpose" = 'was-it-done'""")
                .SingleAsync()
        );
        Assert.Contains(TypedCode.Shown(code), letter, StringComparison.Ordinal);
        Assert.Contains("tell.ousebridge.example/was-it-done", letter, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_wrong_code_opens_nothing_and_says_so(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var anyone = hearth.Anyone();

        var typed = await anyone.SubmitAsync(await anyone.OpenAsync("/was-it-done"), new { Code = "7K4M 2QXR 9PDT" }, "Continue");
        Assert.Equal(["We do not know that code. Check it and try again"], typed.Errors);
        var empty = await anyone.SubmitAsync(await anyone.OpenAsync("/was-it-done"), new { Code = " " }, "Continue");
        Assert.Equal(["Enter your code"], empty.Errors);
        Assert.Contains(
            "We do not know that code",
            (await anyone.OpenAsync("/was-it-done/%3Cscript%3E/more")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task An_answer_counts_at_once_may_be_changed_and_words_may_be_added(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays[0]);
        await hearth.ToldAsync(people);
        await hearth.AskFourWeeksLaterAsync();
        var code = await hearth.CodeOfAsync(people[0].PersonId);
        var kasia = hearth.Anyone();

        var question = await kasia.OpenAsync($"/was-it-done/{code}");
        Assert.Contains("I wait in all day for a repair and nobody comes.", question.Text, StringComparison.Ordinal);
        var nothing = await kasia.SubmitAsync(question, new { }, "Send my answer");
        Assert.Equal(["Choose one answer"], nothing.Errors);
        var more = await kasia.SubmitAsync(question, new { Answer = "Yes" }, "Send my answer");
        Assert.Equal("Yes", (await hearth.AskedAsync()).Single().Answer.ToString());

        var changed = await kasia.SubmitAsync(await kasia.OpenAsync($"/was-it-done/{code}"), new { Answer = "Partly" }, "Send my answer");
        var tooLong = await kasia.SubmitAsync(changed, new { Words = new string('w', 1001), RingMe = "true" }, "Finish");
        Assert.Equal(["What you tell us must be 1,000 characters or fewer"], tooLong.Errors);
        var thanks = await kasia.SubmitAsync(changed, new { Words = "Only the first time.", RingMe = "true" }, "Finish");

        Assert.Equal($"/was-it-done/{code}/thanks", thanks.Path);
        var held = Assert.Single(await hearth.AskedAsync());
        Assert.Equal((WasDone.Partly, "Only the first time.", true), (held.Answer!.Value, held.Words, held.RingMe));
        _ = more;
    }

    [Theory, BothDatabases]
    public async Task What_people_say_stands_beside_the_claim_from_ten_answers_on(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(Enumerable.Range(1, 12).Select(i => new NewTenant { Email = $"t{i}@tenant.example" }));
        await hearth.ToldAsync(people);
        await hearth.AskFourWeeksLaterAsync();
        foreach (var person in people.Take(9))
        {
            await hearth.SayAsync(person.PersonId, "Yes");
        }

        var nine = await hearth.Anyone().OpenAsync("/what-changed/1");
        Assert.Contains("When ten have answered", nine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("say yes, it is done", nine.Text, StringComparison.Ordinal);

        await hearth.SayAsync(people[9].PersonId, "No");
        var ten = await hearth.Anyone().OpenAsync("/what-changed/1");
        Assert.Contains("9 of the 10 people who answered say yes, it is done", ten.Text, StringComparison.Ordinal);
        Assert.Contains("We asked 12 people who spoke", ten.Text, StringComparison.Ordinal);
        hearth.Clock.Forward(TimeSpan.FromSeconds(20));
        Assert.Contains("9 of the 10 people", (await hearth.Anyone().OpenAsync("/what-changed")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_answer_that_tenants_doubt_comes_back_to_the_board_and_whoever_asked_is_rung(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(
            Enumerable
                .Range(1, 12)
                .Select(i => new NewTenant
                {
                    GivenName = $"Tenant{i}",
                    Email = $"t{i}@tenant.example",
                    Phone = $"+447700900{i:000}",
                })
        );
        var reply = await hearth.ToldAsync(people);
        await hearth.AskFourWeeksLaterAsync();
        for (var i = 0; i < 12; i++)
        {
            await hearth.SayAsync(people[i].PersonId, i < 6 ? "Yes" : "No", i == 7 ? "Still waiting in." : null, ring: i == 8);
        }

        var officer = hearth.Staff();
        Assert.Contains("Look again", (await officer.OpenAsync("/feedback")).Text, StringComparison.Ordinal);
        var page = await officer.OpenAsync($"/feedback/{reply}/was-it-done");
        Assert.Contains("Tenants doubt it", page.Text, StringComparison.Ordinal);
        Assert.Contains("“Still waiting in.”", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tenant9", page.Text, StringComparison.Ordinal);
        // who only wrote, and did not ask to be rung, is not named
        Assert.DoesNotContain("Tenant8", page.Text, StringComparison.Ordinal);
        var rung = await officer.SubmitAsync(page, new { }, "Rung Tenant9");
        Assert.Contains("Marked as rung.", rung.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tenant9", rung.Text, StringComparison.Ordinal);
        Assert.Equal(
            System.Net.HttpStatusCode.Forbidden,
            (await hearth.Staff(Role.Councillor).OpenAsync($"/feedback/{reply}/was-it-done")).Status
        );
    }

    [Theory, BothDatabases]
    public async Task An_officer_may_ask_at_once_and_nobody_is_asked_about_what_was_taken_back(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var reply = await hearth.ToldAsync(people);
        var officer = hearth.Staff();

        var page = await officer.OpenAsync($"/feedback/{reply}/was-it-done");
        var asked = await officer.SubmitAsync(page, new { }, "Ask now: 4 people");
        Assert.Contains("4 people asked, 0 answered.", asked.Text, StringComparison.Ordinal);
        Assert.Equal(4, (await hearth.QuestionsAsync()).Count);

        var code = await hearth.CodeOfAsync(people[0].PersonId);
        await officer.SubmitAsync(
            await officer.OpenAsync($"/feedback/{reply}/correct"),
            new { How = "back", Words = "It was not so." },
            "Publish the correction"
        );
        Assert.All(await hearth.QuestionsAsync(), m => Assert.Equal(MessageStatus.Cancelled, m.Status));
        Assert.Contains(
            "We took this answer back.",
            (await hearth.Anyone().OpenAsync($"/was-it-done/{code}")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_promise_and_a_no_are_not_asked_about(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays[0]);
        await hearth.ToldAsync(
            people,
            form =>
            {
                form.Kind = ReplyKind.WeAreDoing;
                form.Doing = "We are buying the system.";
                form.DoingBy = new()
                {
                    Day = "1",
                    Month = "12",
                    Year = "2026",
                };
            }
        );

        await hearth.AskFourWeeksLaterAsync();

        Assert.Empty(await hearth.QuestionsAsync());
    }

    [Theory, BothDatabases]
    public async Task A_person_who_is_forgotten_stays_counted_and_their_link_opens_nothing(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays[0]);
        await hearth.ToldAsync(people);
        await hearth.AskFourWeeksLaterAsync();
        await hearth.SayAsync(people[0].PersonId, "No", "Ring Kasia.", ring: true);
        var code = await hearth.CodeOfAsync(people[0].PersonId);
        var held = await hearth.InScopeAsync(async s =>
            (
                await s.GetServices<IPersonalData>()
                    .Single(p => p.Covers.Contains(typeof(AskedBack)))
                    .HeldOnAsync(people[0].PersonId, default)
            ).Single()
        );
        Assert.Contains(
            "A text when repairs set off: No, it is not done. “Ring Kasia.”. Wants to be rung",
            held.Value,
            StringComparison.Ordinal
        );

        await hearth.InScopeAsync(async s =>
        {
            await s.GetServices<IPersonalData>().Single(p => p.Covers.Contains(typeof(AskedBack))).ForgetAsync(people[0].PersonId, default);
            s.GetRequiredService<AuditTrail>().Write("ErasePerson", "person");
            await s.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        var left = Assert.Single(await hearth.AskedAsync());
        Assert.Equal((null, WasDone.No, null, false), (left.PersonId, left.Answer!.Value, left.Words, left.RingMe));
        Assert.Contains(
            "We do not know that code",
            (await hearth.Anyone().OpenAsync($"/was-it-done/{code}")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(6, 4, 0, 0, true)]
    [InlineData(7, 3, 0, 0, false)]
    [InlineData(4, 1, 1, 4, false)]
    [InlineData(3, 1, 1, 5, true)]
    [InlineData(0, 0, 9, 0, false)]
    public void Fewer_than_two_in_three_of_those_who_can_tell_is_a_doubt_from_ten_answers_on(
        int yes,
        int partly,
        int no,
        int cannot,
        bool doubted
    ) => Assert.Equal(doubted, new DoneCounts(20, yes, partly, no, cannot).Doubted);
}
