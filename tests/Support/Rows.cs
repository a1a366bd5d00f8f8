// Looks into the database past Hearth's own code: plain SQL, a new connection each time.
using System.Data.Common;
using System.Globalization;
using Hearth.Storage.Public;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hearth.Support;

public static class Rows
{
    /// <summary>Each row as one line, cells parted by bars, in the order of their words.</summary>
    public static async Task<List<string>> RowsAsync(this DatabaseAddress database, string sql)
    {
        await using DbConnection connection =
            database.Kind == DatabaseKind.Sqlite
                ? new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString)
                : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => Words(reader.GetValue(i)))));
        }
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    public static async Task<int> CountAsync(this DatabaseAddress database, string table) =>
        int.Parse((await database.RowsAsync($"SELECT COUNT(*) FROM \"{table}\""))[0], CultureInfo.InvariantCulture);

    private static string Words(object value) =>
        value switch
        {
            DBNull => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bool yes => yes ? "1" : "0",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
}
