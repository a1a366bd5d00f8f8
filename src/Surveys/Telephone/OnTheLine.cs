// One call in hand: the survey, the home, how it is rung, its answers so far, and whose turn it is.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Editions;
using Hearth.Surveys.Questionnaires.Translations;
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
    string NumberShown,
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

    /// <summary>The languages its questions can be read out in, beside English.</summary>
    public IReadOnlyList<Tongue> Tongues => [.. Visit.Survey.Languages.Select(Tongue.Find).OfType<Tongue>()];

    /// <summary>The one they speak, where the questions are in it and are not being read in it.</summary>
    public Tongue? Theirs =>
        Tongues.FirstOrDefault(tongue => tongue != Visit.Reading?.Tongue && Language.Split('-')[0] == tongue.Code.Split('-')[0]);

    public string Address => $"/surveys/{Visit.Survey.Id}/calls/{Visit.Invitation.Id}";

    /// <summary>A page of the call, in the language that it is held in.</summary>
    public string Page(string? below = null) => PageIn(Visit.Reading?.Tongue, below);

    public string PageIn(Tongue? tongue, string? below = null) =>
        $"{Address}{(below is null ? "" : "/" + below)}{(tongue is null ? "" : $"?{LanguageOfQuestions.Query}={tongue.Code}")}";
}

internal sealed class OnTheLine(
    HearthDb db,
    Audience audience,
    EditionsOfSurvey editions,
    Translations translations,
    Actor actor,
    TimeProvider time
)
{
    /// <summary>The call; null where there is no such home, or it was forgotten.</summary>
    /// <param name="survey">Its survey.</param>
    /// <param name="invitationId">The home.</param>
    /// <param name="language">One of the survey's languages, to read the questions out in; null for English.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<CallInHand?> FindAsync(Guid survey, Guid invitationId, string? language, CancellationToken stop)
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
        var sheet = draft is null ? new AnswerSheet() : AnswerSheet.Read(draft.Answers);
        // begun before the questions changed: what was reworded is asked again
        var again = draft is null
            ? []
            : await editions.AskedAgainSinceAsync(questionnaire.Survey, questionnaire.Questions, draft.Edition, stop);
        foreach (var key in again)
        {
            sheet.AskAgain(key);
        }
        var reading = await translations.InAsync(questionnaire.Survey, language, stop);
        var visit = new Visit(
            questionnaire.Survey,
            reading is null ? questionnaire.Questions : [.. questionnaire.Questions.Select(reading.Of)],
            invitation,
            first is null ? SurveyDoor.StateOf(questionnaire.Survey, time.Today()) : DoorState.Answered
        )
        {
            AnsweredAt = first?.At,
            ByTelephone = true,
            Sheet = sheet,
            AskedAgain = again,
            Source = questionnaire.Questions,
            Reading = reading,
        };
        return new(
            visit,
            member.Name,
            member.Salutation,
            member.Reach(Channel.Telephone)?.Address ?? "",
            member.NumberShown ?? "",
            member.Language,
            mine,
            mine || claim is null || !HeldClaims.Holds(claim, now) ? null : claim.HeldBy,
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
