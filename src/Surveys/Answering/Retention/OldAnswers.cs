// Answers lose the home they came from when their time has passed; drafts that nobody finished go altogether.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering.Files;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.Pilots;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Paper;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering.Retention;

internal sealed class OldAnswers(HearthDb db, AuditTrail audit) : IKeptFor
{
    public string Key => "answers";

    public string What => "Which home gave which answers";

    public string Since => "since the survey closed";

    public string Then =>
        "The answers stay counted and lead to no home any more. Words that were never released, photographs and files, notes of calls and visits, and answers set aside are deleted.";

    public int Usually => 36;

    public int Least => 6;

    public IReadOnlyCollection<Type> Covers { get; } =
    [
        typeof(Response),
        typeof(Comment),
        typeof(Invitation),
        typeof(PaperSheet),
        typeof(SentFile),
        typeof(Attempt),
        typeof(AnswersSetAside),
        typeof(HouseholdClaim),
        typeof(Remark),
    ];

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken stop) => Old(before).CountAsync(stop);

    public async Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop)
    {
        var gone = 0;
        while (true)
        {
            var invitations = await Old(before).OrderBy(i => i.Id).Take(500).ToListAsync(stop);
            if (invitations.Count == 0)
            {
                return gone;
            }
            var ids = invitations.ConvertAll(i => i.Id);
            var responses = await db.Set<Response>().Where(r => ids.Contains(r.InvitationId)).ToListAsync(stop);
            var answered = responses.ConvertAll(r => r.Id);
            foreach (var comment in await db.Set<Comment>().Where(c => answered.Contains(c.ResponseId)).ToListAsync(stop))
            {
                if (comment.ReleasedAt is null)
                {
                    db.Remove(comment);
                }
                else
                {
                    comment.Text = comment.ReleasedText ?? "";
                }
            }
            foreach (var sheet in await db.Set<PaperSheet>().Where(s => answered.Contains(s.ResponseId)).ToListAsync(stop))
            {
                sheet.Code = null;
            }
            foreach (var response in responses)
            {
                (response.InvitationId, response.HouseholdId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            }
            db.RemoveRange(await db.Set<DraftResponse>().Where(d => ids.Contains(d.InvitationId)).ToListAsync(stop));
            db.RemoveRange(await db.Set<SentFile>().Where(f => ids.Contains(f.InvitationId)).ToListAsync(stop));
            db.RemoveRange(await db.Set<Attempt>().Where(t => ids.Contains(t.InvitationId)).ToListAsync(stop));
            db.RemoveRange(await db.Set<AnswersSetAside>().Where(k => ids.Contains(k.InvitationId)).ToListAsync(stop));
            db.RemoveRange(await db.Set<HouseholdClaim>().Where(c => ids.Contains(c.InvitationId)).ToListAsync(stop));
            db.RemoveRange(await db.Set<Remark>().Where(r => ids.Contains(r.InvitationId)).ToListAsync(stop));
            foreach (var invitation in invitations)
            {
                invitation.PersonId = null;
            }
            audit.Write("LetGo", "response", detail: $"{invitations.Count} invitations and {responses.Count} responses lost their homes");
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
            gone += invitations.Count;
        }
    }

    private IQueryable<Invitation> Old(DateTimeOffset before) =>
        db.Set<Invitation>()
            .Where(i =>
                i.PersonId != null
                && db.Set<Survey>().Any(s => s.Id == i.SurveyId && s.Status == SurveyStatus.Closed && s.ClosedAt < before)
            );
}

internal sealed class OldDrafts(HearthDb db) : IKeptFor
{
    public string Key => "drafts";

    public string What => "Answers begun and never sent";

    public string Since => "since the last of them was given";

    public string Then => "They are deleted.";

    public int Usually => 3;

    public int Least => 1;

    public IReadOnlyCollection<Type> Covers { get; } = [typeof(DraftResponse)];

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken stop) => Old(before).CountAsync(stop);

    public Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop) => Old(before).ExecuteDeleteAsync(stop);

    private IQueryable<DraftResponse> Old(DateTimeOffset before) => db.Set<DraftResponse>().Where(d => d.UpdatedAt < before);
}
