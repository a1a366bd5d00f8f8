// The code in a survey's letter also opens its owner's own page, until the day by which everyone is to be told.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering;

internal sealed class CodesInLetters(HearthDb db, TimeProvider time) : ILetterCodes
{
    public async Task<Guid?> PersonForAsync(string code, CancellationToken stop = default)
    {
        // What cannot be a code is looked for all the same, so that it takes the same time.
        var read = InvitationCode.Read(code) ?? "";
        var found = await (
            from invitation in db.Set<Invitation>().AsNoTracking()
            join survey in db.Set<Survey>().AsNoTracking() on invitation.SurveyId equals survey.Id
            where invitation.Code == read
            select new { invitation.PersonId, Survey = survey }
        ).FirstOrDefaultAsync(stop);
        return found is { Survey.Status: SurveyStatus.Open or SurveyStatus.Closed } && time.Today() <= found.Survey.TellBy ? found.PersonId : null;
    }
}
