// One call in hand: the survey, the home, how it is rung, its answers so far, and whose turn it is.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Telephone;

/// <param name="Mine">This officer has the home in hand.</param>
/// <param name="Holder">Who has it, where somebody else does.</param>
/// <param name="MayBeRung">A number is held and may be rung.</param>
/// <param name="First">The answer that counts, where the home has answered.</param>
internal sealed record CallInHand(
    Visit Visit,
    string Name,
    string Salutation,
    string Number,
    string Language,
    bool Mine,
    string? Holder,
    bool MayBeRung,
    IReadOnlyList<Attempt> Before,
    IReadOnlyList<string> Care,
    FirstAnswer? First
)
{
    /// <summary>Whoever is rung.</summary>
    public IReadOnlyList<Guid> People => Visit.Invitation.PersonId is { } person ? [person] : [];

    public string Page(string? below = null) =>
        $"/surveys/{Visit.Survey.Id}/calls/{Visit.Invitation.Id}{(below is null ? "" : "/" + below)}";
}

internal sealed class OnTheLine(HearthDb db, Audience audience, Actor actor, TimeProvider time)
{
    /// <summary>The call; null where there is no such home, or it was forgotten.</summary>
    public async Task<CallInHand?> FindAsync(Guid survey, Guid invitationId, CancellationToken stop)
    {
        var invitation = await db.Set<Invitation>()
            .AsNoTracking()
            .FirstOrDefaultAsync(i => i.Id == invitationId && i.SurveyId == survey, stop);
        if (
            invitation?.PersonId is not { } person
            || await Questionnaire.LoadAsync(db, survey, stop) is not { } questionnaire
            || (await audience.ForPeopleAsync([person], stop)).GetValueOrDefault(person) is not { } member
        )
        {
            return null;
        }
        var now = time.GetUtcNow();
        var draft = await db.Set<DraftResponse>().AsNoTracking().FirstOrDefaultAsync(d => d.InvitationId == invitation.Id, stop);
        var first = await FirstAnswer.OfAsync(db, survey, invitation.HouseholdId, stop);
        var claim = await db.Set<HouseholdClaim>()
            .AsNoTracking()
            .FirstOrDefaultAsync(c => c.InvitationId == invitation.Id && c.Until > now, stop);
        var mine = claim is { Way: AttemptWay.Telephone } && claim.HeldById == actor.Id;
        var visit = new Visit(
            questionnaire.Survey,
            questionnaire.Questions,
            invitation,
            first is null ? SurveyDoor.StateOf(questionnaire.Survey, time.Today()) : DoorState.Answered
        )
        {
            AnsweredAt = first?.At,
            ByTelephone = true,
            Sheet = draft is null ? new AnswerSheet() : AnswerSheet.Read(draft.Answers),
        };
        return new(
            visit,
            member.Name,
            member.Salutation,
            member.Reach(Channel.Telephone)?.Address ?? "",
            member.Language,
            mine,
            mine ? null : claim?.HeldBy,
            RingUp.MayBeRung(member) && invitation.EndedAt is null,
            await db.Set<Attempt>()
                .AsNoTracking()
                .Where(a => a.InvitationId == invitation.Id)
                .OrderByDescending(a => a.At)
                .ToListAsync(stop),
            member.Safe?.Care ?? [],
            first
        );
    }
}
