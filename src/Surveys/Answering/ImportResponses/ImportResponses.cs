// Takes in a file of responses from a survey house or keyed from paper: whole or not at all, a home once however often it is imported.
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Cases;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering.ImportResponses;

/// <summary>A row that is not taken in.</summary>
/// <param name="Original">Its cells as they stood in the file.</param>
internal sealed record SetAside(int Row, string Reason, IReadOnlyList<string> Original);

/// <summary>What a file holds, before or after it is taken in.</summary>
/// <param name="Ready">Rows that can be, or were, taken in.</param>
/// <param name="AlreadyIn">Rows of homes that have answered before: nothing is wrong with them, and nothing is done.</param>
/// <param name="SetAside">Rows that cannot be taken in, each with its reason.</param>
internal sealed record ImportReading(ResponseSheet Sheet, IReadOnlyList<ReadyRow> Ready, int AlreadyIn, IReadOnlyList<SetAside> SetAside)
{
    public int Rows => Sheet.Rows.Count;

    /// <summary>Answers to questions that a home should not have been asked, as its answer to an earlier one leads past them.</summary>
    public int Behind => Ready.Sum(row => row.Behind);

    public IReadOnlyDictionary<ResponseChannel, int> Channels => Ready.GroupBy(row => row.Channel).ToDictionary(g => g.Key, g => g.Count());
}

internal sealed record SurveyTakesNoAnswers() : Refusal("This survey has not been opened, so nobody has been asked yet", "Sheet");

/// <summary>The register or the survey changed while the file was read.</summary>
internal sealed record ImportWasDisturbed()
    : Refusal("Answers came in while the file was being read. Nothing was imported. Try again", "Sheet");

internal sealed class ImportResponses(
    HearthDb db,
    Audience audience,
    LoopLedger loop,
    Outbox outbox,
    OpenCases cases,
    AuditTrail audit,
    TimeProvider time
)
{
    private const int AtOnce = 2000;

    /// <summary>Answers older than this are history: what worried in them was for those who took them down.</summary>
    public const int DaysThatWorry = 28;

    /// <summary>Reads the file and changes nothing.</summary>
    public async Task<Outcome<ImportReading>> ReadAsync(Guid surveyId, byte[] file, CancellationToken stop = default)
    {
        var survey = await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == surveyId, stop);
        if (survey is null)
        {
            return new SurveyNotFound();
        }
        if (survey.Status is SurveyStatus.Draft or SurveyStatus.Scheduled)
        {
            return new SurveyTakesNoAnswers();
        }
        var questions = await db.Set<Question>()
            .AsNoTracking()
            .Where(q => q.SurveyId == surveyId)
            .OrderBy(q => q.Position)
            .ToListAsync(stop);
        var read = ResponseSheet.Read(file, [.. questions.Where(question => !question.IsFile).SelectMany(question => question.Items)]);
        if (read.Refused)
        {
            return read.Refusals.ToList();
        }
        var sheet = read.Made!;
        var homes = await HomesAsked.OfAsync(db, audience, surveyId, stop);
        var answered = await db.Set<Response>().Where(r => r.SurveyId == surveyId).Select(r => r.HouseholdId).ToHashSetAsync(stop);
        return Sort(sheet, new RowReader(survey, questions, sheet.Columns, homes, time.GetUtcNow()), answered);
    }

    /// <summary>Reads the file and takes in every row that is ready, in one transaction.</summary>
    public async Task<Outcome<ImportReading>> RunAsync(Guid surveyId, byte[] file, CancellationToken stop = default)
    {
        var read = await ReadAsync(surveyId, file, stop);
        if (read.Refused || read.Made!.Ready.Count == 0)
        {
            return read;
        }
        try
        {
            await WriteAsync(surveyId, read.Made, stop);
            return read;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return new ImportWasDisturbed();
        }
    }

    private static ImportReading Sort(ResponseSheet sheet, RowReader reader, HashSet<Guid> answered)
    {
        var ready = new List<ReadyRow>();
        var aside = new List<SetAside>();
        var rowOf = new Dictionary<Guid, int>();
        var alreadyIn = 0;
        foreach (var row in sheet.Rows)
        {
            var (read, reason) = reader.Read(row);
            if (read is null)
            {
                aside.Add(new SetAside(row.Number, reason!, row.Cells));
            }
            else if (answered.Contains(read.Invitation.HouseholdId))
            {
                alreadyIn++;
            }
            else if (!rowOf.TryAdd(read.Invitation.HouseholdId, row.Number))
            {
                aside.Add(new SetAside(row.Number, $"The same home stands on row {rowOf[read.Invitation.HouseholdId]}", row.Cells));
            }
            else
            {
                ready.Add(read);
            }
        }
        return new ImportReading(sheet, ready, alreadyIn, aside);
    }

    private async Task WriteAsync(Guid surveyId, ImportReading reading, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var edition = await db.Set<Survey>().Where(s => s.Id == surveyId).Select(s => s.Edition).FirstAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var tookPart = (
            await loop
                .Participations.Where(p => p.ActivityId == surveyId && p.PersonId != null)
                .Select(p => p.PersonId!.Value)
                .ToListAsync(stop)
        ).ToHashSet();
        foreach (var rows in reading.Ready.Chunk(AtOnce))
        {
            foreach (var row in rows)
            {
                var response = Response.To(
                    row.Invitation,
                    row.Channel,
                    row.At,
                    row.Answers.Only(row.Shown),
                    row.Shown,
                    edition: edition,
                    weight: row.Weight
                );
                db.Add(response);
                db.AddRange(Comment.In(response, row.Answers, row.Shown));
                if (row.At >= now.AddDays(-DaysThatWorry))
                {
                    await cases.AddAsync(response, row.Invitation, row.Answers.Only(row.Shown), row.Shown, now, stop);
                }
                if (row.Invitation.PersonId is not { } person || tookPart.Add(person))
                {
                    loop.TookPart(surveyId, row.Invitation.PersonId, row.Invitation.HouseholdId, TookPart.Name(row.Channel), row.At);
                }
            }
            audit.Write(
                "ImportResponses",
                "survey",
                surveyId,
                $"{rows.Length} responses, rows {rows[0].Number} to {rows[^1].Number} of the file"
            );
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
            var invitations = rows.Select(row => row.Invitation.Id).ToList();
            await db.Set<DraftResponse>().Where(draft => invitations.Contains(draft.InvitationId)).ExecuteDeleteAsync(stop);
        }
        // Who has answered is not asked again.
        await outbox.CancelAsync(surveyId, [.. reading.Ready.Select(row => row.Invitation.PersonId).OfType<Guid>().Distinct()], stop);
        await transaction.CommitAsync(stop);
    }
}
