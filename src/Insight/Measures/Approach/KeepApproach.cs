// Keeps what a person adds to the summary of approach: the facts only they know, and their words for an item.
using Hearth.Insight.Measures.Approach.SayFacts;
using Hearth.Insight.Measures.Management;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Approach;

internal sealed class KeepApproach(HearthDb db, Actor actor, AuditTrail audit, TimeProvider time)
{
    public async Task<IReadOnlyList<ApproachRefusal>> SayAsync(
        ReportingYear year,
        StockType stock,
        StatementForm form,
        int version,
        CancellationToken stop
    )
    {
        var row = await db.Set<SurveyStatement>().FirstOrDefaultAsync(one => one.YearEnding == year.Ending && one.Stock == stock, stop);
        if ((row?.Version ?? 0) != version)
        {
            return [new SavedMeanwhile()];
        }
        if (row is null)
        {
            row = new SurveyStatement { YearEnding = year.Ending, Stock = stock };
            db.Add(row);
        }
        var refusals = form.Read(row);
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return refusals;
        }
        (row.ChangedAt, row.ChangedBy) = (time.GetUtcNow(), actor.Name);
        row.Version++;
        audit.Write("SayFacts", "summary of approach", row.Id, $"{year.Name} {Line.Code(stock)}");
        return await SaveAsync(stop);
    }

    /// <summary>The officer's words for an item; empty goes back to what is made from the facts.</summary>
    /// <param name="made">What the facts say now: the words stand on it.</param>
    public async Task<IReadOnlyList<ApproachRefusal>> WriteAsync(
        ReportingYear year,
        StockType stock,
        ApproachItem item,
        string? words,
        int version,
        CancellationToken stop
    )
    {
        var letter = item.Letter;
        var row = await db.Set<ApproachWords>()
            .FirstOrDefaultAsync(one => one.YearEnding == year.Ending && one.Stock == stock && one.Item == letter, stop);
        if ((row?.Version ?? 0) != version)
        {
            return [new SavedMeanwhile()];
        }
        var text = words?.Trim().ReplaceLineEndings("\n") ?? "";
        if (text.Length > ApproachWords.Longest)
        {
            return [new TooLong("Words", "Your words", ApproachWords.Longest)];
        }
        if (text.Length == 0)
        {
            if (row is null)
            {
                return [];
            }
            db.Remove(row);
            audit.Write("WriteApproach", "summary of approach", row.Id, $"{year.Name} {Line.Code(stock)}, {letter}: own words taken back");
            return await SaveAsync(stop);
        }
        if (row is null)
        {
            row = new ApproachWords
            {
                YearEnding = year.Ending,
                Stock = stock,
                Item = letter,
            };
            db.Add(row);
        }
        (row.Words, row.MadeFrom, row.ChangedAt, row.ChangedBy) = (text, item.Made, time.GetUtcNow(), actor.Name);
        row.Version++;
        audit.Write("WriteApproach", "summary of approach", row.Id, $"{year.Name} {Line.Code(stock)}, {letter}: own words");
        return await SaveAsync(stop);
    }

    private async Task<IReadOnlyList<ApproachRefusal>> SaveAsync(CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return [];
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return [new SavedMeanwhile()];
        }
    }
}
