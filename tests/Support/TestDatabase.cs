// Makes a new database for a test, copied from one that was migrated once.
using Hearth.Composition;
using Hearth.Storage.Public;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hearth.Support;

public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static readonly Dictionary<DatabaseKind, string> Templates = [];

    private TestDatabase(DatabaseAddress address) => Address = address;

    public DatabaseAddress Address { get; }

    /// <summary>A new database, with this version's schema unless left empty.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, bool empty = false)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var path = Path.Combine(Folder(), $"{Guid.CreateVersion7():N}.db");
            if (!empty)
            {
                File.Copy(await TemplateAsync(kind), path);
            }
            return new(DatabaseAddress.Sqlite(path));
        }
        var name = $"hearth_{Guid.CreateVersion7():N}";
        var template = empty ? "template0" : await TemplateAsync(kind);
        await OneAtATime.WaitAsync();
        try
        {
            await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            OneAtATime.Release();
        }
        return new(InServer(name));
    }

    /// <summary>Closes the connections this process keeps in store.</summary>
    public void LetGo()
    {
        if (Address.Kind == DatabaseKind.Sqlite)
        {
            using var sqlite = new SqliteConnection(Address.ConnectionString);
            SqliteConnection.ClearPool(sqlite);
            return;
        }
        using var postgres = new NpgsqlConnection(Address.ConnectionString);
        NpgsqlConnection.ClearPool(postgres);
    }

    public async ValueTask DisposeAsync()
    {
        LetGo();
        if (Address.File is { } file)
        {
            foreach (var ending in new[] { "", "-wal", "-shm", ".migrating" })
            {
                File.Delete(file + ending);
            }
            return;
        }
        var name = new NpgsqlConnectionStringBuilder(Address.ConnectionString).Database;
        await OnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static string Folder() => Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "hearth-tests")).FullName;

    private static string Server =>
        Environment.GetEnvironmentVariable("HEARTH_TEST_POSTGRES")
        ?? throw new InvalidOperationException(
            "PostgreSQL is not there: HEARTH_TEST_POSTGRES is not set. Run the tests with ./do test, which starts one."
        );

    private static DatabaseAddress InServer(string name) =>
        new(
            DatabaseKind.PostgreSql,
            new NpgsqlConnectionStringBuilder(Server)
            {
                Database = name,
                MaxPoolSize = 20,
                IncludeErrorDetail = true,
            }.ConnectionString
        );

    private static async Task<string> TemplateAsync(DatabaseKind kind)
    {
        await OneAtATime.WaitAsync();
        try
        {
            if (Templates.TryGetValue(kind, out var known))
            {
                return known;
            }
            var stamp = Guid.CreateVersion7().ToString("N");
            var template = kind == DatabaseKind.Sqlite ? Path.Combine(Folder(), $"template-{stamp}.db") : $"hearth_template_{stamp}";
            if (kind == DatabaseKind.PostgreSql)
            {
                await OnServerAsync($"CREATE DATABASE {template} TEMPLATE template0");
            }
            var address = kind == DatabaseKind.Sqlite ? DatabaseAddress.Sqlite(template) : InServer(template);
            await MigrateAsync(address);
            if (kind == DatabaseKind.Sqlite)
            {
                await using var connection = new SqliteConnection(address.ConnectionString);
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                await command.ExecuteNonQueryAsync();
                SqliteConnection.ClearPool(connection);
            }
            else
            {
                using var connection = new NpgsqlConnection(address.ConnectionString);
                NpgsqlConnection.ClearPool(connection);
            }
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Drop(kind, template);
            return Templates[kind] = template;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task MigrateAsync(DatabaseAddress address)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddHearth(address);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Schema>().MigrateAsync();
    }

    private static void Drop(DatabaseKind kind, string template)
    {
        try
        {
            if (kind == DatabaseKind.Sqlite)
            {
                File.Delete(template);
            }
            else
            {
                OnServerAsync($"DROP DATABASE IF EXISTS {template} WITH (FORCE)").GetAwaiter().GetResult();
            }
        }
        catch (Exception failure) when (failure is IOException or NpgsqlException)
        {
            // the run is over; the server goes with it
        }
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
