// A tenant asks for a way to take part; they are told by when they will hear from us.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart.SeeWays;

internal sealed class AskToTakePart(HearthDb db, AuditTrail audit, TimeProvider time)
{
    /// <summary>Days within which whoever asks is answered.</summary>
    public const int Days = 10;

    /// <summary>The day by which they hear from us; null where there is no such person or way. Asking twice is asking once.</summary>
    public async Task<DateOnly?> AskAsync(Guid person, Guid way, CancellationToken stop)
    {
        if (
            !await db.Set<Person>().AnyAsync(p => p.Id == person && p.ForgottenAt == null, stop)
            || !await db.Set<WayToTakePart>().AnyAsync(w => w.Id == way && w.WithdrawnAt == null, stop)
        )
        {
            return null;
        }
        var waiting = await db.Set<Interest>()
            .FirstOrDefaultAsync(i => i.PersonId == person && i.WayId == way && i.AnsweredAt == null, stop);
        if (waiting is not null)
        {
            return waiting.AnswerBy;
        }
        var asked = new Interest
        {
            PersonId = person,
            WayId = way,
            AskedAt = time.GetUtcNow(),
            AnswerBy = time.Today().AddDays(Days),
        };
        db.Add(asked);
        audit.Write("AskToTakePart", "person", person);
        await db.SaveChangesAsync(stop);
        return asked.AnswerBy;
    }

    /// <summary>An officer has spoken with them.</summary>
    public async Task<bool> AnswerAsync(Guid interest, CancellationToken stop)
    {
        if (await db.Set<Interest>().FirstOrDefaultAsync(i => i.Id == interest, stop) is not { } asked)
        {
            return false;
        }
        if (asked.AnsweredAt is null)
        {
            asked.AnsweredAt = time.GetUtcNow();
            audit.Write("AnswerInterest", "person", asked.PersonId);
            await db.SaveChangesAsync(stop);
        }
        return true;
    }
}
