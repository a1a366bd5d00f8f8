// A landlord with an activity that has closed, people who took part, and the ways to publish and to let messages end.
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Publish;
using Hearth.Feedback.Replies.Write;
using Hearth.Feedback.Tellings;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback.Tests;

/// <summary>A message as the outbox holds it.</summary>
internal sealed record Sent(
    Guid Id,
    string Key,
    Guid? PersonId,
    Channel Channel,
    string ToAddress,
    string Subject,
    string Body,
    MessageStatus Status,
    string Language,
    string? English
);

internal static class World
{
    public static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["Landlord:TellAddress"] = "tell.ousebridge.example",
        ["Landlord:Phone"] = "01632 960 140",
    };

    public static Task<HearthApp> StartAsync(DatabaseKind kind) => HearthApp.StartAsync(kind, Settings);

    /// <summary>Four people, each with a way of their own: e-mail, text, letter, telephone.</summary>
    public static NewTenant[] FourWays =>
        [
            new()
            {
                GivenName = "Kasia",
                FamilyName = "Nowak",
                Email = "kasia@tenant.example",
                Phone = "+447700900001",
            },
            new()
            {
                GivenName = "Sam",
                FamilyName = "Reed",
                Phone = "+447700900002",
                Prefers = ContactWay.Text,
            },
            new()
            {
                GivenName = "Olive",
                FamilyName = "Marsh",
                Prefers = ContactWay.Post,
            },
            new()
            {
                GivenName = "Tariq",
                FamilyName = "Aziz",
                Phone = "+447700900004",
                Prefers = ContactWay.Telephone,
            },
        ];

    /// <summary>Puts an activity into the loop that these people took part in.</summary>
    public static Task<Guid> ActivityAsync(
        this HearthApp hearth,
        IEnumerable<Guid> people,
        string title = "Repairs survey",
        int? closedDaysAgo = 10,
        int tellWithin = 28
    ) =>
        hearth.InScopeAsync(async services =>
        {
            var ledger = services.GetRequiredService<LoopLedger>();
            var time = services.GetRequiredService<TimeProvider>();
            var id = Guid.CreateVersion7();
            var closed = closedDaysAgo is { } days ? time.Today().AddDays(-days) : (DateOnly?)null;
            var thing = await ledger.PlaceAsync("survey", id, title, $"/surveys/{id}", time.Today().AddDays(-60));
            thing.ClosedOn = closed;
            thing.TellBy = closed?.AddDays(tellWithin);
            foreach (var person in people)
            {
                ledger.TookPart(id, person, null, "Online", time.GetUtcNow().AddDays(-20));
            }
            services.GetRequiredService<AuditTrail>().Write("CloseSurvey", "survey", id);
            await services.GetRequiredService<HearthDb>().SaveChangesAsync();
            return id;
        });

    public static async Task<Guid> ActivityAsync(
        this HearthApp hearth,
        IEnumerable<MovedIn> people,
        string title = "Repairs survey",
        int? closedDaysAgo = 10
    ) => await hearth.ActivityAsync(people.Select(p => p.PersonId), title, closedDaysAgo);

    /// <summary>A complete draft.</summary>
    public static Task<Guid> DraftAsync(this HearthApp hearth, Guid activity, Action<ReplyForm>? change = null) =>
        hearth.InScopeAsync(async services =>
        {
            var form = new ReplyForm
            {
                Title = "A text when repairs set off",
                Said = "I wait in all day for a repair and nobody comes.",
                Activities = [activity],
                Kind = ReplyKind.WeDid,
                Did = "You now get a text when the repairs team sets off.",
                DidOn = new()
                {
                    Day = "1",
                    Month = "9",
                    Year = "2026",
                },
            };
            change?.Invoke(form);
            var written = await services.GetRequiredService<WriteReply>().NewAsync(form, default);
            Assert.Empty(written.Refusals);
            return written.Reply!.Id;
        });

    public static Task<IReadOnlyList<string>> PublishAsync(this HearthApp hearth, Guid reply) =>
        hearth.InScopeAsync<IReadOnlyList<string>>(async services =>
            [.. (await services.GetRequiredService<PublishReply>().DoAsync(reply, null, default)).Select(r => r.GetType().Name)]
        );

    /// <summary>Writes and publishes an answer to this activity.</summary>
    public static async Task<Guid> AnswerAsync(this HearthApp hearth, Guid activity, Action<ReplyForm>? change = null)
    {
        var reply = await hearth.DraftAsync(activity, change);
        Assert.Empty(await hearth.PublishAsync(reply));
        return reply;
    }

    public static Task<IReadOnlyList<Sent>> MessagesAsync(this HearthApp hearth) =>
        hearth.InScopeAsync<IReadOnlyList<Sent>>(async services =>
        {
            var rows = await services
                .GetRequiredService<HearthDb>()
                .Database.SqlQueryRaw<Row>(
                    """
                    SELECT "Id", "Key", "PersonId", "Channel", "ToAddress", "Subject", "Body", "Status", "Language", "English" FROM messaging_message
                    """
                )
                .ToListAsync();
            return
            [
                .. rows.OrderBy(r => r.Id)
                    .Select(r => new Sent(
                        r.Id,
                        r.Key,
                        r.PersonId,
                        Enum.Parse<Channel>(r.Channel),
                        r.ToAddress,
                        r.Subject,
                        r.Body,
                        Enum.Parse<MessageStatus>(r.Status),
                        r.Language,
                        r.English
                    )),
            ];
        });

    /// <summary>The message has come to its end: every module is told, in one unit of work.</summary>
    public static Task EndAsync(this HearthApp hearth, Sent message, MessageStatus status = MessageStatus.Sent, Guid? about = null) =>
        hearth.InScopeAsync(async services =>
        {
            var outcome = new MessageOutcome(
                message.Id,
                message.Key,
                TellParticipants.Purpose,
                about ?? Guid.ParseExact(message.Key.Split('/')[1], "N"),
                message.PersonId,
                message.Channel,
                status,
                services.GetRequiredService<TimeProvider>().GetUtcNow(),
                null
            );
            foreach (var handler in services.GetServices<IMessageOutcomes>())
            {
                await handler.OnOutcomeAsync(outcome, default);
            }
            var db = services.GetRequiredService<HearthDb>();
            await db.Database.ExecuteSqlAsync($"""UPDATE messaging_message SET "Status" = {status.ToString()} WHERE "Id" = {message.Id}""");
            await db.SaveChangesAsync();
        });

    public static Task<IReadOnlyList<Telling>> TellingsAsync(this HearthApp hearth) =>
        hearth.InScopeAsync<IReadOnlyList<Telling>>(async services =>
            await services.GetRequiredService<LoopLedger>().Tellings.ToListAsync()
        );

    public static Task RunJobAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(services => services.GetServices<IJob>().Single(j => j.Name == "feedback-tell").RunAsync(default));

    public static Task<int> NumberOfAsync(this HearthApp hearth, Guid reply) =>
        hearth.InScopeAsync(services =>
            services.GetRequiredService<HearthDb>().Set<Reply>().Where(r => r.Id == reply).Select(r => r.Number).SingleAsync()
        );

    private sealed record Row(
        Guid Id,
        string Key,
        Guid? PersonId,
        string Channel,
        string ToAddress,
        string Subject,
        string Body,
        string Status,
        string Language,
        string? English
    );
}
