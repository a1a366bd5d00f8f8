// The gate that every message passes before it leaves: what could harm the person is held back, sent elsewhere, or says nothing of what it is about.
using Hearth.Messaging.Safety;
using Hearth.Messaging.Sending;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Public;

public sealed class Safely
{
    private readonly HearthDb db;
    private readonly IEnumerable<ISafeContacts> contacts;
    private readonly Outcomes outcomes;
    private readonly Veil veil;

    internal Safely(HearthDb db, IEnumerable<ISafeContacts> contacts, Outcomes outcomes, Veil veil)
    {
        this.db = db;
        this.contacts = contacts;
        this.outcomes = outcomes;
        this.veil = veil;
    }

    /// <summary>
    /// Looks again at everything that waits for this person or is being printed, in the caller's transaction: what may not leave any more has failed, and
    /// its module finds another way. The caller saves.
    /// </summary>
    public async Task LookAgainAsync(Guid person, CancellationToken stop = default)
    {
        if (await OfAsync(person, stop) is not { } safe)
        {
            return;
        }
        var waiting = await Held(db.Set<StoredMessage>()).Where(m => m.PersonId == person).Select(m => m.Id).ToListAsync(stop);
        foreach (var id in waiting)
        {
            if (await outcomes.HoldAsync(Held(db.Set<StoredMessage>()).Where(m => m.Id == id), stop) is { } message)
            {
                await MakeSafeAsync(message, safe, stop);
            }
        }
    }

    /// <summary>The same for these messages, each in a transaction of its own.</summary>
    internal async Task SweepAsync(Func<IQueryable<StoredMessage>, IQueryable<StoredMessage>> some, CancellationToken stop)
    {
        var all = await AllAsync(stop);
        foreach (var people in all.Keys.Chunk(2000))
        {
            var waiting = await some(db.Set<StoredMessage>().AsNoTracking())
                .Where(m => m.Status == MessageStatus.Queued && m.PersonId != null && EF.Parameter(people).Contains(m.PersonId.Value))
                .ToListAsync(stop);
            foreach (var message in waiting.Where(message => !IsSafe(message, all[message.PersonId!.Value])))
            {
                await using var transaction = await db.Database.BeginTransactionAsync(stop);
                var asBelieved = db.Set<StoredMessage>().Where(m => m.Id == message.Id && m.Status == MessageStatus.Queued);
                if (await outcomes.HoldAsync(asBelieved, stop) is { } held)
                {
                    await MakeSafeAsync(held, all[message.PersonId!.Value], stop);
                    await db.SaveChangesAsync(stop);
                    await transaction.CommitAsync(stop);
                }
            }
        }
    }

    /// <summary>For the way out, of a message that it has in hand: true when it may leave, with words and address made safe.</summary>
    internal async Task<bool> MayLeaveAsync(StoredMessage message, CancellationToken stop)
    {
        if (message.PersonId is not { } person || await OfAsync(person, stop) is not { } safe)
        {
            return true;
        }
        return Change(message, safe);
    }

    /// <summary>What a caller or visitor must mind with each of these people.</summary>
    internal async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> CareAsync(IEnumerable<Guid?> people, CancellationToken stop)
    {
        var all = await AllAsync(stop);
        return people
            .OfType<Guid>()
            .Distinct()
            .Where(person => all.TryGetValue(person, out var safe) && safe.Care.Count > 0)
            .ToDictionary(person => person, person => all[person].Care);
    }

    private static IQueryable<StoredMessage> Held(IQueryable<StoredMessage> messages) =>
        messages.Where(m => m.Status == MessageStatus.Queued || (m.Status == MessageStatus.Sending && m.BatchId != null));

    private async Task MakeSafeAsync(StoredMessage message, SafeContact safe, CancellationToken stop)
    {
        if (!Change(message, safe))
        {
            await outcomes.EndAsync(message, MessageStatus.Failed, "Held back", OutcomeReasons.HeldBack, Outcomes.Hearth, stop);
        }
    }

    private bool Change(StoredMessage message, SafeContact safe)
    {
        if (message.Channel == Channel.Letter && safe.WriteTo is { } elsewhere)
        {
            message.ToAddress = elsewhere;
        }
        if (!safe.Allows(message.Channel, message.ToAddress))
        {
            return false;
        }
        if (Veiled(message, safe))
        {
            veil.Over(message);
        }
        return true;
    }

    private bool IsSafe(StoredMessage message, SafeContact safe) =>
        safe.Allows(message.Channel, message.ToAddress) && (!Veiled(message, safe) || veil.IsOver(message));

    // whoever rings or knocks must know what it is about, and is told to say nothing
    private static bool Veiled(StoredMessage message, SafeContact safe) =>
        safe.Discreet && message.Channel is (Channel.Email or Channel.Text or Channel.WhatsApp or Channel.Letter);

    private async Task<SafeContact?> OfAsync(Guid person, CancellationToken stop)
    {
        foreach (var known in contacts)
        {
            if (await known.OfAsync(person, stop) is { } safe)
            {
                return safe;
            }
        }
        return null;
    }

    private async Task<IReadOnlyDictionary<Guid, SafeContact>> AllAsync(CancellationToken stop)
    {
        var all = new Dictionary<Guid, SafeContact>();
        foreach (var known in contacts)
        {
            foreach (var (person, safe) in await known.AllAsync(stop))
            {
                all.TryAdd(person, safe);
            }
        }
        return all;
    }
}
