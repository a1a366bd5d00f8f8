// Everyone who took part is told, once, by their own way.
using Hearth.Feedback.Replies;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback.Tests;

public sealed class TellingTests
{
    [Theory, BothDatabases]
    public async Task Publishing_tells_everyone_once_each_by_their_own_way(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var reply = await hearth.AnswerAsync(await hearth.ActivityAsync(people));

        var messages = await hearth.MessagesAsync();

        Assert.Equal(
            [
                (people[0].PersonId, Channel.Email),
                (people[1].PersonId, Channel.Text),
                (people[2].PersonId, Channel.Letter),
                (people[3].PersonId, Channel.Telephone),
            ],
            messages.Select(m => (m.PersonId!.Value, m.Channel)).OrderBy(m => people.Select(p => p.PersonId).ToList().IndexOf(m.Item1))
        );
        var email = messages.Single(m => m.Channel == Channel.Email);
        Assert.Equal("kasia@tenant.example", email.ToAddress);
        Assert.Equal("You said, we did: A text when repairs set off", email.Subject);
        Assert.StartsWith("Dear Kasia Nowak\n\nThank you for taking part in ‘Repairs survey’.", email.Body, StringComparison.Ordinal);
        Assert.Contains("https://tell.ousebridge.example/what-changed/1", email.Body, StringComparison.Ordinal);
        // a letter's sheet greets and signs by itself; its address is short enough to type
        var letter = messages.Single(m => m.Channel == Channel.Letter).Body;
        Assert.StartsWith("Thank you for taking part", letter, StringComparison.Ordinal);
        Assert.Contains("at tell.ousebridge.example/what-changed/1", letter, StringComparison.Ordinal);
        Assert.Contains("Ask for Tariq Aziz.", messages.Single(m => m.Channel == Channel.Telephone).Body, StringComparison.Ordinal);
        Assert.Contains(
            "Hello. I am ringing from Ousebridge Homes.",
            messages.Single(m => m.Channel == Channel.Telephone).Body,
            StringComparison.Ordinal
        );
        Assert.All(await hearth.TellingsAsync(), t => Assert.Equal((reply, (DateTimeOffset?)null), (t.ReplyId, t.ToldAt)));
    }

