// Publishes a year's measures for tenants: the first time, or as a correction with its reason.
using Hearth.DesignSystem.Public;
using Hearth.Insight.Measures.Return;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Published.PublishYear;

/// <summary>Why a year is not published.</summary>
internal abstract record PublishRefusal(string Field, string Words);

internal sealed record ChecksStand(int Count)
    : PublishRefusal("", $"{Insight.Words.Count(Count, "check", "checks")} must be put right before you can publish");

internal sealed record ReasonMissing() : PublishRefusal("Reason", "Enter why you publish again. Readers see it");

internal sealed record ReasonTooLong()
    : PublishRefusal("Reason", $"The reason must be {Insight.Words.Whole(Publication.LongestReason)} characters or fewer");

internal sealed record NothingIsNew() : PublishRefusal("", "What stands is what is published already. There is nothing to correct");

internal sealed record PublishedMeanwhile() : PublishRefusal("", "Somebody else published this year just now. Look at it again");

internal sealed class PublishYear(HearthDb db, Actor actor, AuditTrail audit, ILandlord landlord, TimeProvider time)
{
    /// <param name="seen">How many versions there were when the officer looked.</param>
    public async Task<IReadOnlyList<PublishRefusal>> RunAsync(YearToReport report, string? reason, int seen, CancellationToken stop)
    {
        var text = reason?.Trim().ReplaceLineEndings("\n") ?? "";
        var last = report.Last;
        if ((last?.Number ?? 0) != seen)
        {
            return [new PublishedMeanwhile()];
        }
        List<PublishRefusal> refusals = [];
        if (Checks.Of(report).Count(check => check is { Blocks: true, ForReaders: true }) is > 0 and var blocking)
        {
            refusals.Add(new ChecksStand(blocking));
        }
        else if (last is not null && Bodies.IsWhatStands(last, report))
        {
            refusals.Add(new NothingIsNew());
        }
        if (last is not null && text.Length == 0)
        {
            refusals.Add(new ReasonMissing());
        }
        if (text.Length > Publication.LongestReason)
        {
            refusals.Add(new ReasonTooLong());
        }
        if (refusals.Count > 0)
        {
            return refusals;
        }
        var body = Bodies.Write(Bodies.Of(report, landlord.Current.Name));
        var published = new Publication
        {
            YearEnding = report.Year.Ending,
            Number = seen + 1,
            Reason = last is null ? "" : text,
            Body = body,
            Sha256 = Bodies.ChecksumOf(body),
            PublishedAt = time.GetUtcNow(),
            PublishedBy = actor.Name,
        };
        db.Add(published);
        audit.Write(
            "PublishMeasures",
            "measures",
            published.Id,
            $"{report.Year.Name}, version {published.Number}, SHA-256 {published.Sha256}{(last is null ? "" : $": {text}")}"
        );
        try
        {
            await db.SaveChangesAsync(stop);
            return [];
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return [new PublishedMeanwhile()];
        }
    }
}
