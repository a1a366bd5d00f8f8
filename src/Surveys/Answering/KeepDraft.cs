// Saves the answers so far, through the intake, so that a burst of them shares its commits.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Answering;

internal sealed class KeepDraft(Intake intake)
{
    /// <summary>Puts one answer into the household's draft (an empty one: the question was skipped).</summary>
    public async Task RunAsync(Visit visit, Question question, IReadOnlyList<string> answer, CancellationToken stop)
    {
        var given = new Given(visit.Invitation.Id, question, answer, visit.Edition, visit.AskedAgain);
        try
        {
            await intake.WriteAsync(given, KeepAsync, stop);
        }
        catch (DbUpdateException)
        {
            // two devices began at the same moment: the other's draft is there now, and this answer goes into it
            await intake.WriteAsync(given, KeepAsync, stop);
        }
    }

    private static async Task<IReadOnlyList<bool>> KeepAsync(IServiceProvider scope, IReadOnlyList<Given> all, CancellationToken stop)
    {
        var db = scope.GetRequiredService<HearthDb>();
        var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
        var ids = all.Select(given => given.Invitation).Distinct().ToList();
        var drafts = await db.Set<DraftResponse>()
            .Where(d => EF.Parameter(ids).Contains(d.InvitationId))
            .ToDictionaryAsync(d => d.InvitationId, stop);
        foreach (var (invitation, question, answer, edition, again) in all)
        {
            if (!drafts.TryGetValue(invitation, out var draft))
            {
                draft = drafts[invitation] = new DraftResponse { InvitationId = invitation, Edition = edition };
                db.Add(draft);
            }
            var sheet = AnswerSheet.Read(draft.Answers);
            if (draft.Edition < edition)
            {
                foreach (var key in again)
                {
                    sheet.AskAgain(key);
                }
                draft.Edition = edition;
            }
            sheet.Set(question, answer);
            draft.Answers = sheet.Write();
            draft.UpdatedAt = now;
        }
        return [.. all.Select(_ => true)];
    }

    private sealed record Given(Guid Invitation, Question Question, IReadOnlyList<string> Answer, int Edition, IReadOnlyList<string> Again);
}
