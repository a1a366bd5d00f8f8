// What must be minded when people are reached, read for many at once: what they said no to, and who must be reached with care.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register;

internal sealed class WhatToMind
{
    private static readonly HashSet<MessageKind> Nothing = [];

    private readonly Dictionary<Guid, IReadOnlySet<MessageKind>> refused;
    private readonly Dictionary<Guid, ContactSafety> safe;
    private readonly bool textsLeave;
    private readonly bool whatsAppLeaves;

    private WhatToMind(
        Dictionary<Guid, IReadOnlySet<MessageKind>> refused,
        Dictionary<Guid, ContactSafety> safe,
        bool textsLeave,
        bool whatsAppLeaves
    ) => (this.refused, this.safe, this.textsLeave, this.whatsAppLeaves) = (refused, safe, textsLeave, whatsAppLeaves);

    public static Task<WhatToMind> OfEveryoneAsync(HearthDb db, Channels channels, CancellationToken stop) =>
        ReadAsync(db, channels, db.Set<Consent>(), db.Set<ContactSafety>(), stop);

    public static Task<WhatToMind> OfAsync(HearthDb db, Channels channels, Guid[] people, CancellationToken stop) =>
        ReadAsync(
            db,
            channels,
            db.Set<Consent>().Where(c => people.Contains(c.PersonId)),
            db.Set<ContactSafety>().Where(s => people.Contains(s.PersonId)),
            stop
        );

    /// <summary>The person with the ways by which they may be reached.</summary>
    /// <param name="household">The household they stand for.</param>
    /// <param name="person">The person.</param>
    /// <param name="reference">Of the tenancy.</param>
    /// <param name="home">Their home's address; empty where it is theirs no more.</param>
    /// <param name="facts">What they are counted as.</param>
    public AudienceMember Member(Guid household, Person person, string reference, string home, GroupFacts facts)
    {
        var safety = safe.GetValueOrDefault(person.Id);
        var name = Joined(person.Title, person.GivenName, person.FamilyName);
        var salutation = string.IsNullOrWhiteSpace(person.Title)
            ? Joined(person.GivenName, person.FamilyName)
            : $"{person.Title} {person.FamilyName}";
        return new AudienceMember(household, person.Id, reference, name, salutation, facts)
        {
            Email = safety is { NoEmail: true } ? null : person.Email,
            Phone = safety is { NoText: true, NoTelephone: true } ? null : person.Phone,
            PostalAddress = safety is { NoLetter: true } ? "" : safety?.WriteTo ?? home,
            HomeAddress = safety is { NoVisit: true } ? "" : home,
            Safe = safety?.With(person.Email, person.Phone),
            Language = person.Language,
            Prefers = person.PrefersWay,
            DoNotContact = person.DoNotContact,
            TextsLeave = textsLeave,
            WhatsAppLeaves = whatsAppLeaves,
            Refused = refused.GetValueOrDefault(person.Id) ?? Nothing,
        };
    }

    // few, and asked each time: what was set a moment ago holds
    private static async Task<WhatToMind> ReadAsync(
        HearthDb db,
        Channels channels,
        IQueryable<Consent> ledger,
        IQueryable<ContactSafety> safeties,
        CancellationToken stop
    ) =>
        new(
            await RefusalsAsync(db, ledger, stop),
            await safeties.AsNoTracking().ToDictionaryAsync(safety => safety.PersonId, stop),
            channels.CanSend(Channel.Text),
            channels.CanSend(Channel.WhatsApp)
        );

    private static string Joined(params ReadOnlySpan<string?> parts)
    {
        var kept = new List<string>();
        foreach (var part in parts)
        {
            if (!string.IsNullOrWhiteSpace(part))
            {
                kept.Add(part);
            }
        }
        return string.Join(' ', kept);
    }

    private static async Task<Dictionary<Guid, IReadOnlySet<MessageKind>>> RefusalsAsync(
        HearthDb db,
        IQueryable<Consent> ledger,
        CancellationToken stop
    )
    {
        // the newest line of the ledger counts, for each person and kind
        var lines = await ledger
            .AsNoTracking()
            .Select(c => new
            {
                c.PersonId,
                c.Kind,
                c.Given,
                c.At,
                c.Id,
            })
            .ToListAsync(stop);
        // a "no" recorded in this unit of work counts before it is saved: the next way is chosen in it
        var unsaved = db.Set<Consent>()
            .Local.Select(c => new
            {
                c.PersonId,
                c.Kind,
                c.Given,
                c.At,
                c.Id,
            })
            .ExceptBy(lines.Select(line => line.Id), line => line.Id);
        return lines
            .Concat(unsaved)
            .GroupBy(line => (line.PersonId, line.Kind))
            .Select(group => group.OrderBy(line => line.At).ThenBy(line => line.Id).Last())
            .Where(line => !line.Given)
            .GroupBy(line => line.PersonId)
            .ToDictionary(group => group.Key, group => (IReadOnlySet<MessageKind>)group.Select(line => line.Kind).ToHashSet());
    }
}
