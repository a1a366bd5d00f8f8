// Keeps surveys' columns in memory, up to date with the database at every look. Each node has its own; losing it costs a second.
using System.Collections.Concurrent;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Paper;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Results;

internal sealed class ResultsCache
{
    private const int Kept = 24;

    // A response's instant is taken before its commit; this much later it is surely there.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Guid, Entry> entries = new();
    private long looks;

    /// <summary>The answers as they are in the database now.</summary>
    public async Task<Snapshot> LookAsync(HearthDb db, Survey survey, IReadOnlyList<Question> questions, CancellationToken stop)
    {
        var entry = entries.GetOrAdd(survey.Id, _ => new Entry());
        entry.LastLook = Interlocked.Increment(ref looks);
        MakeRoom();
        await entry.Turn.WaitAsync(stop);
        try
        {
            return await RefreshAsync(db, survey.Id, questions, entry, stop);
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    /// <summary>How many answers to a survey are in memory.</summary>
    public int Held(Guid survey) => entries.TryGetValue(survey, out var entry) ? entry.Now?.Count ?? 0 : 0;

    private static async Task<Snapshot> RefreshAsync(
        HearthDb db,
        Guid survey,
        IReadOnlyList<Question> questions,
        Entry entry,
        CancellationToken stop
    )
    {
        // an answer that was put right after a second look at the paper leaves the counts as they were
        var corrected = await db.Set<PaperSheet>().CountAsync(s => s.SurveyId == survey && s.SettledAt != null, stop);
        var kinds = string.Join('|', questions.Select(q => $"{q.Key}:{q.Kind}:{string.Join(',', q.Options.Select(o => o.Code))}"));
        var shape = $"{corrected}|{kinds}";
        var answered = await db.Set<Response>().CountAsync(r => r.SurveyId == survey, stop);
        var asked = await db.Set<Invitation>().CountAsync(i => i.SurveyId == survey, stop);
        if (entry.Now is { } now && now.Count == answered && now.Asked.Total == asked && entry.Shape == shape)
        {
            return now;
        }
        if (entry.Columns is null || entry.Shape != shape)
        {
            entry.Columns = null;
        }
        else if (entry.Columns.Count < answered)
        {
            var since = entry.Columns.Newest - Overlap;
            await AddAsync(db, db.Set<Response>().Where(r => r.SurveyId == survey && r.At >= since), entry.Columns, stop);
        }
        // Fewer than counted: an import brought older ones. More: some were taken away. Either way, from the beginning.
        if (entry.Columns is null || entry.Columns.Count < answered || (entry.Now is not null && answered < entry.Now.Count))
        {
            entry.Columns = new AnswerColumns(questions);
            await AddAsync(db, db.Set<Response>().Where(r => r.SurveyId == survey), entry.Columns, stop);
        }
        if (entry.Now?.Asked.Total != asked)
        {
            entry.Asked = await AskedAsync(db, survey, stop);
        }
        entry.Shape = shape;
        return entry.Now = new Snapshot(entry.Columns, entry.Asked!);
    }

    private static async Task AddAsync(HearthDb db, IQueryable<Response> responses, AnswerColumns columns, CancellationToken stop)
    {
        // The instant before the rows: what comes in meanwhile is looked for again.
        var newest = await responses.OrderByDescending(r => r.At).Select(r => (DateTimeOffset?)r.At).FirstOrDefaultAsync(stop);
        var query = responses.Select(r => new
        {
            r.Id,
            r.Channel,
            r.Ward,
            r.Tenure,
            r.Locality,
            r.AgeBand,
            r.HomeKind,
            r.Answers,
            r.Edition,
        });
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            // Row by row as the database gives them: making objects of a hundred thousand takes longer than reading them.
            await using var command = query.CreateDbCommand();
            await using var rows = await command.ExecuteReaderAsync(stop);
            while (await rows.ReadAsync(stop))
            {
                columns.Add(
                    new ResponseRow(
                        rows.GetGuid(0),
                        rows.GetString(1),
                        rows.GetString(2),
                        rows.GetString(3),
                        rows.GetString(4),
                        rows.GetString(5),
                        rows.GetString(6),
                        rows.GetString(7),
                        rows.GetInt32(8)
                    )
                );
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
        columns.SeenUpTo(newest);
    }

    private static async Task<Asked> AskedAsync(HearthDb db, Guid survey, CancellationToken stop)
    {
        var rows = await db.Set<Invitation>()
            .Where(i => i.SurveyId == survey)
            .GroupBy(i => new
            {
                i.Ward,
                i.Tenure,
                i.Locality,
                i.AgeBand,
                i.HomeKind,
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(stop);
        Dictionary<string, int> By(Func<(string Ward, string Tenure, string Locality, string AgeBand, string HomeKind), string> name) =>
            rows.GroupBy(r => name((r.Key.Ward, r.Key.Tenure, r.Key.Locality, r.Key.AgeBand, r.Key.HomeKind)))
                .ToDictionary(g => g.Key, g => g.Sum(r => r.Count), StringComparer.Ordinal);
        return new Asked(
            rows.Sum(r => r.Count),
            new Dictionary<Grouping, IReadOnlyDictionary<string, int>>
            {
                [Grouping.Ward] = By(key => key.Ward),
                [Grouping.Age] = By(key => AgeBands.Widen(key.AgeBand)),
                [Grouping.Tenure] = By(key => key.Tenure),
                [Grouping.Locality] = By(key => key.Locality),
                [Grouping.HomeKind] = By(key => key.HomeKind),
            },
            [
                .. rows.Select(r => new AskedCell(
                    new Dictionary<Grouping, string>
                    {
                        [Grouping.Ward] = r.Key.Ward,
                        [Grouping.Age] = AgeBands.Widen(r.Key.AgeBand),
                        [Grouping.Tenure] = r.Key.Tenure,
                        [Grouping.Locality] = r.Key.Locality,
                        [Grouping.HomeKind] = r.Key.HomeKind,
                    },
                    r.Count
                )),
            ]
        );
    }

    private void MakeRoom()
    {
        while (entries.Count > Kept)
        {
            entries.TryRemove(entries.MinBy(pair => pair.Value.LastLook).Key, out _);
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Turn { get; } = new(1);
        public AnswerColumns? Columns { get; set; }
        public Asked? Asked { get; set; }
        public Snapshot? Now { get; set; }
        public string Shape { get; set; } = "";
        public long LastLook { get; set; }
    }
}

/// <summary>Households asked: all, and by group.</summary>
internal sealed record Asked(
    int Total,
    IReadOnlyDictionary<Grouping, IReadOnlyDictionary<string, int>> ByGroup,
    IReadOnlyList<AskedCell> Cells
);

/// <summary>Households asked of one combination of groups.</summary>
internal sealed record AskedCell(IReadOnlyDictionary<Grouping, string> Groups, int Homes);
