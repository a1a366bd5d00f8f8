// What answers hold on a person, and how they forget them: the answers stay counted, tied to nobody; words not yet released go.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering.Files;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.Pilots;
using Hearth.Surveys.Paper;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering;

/// <summary>
/// A response names no person; it leads to one through its invitation and its household. Forgetting cuts both: the response keeps its
/// codes and the groups that were frozen onto it, so published figures stay true, and is tied to nothing. The invitation has lost its
/// person too (see InvitationsHeld), and such an invitation takes no second answer, so nobody is counted twice.
/// Words may name anyone: those never released are deleted; of those released the words that were made fit for release stay, the original goes.
/// </summary>
internal sealed class AnswersHeld(HearthDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } =
    [typeof(Response), typeof(Comment), typeof(DraftResponse), typeof(PaperSheet), typeof(SentFile), typeof(Remark)];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop)
    {
        var invitations = await db.Set<Invitation>().AsNoTracking().Where(i => i.PersonId == personId).ToListAsync(stop);
        var items = new List<HeldItem>();
        foreach (var invitation in invitations)
        {
            var survey = await db.Set<Survey>()
                .IgnoreQueryFilters([Survey.Copies])
                .AsNoTracking()
                .FirstAsync(s => s.Id == invitation.SurveyId, stop);
            var questions = await db.Set<Question>()
                .IgnoreQueryFilters([Question.AskedNoMore])
                .AsNoTracking()
                .Where(q => q.SurveyId == survey.Id)
                .OrderBy(q => q.Position)
                .ToListAsync(stop);
            var response = await db.Set<Response>().AsNoTracking().FirstOrDefaultAsync(r => r.InvitationId == invitation.Id, stop);
            var draft = await db.Set<DraftResponse>().AsNoTracking().FirstOrDefaultAsync(d => d.InvitationId == invitation.Id, stop);
            if (response is not null)
            {
                items.Add(new($"Your home’s answers: {survey.Title}", Said(questions, AnswerSheet.Read(response.Answers)), response.At));
                var words = await db.Set<Comment>().AsNoTracking().Where(c => c.ResponseId == response.Id).ToListAsync(stop);
                items.AddRange(words.Select(word => new HeldItem($"What your home wrote: {survey.Title}", word.Text, response.At)));
            }
            var files = await db.Set<SentFile>()
                .Where(f => f.InvitationId == invitation.Id)
                .Select(f => new { f.Name, f.At })
                .ToListAsync(stop);
            items.AddRange(files.Select(file => new HeldItem($"A photo or file your home sent: {survey.Title}", file.Name, file.At)));
            var remarks = await db.Set<Remark>().AsNoTracking().Where(r => r.InvitationId == invitation.Id).ToListAsync(stop);
            items.AddRange(remarks.Select(remark => new HeldItem($"What you said of a question: {survey.Title}", remark.Text, remark.At)));
            if (draft is not null)
            {
                items.Add(
                    new($"Answers begun and not sent: {survey.Title}", Said(questions, AnswerSheet.Read(draft.Answers)), draft.UpdatedAt)
                );
            }
        }
        return items;
    }

    public async Task ForgetAsync(Guid personId, CancellationToken stop)
    {
        var invitations = await db.Set<Invitation>().Where(i => i.PersonId == personId).Select(i => i.Id).ToListAsync(stop);
        db.RemoveRange(await db.Set<DraftResponse>().Where(d => invitations.Contains(d.InvitationId)).ToListAsync(stop));
        // a picture may show anyone, and whose home it is: it goes whole
        db.RemoveRange(await db.Set<SentFile>().Where(f => invitations.Contains(f.InvitationId)).ToListAsync(stop));
        db.RemoveRange(await db.Set<Remark>().Where(r => invitations.Contains(r.InvitationId)).ToListAsync(stop));
        var responses = await db.Set<Response>().Where(r => invitations.Contains(r.InvitationId)).ToListAsync(stop);
        var ids = responses.Select(r => r.Id).ToList();
        foreach (var comment in await db.Set<Comment>().Where(c => ids.Contains(c.ResponseId)).ToListAsync(stop))
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
        foreach (var sheet in await db.Set<PaperSheet>().Where(s => ids.Contains(s.ResponseId)).ToListAsync(stop))
        {
            sheet.Code = null;
        }
        foreach (var response in responses)
        {
            (response.InvitationId, response.HouseholdId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        }
    }

    private static string Said(IEnumerable<Question> questions, AnswerSheet sheet) =>
        string.Join(
            "\n",
            questions.Where(sheet.HasAnswered).Select(question => $"{question.Text} {AnswerWords.Of(question, sheet.Of(question))}")
        );
}
