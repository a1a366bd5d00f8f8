// Lets a tenant sign in with the code of a letter: once, as the letter may lie about in a home, and not long after the survey has closed.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking;

internal sealed class CodesOfLetters(HearthDb db, TimeProvider time) : ILetterCodes
{
    /// <summary>Days after a survey's last day on which the code of its letter still opens the tenant's own page.</summary>
    public const int DaysAfter = 28;

    public async Task<Guid?> PersonForAsync(string code, CancellationToken stop = default)
    {
        // what cannot be a code is looked up like any other, so that it takes as long
        var read = InvitationCode.Read(code) ?? "";
        var (now, earliest) = (time.GetUtcNow(), time.Today().AddDays(-DaysAfter));
        var surveys = db.Set<Survey>().IgnoreQueryFilters([Survey.Copies]);
        var letter = db.Set<Invitation>()
            .Where(i => i.Code == read && i.CodeInLetterAt != null && i.PersonId != null && i.SignedInAt == null)
            .Where(i =>
                surveys.Any(s =>
                    s.Id == i.SurveyId && (s.Status == SurveyStatus.Open || s.Status == SurveyStatus.Closed) && s.ClosesOn >= earliest
                )
            );
        var person = await letter.Select(i => i.PersonId).FirstOrDefaultAsync(stop);
        // used up in one statement: of two who try it in the same moment one comes in
        return await letter.ExecuteUpdateAsync(i => i.SetProperty(x => x.SignedInAt, now), stop) == 1 ? person : null;
    }
}
