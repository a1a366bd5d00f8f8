// Reads what is published. A version never changes, so that what was read once is kept: a whole town may look on one evening.
using System.Collections.Concurrent;
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Perception.Freezing;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Published;

/// <summary>Versions that were read already, by their id.</summary>
internal sealed class PublishedKept
{
    public ConcurrentDictionary<Guid, (PublishedBody Body, IReadOnlyList<PerceptionYear> Figures)> Read { get; } = new();
}

internal sealed class PublishedReader(HearthDb db, PublishedKept kept)
{
    /// <summary>The years of which anything is published, the latest first.</summary>
    public async Task<IReadOnlyList<ReportingYear>> YearsAsync(CancellationToken stop) =>
        [
            .. (await db.Set<Publication>().Select(publication => publication.YearEnding).Distinct().ToListAsync(stop))
                .OrderDescending()
                .Select(ending => new ReportingYear(ending)),
        ];

    /// <summary>The newest version of a year, or the one asked for; null where there is none.</summary>
    public async Task<PublishedYear?> FindAsync(int ending, int? number, CancellationToken stop)
    {
        var versions = await db.Set<Publication>()
            .AsNoTracking()
            .Where(publication => publication.YearEnding == ending)
            .OrderByDescending(publication => publication.Number)
            .Select(publication => new Publication
            {
                Id = publication.Id,
                YearEnding = publication.YearEnding,
                Number = publication.Number,
                Reason = publication.Reason,
                Sha256 = publication.Sha256,
                PublishedAt = publication.PublishedAt,
                PublishedBy = publication.PublishedBy,
            })
            .ToListAsync(stop);
        var asked = number is null ? versions.FirstOrDefault() : versions.Find(version => version.Number == number);
        if (asked is null)
        {
            return null;
        }
        if (!kept.Read.TryGetValue(asked.Id, out var read))
        {
            read = await ReadAsync(asked.Id, stop);
            kept.Read[asked.Id] = read;
        }
        return new(new(ending), asked, read.Body, read.Figures, versions);
    }

    private async Task<(PublishedBody, IReadOnlyList<PerceptionYear>)> ReadAsync(Guid id, CancellationToken stop)
    {
        var bytes = await db.Set<Publication>()
            .Where(publication => publication.Id == id)
            .Select(publication => publication.Body)
            .SingleAsync(stop);
        var body = Bodies.Read(bytes);
        var editions = body.Stocks.Select(stock => stock.Edition).ToList();
        var frozen = await db.Set<Edition>().AsNoTracking().Where(edition => editions.Contains(edition.Id)).ToListAsync(stop);
        return (
            body,
            [
                .. body
                    .Stocks.Select(stock => AsPublished(frozen.Find(edition => edition.Id == stock.Edition), stock))
                    .OfType<PerceptionYear>(),
            ]
        );
    }

    /// <summary>The figures that were published, or null where somebody has altered what is kept of them: nobody is shown other figures under the same version.</summary>
    private static PerceptionYear? AsPublished(Edition? edition, PublishedStock stock) =>
        edition is not null && Edition.ChecksumOf(edition.Inputs, edition.Recipe, edition.Outputs) == stock.EditionSha256
            ? edition.Read(out _)
            : null;
}
