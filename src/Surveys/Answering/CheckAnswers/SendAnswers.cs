// Takes a household's answers in: response, comments, part taken in the loop, draft gone, all or nothing; acknowledged after the commit. One a home.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering.Files;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Answering.CheckAnswers;

internal enum Sent
{
    Accepted,

    /// <summary>The same sending came twice (a double click, a reload): it is in, once.</summary>
    AlreadyThisOne,

    /// <summary>Somebody else in the home was first.</summary>
    AlreadyAnother,
}

/// <summary>How answers came.</summary>
/// <param name="At">When they came in; null for now.</param>
/// <param name="ByStaff">A member of staff wrote them down: the audit says who.</param>
/// <param name="Beside">A row that is saved with the response or not at all.</param>
internal sealed record Taken(
    ResponseChannel Channel,
    DateTimeOffset? At,
    string Action,
    string? Detail,
    bool ByStaff,
    object? Beside = null
)
{
    public static Taken Online { get; } = new(ResponseChannel.Online, null, "SendAnswers", null, ByStaff: false);

    public static Taken ByTelephone { get; } = new(ResponseChannel.Telephone, null, "SendAnswers", "by telephone", ByStaff: true);

    public static Taken AtTheDoor { get; } = new(ResponseChannel.FaceToFace, null, "SendAnswers", "at the door", ByStaff: true);

    /// <summary>A member of staff who asks a household of the door's rung stands in front of it.</summary>
    public static Taken By(Visit visit) =>
        !visit.ByTelephone ? Online
        : visit.Invitation.Rung == Messaging.Public.Channel.Door ? AtTheDoor
        : ByTelephone;
}

internal sealed class SendAnswers(Intake intake, Actor actor)
{
    /// <summary>Sends the answers on the visit's sheet to the questions that are shown.</summary>
    /// <param name="visit">An open visit.</param>
    /// <param name="sending">Id of this sending: the same page sent twice carries the same.</param>
    /// <param name="stop">Gives up waiting; the answers may still go in.</param>
    public Task<Sent> RunAsync(Visit visit, Guid sending, CancellationToken stop) => RunAsync(visit, sending, Taken.By(visit), stop);

    /// <summary>The same, for answers that came by another way.</summary>
    public async Task<Sent> RunAsync(Visit visit, Guid sending, Taken taken, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await intake.WriteAsync(new Envelope(visit, sending, taken, actor), TakeInAsync, stop);
            }
            catch (DbUpdateException) when (attempt < 4)
            {
                // another device, another survey house's file or the same person by another home got in between: look again
            }
        }
    }

    private static async Task<IReadOnlyList<Sent>> TakeInAsync(
        IServiceProvider scope,
        IReadOnlyList<Envelope> envelopes,
        CancellationToken stop
    )
    {
        var db = scope.GetRequiredService<HearthDb>();
        var time = scope.GetRequiredService<TimeProvider>();
        var now = time.GetUtcNow();
        var audit = scope.GetRequiredService<AuditTrail>();
        // Many at once go in without looking: the unique indexes refuse a second answer, and then each is done alone, which looks.
        var looks = envelopes.Count == 1;
        var first = looks ? await AlreadyInAsync(db, envelopes[0], stop) : [];
        var (results, accepted) = (
            new List<Sent>(envelopes.Count),
            new List<(Invitation Invitation, ResponseChannel Channel)>(envelopes.Count)
        );
        var pilots = new Dictionary<Guid, Guid>();
        foreach (var (visit, sending, taken, caller) in envelopes)
        {
            var (survey, invitation) = (visit.Survey, visit.Invitation);
            if (first.TryGetValue((survey.Id, invitation.HouseholdId), out var before))
            {
                results.Add(before == sending ? Sent.AlreadyThisOne : Sent.AlreadyAnother);
                continue;
            }
            first.Add((survey.Id, invitation.HouseholdId), sending);
            var answers = visit.Sheet.Only(visit.Shown);
            var response = Response.To(invitation, taken.Channel, taken.At ?? now, answers, visit.Shown, sending, visit.Edition);
            db.Add(response);
            db.AddRange(Comment.In(response, answers, visit.Shown, taken == Taken.Online ? visit.Language : null));
            // a worrying answer is never in without its case
            await scope.GetRequiredService<OpenCases>().AddAsync(response, invitation, answers, visit.Shown, now, stop);
            if (taken.Beside is { } beside)
            {
                db.Add(beside);
            }
            // The intake writes for many at once and in nobody's name: whose work it was comes with the answers. A tenant's name never does.
            var line = taken.ByStaff ? new AuditTrail(db, caller, time) : audit;
            line.Write(taken.Action, "survey", survey.Id, taken.Detail);
            accepted.Add((invitation, taken.Channel));
            if (survey.PilotOf is { } stands)
            {
                pilots[survey.Id] = stands;
            }
            results.Add(Sent.Accepted);
        }
        if (accepted.Count > 0)
        {
            await scope.GetRequiredService<TookPart>().AddAsync(accepted, now, looks, stop, pilots);
            await FilesOfAsync(db, [.. envelopes.Select(envelope => envelope.Visit)], accepted, now, stop);
            var ids = accepted.Select(one => one.Invitation.Id).ToList();
            await db.Set<DraftResponse>().Where(d => EF.Parameter(ids).Contains(d.InvitationId)).ExecuteDeleteAsync(stop);
            foreach (
                var survey in accepted
                    .Select(one => one.Invitation)
                    .Where(invitation => invitation.PersonId is not null)
                    .GroupBy(invitation => invitation.SurveyId)
            )
            {
                await scope
                    .GetRequiredService<Outbox>()
                    .CancelAsync(survey.Key, [.. survey.Select(invitation => invitation.PersonId!.Value).Distinct()], stop);
            }
        }
        return results;
    }

    // What was added to an answer goes with it; what belongs to no answer that was sent is deleted.
    private static async Task FilesOfAsync(
        HearthDb db,
        IReadOnlyList<Visit> visits,
        List<(Invitation Invitation, ResponseChannel Channel)> accepted,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        foreach (var visit in visits.Where(v => v.Questions.Any(q => q.IsFile) && accepted.Exists(a => a.Invitation == v.Invitation)))
        {
            var home = visit.Invitation.Id;
            var sent = visit
                .Shown.Where(question => question.IsFile)
                .SelectMany(visit.Sheet.Of)
                .Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty)
                .ToList();
            await db.Set<SentFile>()
                .Where(file => file.InvitationId == home && EF.Parameter(sent).Contains(file.Id))
                .ExecuteUpdateAsync(file => file.SetProperty(f => f.SentAt, now), stop);
            await db.Set<SentFile>().Where(file => file.InvitationId == home && file.SentAt == null).ExecuteDeleteAsync(stop);
        }
    }

    /// <summary>Whether this household has answered, and by which sending.</summary>
    private static async Task<Dictionary<(Guid Survey, Guid Household), Guid>> AlreadyInAsync(
        HearthDb db,
        Envelope envelope,
        CancellationToken stop
    )
    {
        var (survey, household) = (envelope.Visit.Survey.Id, envelope.Visit.Invitation.HouseholdId);
        return await db.Set<Response>()
            .Where(r => r.SurveyId == survey && r.HouseholdId == household)
            .Select(r => new
            {
                r.SurveyId,
                r.HouseholdId,
                r.Id,
            })
            .ToDictionaryAsync(r => (r.SurveyId, r.HouseholdId), r => r.Id, stop);
    }

    private sealed record Envelope(Visit Visit, Guid Sending, Taken Taken, Actor Caller);
}
