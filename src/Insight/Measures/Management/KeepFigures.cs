// Takes figures of a year, one or a whole file, together or not at all; and takes one out again.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Management;

/// <summary>One line to be taken.</summary>
/// <param name="Version">Of the row it was made from; 0 where there was none.</param>
internal sealed record Taking(Line Line, Counted Counted, int Version);

internal sealed class KeepFigures(HearthDb db, Actor actor, AuditTrail audit, TimeProvider time)
{
    public async Task<IReadOnlyList<(Line Line, Refusal Refusal)>> RunAsync(
        ReportingYear year,
        IReadOnlyList<Taking> taken,
        CancellationToken stop
    )
    {
        var rows = await db.Set<ManagementFigure>().Where(row => row.YearEnding == year.Ending).ToListAsync(stop);
        var would = FigureReader.Of(year, rows).With(taken.Select(taking => (taking.Line, taking.Counted)));
        List<(Line, Refusal)> refusals = [.. AcrossLines.WhyNot(would, [.. taken.Select(taking => taking.Line)])];
        foreach (var taking in taken)
        {
            var row = rows.FirstOrDefault(taking.Line.Holds);
            if ((row?.Version ?? 0) != taking.Version)
            {
                refusals.Add((taking.Line, new ChangedMeanwhile()));
            }
        }
        if (refusals.Count > 0)
        {
            return refusals;
        }
        foreach (var taking in taken)
        {
            Take(year, rows.FirstOrDefault(taking.Line.Holds), taking);
        }
        return await SaveAsync(taken.Select(taking => taking.Line), stop);
    }

    public async Task<IReadOnlyList<(Line Line, Refusal Refusal)>> TakeOutAsync(
        ReportingYear year,
        Line line,
        int version,
        CancellationToken stop
    )
    {
        var rows = await db.Set<ManagementFigure>().Where(row => row.YearEnding == year.Ending).ToListAsync(stop);
        if (rows.FirstOrDefault(line.Holds) is not { } row || row.Version != version)
        {
            return [(line, new ChangedMeanwhile())];
        }
        db.Remove(row);
        audit.Write("TakeOutFigure", "management figure", row.Id, $"{year.Name} {line.Called}: was {Line.Counts(row.Counted)}");
        return await SaveAsync([line], stop);
    }

    private void Take(ReportingYear year, ManagementFigure? row, Taking taking)
    {
        var before = row?.Counted;
        if (before == taking.Counted)
        {
            return;
        }
        if (row is null)
        {
            row = new ManagementFigure
            {
                YearEnding = year.Ending,
                Measure = taking.Line.Measure.Code,
                Part = taking.Line.Measure.Part ?? 0,
                Stock = taking.Line.Stock,
            };
            db.Add(row);
        }
        row.Take(taking.Counted);
        (row.ChangedAt, row.ChangedBy) = (time.GetUtcNow(), actor.Name);
        row.Version++;
        audit.Write(
            "KeepFigure",
            "management figure",
            row.Id,
            $"{year.Name} {taking.Line.Called}: {Line.Counts(before)} became {Line.Counts(taking.Counted)}"
        );
    }

    private async Task<IReadOnlyList<(Line, Refusal)>> SaveAsync(IEnumerable<Line> lines, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return [];
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return [(lines.First(), new ChangedMeanwhile())];
        }
    }
}
