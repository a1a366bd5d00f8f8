// A no that was written down by mistake, or that they have taken back: the home may be asked about this survey again.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Fieldwork.SaidNo;

internal sealed record NotEnded() : Refusal("Somebody has already put this home back");

internal sealed record SaysNoToAllSurveys()
    : Refusal("They said no to all surveys. Write down first that they have changed their mind, on their own page");

internal sealed record LeftOutOfThisSurvey()
    : Refusal("This home is left out of the yearly survey. Take it back in first, on the home’s own page; the next survey may then ask it");

internal sealed class AskAgain(HearthDb db, Refusals refusals, AuditTrail audit)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid survey, Guid home, CancellationToken stop)
    {
        var invitation = await db.Set<Invitation>()
            .FirstOrDefaultAsync(i => i.Id == home && i.SurveyId == survey && i.EndedAt != null, stop);
        if (invitation?.PersonId is not { } person)
        {
            return [new NotEnded()];
        }
        if ((await refusals.OfAsync(MessageKind.Surveys, stop)).Contains(person))
        {
            return [new SaysNoToAllSurveys()];
        }
        if (invitation.EndedBecause == AttemptOutcome.LeftOut)
        {
            return [new LeftOutOfThisSurvey()];
        }
        audit.Write("AskAgain", "survey", survey, AttemptWords.Ended(invitation.EndedBecause));
        (invitation.EndedAt, invitation.EndedBecause) = (null, null);
        await db.SaveChangesAsync(stop);
        return [];
    }
}
