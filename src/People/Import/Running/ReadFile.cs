// First step: reads the file row by row into the waiting table, and sets aside what cannot be read.
using System.Text.Json;
using System.Text.Json.Serialization;
using Hearth.People.Import.Columns;
using Hearth.People.Import.Merging;
using Hearth.People.Import.Reading;
using Hearth.People.Import.Rows;
using Hearth.People.Import.Stored;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import.Running;

/// <summary>Rows of the file counted, before tenancies are put together.</summary>
internal sealed record RowsRead(int DataRows, int SetAside, int LeftOut, int NotData);

internal sealed class ReadFile(HearthDb db, DatabaseAddress address, TimeProvider time)
{
    public static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    private const int Batch = 2000;
    private readonly List<ImportLine> lines = new(Batch);
    private readonly List<ImportRemark> remarks = [];

    /// <summary>Safe to run again: it begins by clearing what an earlier try left.</summary>
    /// <exception cref="UnreadableFileException">The file cannot be read as a table, or not with these columns.</exception>
    public async Task<RowsRead> RunAsync(
        Guid runId,
        TableFile file,
        ColumnMap map,
        Func<ImportProgress, Task> progress,
        CancellationToken stop
    )
    {
        await db.Set<ImportLine>().Where(l => l.RunId == runId).ExecuteDeleteAsync(stop);
        await db.Set<ImportRemark>().Where(r => r.RunId == runId).ExecuteDeleteAsync(stop);

        var table = file.FindTable(map);
        if (map.NotAmong(table.Headings) is { Count: > 0 } absent)
        {
            throw new UnreadableFileException($"The file has no column “{string.Join("”, “", absent)}”. Choose the columns again");
        }
        var reader = new RowReader(table.Headings, map, time.Today());
        var (data, aside, leftOut, notData) = (0, 0, 0, table.Above);
        await using var bulk = new BulkWrite(db, address);
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            foreach (var raw in table.Rows())
            {
                switch (reader.Read(raw))
                {
                    case ReadRow.NotData:
                        notData += raw.IsBlank ? 0 : 1;
                        continue;
                    case ReadRow.Aside row:
                        data++;
                        aside++;
                        Remark(runId, raw, RemarkKind.SetAside, row.Reason);
                        lines.Add(
                            new ImportLine
                            {
                                RunId = runId,
                                Line = raw.Line,
                                Key = row.Tenancy,
                                Original = "",
                            }
                        );
                        break;
                    case ReadRow.Taken row:
                        data++;
                        leftOut += row.LeftOut.Count;
                        foreach (var reason in row.LeftOut)
                        {
                            Remark(runId, raw, RemarkKind.LeftOut, reason);
                        }
                        lines.Add(
                            new ImportLine
                            {
                                RunId = runId,
                                Line = raw.Line,
                                Key = row.Row.Tenancy,
                                Row = JsonSerializer.Serialize(row.Row, Json),
                                Original = raw.Original,
                            }
                        );
                        break;
                }
                if (lines.Count >= Batch)
                {
                    await FlushAsync(bulk, stop);
                    await progress(new("Reading the file", data, 0));
                }
            }
            await FlushAsync(bulk, stop);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
        if (data == 0)
        {
            throw new UnreadableFileException("There are no rows below the headings");
        }
        return new RowsRead(data, aside, leftOut, notData);
    }

    private void Remark(Guid runId, RawRow raw, RemarkKind kind, string reason) =>
        remarks.Add(
            new ImportRemark
            {
                RunId = runId,
                Line = raw.Line,
                Kind = kind,
                Reason = reason,
                Original = raw.Original,
            }
        );

    // a short transaction for each batch: on SQLite tenants' answers are let through in between
    private async Task FlushAsync(BulkWrite bulk, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await bulk.UpsertAsync(lines, stop);
        await bulk.UpsertAsync(remarks, stop);
        await transaction.CommitAsync(stop);
        lines.Clear();
        remarks.Clear();
    }
}
