// Whom a survey may still ask: the one rule of every sender, planner, list and call.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking;

internal static class SilentHouseholds
{
    /// <summary>Households of this survey that have not answered, have not said no to it at the door or on the telephone, have not moved, and whose person is still known.</summary>
    public static IQueryable<Invitation> Silent(this HearthDb db, Guid survey) => db.Unanswered(survey).Where(i => i.EndedAt == null);

    /// <summary>Of those that have not answered, the ones that nobody asks any more.</summary>
    public static IQueryable<Invitation> Ended(this HearthDb db, Guid survey) => db.Unanswered(survey).Where(i => i.EndedAt != null);

    /// <summary>Their people, so that what still waits for them can be taken back.</summary>
    public static Task<List<Guid>> EndedPeopleAsync(this HearthDb db, Guid survey, CancellationToken stop) =>
        db.Set<Invitation>()
            .Where(i => i.SurveyId == survey && i.EndedAt != null && i.PersonId != null)
            .Select(i => i.PersonId!.Value)
            .ToListAsync(stop);

    private static IQueryable<Invitation> Unanswered(this HearthDb db, Guid survey) =>
        db.Set<Invitation>().Where(i => i.SurveyId == survey && i.PersonId != null && !db.Set<Response>().Any(r => r.InvitationId == i.Id));
}
