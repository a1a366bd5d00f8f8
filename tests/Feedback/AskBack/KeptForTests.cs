// Who was asked whether it was done is kept for its time and no longer; what they answered stays counted.
using Hearth.Feedback.AskBack;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback.Tests.AskBack;

public sealed class KeptForTests
{
    [Theory, BothDatabases]
    public async Task After_its_time_the_name_the_code_and_the_words_go_and_the_answer_stays_counted(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var people = await hearth.MoveInAsync(
            new NewTenant { Email = "kasia@tenant.example" },
            new NewTenant
            {
                GivenName = "Ann",
                FamilyName = "Bell",
                Email = "ann@tenant.example",
            }
        );
        var reply = await hearth.ToldAsync(people);
        await hearth.AskFourWeeksLaterAsync();
        await hearth.SayAsync(people[0].PersonId, "No", "The lift at Fenn Court still stops.", ring: true);
        var code = await hearth.CodeOfAsync(people[0].PersonId);

        hearth.Clock.MoveTo(hearth.Clock.Today().AddMonths(24).AddDays(-2));
        await LetGoAsync(hearth);
        Assert.All(await hearth.AskedAsync(), asked => Assert.NotNull(asked.PersonId));

        hearth.Clock.MoveTo(hearth.Clock.Today().AddDays(4));
        await LetGoAsync(hearth);

        var rows = await hearth.AskedAsync();
        Assert.Equal(2, rows.Count);
        Assert.All(
            rows,
            asked =>
            {
                Assert.Null(asked.PersonId);
                Assert.Null(asked.Words);
                Assert.False(asked.RingMe);
                Assert.NotEqual(code, asked.Code);
            }
        );
        Assert.Equal(WasDone.No, Assert.Single(rows, asked => asked.Answer is not null).Answer);
        var counts = await hearth.InScopeAsync(scope => scope.GetRequiredService<CountAnswers>().OfAsync(reply, default));
        Assert.Equal((2, 1), (counts.Asked, counts.No));
        Assert.DoesNotContain("Nowak", (await hearth.Staff().OpenAsync($"/feedback/{reply}/was-it-done")).Text, StringComparison.Ordinal);
        var page = await hearth.Staff(Role.Manager).OpenAsync("/settings/retention");
        Assert.Contains("Who was asked “was it done?”, and their words", page.Text, StringComparison.Ordinal);
        // nobody is asked again because their line no longer names them
        await hearth.AskBackAsync();
        Assert.Equal(2, (await hearth.AskedAsync()).Count);
    }

    private static Task LetGoAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope =>
            scope.GetServices<IJob>().Single(job => job.Name == "let go of what has had its time").RunAsync(default)
        );
}
