// Settings that are made once: however many nodes need one first, there is one value.
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Storage.Tests;

public sealed class SettingsTests
{
    [Theory, BothDatabases]
    public async Task Eight_nodes_that_make_a_setting_at_once_get_the_same(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        using var start = new SemaphoreSlim(0);

        var making = Enumerable
            .Range(0, 8)
            .Select(node =>
                Task.Run(
                    () =>
                        hearth.InScopeAsync(async scope =>
                        {
                            await start.WaitAsync();
                            return (await scope.GetRequiredService<Settings>().OnceAsync("test-once", () => new Drawn(node))).Number;
                        }),
                    TestContext.Current.CancellationToken
                )
            )
            .ToList();
        start.Release(8);
        var got = await Task.WhenAll(making);

        Assert.Single(got.Distinct());
        var kept = await hearth.InScopeAsync(scope => scope.GetRequiredService<Settings>().GetAsync<Drawn>("test-once"));
        Assert.Equal(got[0], kept!.Number);
    }

    private sealed record Drawn(int Number);
}
