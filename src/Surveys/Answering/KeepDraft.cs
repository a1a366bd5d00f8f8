// Saves the answers so far, through the intake, so that a burst of them shares its commits.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Answering;

internal sealed class KeepDraft(Intake intake, TimeProvider time)
{
    /// <summary>Puts one answer into the household's draft (an empty one: the question was skipped).</summary>
    public async Task RunAsync(Visit visit, Question question, IReadOnlyList<string> answer, CancellationToken stop)
    {
        try
        {
            await WriteAsync(visit, question, answer, stop);
        }
        catch (DbUpdateException)
        {
            // two devices began at the same moment: the other's draft is there now, and this answer goes into it
            await WriteAsync(visit, question, answer, stop);
        }
    }

    private Task<bool> WriteAsync(Visit visit, Question question, IReadOnlyList<string> answer, CancellationToken stop) =>
        intake.WriteAsync(
            async (scope, token) =>
            {
                var db = scope.GetRequiredService<HearthDb>();
                var draft = await db.Set<DraftResponse>().FindAsync([visit.Invitation.Id], token);
                if (draft is null)
                {
                    draft = new DraftResponse { InvitationId = visit.Invitation.Id };
                    db.Add(draft);
                }
                var sheet = AnswerSheet.Read(draft.Answers);
                sheet.Set(question, answer);
                draft.Answers = sheet.Write();
                draft.UpdatedAt = time.GetUtcNow();
                return true;
            },
            stop
        );
}
