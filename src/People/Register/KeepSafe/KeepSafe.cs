// Sets how a person may be reached without danger. It holds from this moment: what waits for them is looked at again before this is saved.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.KeepSafe;

internal enum SafetyRefusal
{
    NoSuchPerson,
    AddressTooLong,
    NoteTooLong,
}

internal sealed record SafetyWishes(string? WriteTo, string? Note, IReadOnlyCollection<Channel> Never, IReadOnlyCollection<Care> Care);

/// <summary>What must be minded by whoever writes, rings or visits.</summary>
internal enum Care
{
    NoVoicemail,
    OnlyWithInterpreter,
    TwoVisitors,
    Discreet,
}

internal sealed class KeepSafe(HearthDb db, AuditTrail audit, Actor actor, Safely safely, TimeProvider time)
{
    public const int LongestNote = 300;
    private const int MostLines = 7;
    private const int LongestAddress = 300;

    public async Task<IReadOnlyList<SafetyRefusal>> DoAsync(Guid personId, SafetyWishes wishes, CancellationToken stop)
    {
        if (!await db.Set<Person>().AnyAsync(p => p.Id == personId && p.ForgottenAt == null, stop))
        {
            return [SafetyRefusal.NoSuchPerson];
        }
        var lines = (wishes.WriteTo ?? "").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var note = string.IsNullOrWhiteSpace(wishes.Note) ? null : wishes.Note.Trim();
        List<SafetyRefusal> refusals = [];
        if (lines.Length > MostLines || lines.Sum(line => line.Length) > LongestAddress)
        {
            refusals.Add(SafetyRefusal.AddressTooLong);
        }
        if (note?.Length > LongestNote)
        {
            refusals.Add(SafetyRefusal.NoteTooLong);
        }
        if (refusals.Count > 0)
        {
            return refusals;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await SetAsync(personId, lines.Length == 0 ? null : string.Join('\n', lines), note, wishes, stop);
        // that something was set, never what: more people read the audit than may know
        audit.Write("KeepSafe", "person", personId);
        await db.SaveChangesAsync(stop);
        await safely.LookAgainAsync(personId, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return [];
    }

    private async Task SetAsync(Guid personId, string? writeTo, string? note, SafetyWishes wishes, CancellationToken stop)
    {
        var safety = await db.Set<ContactSafety>().FirstOrDefaultAsync(s => s.PersonId == personId, stop);
        if (safety is null)
        {
            safety = new ContactSafety { PersonId = personId };
            db.Add(safety);
        }
        if (writeTo != safety.WriteTo)
        {
            safety.FromImport &= ~CareFlags.WriteTo;
        }
        (safety.WriteTo, safety.Note) = (writeTo, note);
        safety.NoEmail = wishes.Never.Contains(Channel.Email);
        safety.NoText = wishes.Never.Contains(Channel.Text);
        safety.NoLetter = wishes.Never.Contains(Channel.Letter);
        safety.NoTelephone = wishes.Never.Contains(Channel.Telephone);
        safety.NoVisit = wishes.Never.Contains(Channel.Door);
        safety.NoVoicemail = wishes.Care.Contains(Care.NoVoicemail);
        safety.OnlyWithInterpreter = wishes.Care.Contains(Care.OnlyWithInterpreter);
        safety.TwoVisitors = wishes.Care.Contains(Care.TwoVisitors);
        safety.Discreet = wishes.Care.Contains(Care.Discreet);
        // what the officer leaves as the housing system has it stays the housing system's
        safety.FromImport &= safety.Flags;
        (safety.SetAt, safety.SetBy) = (time.GetUtcNow(), actor.Name);
        if (safety.SaysNothing)
        {
            db.Remove(safety);
        }
    }
}
