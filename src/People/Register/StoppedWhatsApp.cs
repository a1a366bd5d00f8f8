// Who answers “stop” in WhatsApp has taken their choice of it back: from then on they are reached by the next way that is held.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register;

internal sealed class StoppedWhatsApp(HearthDb db, AuditTrail audit, TimeProvider time) : IOptOuts
{
    public async Task StoppedAsync(Channel channel, string address, CancellationToken stop)
    {
        if (channel != Channel.WhatsApp)
        {
            return;
        }
        // several people may share a phone: whoever holds it speaks for all of them
        foreach (
            var person in await db.Set<Person>().Where(p => p.Phone == address && p.PrefersWay == ContactWay.WhatsApp).ToListAsync(stop)
        )
        {
            person.PrefersWay = null;
            person.ToldUsAt = time.GetUtcNow();
            audit.Write("StopWhatsApp", "person", person.Id);
        }
    }
}
