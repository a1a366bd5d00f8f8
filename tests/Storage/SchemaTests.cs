// The schema that migrations make is the schema the model asks for, on both databases.
using Hearth.Composition;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Storage.Tests;

public sealed class SchemaTests
{
    [Theory, BothDatabases]
    public async Task Migrated_from_empty_equals_created_from_the_model(DatabaseKind kind)
    {
        await using var migrated = await TestDatabase.CreateAsync(kind);
        await using var created = await TestDatabase.CreateAsync(kind, empty: true);
        await WithAsync(created.Address, db => db.Database.EnsureCreatedAsync());

        var fromMigrations = await WithAsync(migrated.Address, DescribeAsync);
        var fromModel = await WithAsync(created.Address, DescribeAsync);

        Assert.True(fromModel.Count > 30, "looked at too little");
        Assert.Equal(fromModel, fromMigrations);
    }

    private static async Task<T> WithAsync<T>(DatabaseAddress address, Func<HearthDb, Task<T>> work)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddHearth(address);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<HearthDb>());
    }

    private static async Task<List<string>> DescribeAsync(HearthDb db)
    {
        var sql = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)
            ? """
                SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk || ' ' || coalesce(c.dflt_value, '') AS "Value"
                FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
                UNION SELECT 'index ' || tbl_name || ': ' || sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
                UNION SELECT 'key ' || m.name || ': ' || f."from" || ' ' || f."table" || ' ' || f.on_delete FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
                """
            : """
                SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS "Value"
                FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
                UNION SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
                UNION SELECT 'key ' || conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'
                """;
        var lines = await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
