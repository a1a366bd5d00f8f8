// Reads a file of figures against what stands: what it would change, or every reason why none of it is taken.
using System.Globalization;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Management.ImportFigures;

/// <summary>What a file would do.</summary>
/// <param name="Changes">Lines that would change, in the order of the file.</param>
/// <param name="Same">Rows that say what stands already.</param>
/// <param name="Empty">Rows with nothing in them, which change nothing.</param>
/// <param name="Would">The year as it would be.</param>
/// <param name="Wrong">Why nothing is taken; empty where everything could be.</param>
internal sealed record FilePreview(
    IReadOnlyList<Taking> Changes,
    int Same,
    int Empty,
    YearOfFigures Before,
    YearOfFigures Would,
    IReadOnlyList<string> Wrong
)
{
    /// <summary>Of what stood when it was looked at: a later look that differs is another preview.</summary>
    public string Stamp => string.Join('.', Changes.Select(change => $"{change.Line.Key}:{change.Version}"));
}

internal sealed class ImportFigures(HearthDb db, KeepFigures keep)
{
    public const int Largest = 1024 * 1024;

    public async Task<FilePreview> ReadAsync(ReportingYear year, byte[] file, CancellationToken stop)
    {
        var stored = await db.Set<ManagementFigure>().AsNoTracking().Where(row => row.YearEnding == year.Ending).ToListAsync(stop);
        var before = FigureReader.Of(year, stored);
        var (rows, broken) = FiguresCsv.Read(file);
        if (broken is not null)
        {
            return new([], 0, 0, before, before, [broken]);
        }
        List<string> wrong = [];
        List<(FileRow Row, Taking Taking)> changes = [];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var (same, empty) = (0, 0);
        foreach (var row in rows)
        {
            if (Find(before, row) is not { } line)
            {
                wrong.Add(Unknown(before, row));
            }
            else if (!seen.TryAdd(line.Key, row.Number))
            {
                wrong.Add($"Row {row.Number}: {line.Called} is on row {seen[line.Key]} too. Keep one of them");
            }
            else if (row.Cells.IsEmpty)
            {
                empty++;
            }
            else
            {
                var (counted, refusals) = row.Cells.Read(line, strict: true);
                wrong.AddRange(refusals.Select(refusal => Say(row, refusal)));
                if (counted == before[line])
                {
                    same++;
                }
                else
                {
                    changes.Add((row, new(line, counted, stored.FirstOrDefault(line.Holds)?.Version ?? 0)));
                }
            }
        }
        var would = before.With(changes.Select(change => (change.Taking.Line, change.Taking.Counted)));
        if (wrong.Count == 0)
        {
            wrong.AddRange(
                AcrossLines
                    .WhyNot(would, [.. changes.Select(change => change.Taking.Line)])
                    .Select(found => Say(changes.First(change => change.Taking.Line == found.Line).Row, found.Refusal))
            );
        }
        return new([.. changes.Select(change => change.Taking)], same, empty, before, would, wrong);
    }

    /// <summary>Takes what the preview showed, all of it or nothing.</summary>
    public Task<IReadOnlyList<(Line Line, Refusal Refusal)>> TakeAsync(FilePreview preview, CancellationToken stop) =>
        keep.RunAsync(preview.Before.Year, preview.Changes, stop);

    private static Line? Find(YearOfFigures figures, FileRow row) =>
        figures.Lines.FirstOrDefault(line =>
            string.Equals(line.Measure.Code, row.Measure, StringComparison.OrdinalIgnoreCase)
            && (line.Measure.Part?.ToString(CultureInfo.InvariantCulture) ?? "") == row.Part
            && string.Equals(Line.Code(line.Stock), row.Stock, StringComparison.OrdinalIgnoreCase)
        );

    private static string Unknown(YearOfFigures figures, FileRow row)
    {
        var measure = figures
            .Lines.Where(line => string.Equals(line.Measure.Code, row.Measure, StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (measure.Count == 0)
        {
            return $"Row {row.Number}, column {FiguresCsv.Measure}: “{row.Measure}” is not a management measure of {figures.Year.Name}";
        }
        string[] parts = [.. measure.Select(line => line.Measure.Part?.ToString(CultureInfo.InvariantCulture) ?? "").Distinct()];
        return parts.Contains(row.Part)
            ? $"Row {row.Number}, column {FiguresCsv.Stock}: must be {string.Join(" or ", measure.Select(line => Line.Code(line.Stock)).Distinct())} for {measure[0].Measure.Code}"
            : $"Row {row.Number}, column {FiguresCsv.Part}: must be {(parts[0].Length == 0 ? "empty" : string.Join(" or ", parts))} for {measure[0].Measure.Code}";
    }

    private static string Say(FileRow row, Refusal refusal) =>
        refusal.Field.Length == 0
            ? $"Row {row.Number}: {refusal.Words}"
            : $"Row {row.Number}, column {FiguresCsv.Headings[refusal.Field]}: {refusal.Words}";
}
