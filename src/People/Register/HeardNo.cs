// A caller or visitor heard a "no": it stands in the consent ledger with the outcome of the call, and counts from then on.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register;

internal sealed class HeardNo(HearthDb db, AuditTrail audit, Actor actor) : IMessageOutcomes
{
    public async Task OnOutcomeAsync(MessageOutcome outcome, CancellationToken stop)
    {
        if (
            RefusedBy(outcome) is not { } kind
            || outcome.PersonId is not { } id
            || !await db.Set<Person>().AnyAsync(p => p.Id == id && p.ForgottenAt == null, stop)
        )
        {
            return;
        }
        // the ledger says a thing once, however many calls ended by it
        var saved = await db.Set<Consent>()
            .AsNoTracking()
            .Where(c => c.PersonId == id && c.Kind == kind)
            .OrderBy(c => c.At)
            .ThenBy(c => c.Id)
            .LastOrDefaultAsync(stop);
        if (saved is { Given: false } || db.Set<Consent>().Local.Any(c => c.PersonId == id && c.Kind == kind && !c.Given))
        {
            return;
        }
        db.Add(
            new Consent
            {
                PersonId = id,
                Kind = kind,
                Given = false,
                At = outcome.At,
                Source = $"{PersonWords.Way(outcome.Channel)}, {actor.Name}",
            }
        );
        audit.Write("RecordConsent", "person", id, $"{kind}: no");
    }

    private static MessageKind? RefusedBy(MessageOutcome outcome) =>
        outcome is not { Status: MessageStatus.Failed } ? null
        : outcome.Reason == OutcomeReasons.AskedNotToBeRung ? MessageKind.Calls
        : outcome.Reason == OutcomeReasons.AskedNotToBeVisited ? MessageKind.Visits
        : outcome.Reason == OutcomeReasons.SaidNo ? KindOf(outcome.Purpose)
        : null;

    // Purposes belong to the modules above; what is neither a survey nor an answer is news.
    private static MessageKind KindOf(string purpose) =>
        purpose.StartsWith("survey-", StringComparison.Ordinal) ? MessageKind.Surveys
        : purpose.StartsWith("reply", StringComparison.Ordinal) ? MessageKind.Feedback
        : MessageKind.News;
}
