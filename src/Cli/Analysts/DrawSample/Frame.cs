// Everyone who could be drawn: their names, their strata, and what is known of how far answers differ.
using System.Globalization;
using Hearth.Cli.Analysts.Columns;

namespace Hearth.Cli.Analysts.DrawSample;

internal sealed class Frame
{
    private const string Between = ", ";

    private Frame(string file, string key, int rows)
    {
        File = file;
        Key = key;
        Rows = rows;
    }

    public string File { get; }

    /// <summary>The heading of the first column.</summary>
    public string Key { get; }

    public int Rows { get; }

    /// <summary>The first column; null where it does not tell the rows apart.</summary>
    public IReadOnlyList<string>? Keys { get; private set; }

    /// <summary>Why the first column does not tell the rows apart.</summary>
    public string? NotTold { get; private set; }

    /// <summary>The names of the strata in the order of the alphabet, so that the order of the rows does not matter; empty where there are none.</summary>
    public IReadOnlyList<string> Strata { get; private set; } = [];

    /// <summary>For each row its stratum; all 0 where there are none.</summary>
    public int[] StratumOf { get; private set; } = [];

    /// <summary>For each stratum the standard deviation of the column of spread; null where there is no such column.</summary>
    public IReadOnlyList<double>? Deviations { get; private set; }

    /// <summary>Strata with fewer than two numbers, which are taken to differ as much as all do together.</summary>
    public IReadOnlyList<string> WithoutSpread { get; private set; } = [];

    public static Frame Read(TableFile file, IReadOnlyList<string> strata, string? spread, CancellationToken stop)
    {
        int[] places = [.. strata.Select(file.PlaceOf)];
        int? spreadPlace = spread is null ? null : file.PlaceOf(spread);
        var keys = new Keys();
        var stratum = new CodedColumn(string.Join(Between, strata));
        var numbers = new List<double>();
        using var rows = file.Rows();
        while (rows.Next())
        {
            stop.ThrowIfCancellationRequested();
            keys.Add(rows[0], rows.Line);
            stratum.Add(
                places.Length == 0 ? "" : string.Join(Between, places.Select(place => rows[place] is "" ? "(empty)" : rows[place])),
                rows.Line
            );
            if (spreadPlace is { } place)
            {
                numbers.Add(Number(file, rows, place));
            }
        }
        if (stratum.Rows == 0)
        {
            throw Refused.File(file.Name, "there are no rows below the header row.");
        }
        var frame = new Frame(file.Name, file.Headings[0], stratum.Rows) { Keys = keys.All, NotTold = keys.NotTold(file.Headings[0]) };
        int[] order = [.. Enumerable.Range(0, stratum.Categories.Count).OrderBy(code => stratum.Categories[code], StringComparer.Ordinal)];
        var placeOf = new int[order.Length];
        foreach (var (place, code) in order.Index())
        {
            placeOf[code] = place;
        }
        frame.StratumOf = stratum.Recoded(placeOf);
        frame.Strata = places.Length == 0 ? [] : [.. order.Select(code => stratum.Categories[code])];
        if (spreadPlace is not null)
        {
            frame.Spread(numbers);
        }
        return frame;
    }

    private static double Number(TableFile file, TableRows rows, int place)
    {
        var text = rows[place];
        if (text.Length == 0)
        {
            return double.NaN;
        }
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Refused.At(file.Name, rows.Line, file.Headings[place], $"“{text}” is no number. Enter one, or leave the cell empty.");
    }

    private void Spread(List<double> numbers)
    {
        var strata = Math.Max(1, Strata.Count);
        var (count, mean, squares) = (new int[strata + 1], new double[strata + 1], new double[strata + 1]);
        for (var row = 0; row < numbers.Count; row++)
        {
            if (double.IsNaN(numbers[row]))
            {
                continue;
            }
            // Welford's way, for each stratum and, last, for all
            foreach (var at in (ReadOnlySpan<int>)[StratumOf[row], strata])
            {
                count[at]++;
                var off = numbers[row] - mean[at];
                mean[at] += off / count[at];
                squares[at] += off * (numbers[row] - mean[at]);
            }
        }
        if (count[strata] < 2)
        {
            throw Refused.File(File, "the column of --spread holds fewer than two numbers. Name another, or leave --spread out.");
        }
        double Deviation(int at) => Math.Sqrt(squares[at] / (count[at] - 1));
        Deviations = [.. Enumerable.Range(0, strata).Select(at => count[at] > 1 ? Deviation(at) : Deviation(strata))];
        WithoutSpread = [.. Strata.Where((_, at) => count[at] < 2)];
    }
}

/// <summary>The first column, and whether it tells the rows apart.</summary>
internal sealed class Keys
{
    private readonly List<string> all = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private (string Key, int First, int Second)? twice;
    private int? empty;

    public IReadOnlyList<string>? All => twice is null && empty is null ? all : null;

    public void Add(string key, int line)
    {
        if (All is null)
        {
            return;
        }
        if (key.Length == 0)
        {
            empty = line;
        }
        else if (!lines.TryAdd(key, line))
        {
            twice = (key, lines[key], line);
        }
        all.Add(key);
    }

    public string? NotTold(string heading)
    {
        if (twice is { } same)
        {
            return $"{heading} does not tell the rows apart (“{same.Key}” stands on lines {same.First} and {same.Second})";
        }
        return empty is { } line ? $"{heading} does not tell the rows apart (it is empty on line {line})" : null;
    }
}
