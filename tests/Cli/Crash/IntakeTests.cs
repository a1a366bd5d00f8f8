// Tenants answer while the server is killed, again and again: what was acknowledged is in the database, and nothing is in it twice.
using System.Collections.Concurrent;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Cli.Tests.Crash;

public sealed class IntakeTests
{
    private const int Homes = 240;
    private const int Phones = 16;
    private const string Thanks = "Thank you. We have your answers.";

    /// <summary>How many have been thanked when the next kill comes.</summary>
    private static readonly int[] Kills = [15, 60, 61, 110, 170, 225];

    [Theory, BothDatabases]
    public async Task Every_answer_that_was_thanked_for_is_there_after_the_server_was_killed_and_none_twice(DatabaseKind kind)
    {
        await using var landlord = await Landlord.CreateAsync(kind);
        var codes = await AskAsync(landlord);
        await using var served = new Served(landlord);
        await served.StartAsync();
        var thanked = new ConcurrentDictionary<string, byte>();
        var waiting = new ConcurrentQueue<string>(codes);
        var up = new ManualResetEventSlim(true);
        var sentAgain = 0;

        var phones = Enumerable.Range(0, Phones).Select(_ => Task.Run(AnswerAsync)).ToList();
        var everyone = Task.WhenAll(phones);
        foreach (var moment in Kills)
        {
            while (thanked.Count < moment && !everyone.IsCompleted)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }
            up.Reset();
            await served.KillAsync();
            var known = thanked.Keys.ToHashSet();

            // before anything is started again: what the dead process left is all there is
            var there = await AnsweredAsync(landlord);
            Assert.Empty(known.Except(there));
            Assert.Equal(there.Count, there.Distinct().Count());

            await served.StartAsync();
            up.Set();
        }
        await everyone;

        Assert.Equal(Homes, thanked.Count);
        Assert.Equal(
            codes.Select(code => $$"""{{code}} | {"q1":["{{AnswerOf(code)}}"]}""").Order(StringComparer.Ordinal),
            await AnswersAsync(landlord)
        );
        Assert.Equal(
            (Homes, 0),
            (await landlord.Database.CountAsync("loop_participation"), await landlord.Database.CountAsync("surveys_draft"))
        );
        Assert.True(sentAgain > 0, "no kill met an answer on its way: the test looked at nothing");
        var check = await landlord.RunAsync("check");
        Assert.True(check.Code == 0, check.ToString());

        async Task AnswerAsync()
        {
            while (waiting.TryDequeue(out var code))
            {
                var phone = served.Anyone();
                Page? check = null;
                while (true)
                {
                    up.Wait();
                    try
                    {
                        check ??= await ToCheckAsync(phone, code);
                        var told = await phone.SubmitAsync(check, null, "Send my answers");
                        Assert.Equal(Thanks, told.Heading);
                        thanked[code] = 1;
                        break;
                    }
                    catch (Exception cut) when (cut is HttpRequestException or IOException)
                    {
                        // nobody answered; a person presses the button again on the page they still have
                        Interlocked.Add(ref sentAgain, check is null ? 0 : 1);
                        await Task.Delay(20);
                    }
                }
            }
        }
    }

    /// <summary>Answers the one question; stands before the button that sends.</summary>
    private static async Task<Page> ToCheckAsync(Browser phone, string code) =>
        await phone.SubmitAsync(await phone.OpenAsync($"/s/{code}/q1"), new { Answer = AnswerOf(code) }, "Continue");

    private static string AnswerOf(string code) => code[0] < 'G' ? "y" : "n";

    private static Task<List<string>> AnsweredAsync(Landlord landlord) =>
        landlord.Database.RowsAsync("SELECT i.\"Code\" FROM surveys_response r JOIN surveys_invitation i ON i.\"Id\" = r.\"InvitationId\"");

    private static Task<List<string>> AnswersAsync(Landlord landlord) =>
        landlord.Database.RowsAsync(
            "SELECT i.\"Code\", r.\"Answers\" FROM surveys_response r JOIN surveys_invitation i ON i.\"Id\" = r.\"InvitationId\""
        );

    /// <summary>As many homes, each alone, each asked one thing.</summary>
    private static async Task<List<string>> AskAsync(Landlord landlord)
    {
        await using (
            var hearth = await HearthApp.StartAsync(
                landlord.Database.Address.Kind,
                services: s => s.AddSingleton(TimeProvider.System),
                on: landlord.Database
            )
        )
        {
            var tenants = await hearth.MoveInAsync(Enumerable.Range(0, Homes).Select(_ => new NewTenant()));
            await hearth.AskAsync(new AskedSurvey { Asked = tenants, YesOrNo = ["Is your home warm enough?"] });
        }
        return await landlord.Database.RowsAsync("SELECT \"Code\" FROM surveys_invitation");
    }
}
