// What stands behind a code: the survey, the household's invitation, its answers so far, and whether it may answer now.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Editions;
using Hearth.Surveys.Questionnaires.Translations;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering;

internal enum DoorState
{
    Open,
    NotYet,
    Closed,
    Answered,
}

/// <summary>A household at the door of a survey.</summary>
internal sealed record Visit(Survey Survey, IReadOnlyList<Question> Questions, Invitation Invitation, DoorState State)
{
    public AnswerSheet Sheet { get; init; } = new();
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The questions in English, as the officers wrote them.</summary>
    public IReadOnlyList<Question> Source { get; init; } = Questions;

    /// <summary>The questionnaire in the language that the household reads; null for English.</summary>
    public TranslatedSurvey? Reading { get; init; }

    /// <summary>What the household reads the pages in, or else the questions; null for English.</summary>
    public string? Language { get; init; }

    /// <summary>A question in English.</summary>
    public Question InEnglish(Question question) => Source.First(source => source.Id == question.Id);

    /// <summary>The language that a question is shown in.</summary>
    public Tongue TongueOf(Question question) => Reading is not null && Reading.Has(InEnglish(question)) ? Reading.Tongue : Tongue.Source;

    /// <summary>The version of the questions that is answered.</summary>
    public int Edition { get; init; } = Survey.Edition;

    /// <summary>Keys of questions that are asked again because their words changed since.</summary>
    public IReadOnlyList<string> AskedAgain { get; init; } = [];

    /// <summary>A few people try the survey out: they can say what they think of each question.</summary>
    public bool IsPilot => Survey.PilotOf is not null;

    /// <summary>A member of staff who rings tenants has this page open: they type what the tenant says.</summary>
    public bool ByTelephone { get; init; }

    /// <summary>The address of a page of this visit.</summary>
    public string Page(string? page = null) => page is null ? $"/s/{Invitation.Code}" : $"/s/{Invitation.Code}/{page}";

    /// <summary>The questions this household is asked, given its answers so far.</summary>
    public IReadOnlyList<Question> Shown => Route.Shown(Questions, Sheet);
}

internal sealed class SurveyDoor(
    HearthDb db,
    TimeProvider time,
    CodeGuesses guesses,
    Actor actor,
    IHttpContextAccessor http,
    EditionsOfSurvey editions,
    Translations translations,
    LanguageOfQuestions language
)
{
    private static readonly string[] Callers =
    [
        nameof(Role.EngagementOfficer),
        nameof(Role.HousingOfficer),
        nameof(Role.Manager),
        nameof(Role.Administrator),
    ];

    /// <summary>Finds the visit behind a code, however it was typed; null where there is none.</summary>
    public async Task<Visit?> FindAsync(string? typed, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }
        if (await BehindAsync(typed, stop) is { } visit)
        {
            var page = ReadersLanguage.Of(http.HttpContext);
            return visit with
            {
                Language = page.IsEnglish ? visit.Reading?.Tongue.Code : page.Code,
                ByTelephone = actor.Kind == ActorKind.Staff && Callers.Any(role => http.HttpContext?.User.IsInRole(role) == true),
            };
        }
        await guesses.WrongAsync(stop);
        return null;
    }

    /// <summary>Whether a survey takes answers on a day.</summary>
    public static DoorState StateOf(Survey survey, DateOnly today) =>
        survey.Status == SurveyStatus.Closed || today > survey.ClosesOn ? DoorState.Closed
        : survey.Status != SurveyStatus.Open || today < survey.OpensOn ? DoorState.NotYet
        : DoorState.Open;

    private async Task<Visit?> BehindAsync(string typed, CancellationToken stop)
    {
        if (InvitationCode.Read(typed) is not { } code)
        {
            return null;
        }
        var invitation = await db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(i => i.Code == code, stop);
        // A household whose contact was forgotten is asked nothing more: its code opens nothing.
        if (invitation?.PersonId is null)
        {
            return null;
        }
        var survey = await db.Set<Survey>()
            .IgnoreQueryFilters([Survey.Copies])
            .AsNoTracking()
            .FirstAsync(s => s.Id == invitation.SurveyId, stop);
        if (survey.Status == SurveyStatus.Draft)
        {
            return null;
        }
        var questions = await db.Set<Question>()
            .AsNoTracking()
            .Where(q => q.SurveyId == survey.Id)
            .OrderBy(q => q.Position)
            .ToListAsync(stop);
        // The draft before the response: sending takes the one away and makes the other, and a look in between must not find neither.
        var draft = await db.Set<DraftResponse>().AsNoTracking().FirstOrDefaultAsync(d => d.InvitationId == invitation.Id, stop);
        var answeredAt = await db.Set<Response>()
            .Where(r => r.InvitationId == invitation.Id)
            .Select(r => (DateTimeOffset?)r.At)
            .FirstOrDefaultAsync(stop);
        if (answeredAt is not null)
        {
            return new(survey, questions, invitation, DoorState.Answered) { AnsweredAt = answeredAt };
        }
        var sheet = draft is null ? new AnswerSheet() : AnswerSheet.Read(draft.Answers);
        // begun before the questions changed: what was reworded is asked again, with the answer filled in
        var again = draft is null ? [] : await editions.AskedAgainSinceAsync(survey, questions, draft.Edition, stop);
        foreach (var key in again)
        {
            sheet.AskAgain(key);
        }
        var reading = await translations.InAsync(survey, language.Chosen(survey), stop);
        return new(survey, reading is null ? questions : [.. questions.Select(reading.Of)], invitation, StateOf(survey, time.Today()))
        {
            Sheet = sheet,
            AskedAgain = again,
            Source = questions,
            Reading = reading,
        };
    }
}
