// The rows in waiting, put together by tenancy and handed out a few hundred tenancies at a time.
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hearth.People.Import.Rows;
using Hearth.People.Import.Stored;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import.Running;

internal sealed class WaitingRows(HearthDb db, Guid runId)
{
    private const int PageSize = 2000;

    /// <summary>Every row that was taken, those of a tenancy together, pages of whole tenancies.</summary>
    public async IAsyncEnumerable<IReadOnlyList<IReadOnlyList<(int Line, ImportedRow Row)>>> PagesAsync(
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var (key, line) = ("", -1);
        var open = new List<(int Line, ImportedRow Row)>();
        while (true)
        {
            var (afterKey, afterLine) = (key, line);
            var rows = await db.Set<ImportLine>()
                .AsNoTracking()
                .Where(l => l.RunId == runId && l.Row != null)
                .Where(l => string.Compare(l.Key, afterKey) >= 0 && (string.Compare(l.Key, afterKey) > 0 || l.Line > afterLine))
                .OrderBy(l => l.Key)
                .ThenBy(l => l.Line)
                .Take(PageSize)
                .Select(l => new
                {
                    l.Key,
                    l.Line,
                    l.Row,
                })
                .ToListAsync(stop);
            var page = new List<IReadOnlyList<(int, ImportedRow)>>();
            foreach (var row in rows)
            {
                // homes that stand empty have no tenancy to bring them together
                if (open.Count > 0 && (row.Key != key || row.Key.Length == 0))
                {
                    page.Add(open);
                    open = [];
                }
                open.Add((row.Line, JsonSerializer.Deserialize<ImportedRow>(row.Row!, ReadFile.Json)!));
                (key, line) = (row.Key, row.Line);
            }
            if (rows.Count < PageSize && open.Count > 0)
            {
                page.Add(open);
                open = [];
            }
            if (page.Count > 0)
            {
                yield return page;
            }
            if (rows.Count < PageSize)
            {
                yield break;
            }
        }
    }
}
