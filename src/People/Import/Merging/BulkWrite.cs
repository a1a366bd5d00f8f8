// Writes many rows at once through the unit of work's own connection and transaction; entity by entity EF Core takes ten times as long.
using System.Data.Common;
using System.Globalization;
using System.Text;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Hearth.People.Import.Merging;

internal sealed class BulkWrite(HearthDb db, DatabaseAddress address) : IAsyncDisposable
{
    private readonly Dictionary<Type, TableShape> shapes = [];
    private readonly Dictionary<Type, DbCommand> prepared = [];

    /// <summary>Inserts the rows, or overwrites those whose key is there. No key may stand twice.</summary>
    public async Task UpsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken stop)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }
        if (address.Kind == DatabaseKind.Sqlite)
        {
            await OneByOneAsync(rows, stop);
            return;
        }
        foreach (var some in rows.Chunk(5000))
        {
            await AsArraysAsync(some, stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values)
        {
            await command.DisposeAsync();
        }
    }

    // SQLite: one statement, prepared once, run for each row
    private async Task OneByOneAsync<T>(IReadOnlyCollection<T> rows, CancellationToken stop)
    {
        var shape = Shape(typeof(T));
        if (!prepared.TryGetValue(typeof(T), out var command))
        {
            command = Command(shape.Insert(string.Join(", ", shape.Columns.Select((_, i) => $"$p{i}")), "VALUES (", ")"));
            for (var i = 0; i < shape.Columns.Count; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"$p{i}";
                command.Parameters.Add(parameter);
            }
            await command.PrepareAsync(stop);
            prepared[typeof(T)] = command;
        }
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var row in rows)
        {
            for (var i = 0; i < shape.Columns.Count; i++)
            {
                command.Parameters[i].Value = shape.Columns[i].Read(row!) ?? DBNull.Value;
            }
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    // PostgreSQL: an array for each column, one statement for all rows
    private async Task AsArraysAsync<T>(T[] rows, CancellationToken stop)
    {
        var shape = Shape(typeof(T));
        var arrays = string.Join(", ", shape.Columns.Select((c, i) => $"@p{i}::{c.StoreType}[]"));
        await using var command = Command(shape.Insert(arrays, "SELECT * FROM unnest(", ")"));
        for (var i = 0; i < shape.Columns.Count; i++)
        {
            var column = shape.Columns[i];
            var values = Array.CreateInstance(column.ElementType, rows.Length);
            for (var row = 0; row < rows.Length; row++)
            {
                values.SetValue(column.Read(rows[row]!), row);
            }
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"p{i}";
            parameter.Value = values;
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync(stop);
    }

    private DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }

    private TableShape Shape(Type type)
    {
        if (!shapes.TryGetValue(type, out var shape))
        {
            shapes[type] = shape = new TableShape(db.Model.FindEntityType(type)!);
        }
        return shape;
    }

    private sealed class TableShape
    {
        private readonly string table;
        private readonly IReadOnlyList<string> key;

        public TableShape(IEntityType entity)
        {
            table = entity.GetTableName()!;
            key = [.. entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName())];
            Columns = [.. entity.GetProperties().Select(p => new Column(p))];
        }

        public IReadOnlyList<Column> Columns { get; }

        public string Insert(string values, string before, string after)
        {
            var sql = new StringBuilder();
            sql.Append(
                CultureInfo.InvariantCulture,
                $"INSERT INTO \"{table}\" ({string.Join(", ", Columns.Select(c => $"\"{c.Name}\""))}) "
            );
            // SQLite reads ON CONFLICT after SELECT only with a WHERE; VALUES needs none
            sql.Append(before).Append(values).Append(after);
            sql.Append(CultureInfo.InvariantCulture, $" ON CONFLICT ({string.Join(", ", key.Select(k => $"\"{k}\""))}) DO UPDATE SET ");
            sql.AppendJoin(", ", Columns.Where(c => !key.Contains(c.Name)).Select(c => $"\"{c.Name}\" = excluded.\"{c.Name}\""));
            return sql.ToString();
        }
    }

    private sealed class Column
    {
        private readonly Func<object, object?> get;
        private readonly Func<object?, object?>? convert;

        public Column(IProperty property)
        {
            var mapping = property.GetRelationalTypeMapping();
            Name = property.GetColumnName();
            StoreType = mapping.StoreType;
            get = property.PropertyInfo!.GetValue;
            convert = mapping.Converter?.ConvertToProvider;
            var type = mapping.Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            ElementType = type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
        }

        public string Name { get; }
        public string StoreType { get; }
        public Type ElementType { get; }

        public object? Read(object row)
        {
            var value = get(row);
            return value is null || convert is null ? value : convert(value);
        }
    }
}
