// Keeps what somebody says of a question while they try a survey out; an empty one takes it back.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Pilots;

internal sealed class KeepRemark(HearthDb db, TimeProvider time)
{
    public async Task RunAsync(Visit visit, Question question, string? typed, CancellationToken stop)
    {
        var words = new string([.. (typed ?? "").Where(sign => !char.IsControl(sign) || sign == '\n')]).Trim();
        words = words.Length > Remark.Longest ? words[..Remark.Longest] : words;
        var (home, key) = (visit.Invitation.Id, question.Key);
        var before = await db.Set<Remark>().FirstOrDefaultAsync(r => r.InvitationId == home && r.QuestionKey == key, stop);
        switch (before)
        {
            case null when words.Length == 0:
                return;
            case null:
                db.Add(
                    new Remark
                    {
                        SurveyId = visit.Survey.Id,
                        InvitationId = home,
                        QuestionKey = key,
                        Text = words,
                        At = time.GetUtcNow(),
                    }
                );
                break;
            case not null when words.Length == 0:
                db.Remove(before);
                break;
            default:
                (before.Text, before.At) = (words, time.GetUtcNow());
                break;
        }
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            // the other half of a double click said the same
            db.ChangeTracker.Clear();
        }
    }

    public Task<string?> OfAsync(Visit visit, Question question, CancellationToken stop)
    {
        var (home, key) = (visit.Invitation.Id, question.Key);
        return db.Set<Remark>().Where(r => r.InvitationId == home && r.QuestionKey == key).Select(r => r.Text).FirstOrDefaultAsync(stop);
    }
}
