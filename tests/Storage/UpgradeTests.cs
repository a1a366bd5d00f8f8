// A later version's migration on a database that is in use: what was there stays there.
using Hearth.Composition;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Storage.Tests;

public sealed class UpgradeTests
{
    [Theory, BothDatabases]
    public async Task An_upgrade_keeps_the_data_and_is_made_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await InAsync(
            database.Address,
            later: false,
            async services =>
            {
                services.GetRequiredService<Actor>().System("test");
                await services.GetRequiredService<Settings>().SetAsync("promise", new Promise("28 days"));
                await services.GetRequiredService<HearthDb>().SaveChangesAsync();
                return 0;
            }
        );

        var applied = await InAsync(database.Address, later: true, services => services.GetRequiredService<Public.Schema>().MigrateAsync());
        var again = await InAsync(database.Address, later: true, services => services.GetRequiredService<Public.Schema>().MigrateAsync());

        Assert.Equal(["20991231_9_Later_0001"], applied);
        Assert.Empty(again);
        var (kept, filled) = await InAsync(
            database.Address,
            later: true,
            async services =>
                (
                    await services.GetRequiredService<Settings>().GetAsync<Promise>("promise"),
                    await services
                        .GetRequiredService<HearthDb>()
                        .Database.SqlQueryRaw<string>("SELECT \"Note\" AS \"Value\" FROM storage_setting WHERE \"Key\" = 'promise'")
                        .SingleAsync()
                )
        );
        Assert.Equal((new Promise("28 days"), "nothing noted"), (kept, filled));
    }

    [Theory, BothDatabases]
    public async Task Two_nodes_that_start_together_upgrade_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        var applied = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ =>
                    Task.Run(() =>
                        InAsync(database.Address, later: true, services => services.GetRequiredService<Public.Schema>().MigrateAsync())
                    )
                )
        );

        Assert.Contains(applied, ids => ids.Count == 1);
        Assert.Empty(await InAsync(database.Address, later: true, services => services.GetRequiredService<Public.Schema>().PendingAsync()));
    }

    private static async Task<T> InAsync<T>(DatabaseAddress address, bool later, Func<IServiceProvider, Task<T>> work)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddHearth(address);
        if (later)
        {
            services.AddTables<LaterTables>();
        }
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private sealed record Promise(string Words);
}

internal sealed class LaterTables : ITables
{
    public void Map(ModelBuilder model)
    {
        // the column is the database's alone: what is asked is that rows live through the change
    }
}

[Migration("20991231_9_Later_0001")]
internal sealed class Later0001 : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("Note", "storage_setting", nullable: false, defaultValue: "nothing noted");
}
