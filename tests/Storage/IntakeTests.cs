// Many small writes share a commit; each is acknowledged after it, and a bad one spoils no other.
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Storage.Tests;

public sealed class IntakeTests
{
    [Theory, BothDatabases]
    public async Task What_is_acknowledged_is_in_the_database(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var intake = hearth.Services.GetRequiredService<Intake>();

        var acknowledged = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(n => intake.WriteAsync((scope, stop) => SetAsync(scope, n, stop)))
        );

        Assert.Equal(Enumerable.Range(0, 200), acknowledged.Order());
        Assert.Equal(200, await CountAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task One_that_breaks_is_told_so_and_the_others_of_its_batch_are_kept(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var intake = hearth.Services.GetRequiredService<Intake>();

        var all = Enumerable
            .Range(0, 40)
            .Select(n =>
                intake.WriteAsync(
                    async (scope, stop) => n % 10 == 3 ? throw new InvalidOperationException($"number {n}") : await SetAsync(scope, n, stop)
                )
            )
            .ToList();
        await Task.WhenAll(all.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(
            ["number 3", "number 13", "number 23", "number 33"],
            all.Where(t => t.IsFaulted).Select(t => t.Exception!.InnerException!.Message)
        );
        Assert.Equal(36, await CountAsync(hearth));
    }

    private static async Task<int> SetAsync(IServiceProvider scope, int number, CancellationToken stop)
    {
        scope.GetRequiredService<Actor>().System("test");
        await scope.GetRequiredService<Settings>().SetAsync($"number {number}", new Number(number), stop);
        return number;
    }

    private static Task<int> CountAsync(HearthApp hearth) =>
        hearth.InScopeAsync(services =>
            services
                .GetRequiredService<HearthDb>()
                .Database.SqlQueryRaw<int>("SELECT count(*) AS \"Value\" FROM storage_setting WHERE \"Key\" LIKE 'number %'")
                .SingleAsync()
        );

    private sealed record Number(int Value);
}
