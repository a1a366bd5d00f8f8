// Looks into the database past Hearth's own code: plain SQL, a new connection each time.
using System.Data.Common;
using System.Globalization;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hearth.Cli.Tests;

internal static class Rows
{
    /// <summary>Each row as one line, cells parted by bars, in the order of their words.</summary>
    public static async Task<List<string>> RowsAsync(this TestDatabase database, string sql)
    {
        await using DbConnection connection =
            database.Address.Kind == DatabaseKind.Sqlite
                ? new SqliteConnection(
                    new SqliteConnectionStringBuilder(database.Address.ConnectionString) { Pooling = false }.ConnectionString
                )
                : new NpgsqlConnection(
                    new NpgsqlConnectionStringBuilder(database.Address.ConnectionString) { Pooling = false }.ConnectionString
                );
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

    public static async Task<int> CountAsync(this TestDatabase database, string table) =>
        int.Parse((await database.RowsAsync($"SELECT COUNT(*) FROM \"{table}\""))[0], CultureInfo.InvariantCulture);

    /// <summary>What the register says, without the ids that differ from one import to the next.</summary>
    public static Task<List<string>> RegisterAsync(this TestDatabase database) =>
        database.RowsAsync(
            """
            SELECT t."Reference", t."Tenure", t."EndedOn", h."Reference", h."AddressLines", h."Postcode", w."Name", m."Role", m."LeftOn",
                   p."Reference", p."Title", p."GivenName", p."FamilyName", p."BornOn", p."Email", p."Phone", c."Given"
            FROM people_tenancy t
            JOIN people_home h ON h."Id" = t."HomeId"
            LEFT JOIN people_ward w ON w."Id" = h."WardId"
            LEFT JOIN people_household_member m ON m."HouseholdId" = t."HouseholdId"
            LEFT JOIN people_person p ON p."Id" = m."PersonId"
            LEFT JOIN people_consent c ON c."PersonId" = p."Id" AND c."Kind" = 'Surveys'
            """
        );

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
