// The whole database as one file that either engine can be filled from: backup, restore, and the move from SQLite to PostgreSQL.
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Hearth.Storage.Public;

/// <summary>The archive does not fit: made by a later version, or the database is not empty.</summary>
public sealed class ArchiveRefused(string message) : Exception(message);

/// <summary>A zip of one JSON-lines file per table, with the migrations it was made under.</summary>
public sealed class Archive(HearthDb db, Schema schema)
{
    private const string About = "about.json";
    private static readonly System.Reflection.MethodInfo Reader = typeof(Archive).GetMethod(
        nameof(WriteRowsAsync),
        System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance
    )!;

    /// <summary>Writes every row of every table, as they stood at one instant; returns the rows per table.</summary>
    public async Task<IReadOnlyDictionary<string, long>> WriteAsync(Stream to, CancellationToken stop = default)
    {
        // one snapshot: a survey that is being answered meanwhile is either before or after it, never half
        await using var snapshot = await SnapshotAsync(stop);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await using (var about = zip.CreateEntry(About).Open())
        {
            await JsonSerializer.SerializeAsync(
                about,
                new AboutArchive("Hearth", [.. await db.Database.GetAppliedMigrationsAsync(stop)]),
                cancellationToken: stop
            );
        }
        foreach (var table in TablesOf(db))
        {
            await using var entry = zip.CreateEntry($"{table.GetTableName()}.jsonl", CompressionLevel.Fastest).Open();
            counts[table.GetTableName()!] = await (Task<long>)Reader.MakeGenericMethod(table.ClrType).Invoke(this, [table, entry, stop])!;
        }
        return counts;
    }

    // SQLite's own snapshot begins with the first read and lets writers go on; EF's would take the one write lock for as long as the backup lasts
    private async Task<IAsyncDisposable> SnapshotAsync(CancellationToken stop)
    {
        if (!db.Database.IsSqlite())
        {
            return await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        }
        await db.Database.OpenConnectionAsync(stop);
        var connection = (Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection();
        return await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), stop)
            ?? throw new InvalidOperationException("No snapshot.");
    }

    /// <summary>Fills an empty database from an archive, all or nothing; returns the rows per table.</summary>
    /// <exception cref="ArchiveRefused">The database holds rows, or the archive is not one of ours.</exception>
    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(Stream from, CancellationToken stop = default)
    {
        using var zip = Open(from);
        var about = await AboutAsync(zip, stop);
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if (about.Migrations.Where(id => !known.Contains(id)).ToList() is { Count: > 0 } unknown)
        {
            throw new ArchiveRefused($"The archive was made by a later version of Hearth ({unknown[0]}). Use that version or a newer one.");
        }
        await schema.MigrateAsync(stop);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var table in TablesOf(db))
        {
            var name = table.GetTableName()!;
            if (await AnyRowAsync(name, stop))
            {
                throw new ArchiveRefused($"The database is not empty (table {name}). Restore into a new one.");
            }
            if (zip.GetEntry($"{name}.jsonl") is { } entry)
            {
                await using var rows = entry.Open();
                counts[name] = await FillAsync(table, rows, stop);
            }
        }
        await transaction.CommitAsync(stop);
        return counts;
    }

    /// <summary>Every table with its mapped columns, in the order of their names; joined and owned types have none of their own.</summary>
    private static IEnumerable<IEntityType> TablesOf(HearthDb db) =>
        db
            .Model.GetEntityTypes()
            .Where(type => type.GetTableName() is not null && !type.IsOwned())
            .OrderBy(type => type.GetTableName(), StringComparer.Ordinal);

    private static ZipArchive Open(Stream from)
    {
        try
        {
            return new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
        }
        catch (InvalidDataException)
        {
            throw new ArchiveRefused("This file is not a Hearth archive, or it is damaged.");
        }
    }

    private static async Task<AboutArchive> AboutAsync(ZipArchive zip, CancellationToken stop)
    {
        if (zip.GetEntry(About) is not { } entry)
        {
            throw new ArchiveRefused("This file is not a Hearth archive.");
        }
        await using var stream = entry.Open();
        return await JsonSerializer.DeserializeAsync<AboutArchive>(stream, cancellationToken: stop)
            ?? throw new ArchiveRefused("This file is not a Hearth archive.");
    }

    private async Task<long> WriteRowsAsync<T>(IEntityType table, Stream to, CancellationToken stop)
        where T : class
    {
        var properties = table.GetProperties().ToList();
        await using var writer = new StreamWriter(to, new UTF8Encoding(false));
        long count = 0;
        await foreach (var row in db.Set<T>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            var line = new JsonObject();
            foreach (var property in properties)
            {
                var value = property.GetGetter().GetClrValueUsingContainingEntity(row);
                line[property.Name] = value is null ? null : JsonSerializer.SerializeToNode(value, property.ClrType);
            }
            await writer.WriteLineAsync(line.ToJsonString());
            count++;
        }
        return count;
    }

    private async Task<long> FillAsync(IEntityType table, Stream from, CancellationToken stop)
    {
        var properties = table.GetProperties().ToList();
        var names = properties.Select(property => $"\"{property.GetColumnName()}\"");
        var places = properties.Select((_, i) => $"@p{i}");
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = $"INSERT INTO \"{table.GetTableName()}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", places)})";
        using var reader = new StreamReader(from, Encoding.UTF8);
        long count = 0;
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            var row = JsonNode.Parse(line)!.AsObject();
            command.Parameters.Clear();
            for (var i = 0; i < properties.Count; i++)
            {
                var property = properties[i];
                var value =
                    row.TryGetPropertyValue(property.Name, out var node) && node is not null ? node.Deserialize(property.ClrType) : null;
                command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, $"@p{i}", value, property.IsNullable));
            }
            await command.ExecuteNonQueryAsync(stop);
            count++;
        }
        return count;
    }

    private async Task<bool> AnyRowAsync(string table, CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = $"SELECT 1 FROM \"{table}\" LIMIT 1";
        return await command.ExecuteScalarAsync(stop) is not null;
    }

    private sealed record AboutArchive(string Product, IReadOnlyList<string> Migrations);
}
