// How many finished responses a second are taken in durably, through the product's own path and over HTTP, beside bare inserts in the same rounds.
using Hearth.Bench.Measuring;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Answering.CheckAnswers;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Bench.Answers;

internal static class IntakeMeasure
{
    private const int Connections = 16;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    public static async Task<IReadOnlyList<Figure>> RunAsync(DatabaseKind kind, int rounds)
    {
        await using var hearth = await Started.OnAsync(kind);
        await using var raw = await RawInserts.OpenAsync(kind, Connections);
        var asked = await AskedHomes.OpenAsync(hearth, homes: 20_000 * (rounds + 2), answered: false);
        using var http = Started.Client(hearth);
        var (bare, alone, product, overHttp, waits, sends) = (Empty(), Empty(), Empty(), Empty(), Empty(), Empty());
        var acknowledged = 0;
        for (var round = -2; round < rounds; round++)
        {
            var one = await BareAsync(raw, asked, 1);
            var many = await BareAsync(raw, asked, Connections);
            var ours = await ProductAsync(hearth, asked);
            var web = await new Submitting(http, asked).RunAsync(Connections, Length);
            acknowledged += ours.Count + web.Visits.Count;
            if (round < 0)
            {
                // the first rounds only warm up
                continue;
            }
            alone.Add(one.PerSecond);
            bare.Add(many.PerSecond);
            product.Add(ours.PerSecond);
            waits.Add(ours.Percentile(0.95));
            overHttp.Add(web.Visits.PerSecond);
            sends.Add(web.SendMilliseconds);
        }
        var held = await asked.HeldAsync(hearth);
        if (held != acknowledged)
        {
            throw new InvalidOperationException($"{acknowledged} responses were acknowledged, {held} are in the database.");
        }
        const string Measure = "intake: finished responses at 16 connections, each acknowledged after its commit";
        var name = Report.Name(kind);
        return
        [
            new(Measure, name, "bare insert, one a transaction, 16 connections", "/s", bare),
            new(Measure, name, "bare insert, one a transaction, 1 connection", "/s", alone),
            new Figure(Measure, name, "response taken in", "/s", product).Beside("bare insert, 16 connections", bare, 0.5),
            new(Measure, name, "response taken in, 95 of 100 within", "ms", waits),
            new Figure(Measure, name, "over HTTP: page opened and answers sent", "/s", overHttp).Beside(
                "bare insert, 16 connections",
                bare
            ),
            new(Measure, name, "over HTTP: sending, 95 of 100 within", "ms", sends),
        ];
    }

    private static List<double> Empty() => [];

    private static Task<Burst> BareAsync(RawInserts raw, AskedHomes asked, int connections)
    {
        var answers = AskedHomes.Answers(asked.Questions, new Random(2));
        var now = TimeProvider.System.GetUtcNow();
        return Burst.RunAsync(
            connections,
            Length,
            async connection =>
            {
                var like = asked.Invitations[connection];
                var response = Response.To(like, ResponseChannel.Online, now, answers, asked.Questions);
                (response.InvitationId, response.HouseholdId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
                await raw.RunAsync(connection, response);
                return true;
            }
        );
    }

    private static Task<Burst> ProductAsync(HearthApp hearth, AskedHomes asked)
    {
        var answers = AskedHomes.Answers(asked.Questions, new Random(2));
        return Burst.RunAsync(
            Connections,
            Length,
            async _ =>
            {
                if (asked.Next() is not { } invitation)
                {
                    return false;
                }
                await using var scope = hearth.Services.CreateAsyncScope();
                var visit = new Visit(asked.Survey, asked.Questions, invitation, DoorState.Open) { Sheet = answers };
                var sent = await scope
                    .ServiceProvider.GetRequiredService<SendAnswers>()
                    .RunAsync(visit, Guid.CreateVersion7(), CancellationToken.None);
                return sent == Sent.Accepted ? true : throw new InvalidOperationException($"A response was {sent}.");
            }
        );
    }
}
