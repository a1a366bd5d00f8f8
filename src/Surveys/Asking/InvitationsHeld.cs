// What invitations hold on a person, and how they forget them: the household's answer stays counted, the person's name goes.
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking;

internal sealed class InvitationsHeld(HearthDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } = [typeof(Invitation), typeof(RestingHome)];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop)
    {
        var asked = await (
            from invitation in db.Set<Invitation>().AsNoTracking()
            join survey in db.Set<Survey>().IgnoreQueryFilters([Survey.Copies]) on invitation.SurveyId equals survey.Id
            where invitation.PersonId == personId
            orderby invitation.CreatedAt
            select new
            {
                survey.Title,
                invitation.CreatedAt,
                invitation.Reminders,
                invitation.EndedAt,
                invitation.EndedBecause,
            }
        ).ToListAsync(stop);
        var waits = await (
            from home in db.Set<RestingHome>().AsNoTracking()
            join survey in db.Set<Survey>() on home.SurveyId equals survey.Id
            where home.PersonId == personId
            orderby home.Since
            select new { survey.Title, home.Since }
        ).ToListAsync(stop);
        return
        [
            .. waits.Select(x => new HeldItem("To be asked by a survey later, as something else had asked you lately", x.Title, x.Since)),
            .. asked.Select(x => new HeldItem(
                "Asked to answer a survey",
                x.Reminders switch
                {
                    0 => x.Title,
                    1 => $"{x.Title}, reminded once",
                    var times => $"{x.Title}, reminded {times} times",
                }
                    + (
                        x.EndedAt is { } ended
                            ? $". {AttemptWords.Ended(x.EndedBecause)} on {ended.DayInLondon().Spoken()}: not asked again"
                            : ""
                    ),
                x.CreatedAt
            )),
        ];
    }

    public async Task ForgetAsync(Guid personId, CancellationToken stop)
    {
        db.RemoveRange(await db.Set<RestingHome>().Where(home => home.PersonId == personId).ToListAsync(stop));
        foreach (var invitation in await db.Set<Invitation>().Where(i => i.PersonId == personId).ToListAsync(stop))
        {
            invitation.PersonId = null;
        }
    }
}
