// A node that starts reads the answers before anybody looks; what comes in afterwards is seen all the same.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Results;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Results;

public sealed class WarmResultsTests
{
    [Theory, BothDatabases]
    public async Task A_node_that_has_started_holds_the_answers_before_the_first_look(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = await HearthApp.StartAsync(kind, on: database);
        var field = await Field.OpenAsync(first, homes: 40);
        await field.AnswerAsync(first, 20, _ => new() { ["q1"] = ["y"] });

        await using var node = await HearthApp.StartAsync(kind, on: database);
        await node.Services.GetRequiredService<WarmResults>().Warm;
        Assert.Equal(20, node.Services.GetRequiredService<ResultsCache>().Held(field.Survey.Id));

        await field.AnswerAsync(first, 5, _ => new() { ["q1"] = ["y"] }, from: 20);
        Assert.Contains("25 of 40", (await node.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results")).Text);
    }

    [Theory, BothDatabases]
    public async Task Answers_that_come_after_a_look_at_none_are_shown(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 20);
        var results = $"/surveys/{field.Survey.Id}/results";
        Assert.DoesNotContain("12 of 20", (await hearth.Staff().OpenAsync(results)).Text);

        await field.AnswerAsync(hearth, 12, _ => new() { ["q1"] = ["y"] });

        Assert.Contains("12 of 20", (await hearth.Staff().OpenAsync(results)).Text);
    }
}
