// Takes earlier figures in, one or a whole file, together or not at all; and takes one out again.
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Perception.History;

/// <summary>A figure as it was typed.</summary>
internal sealed record TypedFigure
{
    public string? Year { get; init; }
    public string? Indicator { get; init; }
    public string? Percent { get; init; }
    public string? Base { get; init; }
    public string? Method { get; init; }
}

internal sealed class KeepEarlier(HearthDb db, Actor actor, AuditTrail audit, TimeProvider time)
{
    private const int MostRows = 1000;
    private static readonly string[] Columns = ["year", "indicator", "percent", "base", "method"];

    public async Task<IReadOnlyList<HistoryRefusal>> AddAsync(TypedFigure typed, CancellationToken stop) =>
        [.. (await TakeAsync([(0, typed)], stop)).Select(one => one.Refusal)];

    /// <summary>Every row of a CSV file, or none: refusals say the row.</summary>
    public async Task<(int Taken, IReadOnlyList<HistoryRefusal> Refusals)> ImportAsync(byte[]? file, CancellationToken stop)
    {
        List<(int, TypedFigure)> rows = [];
        if (Read(file, rows) is { Count: > 0 } unread)
        {
            return (0, unread);
        }
        var refused = await TakeAsync(rows, stop);
        return refused.Count == 0
            ? (rows.Count, [])
            : (0, [.. refused.Select(one => one.Refusal with { Field = "Sheet", Words = $"Row {one.Row}: {one.Refusal.Words}" })]);
    }

    public async Task<EarlierFigure?> TakeOutAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<EarlierFigure>().FindAsync([id], stop) is not { } row)
        {
            return null;
        }
        db.Remove(row);
        audit.Write("TakeOutEarlierFigure", "earlier figure", id, $"{row.Indicator} {row.Year}: was {row.Percent}");
        await db.SaveChangesAsync(stop);
        return row;
    }

    private async Task<List<(int Row, HistoryRefusal Refusal)>> TakeAsync(List<(int Row, TypedFigure Typed)> typed, CancellationToken stop)
    {
        var stands = (await db.Set<EarlierFigure>().Select(row => new { row.Indicator, row.Year }).ToListAsync(stop))
            .Select(row => (row.Indicator, row.Year))
            .ToHashSet();
        List<(int, HistoryRefusal)> refused = [];
        List<EarlierFigure> taken = [];
        foreach (var (row, one) in typed)
        {
            var (figure, refusals) = Check(one);
            if (refusals.Count == 0 && !stands.Add((figure!.Indicator, figure.Year)))
            {
                refusals = [new StandsAlready(History.Indicator.Find(figure.Indicator)!.Name, figure.Year)];
            }
            refused.AddRange(refusals.Select(refusal => (row, refusal)));
            if (refusals.Count == 0)
            {
                taken.Add(figure!);
            }
        }
        if (refused.Count > 0)
        {
            return refused;
        }
        foreach (var figure in taken)
        {
            db.Add(figure);
            audit.Write("AddEarlierFigure", "earlier figure", figure.Id, $"{figure.Indicator} {figure.Year}: {figure.Percent}");
        }
        try
        {
            await db.SaveChangesAsync(stop);
            return [];
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return [(typed[0].Row, new StandsAlready(History.Indicator.Find(taken[0].Indicator)!.Name, taken[0].Year))];
        }
    }

    private (EarlierFigure? Figure, IReadOnlyList<HistoryRefusal> Refusals) Check(TypedFigure typed)
    {
        List<HistoryRefusal> refusals = [];
        var last = time.Today().Year;
        var year = 0;
        if (string.IsNullOrWhiteSpace(typed.Year))
        {
            refusals.Add(new YearMissing());
        }
        else if (!int.TryParse(typed.Year.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out year) || year < 2000 || year > last)
        {
            refusals.Add(new YearIsNone(typed.Year.Trim(), last));
        }
        var indicator = History.Indicator.Find(typed.Indicator);
        if (indicator is null)
        {
            refusals.Add(
                string.IsNullOrWhiteSpace(typed.Indicator) ? new IndicatorMissing() : new IndicatorUnknown(typed.Indicator.Trim())
            );
        }
        var percent = 0m;
        if (string.IsNullOrWhiteSpace(typed.Percent))
        {
            refusals.Add(new PercentMissing());
        }
        else if (
            !decimal.TryParse(typed.Percent.Trim().TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out percent)
            || percent > 100
        )
        {
            refusals.Add(new PercentIsNone(typed.Percent.Trim()));
        }
        int? answered = null;
        if (!string.IsNullOrWhiteSpace(typed.Base))
        {
            if (
                int.TryParse(typed.Base.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var many)
                && many is >= 1 and <= 9_999_999
            )
            {
                answered = many;
            }
            else
            {
                refusals.Add(new BaseIsNone(typed.Base.Trim()));
            }
        }
        var method = typed.Method?.Trim() ?? "";
        if (method.Length is 0 or > 100)
        {
            refusals.Add(method.Length == 0 ? new MethodMissing() : new MethodTooLong());
        }
        return refusals.Count > 0
            ? (null, refusals)
            : (
                new EarlierFigure
                {
                    Year = year,
                    Indicator = indicator!.Key,
                    Percent = decimal.Round(percent, 1, MidpointRounding.AwayFromZero),
                    Base = answered,
                    Method = method,
                    AddedAt = time.GetUtcNow(),
                    AddedBy = actor.Name,
                },
                []
            );
    }

    private static List<HistoryRefusal> Read(byte[]? file, List<(int, TypedFigure)> rows)
    {
        if (file is not { Length: > 0 } || file.Contains((byte)0))
        {
            return [new FileIsNone()];
        }
        using var csv = new CsvParser(
            new StreamReader(new MemoryStream(file), Encoding.UTF8),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                BadDataFound = null,
                DetectDelimiter = true,
                IgnoreBlankLines = true,
            }
        );
        if (!csv.Read())
        {
            return [new FileIsNone()];
        }
        string[] headings = [.. csv.Record!.Select(heading => heading.Trim().ToLowerInvariant())];
        var places = Columns.ToDictionary(name => name, name => Array.IndexOf(headings, name));
        if (places.Values.All(place => place < 0))
        {
            return [new FileIsNone()];
        }
        if (places.Where(place => place.Value < 0).ToList() is { Count: > 0 } missing)
        {
            return [.. missing.Select(place => new ColumnMissing(place.Key))];
        }
        while (csv.Read())
        {
            if (rows.Count == MostRows)
            {
                return [new TooManyRows()];
            }
            var cells = csv.Record!;
            string? Cell(string name) => places[name] < cells.Length ? cells[places[name]] : null;
            rows.Add(
                (
                    csv.RawRow,
                    new TypedFigure
                    {
                        Year = Cell("year"),
                        Indicator = Cell("indicator"),
                        Percent = Cell("percent"),
                        Base = Cell("base"),
                        Method = Cell("method"),
                    }
                )
            );
        }
        return rows.Count == 0 ? [new FileIsNone()] : [];
    }
}
