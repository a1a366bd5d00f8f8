// The peer: the same row put straight into the same table, one insert a transaction, with the same durability and nothing else.
using System.Data;
using System.Data.Common;
using System.Globalization;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hearth.Bench.Answers;

internal sealed class RawInserts : IAsyncDisposable
{
    private static readonly string[] Columns =
    [
        "Id",
        "SurveyId",
        "InvitationId",
        "HouseholdId",
        "Channel",
        "At",
        "Ward",
        "Tenure",
        "Locality",
        "AgeBand",
        "Answers",
    ];

    private readonly TestDatabase database;
    private readonly List<DbCommand> commands = [];

    private RawInserts(TestDatabase database) => this.database = database;

    /// <summary>Opens these many connections to a database of its own with the product's schema, an insert prepared on each.</summary>
    public static async Task<RawInserts> OpenAsync(DatabaseKind kind, int connections)
    {
        var raw = new RawInserts(await TestDatabase.CreateAsync(kind));
        for (var i = 0; i < connections; i++)
        {
            DbConnection connection =
                kind == DatabaseKind.Sqlite
                    ? new SqliteConnection(raw.database.Address.ConnectionString)
                    : new NpgsqlConnection(raw.database.Address.ConnectionString);
            await connection.OpenAsync();
            if (kind == DatabaseKind.Sqlite)
            {
                await using var pragmas = connection.CreateCommand();
                pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000;";
                await pragmas.ExecuteNonQueryAsync();
            }
            raw.commands.Add(await InsertAsync(connection));
        }
        return raw;
    }

    /// <summary>Inserts the row by this connection; it is on the disk when the call returns.</summary>
    public async Task RunAsync(int connection, Response response)
    {
        var command = commands[connection];
        object[] values =
        [
            response.Id,
            response.SurveyId,
            response.InvitationId,
            response.HouseholdId,
            response.Channel.ToString(),
            command is SqliteCommand
                ? response.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture)
                : response.At.ToUniversalTime(),
            response.Ward,
            response.Tenure,
            response.Locality,
            response.AgeBand,
            response.Answers,
        ];
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
        if (await command.ExecuteNonQueryAsync() != 1)
        {
            throw new InvalidOperationException("The row did not go in.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in commands)
        {
            await command.Connection!.DisposeAsync();
            await command.DisposeAsync();
        }
        await database.DisposeAsync();
    }

    private static async Task<DbCommand> InsertAsync(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText =
            $"INSERT INTO surveys_response ({string.Join(", ", Columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", Columns.Select(column => "@" + column))})";
        foreach (var column in Columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + column;
            if (command is NpgsqlCommand)
            {
                parameter.DbType = column switch
                {
                    "At" => DbType.DateTimeOffset,
                    _ when column.EndsWith("Id", StringComparison.Ordinal) => DbType.Guid,
                    _ => DbType.String,
                };
            }
            command.Parameters.Add(parameter);
        }
        await command.PrepareAsync();
        return command;
    }
}
