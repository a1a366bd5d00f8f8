// An officer notes the time a person gave.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart.NoteTime;

internal enum TimeRefusal
{
    NoSuchPerson,
    NoTime,
    TooLong,
    InTheFuture,
    NoWhat,
    WhatTooLong,
}

internal sealed class NoteTime(HearthDb db, AuditTrail audit, TimeProvider time)
{
    public async Task<TimeRefusal?> DoAsync(Guid person, DateOnly on, int minutes, string what, CancellationToken stop)
    {
        what = what.Trim();
        TimeRefusal? refusal =
            minutes <= 0 ? TimeRefusal.NoTime
            : minutes > TimeGiven.MostMinutes ? TimeRefusal.TooLong
            : on > time.Today() ? TimeRefusal.InTheFuture
            : what.Length == 0 ? TimeRefusal.NoWhat
            : what.Length > TimeGiven.LongestWhat ? TimeRefusal.WhatTooLong
            : null;
        if (refusal is null && !await db.Set<Person>().AnyAsync(p => p.Id == person && p.ForgottenAt == null, stop))
        {
            refusal = TimeRefusal.NoSuchPerson;
        }
        if (refusal is not null)
        {
            return refusal;
        }
        db.Add(
            new TimeGiven
            {
                PersonId = person,
                On = on,
                Minutes = minutes,
                What = what,
            }
        );
        audit.Write("NoteTime", "person", person, $"{minutes} minutes");
        await db.SaveChangesAsync(stop);
        return null;
    }
}
