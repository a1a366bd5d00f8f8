// Writes down what a person said yes or no to. Nothing in the ledger is ever changed; the newest line counts.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.RecordConsent;

internal sealed class RecordConsent(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>False when there is no such person.</summary>
    /// <param name="how">Where it was said: "Telephone", "Letter".</param>
    public async Task<bool> DoAsync(Guid personId, MessageKind kind, bool given, string how, CancellationToken stop)
    {
        if (!await db.Set<Person>().AnyAsync(p => p.Id == personId && p.ForgottenAt == null, stop))
        {
            return false;
        }
        db.Add(
            new Consent
            {
                PersonId = personId,
                Kind = kind,
                Given = given,
                At = time.GetUtcNow(),
                Source = $"{how}, {actor.Name}",
            }
        );
        audit.Write("RecordConsent", "person", personId, $"{kind}: {(given ? "yes" : "no")}");
        await db.SaveChangesAsync(stop);
        return true;
    }
}
