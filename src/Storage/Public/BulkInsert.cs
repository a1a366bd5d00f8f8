// Writes many rows of one table at once, the way the model maps them: the change tracker takes twenty times as long.
using System.Data.Common;
using Hearth.Storage.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Hearth.Storage.Public;

public static class BulkInsert
{
    /// <summary>
    /// Inserts the rows in the transaction that is open, past the change tracker: nothing is tracked, and what the database refuses is thrown
    /// as its own <see cref="DbException"/>. An entity that is audited needs its audit line in this unit of work, as with any save.
    /// </summary>
    /// <returns>The number of rows written.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open, or nobody has accounted for the change.</exception>
    public static async Task<int> InsertManyAsync<T>(this HearthDb db, IEnumerable<T> rows, CancellationToken stop = default)
        where T : class
    {
        var transaction =
            db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Many rows are written in a transaction, all or none: begin one first.");
        var entity = db.Model.FindEntityType(typeof(T))!;
        AuditGuard.CheckBulk(db, entity);
        var columns = entity.GetProperties().Select(property => Column.Of(property)).ToArray();
        return transaction.Connection is NpgsqlConnection postgres
            ? await CopyAsync(postgres, entity, columns, rows, stop)
            : await InsertOneByOneAsync(db, transaction, entity, columns, rows, stop);
    }

    private static async Task<int> CopyAsync<T>(
        NpgsqlConnection connection,
        IEntityType entity,
        Column[] columns,
        IEnumerable<T> rows,
        CancellationToken stop
    )
        where T : class
    {
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY \"{entity.GetTableName()}\" ({names}) FROM STDIN (FORMAT BINARY)",
            stop
        );
        foreach (var row in rows)
        {
            await writer.StartRowAsync(stop);
            foreach (var column in columns)
            {
                if (column.ValueOf(row) is { } value)
                {
                    await writer.WriteAsync(value, column.StoreType, stop);
                }
                else
                {
                    await writer.WriteNullAsync(stop);
                }
            }
        }
        return (int)await writer.CompleteAsync(stop);
    }

    private static async Task<int> InsertOneByOneAsync<T>(
        HearthDb db,
        DbTransaction transaction,
        IEntityType entity,
        Column[] columns,
        IEnumerable<T> rows,
        CancellationToken stop
    )
        where T : class
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction;
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        var places = string.Join(", ", columns.Select((_, at) => $"@p{at}"));
        command.CommandText = $"INSERT INTO \"{entity.GetTableName()}\" ({names}) VALUES ({places})";
        var parameters = columns
            .Select(
                (_, at) =>
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = $"@p{at}";
                    command.Parameters.Add(parameter);
                    return parameter;
                }
            )
            .ToArray();
        var written = 0;
        foreach (var row in rows)
        {
            for (var at = 0; at < columns.Length; at++)
            {
                parameters[at].Value = columns[at].ValueOf(row) ?? DBNull.Value;
            }
            written += await command.ExecuteNonQueryAsync(stop);
        }
        return written;
    }

    private sealed record Column(string Name, string StoreType, Func<object, object?> ValueOf)
    {
        public static Column Of(IProperty property)
        {
            var mapping = property.GetRelationalTypeMapping();
            var getter = property.GetGetter();
            var convert = mapping.Converter is { } converter ? converter.ConvertToProvider : value => value;
            return new(property.GetColumnName(), mapping.StoreType, row => getter.GetClrValue(row) is { } value ? convert(value) : null);
        }
    }
}
