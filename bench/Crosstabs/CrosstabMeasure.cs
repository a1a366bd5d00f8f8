// How fast two questions by five groups come from 100,000 responses, small numbers hidden, with and without a filter; beside a plain GROUP BY on the same database.
using System.Data.Common;
using System.Diagnostics;
using Hearth.Bench.Measuring;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hearth.Bench.Crosstabs;

internal static class CrosstabMeasure
{
    private const int Homes = 100_000;
    private const double LimitMs = 300;

    private static readonly string[] Groups = ["ward", "age", "tenure", "locality", "channel"];
    private static readonly string[] Columns = ["Ward", "AgeBand", "Tenure", "Locality", "Channel"];
    private static readonly string[] Questions = ["q1", "q2"];

    public static async Task<IReadOnlyList<Figure>> RunAsync(DatabaseKind kind, int rounds)
    {
        await using var hearth = await Started.OnAsync(kind);
        var small = await AskedHomes.OpenAsync(hearth, homes: 500, answered: true);
        var asked = await AskedHomes.OpenAsync(hearth, Homes + AskedHomes.Spare, answered: true);
        var officer = hearth.Staff();
        await using var plain = await ConnectAsync(hearth.Database);
        var (ten, slowest, filtered, sql) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        await TimeAsync(officer, small, "?Rows=ward&Columns=q1");
        for (var round = -1; round < rounds; round++)
        {
            var pages = new List<double>();
            var queries = 0.0;
            foreach (var question in Questions)
            {
                foreach (var (group, column) in Groups.Zip(Columns))
                {
                    pages.Add(await TimeAsync(officer, asked, $"?Rows={group}&Columns={question}"));
                    queries += await QueryAsync(plain, kind, asked.Survey.Id, column, question);
                }
            }
            var narrowed = await TimeAsync(officer, asked, "?Rows=ward&Columns=q1&By1=age&Is1=16%20to%2034&By2=channel&Is2=Paper");
            if (round < 0)
            {
                continue;
            }
            ten.Add(pages.Sum());
            slowest.Add(pages.Max());
            filtered.Add(narrowed);
            sql.Add(queries);
        }
        const string Measure = "cross-tabulation, 100,000 responses, two questions by five groups";
        var name = Report.Name(kind);
        return
        [
            new(Measure, name, "plain GROUP BY, ten queries", "ms", sql),
            new Figure(Measure, name, "ten pages with ranges, comparisons and suppression", "ms", ten).Beside("ten plain queries", sql),
            new Figure(Measure, name, "the slowest of the ten pages", "ms", slowest).Within(LimitMs),
            new Figure(Measure, name, "thirty wards under two filters", "ms", filtered).Within(LimitMs),
        ];
    }

    private static async Task<double> TimeAsync(Browser officer, AskedHomes asked, string query)
    {
        var start = Stopwatch.GetTimestamp();
        var page = await officer.OpenAsync($"/surveys/{asked.Survey.Id}/results/compare{query}");
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return page.Status == System.Net.HttpStatusCode.OK && page.Errors.Count == 0
            ? took
            : throw new InvalidOperationException($"The page was answered with {page.Status}.");
    }

    private static async Task<double> QueryAsync(DbConnection connection, DatabaseKind kind, Guid survey, string group, string question)
    {
        var answer =
            kind == DatabaseKind.Sqlite ? $"json_extract(\"Answers\", '$.{question}[0]')" : $"\"Answers\"::json -> '{question}' ->> 0";
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT \"{group}\", {answer}, COUNT(*) FROM surveys_response WHERE \"SurveyId\" = @survey GROUP BY 1, 2";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("survey", survey);
        command.Parameters.Add(parameter);
        var start = Stopwatch.GetTimestamp();
        var people = 0L;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            people += rows.GetInt64(2);
        }
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return people == Homes ? took : throw new InvalidOperationException($"The query counted {people}, not {Homes}.");
    }

    private static async Task<DbConnection> ConnectAsync(DatabaseAddress database)
    {
        DbConnection connection =
            database.Kind == DatabaseKind.Sqlite
                ? new SqliteConnection(database.ConnectionString)
                : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
