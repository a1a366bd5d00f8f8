// Takes in what devices send from the doors, over the air or in a file: each thing once, and each is told what became of it.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Answering.CheckAnswers;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Editions;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Door;

/// <summary>What became of one thing that was sent.</summary>
/// <param name="State"><c>in</c>, <c>already</c>, <c>aside</c> or <c>refused</c>.</param>
/// <param name="Why">For the officer; null where nothing need be said.</param>
internal sealed record DoorReceipt(Guid Id, string State, string? Why = null)
{
    public const string In = "in";
    public const string Already = "already";
    public const string Aside = "aside";
    public const string Refused = "refused";
}

/// <summary>What is inside an envelope: a household’s answers, or what came of a knock.</summary>
internal sealed record DoorThing(
    Guid Home,
    DateTimeOffset At,
    Dictionary<string, List<string>>? Answers = null,
    AttemptOutcome? Outcome = null,
    DateTimeOffset? CallBackAt = null,
    string? Note = null
);

internal sealed class TakeInFromDoors(
    HearthDb db,
    DoorSeal seal,
    SendAnswers send,
    KeepAside aside,
    EndAsking endAsking,
    EditionsOfSurvey editions,
    AuditTrail audit,
    Actor actor,
    TimeProvider time
)
{
    public const int MostAtOnce = 500;

    /// <summary>The list, where this word is the one its device was given.</summary>
    public async Task<DoorList?> ListAsync(Guid id, string? token, CancellationToken stop)
    {
        var list = await db.Set<DoorList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, stop);
        return
            list?.TokenHash is { } hash
            && token is { Length: > 0 and < 200 }
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(TakeDoorList.HashOf(token)))
            ? list
            : null;
    }

    /// <summary>Takes in what is sealed for one list, in the name of the officer who holds it.</summary>
    public async Task<IReadOnlyList<DoorReceipt>> RunAsync(DoorList list, IReadOnlyList<DoorEnvelope> things, CancellationToken stop)
    {
        // it comes from a device, not from a page: whoever took the list stood at the door
        actor.Staff(list.TakenById, list.TakenBy);
        var asked = await AskedAsync(list, stop);
        db.ChangeTracker.Clear();
        var homes = list.HomeIds().ToHashSet();
        var receipts = new List<DoorReceipt>(things.Count);
        foreach (var thing in things)
        {
            receipts.Add(
                await KnownAsync(thing.Id, stop) ? new(thing.Id, DoorReceipt.Already)
                : Read(list, thing) is not { } read
                    ? new(thing.Id, DoorReceipt.Refused, "It cannot be opened: it was changed on the way, or its list is too old")
                : !homes.Contains(read.Home) ? new(thing.Id, DoorReceipt.Refused, "This home is not on the list")
                : await OneAsync(list, asked, thing.Id, read, stop)
            );
        }
        return receipts;
    }

    // An open survey may have a new version since: what was answered are the questions that the device took with it.
    private async Task<(Questionnaire Questions, int Edition)> AskedAsync(DoorList list, CancellationToken stop)
    {
        var now = (await Questionnaire.LoadAsync(db, list.SurveyId, stop))!;
        var took = list.OnDeviceAt ?? list.TakenAt;
        var edition = (await editions.AllAsync(list.SurveyId, stop)).LastOrDefault(one => one.From <= took);
        return edition is null || edition.Number == now.Survey.Edition
            ? (now, now.Survey.Edition)
            : (new Questionnaire(now.Survey, edition.Read()), edition.Number);
    }

    private async Task<bool> KnownAsync(Guid id, CancellationToken stop) =>
        await db.Set<Response>().AnyAsync(r => r.Id == id, stop)
        || await db.Set<Attempt>().AnyAsync(a => a.Id == id, stop)
        || await db.Set<AnswersSetAside>().AnyAsync(a => a.Id == id, stop);

    private DoorThing? Read(DoorList list, DoorEnvelope thing)
    {
        try
        {
            return seal.Open(list, thing) is { } plain ? JsonSerializer.Deserialize<DoorThing>(plain, DoorJson.Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<DoorReceipt> OneAsync(
        DoorList list,
        (Questionnaire Questions, int Edition) asked,
        Guid id,
        DoorThing thing,
        CancellationToken stop
    )
    {
        var invitation = await db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == thing.Home, stop);
        if (invitation?.PersonId is null)
        {
            return new(id, DoorReceipt.Refused, "This person asked to be forgotten: nothing more is taken about their home");
        }
        // a device's clock may say anything: what cannot be is now
        var now = time.GetUtcNow();
        var at = thing.At >= list.TakenAt && thing.At <= now ? thing.At.ToUniversalTime() : now;
        return thing switch
        {
            { Answers: { } answers } => await AnswersAsync(asked, invitation, id, at, answers, stop),
            { Outcome: { } outcome } when outcome != AttemptOutcome.Answered => await AttemptAsync(invitation, id, at, thing, stop),
            _ => new(id, DoorReceipt.Refused, "There is nothing in it"),
        };
    }

    private async Task<DoorReceipt> AnswersAsync(
        (Questionnaire Questions, int Edition) asked,
        Invitation invitation,
        Guid id,
        DateTimeOffset at,
        Dictionary<string, List<string>> answers,
        CancellationToken stop
    )
    {
        var (questionnaire, edition) = asked;
        var (sheet, wrong) = GivenValues.Read(questionnaire.Questions, answers);
        var visit = new Visit(questionnaire.Survey, questionnaire.Questions, invitation, DoorState.Open)
        {
            Sheet = sheet,
            Edition = edition,
        };
        var why =
            wrong.Count > 0 || !visit.Shown.Any(sheet.HasAnswered) ? WhyAside.DoNotFit
            : SurveyDoor.StateOf(questionnaire.Survey, time.Today()) != DoorState.Open ? WhyAside.AfterClosing
            : (WhyAside?)null;
        FirstAnswer? first = null;
        if (why is null)
        {
            var taken = new Taken(ResponseChannel.FaceToFace, at, "SendAnswers", "at the door", ByStaff: true);
            var sent = await send.RunAsync(visit, id, taken, stop);
            if (sent != Sent.AlreadyAnother)
            {
                return new(id, sent == Sent.Accepted ? DoorReceipt.In : DoorReceipt.Already);
            }
            why = WhyAside.AnsweredBefore;
            first = await FirstAnswer.OfAsync(db, invitation.SurveyId, invitation.HouseholdId, stop);
        }
        var kept = why == WhyAside.DoNotFit ? JsonSerializer.Serialize(answers) : sheet.Write();
        await aside.RunAsync(
            invitation,
            id,
            ResponseChannel.FaceToFace,
            why.Value,
            wrong.Count > 0 ? string.Join("; ", wrong.Take(5)) : null,
            at,
            kept,
            stop
        );
        return new(id, DoorReceipt.Aside, AsideWords.Of(why.Value) + (first is null ? "" : $": {first.Words}"));
    }

    private async Task<DoorReceipt> AttemptAsync(Invitation invitation, Guid id, DateTimeOffset at, DoorThing thing, CancellationToken stop)
    {
        var outcome = thing.Outcome!.Value;
        db.Add(
            new Attempt
            {
                Id = id,
                SurveyId = invitation.SurveyId,
                InvitationId = invitation.Id,
                Way = AttemptWay.Door,
                Outcome = outcome,
                At = at,
                ById = actor.Id,
                By = actor.Name,
                CallBackAt = outcome == AttemptOutcome.CallBack ? thing.CallBackAt?.ToUniversalTime() : null,
                Note = thing.Note is { Length: > 0 } note ? note[..Math.Min(note.Length, Attempt.LongestNote)] : null,
            }
        );
        audit.Write("RecordVisit", "survey", invitation.SurveyId, AttemptWords.Name(outcome, AttemptWay.Door));
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            if (AttemptWords.Ends(outcome))
            {
                await endAsking.RunAsync(invitation, outcome, AttemptWay.Door, at, stop);
            }
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return new(id, DoorReceipt.Already);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
        return new(id, DoorReceipt.In);
    }
}
