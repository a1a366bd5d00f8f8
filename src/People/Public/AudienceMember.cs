// A household that may be asked: who stands for it, what it is counted as, and by which ways it may be reached.
using Hearth.Messaging.Public;
using Hearth.People.Import.Values;

namespace Hearth.People.Public;

/// <summary>A household and the groups it is counted in.</summary>
public sealed record CountedHousehold(Guid HouseholdId, GroupFacts Facts);

/// <summary>A household with the person who stands for it, the groups it is counted in, and how it is reached.</summary>
public sealed record AudienceMember(
    Guid HouseholdId,
    Guid PersonId,
    string TenancyReference,
    string Name,
    string Salutation,
    GroupFacts Facts
)
{
    public string? Email { get; init; }
    public string? Phone { get; init; }

    /// <summary>Where letters go: the home, or the address that is safe.</summary>
    public string PostalAddress { get; init; } = "";

    /// <summary>Where somebody may knock; empty where nobody may.</summary>
    public string HomeAddress { get; init; } = "";

    /// <summary>How they are reached without danger; null where nothing must be minded. Addresses that may not be used are not on this record at all.</summary>
    public SafeContact? Safe { get; init; }
    public string Language { get; init; } = "en-GB";
    public ContactWay? Prefers { get; init; }
    public bool DoNotContact { get; init; }

    /// <summary>False where this landlord's Hearth has no way out for texts: then nobody is reached by one.</summary>
    public bool TextsLeave { get; init; } = true;

    /// <summary>True where this landlord's Hearth has a way out for WhatsApp.</summary>
    public bool WhatsAppLeaves { get; init; }

    /// <summary>Kinds of message this person has said no to.</summary>
    public IReadOnlySet<MessageKind> Refused { get; init; } = new HashSet<MessageKind>();

    /// <summary>The best way held and allowed: what they asked for where it can be used, else e-mail, text, letter, telephone. A text goes to a UK mobile only, and nobody is rung who asked not to be.</summary>
    public Channel? BestChannel =>
        DoNotContact
            ? null
            : Prefers switch
            {
                ContactWay.Email when MayBeMailed => Channel.Email,
                ContactWay.Text when MayBeTexted => Channel.Text,
                ContactWay.WhatsApp when MayBeReachedByWhatsApp => Channel.WhatsApp,
                ContactWay.Telephone when MayBeRung => Channel.Telephone,
                ContactWay.Post or ContactWay.FaceToFace when PostalAddress.Length > 0 => Channel.Letter,
                _ when MayBeMailed => Channel.Email,
                _ when MayBeTexted => Channel.Text,
                _ when PostalAddress.Length > 0 => Channel.Letter,
                _ when MayBeRung => Channel.Telephone,
                _ => null,
            };

    /// <summary>The address to use for a channel; null where none is held or it may not be used.</summary>
    public Recipient? Reach(Channel channel) =>
        channel switch
        {
            Channel.Email when MayBeMailed => new(PersonId, Name, Email!, Language),
            Channel.Text when MayBeTexted => new(PersonId, Name, Phone!, Language),
            Channel.WhatsApp when MayBeReachedByWhatsApp => new(PersonId, Name, Phone!, Language),
            Channel.Telephone when MayBeRung => new(PersonId, Name, Phone!, Language),
            Channel.Letter when PostalAddress.Length > 0 => new(PersonId, Name, PostalAddress, Language),
            Channel.Door when MayBeVisited => new(PersonId, Name, HomeAddress, Language),
            _ => null,
        };

    /// <summary>The number by which they may be rung, as people write it: “01632 960 424”; null where none is held and allowed.</summary>
    public string? NumberShown => MayBeRung ? PhoneNumber.Shown(Phone!) : null;

    private bool MayBeMailed => Email is not null && IsSafe(Channel.Email);

    private bool MayBeTexted => TextsLeave && Phone is not null && PhoneNumber.IsMobile(Phone) && IsSafe(Channel.Text);

    // a choice of their own, never a guess from the number
    private bool MayBeReachedByWhatsApp =>
        WhatsAppLeaves
        && Prefers == ContactWay.WhatsApp
        && Phone is not null
        && PhoneNumber.IsMobile(Phone)
        && IsSafe(Channel.WhatsApp)
        && IsSafe(Channel.Text);

    private bool MayBeRung => Phone is not null && !Refused.Contains(MessageKind.Calls) && IsSafe(Channel.Telephone);

    private bool MayBeVisited => HomeAddress.Length > 0 && !Refused.Contains(MessageKind.Visits) && IsSafe(Channel.Door);

    private bool IsSafe(Channel channel) => Safe?.Never.Contains(channel) != true;
}
