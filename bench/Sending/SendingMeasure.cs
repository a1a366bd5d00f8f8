// 100,000 invitations through the outbox to a mail server on this computer, beside a bare loop that sends the same e-mails.
using System.Diagnostics;
using System.Globalization;
using System.Net.Mail;
using Hearth.Bench.Measuring;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Bench.Sending;

internal static class SendingMeasure
{
    private const int Few = 10_000;
    private const int Many = 100_000;
    private const int Warm = 300;
    private const int AtOnce = 4;
    private const string Subject = "How are we doing? Your yearly survey";
    private static readonly string Words = string.Join(
        "\n\n",
        Enumerable.Repeat("Tell us how your home and our service are. It takes five minutes.", 8)
    );

    public static async Task<IReadOnlyList<Figure>> RunAsync(DatabaseKind kind, int rounds, int part)
    {
        var (fewer, more) = (Few / part, Many / part);
        // the first pays for what is compiled on its way
        await ByHearthAsync(kind, Warm);
        var (few, many, bare) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Math.Min(rounds, 2); round++)
        {
            few.Add(fewer / await ByHearthAsync(kind, fewer));
            bare.Add(fewer / await ByABareLoopAsync(fewer));
            many.Add(more / await ByHearthAsync(kind, more));
        }
        const string Measure = "e-mails to a local mail server";
        var name = Report.Name(kind);
        return
        [
            new(Measure, name, $"bare loop, {AtOnce} at once", "/s", bare),
            new Figure(Measure, name, $"{fewer:N0} invitations through the outbox", "/s", few).Beside("bare loop", bare),
            new Figure(Measure, name, $"{more:N0} invitations through the outbox", "/s", many).Beside("bare loop", bare),
            new Figure(
                Measure,
                name,
                $"cost of one among {more:N0} against one among {fewer:N0}",
                "times",
                [.. few.Zip(many, (f, m) => f / m)]
            ).Within(1.5),
        ];
    }

    private static async Task<double> ByHearthAsync(DatabaseKind kind, int number)
    {
        await using var sink = new MailSink();
        await using var hearth = await Started.OnAsync(
            kind,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Messaging:Smtp:Host"] = "127.0.0.1",
                ["Messaging:Smtp:Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
                ["Messaging:Smtp:Security"] = "None",
                ["Messaging:Smtp:From"] = "tell@ousebridge.example",
            }
        );
        await FillAsync(hearth, number);
        var start = Stopwatch.GetTimestamp();
        while (sink.Taken.Count < number)
        {
            var before = sink.Taken.Count;
            await hearth.InScopeAsync(scope =>
                scope.GetServices<IJob>().Single(job => job.Name == "send-messages").RunAsync(CancellationToken.None)
            );
            if (sink.Taken.Count == before)
            {
                throw new InvalidOperationException($"Only {before} of {number} e-mails arrived.");
            }
        }
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return sink.Taken.Values.All(times => times == 1) ? took : throw new InvalidOperationException("An e-mail arrived twice.");
    }

    private static Task FillAsync(HearthApp hearth, int number) =>
        hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var survey = Guid.CreateVersion7();
            scope.GetRequiredService<AuditTrail>().Write("OpenSurvey", "survey", survey);
            await using var together = await db.Database.BeginTransactionAsync();
            await scope
                .GetRequiredService<Outbox>()
                .AddManyAsync(
                    Enumerable
                        .Range(0, number)
                        .Select(i => new MessageToSend(
                            $"bench/{i}",
                            "survey-invitation",
                            survey,
                            new Recipient(null, $"Tenant {i}", Address(i)),
                            Channel.Email,
                            Subject,
                            Words
                        ))
                );
            await db.SaveChangesAsync();
            await together.CommitAsync();
        });

    private static async Task<double> ByABareLoopAsync(int number)
    {
        await using var sink = new MailSink();
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, number),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, stop) =>
            {
                using var client = new SmtpClient("127.0.0.1", sink.Port);
                using var message = new MailMessage("tell@ousebridge.example", Address(i), Subject, Words);
                await client.SendMailAsync(message, stop);
            }
        );
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return sink.Taken.Count == number
            ? took
            : throw new InvalidOperationException($"Only {sink.Taken.Count} of {number} e-mails arrived.");
    }

    private static string Address(int i) => string.Create(CultureInfo.InvariantCulture, $"t{i}@tenant.example");
}
