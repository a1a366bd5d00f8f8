// Takes in a form that came by post, as keyed: one a household, and the household's answer on the web comes first.
using System.Security.Cryptography;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Answering.CheckAnswers;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Paper.KeySheet;

internal sealed record CodeUnknown()
    : Refusal("No home was asked with this code. Look at the foot of the sheet again: it has no 0, O, 1, I or L", "Code");

internal sealed record CodeOfAnotherSurvey(string Title) : Refusal($"This sheet belongs to another survey: {Title}. Key it there", "Code");

internal sealed record HomeHasAnswered(FirstAnswer First)
    : Refusal(
        $"This home answered {First.Words}. One answer a home counts, the first that came in: mark the sheet “not counted” and put it aside",
        "Code"
    );

internal sealed record SurveyTakesNoPaper() : Refusal("This survey has not been opened, so nobody has been asked yet", "Code");

internal sealed record ReceivedOutside(DateOnly From, DateOnly To)
    : Refusal($"The day the sheet came in must be from {From.Spoken()} to {To.Spoken()}", "ReceivedOn");

internal sealed record NothingOnTheSheet()
    : Refusal("Nothing on this sheet can be counted. Put it aside, or key at least one answer", "Code");

internal sealed class KeyPaper(HearthDb db, SendAnswers send, Actor actor, TimeProvider time)
{
    /// <summary>The household behind a sheet's code; refused where its answer would not be taken.</summary>
    /// <param name="survey">Whose form it is.</param>
    /// <param name="questions">The survey's.</param>
    /// <param name="typed">The code, however it was typed.</param>
    /// <param name="sending">Id of this keying, where it has begun: its own response is no hindrance to it.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Outcome<Visit>> FindAsync(
        Survey survey,
        IReadOnlyList<Question> questions,
        string? typed,
        Guid sending,
        CancellationToken stop
    )
    {
        if (survey.Status is SurveyStatus.Draft or SurveyStatus.Scheduled)
        {
            return new SurveyTakesNoPaper();
        }
        var code = InvitationCode.Read(typed);
        var invitation = code is null ? null : await db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(i => i.Code == code, stop);
        if (invitation?.PersonId is null)
        {
            return new CodeUnknown();
        }
        if (invitation.SurveyId != survey.Id)
        {
            var title = await db.Set<Survey>()
                .IgnoreQueryFilters([Survey.Copies])
                .Where(s => s.Id == invitation.SurveyId)
                .Select(s => s.Title)
                .FirstAsync(stop);
            return new CodeOfAnotherSurvey(title);
        }
        var before = await db.Set<Response>()
            .AsNoTracking()
            .FirstOrDefaultAsync(r => r.SurveyId == survey.Id && r.HouseholdId == invitation.HouseholdId, stop);
        return before is null || before.Id == sending
            ? new Visit(survey, questions, invitation, DoorState.Open)
            : new HomeHasAnswered(new FirstAnswer(before.Channel, before.At));
    }

    /// <summary>Takes the sheet in.</summary>
    /// <param name="visit">The household, as found.</param>
    /// <param name="sheet">Without errors.</param>
    /// <param name="receivedOn">The day it came in.</param>
    /// <param name="sending">Id of this keying: sent twice it is taken once.</param>
    /// <param name="stop">Gives up waiting.</param>
    public async Task<Outcome<PaperSheet>> RunAsync(
        Visit visit,
        KeyedSheet sheet,
        DateOnly receivedOn,
        Guid sending,
        CancellationToken stop
    )
    {
        var today = time.Today();
        if (receivedOn < visit.Survey.OpensOn || receivedOn > today)
        {
            return new ReceivedOutside(visit.Survey.OpensOn, today);
        }
        if (sheet.Answers.IsEmpty)
        {
            return new NothingOnTheSheet();
        }
        var row = new PaperSheet
        {
            SurveyId = visit.Survey.Id,
            ResponseId = sending,
            Code = visit.Invitation.Code,
            Edition = visit.Edition,
            ReceivedOn = receivedOn,
            KeyedAt = time.GetUtcNow(),
            KeyedById = actor.Id,
            KeyedBy = actor.Name,
            Keys = sheet.KeysAsJson(),
            Unreadable = sheet.Unreadable,
            Draw = RandomNumberGenerator.GetInt32(1_000_000),
        };
        // what came today came now; of an earlier day only the day is known
        DateTimeOffset? at = receivedOn == today ? null : receivedOn.StartInLondon().AddHours(12);
        var taken = new Taken(ResponseChannel.Paper, at, "KeyPaper", "a form that came by post", ByStaff: true, row);
        var sent = await send.RunAsync(visit with { Sheet = sheet.Answers }, sending, taken, stop);
        if (sent != Sent.AlreadyAnother)
        {
            return row;
        }
        return new HomeHasAnswered((await FirstAnswer.OfAsync(db, visit.Survey.Id, visit.Invitation.HouseholdId, stop))!);
    }
}
