// Under what conditions it was measured: enough to judge the figures, nothing that names a machine.
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hearth.Bench.Measuring;

/// <param name="Cores">Processors this process may use.</param>
/// <param name="MemoryGiB">Memory this process may use.</param>
/// <param name="FlushMs">Median time of writing 4 KiB to the databases' disk and flushing it.</param>
/// <param name="LoadAtStart">Processes that wanted to run, over the last minute; null where the system does not say.</param>
internal sealed record Conditions(
    int Cores,
    double MemoryGiB,
    string Runtime,
    string Sqlite,
    string PostgreSql,
    double FlushMs,
    double? LoadAtStart,
    double? LoadAtEnd
)
{
    public static async Task<Conditions> AtStartAsync() =>
        new(
            Environment.ProcessorCount,
            Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Math.Pow(1024, 3)),
            $".NET {Environment.Version}",
            await SqliteAsync(),
            await PostgreSqlAsync(),
            Flush(),
            Load(),
            null
        );

    public static double? Load() =>
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : null;

    private static async Task<string> SqliteAsync()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        return $"{connection.ServerVersion}, WAL, synchronous FULL";
    }

    private static async Task<string> PostgreSqlAsync()
    {
        var server =
            Environment.GetEnvironmentVariable("HEARTH_TEST_POSTGRES")
            ?? throw new InvalidOperationException("Run the bench with ./do bench, which starts PostgreSQL.");
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString
        );
        async Task<string> ShowAsync(string setting)
        {
            await using var command = source.CreateCommand($"SHOW {setting}");
            return (string)(await command.ExecuteScalarAsync())!;
        }
        return $"{(await ShowAsync("server_version")).Split(' ')[0]}, fsync {await ShowAsync("fsync")}, synchronous_commit {await ShowAsync("synchronous_commit")}";
    }

    private static double Flush()
    {
        var path = Path.Combine(Path.GetTempPath(), $"hearth-flush-{Environment.ProcessId}");
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        var page = new byte[4096];
        var times = new List<double>();
        for (var i = 0; i < 101; i++)
        {
            var start = Stopwatch.GetTimestamp();
            file.Write(page);
            file.Flush(flushToDisk: true);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times.Order().ElementAt(50);
    }
}
