// What an officer does on a case: take it, write down what was done, close it with a reason.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Cases.OneCase;

internal sealed record CaseIsClosed() : Refusal("This case is closed. Open it again before you write on it");

internal sealed record CaseIsOpen() : Refusal("This case is open");

internal sealed record WordsMissing(string What, string On) : Refusal(What, On);

internal sealed record WordsTooMany(string On) : Refusal($"Use {Case.LongestWords} letters or fewer", On);

internal sealed record NothingDone()
    : Refusal("Write down what was done before you close it as put right, or choose another reason", "End");

internal sealed class WorkOnCase(HearthDb db, Settings settings, AuditTrail audit, Actor actor, TimeProvider time)
{
    public Task<Outcome<Case>> TakeAsync(Guid id, CancellationToken stop) =>
        ChangeAsync(
            id,
            "TakeCase",
            (opened, _) =>
            {
                (opened.OwnerId, opened.Owner) = (actor.Id, actor.Name);
                return [];
            },
            stop
        );

    /// <summary>Writes down a step of the clock, or a note.</summary>
    public Task<Outcome<Case>> WriteAsync(Guid id, CaseStep? step, string? words, CancellationToken stop) =>
        ChangeAsync(
            id,
            step is null ? "NoteOnCase" : "StepOfCase",
            (opened, entries) =>
            {
                if (string.IsNullOrWhiteSpace(words))
                {
                    return [new WordsMissing("Enter what was done", "Words")];
                }
                if (words.Length > Case.LongestWords)
                {
                    return [new WordsTooMany("Words")];
                }
                var entry = new CaseEntry
                {
                    CaseId = opened.Id,
                    At = time.GetUtcNow(),
                    By = actor.Name,
                    Step = step,
                    Words = words.Trim(),
                };
                db.Add(entry);
                entries.Add(entry);
                // whoever does something on a case that nobody has, has it
                opened.OwnerId ??= actor.Id;
                opened.Owner ??= actor.Name;
                return [];
            },
            stop
        );

    public Task<Outcome<Case>> CloseAsync(Guid id, CaseEnd end, string? words, CancellationToken stop) =>
        ChangeAsync(
            id,
            end == CaseEnd.FalseAlarm ? "FalseAlarm" : "CloseCase",
            (opened, entries) =>
            {
                if (string.IsNullOrWhiteSpace(words))
                {
                    return [new WordsMissing("Enter why it is closed", "EndWords")];
                }
                if (words.Length > Case.LongestWords)
                {
                    return [new WordsTooMany("EndWords")];
                }
                if (end == CaseEnd.PutRight && entries.Count == 0)
                {
                    return [new NothingDone()];
                }
                (opened.ClosedAt, opened.End, opened.EndWords) = (time.GetUtcNow(), end, words.Trim());
                return [];
            },
            stop
        );

    public async Task<Outcome<Case>> OpenAgainAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<Case>().FirstOrDefaultAsync(c => c.Id == id && c.ClosedAt != null, stop) is not { } closed)
        {
            return new CaseIsOpen();
        }
        (closed.ClosedAt, closed.End, closed.EndWords) = (null, null, null);
        return await SaveAsync(closed, "OpenCaseAgain", await EntriesAsync(id, stop), stop);
    }

    private async Task<Outcome<Case>> ChangeAsync(
        Guid id,
        string action,
        Func<Case, List<CaseEntry>, List<Refusal>> change,
        CancellationToken stop
    )
    {
        if (await db.Set<Case>().FirstOrDefaultAsync(c => c.Id == id && c.ClosedAt == null, stop) is not { } opened)
        {
            return new CaseIsClosed();
        }
        var entries = await EntriesAsync(id, stop);
        return change(opened, entries) is { Count: > 0 } refusals ? refusals : await SaveAsync(opened, action, entries, stop);
    }

    private Task<List<CaseEntry>> EntriesAsync(Guid id, CancellationToken stop) =>
        db.Set<CaseEntry>().AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(stop);

    private async Task<Outcome<Case>> SaveAsync(Case changed, string action, List<CaseEntry> entries, CancellationToken stop)
    {
        changed.Reckon(entries, await settings.GetAsync<WorrySettings>(WorrySettings.Key, stop) ?? new(), new WorkingWeek());
        changed.Version++;
        audit.Write(action, "case", changed.Id, changed.Spoken);
        return await db.TrySaveAsync(stop) is [var late, ..] ? late : changed;
    }
}
