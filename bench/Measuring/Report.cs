// Prints the figures as a table or as JSON.
using System.Globalization;
using System.Text.Json;
using Hearth.Storage.Public;

namespace Hearth.Bench.Measuring;

internal static class Report
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    public static string Name(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? "SQLite" : "PostgreSQL";

    public static void Print(bool json, Conditions conditions, IReadOnlyList<Figure> figures)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { Conditions = conditions, Figures = figures }, Options));
            return;
        }
        Console.Out.WriteLine(
            $"{conditions.Cores} cores, {conditions.MemoryGiB:0} GiB, {conditions.Runtime}; SQLite {conditions.Sqlite}; PostgreSQL {conditions.PostgreSql}"
        );
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"a flush to the disk takes {conditions.FlushMs:0.0} ms; load {conditions.LoadAtStart:0.0} at the start, {conditions.LoadAtEnd:0.0} at the end; load and server share the cores"
            )
        );
        foreach (var measure in figures.GroupBy(figure => figure.Measure))
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine(measure.Key);
            foreach (var line in Lines([.. measure]))
            {
                Console.Out.WriteLine(line);
            }
        }
    }

    private static IEnumerable<string> Lines(IReadOnlyList<Figure> figures)
    {
        List<string[]> rows =
        [
            ["database", "what", "median", "lowest", "highest", "unit", "against", "ratio", "aim", ""],
        ];
        rows.AddRange(
            figures.Select(f =>
                (string[])
                    [
                        f.Database,
                        f.What,
                        Number(f.Median),
                        Number(f.Rounds.Min()),
                        Number(f.Rounds.Max()),
                        f.Unit,
                        f.Against ?? "",
                        f.Ratio is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "",
                        f.Aim ?? "",
                        f.Met switch
                        {
                            true => "met",
                            false => "MISSED",
                            null => "",
                        },
                    ]
            )
        );
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        return rows.Select(row =>
            string.Join("  ", row.Select((cell, at) => at is 2 or 3 or 4 or 7 ? cell.PadLeft(widths[at]) : cell.PadRight(widths[at])))
                .TrimEnd()
        );
    }

    private static string Number(double number) => number.ToString(number >= 100 ? "0" : "0.0", CultureInfo.InvariantCulture);
}
