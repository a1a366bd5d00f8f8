// Every table as CSV (RFC 4180), with cells that a spreadsheet would run as a formula made harmless.
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Storage.Public;

public sealed class TableExport(HearthDb db)
{
    private static readonly HashSet<string> Doors = ["PasswordHash", "SecurityStamp", "SealedKey", "RecoveryHashes", "WelcomeHash", "Hash"];

    /// <summary>Writes one file a table into the folder; returns the rows per table. What opens a door is left out: keys that seal cookies, passwords, second steps, links and codes.</summary>
    public async Task<IReadOnlyDictionary<string, long>> WriteAsync(DirectoryInfo folder, CancellationToken stop = default)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync(stop);
        var tables = db
            .Model.GetEntityTypes()
            .Select(type => type.GetTableName())
            .OfType<string>()
            .Distinct()
            .Where(name => name != "storage_key");
        foreach (var table in tables.Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {Columns(table)} FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync(stop);
            await using var file = new StreamWriter(
                PrivateFile.Create(Path.Combine(folder.FullName, $"{table}.csv")),
                new UTF8Encoding(true)
            );
            counts[table] = await WriteAsync(rows, file, stop);
        }
        return counts;
    }

    /// <summary>One field of a CSV file: quoted where needed, and never a formula.</summary>
    public static string Field(string text)
    {
        if (
            text.Length > 0
            && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal)
            && !decimal.TryParse(text, CultureInfo.InvariantCulture, out _)
        )
        {
            text = "'" + text;
        }
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private string Columns(string table)
    {
        var columns = db.Model.GetEntityTypes().Where(type => type.GetTableName() == table).SelectMany(type => type.GetProperties());
        return string.Join(", ", columns.Where(c => !Doors.Contains(c.Name)).Select(c => $"\"{c.GetColumnName()}\"").Distinct());
    }

    private static async Task<long> WriteAsync(DbDataReader rows, StreamWriter file, CancellationToken stop)
    {
        await file.WriteLineAsync(string.Join(',', Enumerable.Range(0, rows.FieldCount).Select(i => Field(rows.GetName(i)))));
        long count = 0;
        while (await rows.ReadAsync(stop))
        {
            var fields = Enumerable.Range(0, rows.FieldCount).Select(i => rows.IsDBNull(i) ? "" : Field(Words(rows.GetValue(i))));
            await file.WriteLineAsync(string.Join(',', fields));
            count++;
        }
        return count;
    }

    private static string Words(object value) =>
        value switch
        {
            byte[] bytes => Convert.ToBase64String(bytes),
            IFormattable formattable => formattable.ToString(value is DateTime ? "O" : null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