    [Theory, BothDatabases]
    public async Task An_answer_goes_only_where_it_is_safe_and_says_nothing_there(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var officer = hearth.Staff();
        List<KeyValuePair<string, string>> flags = [new("Never", "Email"), new("Mind", "Discreet")];
        await officer.SubmitAsync(await officer.OpenAsync($"/people/{people[0].PersonId}/safe"), flags, "Save");
        await hearth.AnswerAsync(await hearth.ActivityAsync(people));
        await hearth.InScopeAsync(s => s.GetServices<IJob>().Single(job => job.Name == "send-messages").RunAsync(CancellationToken.None));

        var hers = (await hearth.MessagesAsync()).Where(m => m.PersonId == people[0].PersonId).ToList();

        Assert.DoesNotContain(hers, m => m.Channel == Channel.Email);
        Assert.All(hers, m => Assert.Equal("A message from Ousebridge Homes", m.Subject));
        Assert.All(hers, m => Assert.DoesNotContain("repairs", m.Body, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(
            (await hearth.MessagesAsync()).Where(m => m.PersonId != people[0].PersonId),
            m => m.Body.Contains("Repairs", StringComparison.Ordinal)
        );
    }

    [Theory, BothDatabases]
    public async Task Everybody_is_told_in_the_language_on_record_and_the_answer_stays_as_it_was_written(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync([.. World.FourWays.Select(tenant => tenant with { Language = "ur" })]);
        await hearth.AnswerAsync(await hearth.ActivityAsync(people));

        var messages = await hearth.MessagesAsync();

        var email = messages.Single(m => m.Channel == Channel.Email);
        Assert.StartsWith("آپ نے کہا، ہم نے کیا:", email.Subject, StringComparison.Ordinal);
        Assert.Contains("آگے ہماری بات انگریزی میں ہے", email.Body, StringComparison.Ordinal);
        Assert.Contains("https://tell.ousebridge.example/what-changed/1?lang=ur", email.Body, StringComparison.Ordinal);
        var text = messages.Single(m => m.Channel == Channel.Text).Body;
        Assert.StartsWith("از Ousebridge Homes: آپ نے", text, StringComparison.Ordinal);
        Assert.InRange(TextParts.Of(text).Parts, 2, 4);
        Assert.EndsWith("https://tell.ousebridge.example/what-changed/1?lang=ur", text, StringComparison.Ordinal);
        // from paper it is typed; a colleague reads out English
        Assert.Contains(
            "tell.ousebridge.example/what-changed/1",
            messages.Single(m => m.Channel == Channel.Letter).Body,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("?lang", messages.Single(m => m.Channel == Channel.Letter).Body, StringComparison.Ordinal);
        Assert.Contains("Ask for Tariq Aziz.", messages.Single(m => m.Channel == Channel.Telephone).Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_person_who_took_part_in_two_activities_gets_one_message_and_counts_as_told_in_both(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var survey = await hearth.ActivityAsync(people.Take(2));
        var forum = await hearth.ActivityAsync(people.Skip(1), "Tenants’ forum");
        await hearth.AnswerAsync(survey, form => form.Activities.Add(forum));

        var messages = await hearth.MessagesAsync();
        Assert.Equal(4, messages.Count);
        foreach (var message in messages)
        {
            await hearth.EndAsync(message);
        }

        var counts = await hearth.InScopeAsync(s => s.GetRequiredService<LoopLedger>().ToldCountsAsync());
        Assert.Equal((2, 2, 0), (counts[survey].Took, counts[survey].Told, counts[survey].Waiting));
        Assert.Equal((3, 3, 0), (counts[forum].Took, counts[forum].Told, counts[forum].Waiting));
    }

    [Theory, BothDatabases]
    public async Task Who_wants_to_be_told_face_to_face_stands_on_the_call_list(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(
            new NewTenant
            {
                Prefers = ContactWay.FaceToFace,
                Phone = "+447700900009",
                Email = "a@tenant.example",
            }
        );
        await hearth.AnswerAsync(await hearth.ActivityAsync(people));

        var call = Assert.Single(await hearth.MessagesAsync());
        Assert.Equal(Channel.Telephone, call.Channel);
        Assert.StartsWith("This person asked to be told face to face.", call.Body, StringComparison.Ordinal);
        Assert.Equal("FaceToFace", Assert.Single(await hearth.TellingsAsync()).Channel);
    }

    [Theory, BothDatabases]
    public async Task Publishing_twice_tells_nobody_twice(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var reply = await hearth.AnswerAsync(await hearth.ActivityAsync(people));

        Assert.Equal([nameof(AlreadyPublished)], await hearth.PublishAsync(reply));
        await hearth.RunJobAsync();
        await hearth.RunJobAsync();

        Assert.Equal(4, (await hearth.MessagesAsync()).Count);
        Assert.Equal(4, (await hearth.TellingsAsync()).Count);
    }

    [Theory, BothDatabases]
    public async Task Two_officers_who_publish_at_once_tell_everyone_once(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var draft = await hearth.DraftAsync(await hearth.ActivityAsync(people));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => hearth.PublishAsync(draft), TestContext.Current.CancellationToken))
        );

        Assert.Single(answers, a => a.Count == 0);
        Assert.Equal(4, (await hearth.MessagesAsync()).Count);
    }

    [Theory, BothDatabases]
    public async Task A_publication_cut_off_in_the_middle_is_finished_by_the_job(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(Enumerable.Range(1, 900).Select(i => new NewTenant { Email = $"t{i}@tenant.example" }));
        var activity = await hearth.ActivityAsync(people);
        var draft = await hearth.DraftAsync(activity);
        // the power goes at the second batch
        await using (var scope = hearth.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<HearthDb>();
            var batches = 0;
            db.SavingChanges += (_, _) =>
            {
                if (db.ChangeTracker.Entries<Telling>().Any() && ++batches == 2)
                {
                    throw new IOException("the power went");
                }
            };
            await Assert.ThrowsAsync<IOException>(() =>
                scope
                    .ServiceProvider.GetRequiredService<Replies.Publish.PublishReply>()
                    .DoAsync(draft, null, TestContext.Current.CancellationToken)
            );
        }
        var before = await hearth.MessagesAsync();
        Assert.InRange(before.Count, 1, 899);
        Assert.Equal(before.Count, (await hearth.TellingsAsync()).Count);

        await hearth.RunJobAsync();

        var after = await hearth.MessagesAsync();
        Assert.Equal(900, after.Select(m => m.PersonId).Distinct().Count());
        Assert.Equal(900, after.Count);
        Assert.NotNull(
            await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Reply>().Select(r => r.PlannedAt).SingleAsync())
        );
    }

    [Theory, BothDatabases]
    public async Task An_e_mail_that_comes_back_is_followed_by_a_text_then_a_letter_then_a_call_and_no_more(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(new NewTenant { Email = "gone@tenant.example", Phone = "+447700900001" });
        await hearth.AnswerAsync(await hearth.ActivityAsync(people));

        var tried = new List<Channel>();
        while ((await hearth.MessagesAsync()).FirstOrDefault(m => !tried.Contains(m.Channel)) is { } next)
        {
            tried.Add(next.Channel);
            await hearth.EndAsync(next, MessageStatus.Failed);
        }

        Assert.Equal([Channel.Email, Channel.Text, Channel.Letter, Channel.Telephone], tried);
        Assert.Equal(4, (await hearth.MessagesAsync()).Count);
        var telling = Assert.Single(await hearth.TellingsAsync());
        Assert.Equal((null, "Nobody was reached by telephone"), (telling.ToldAt, telling.CameBack));
    }

    [Theory, BothDatabases]
    public async Task A_letter_that_comes_back_after_it_was_posted_has_told_nobody(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(new NewTenant { Prefers = ContactWay.Post, Phone = "+441632960555" });
        await hearth.AnswerAsync(await hearth.ActivityAsync(people));
        var letter = Assert.Single(await hearth.MessagesAsync());

        await hearth.EndAsync(letter);
        Assert.NotNull((await hearth.TellingsAsync())[0].ToldAt);
        await hearth.EndAsync(letter, MessageStatus.Failed);

        var telling = Assert.Single(await hearth.TellingsAsync());
        Assert.Equal((null, "The letter came back", "Telephone"), (telling.ToldAt, telling.CameBack, telling.Channel));
        Assert.Equal([Channel.Letter, Channel.Telephone], (await hearth.MessagesAsync()).Select(m => m.Channel));
    }

    [Theory, BothDatabases]
    public async Task No_letter_goes_to_a_home_the_tenant_has_left(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var gone = hearth.Clock.Today().AddDays(-3);
        var people = await hearth.MoveInAsync(
            new NewTenant { Prefers = ContactWay.Post, Left = gone },
            new NewTenant
            {
                Prefers = ContactWay.Post,
                Left = gone,
                Email = "moved@tenant.example",
            },
            new NewTenant { Prefers = ContactWay.Post, Left = hearth.Clock.Today().AddDays(30) }
        );
        await hearth.AnswerAsync(await hearth.ActivityAsync(people));

        Assert.Equal(
            [(people[1].PersonId, Channel.Email), (people[2].PersonId, Channel.Letter)],
            (await hearth.MessagesAsync()).Select(m => (m.PersonId!.Value, m.Channel)).OrderBy(m => m.Item2)
        );
    }

    [Theory, BothDatabases]
    public async Task Who_refuses_or_cannot_be_reached_gets_no_message(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(
            new NewTenant { Email = "no@tenant.example", Refuses = [MessageKind.Feedback] },
            new NewTenant { Email = "never@tenant.example", DoNotContact = true },
            new NewTenant { Email = "yes@tenant.example", Refuses = [MessageKind.News] }
        );
        await hearth.AnswerAsync(await hearth.ActivityAsync([.. people.Select(p => p.PersonId), Guid.CreateVersion7()]));

        Assert.Equal("yes@tenant.example", Assert.Single(await hearth.MessagesAsync()).ToAddress);
    }

    [Theory, BothDatabases]
    public async Task Consent_withdrawn_before_the_message_went_stops_it_and_nobody_is_overdue_for_it(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var activity = await hearth.ActivityAsync(people);
        await hearth.AnswerAsync(activity);
        await hearth.RefuseAsync(people[2].PersonId, MessageKind.Feedback);

        await hearth.RunJobAsync();

        Assert.Equal(MessageStatus.Cancelled, (await hearth.MessagesAsync()).Single(m => m.Channel == Channel.Letter).Status);
        hearth.Clock.Forward(TimeSpan.FromDays(60));
        var glance = await hearth.InScopeAsync(s => s.GetRequiredService<Public.ToldSummary>().ReadAsync());
        Assert.Equal((4, 3, 1), (glance.Count.Took, glance.Overdue, glance.Count.Excused));
    }

    [Theory, BothDatabases]
    public async Task Who_takes_part_after_an_interim_answer_is_told_it_too(DatabaseKind kind)
    {
        await using var hearth = await World.StartAsync(kind);
        var people = await hearth.MoveInAsync(World.FourWays);
        var open = await hearth.ActivityAsync(people.Take(1), closedDaysAgo: null);
        await hearth.AnswerAsync(
            open,
            form =>
            {
                form.Kind = ReplyKind.WeAreDoing;
                form.Doing = "We have counted the first answers.";
                form.DoingBy = new()
                {
                    Day = "20",
                    Month = "1",
                    Year = "2027",
                };
            }
        );
        Assert.Single(await hearth.MessagesAsync());
        await hearth.InScopeAsync(async services =>
        {
            services.GetRequiredService<LoopLedger>().TookPart(open, people[1].PersonId, null, "Online", hearth.Clock.GetUtcNow());
            services.GetRequiredService<AuditTrail>().Write("TakeAnswer", "survey", open);
            await services.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        await hearth.RunJobAsync();

        Assert.Equal(2, (await hearth.MessagesAsync()).Select(m => m.PersonId).Distinct().Count());
    }
}
