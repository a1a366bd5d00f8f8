// What must be minded whenever a person is written to, rung or visited, so that nobody is harmed by it. It overrides everything else.
namespace Hearth.Messaging.Public;

/// <summary>How one person may be reached without danger. Who has none of these is reached as usual.</summary>
public sealed record SafeContact
{
    /// <summary>Ways that are never used, whatever else is held or wished.</summary>
    public IReadOnlySet<Channel> Never { get; init; } = new HashSet<Channel>();

    /// <summary>Where letters go in place of the home; null where they go home.</summary>
    public string? WriteTo { get; init; }

    /// <summary>The only e-mail address that may be used; null where none is held.</summary>
    public string? Email { get; init; }

    /// <summary>The only number that may be used, in E.164; null where none is held.</summary>
    public string? Phone { get; init; }

    /// <summary>No e-mail, text or letter may say what it is about.</summary>
    public bool Discreet { get; init; }

    /// <summary>What a caller or visitor reads before anything else: “Never leave a voicemail”.</summary>
    public IReadOnlyList<string> Care { get; init; } = [];

    public bool Allows(Channel channel, string address) =>
        !Never.Contains(channel)
        && channel switch
        {
            Channel.Email => string.Equals(address, Email, StringComparison.OrdinalIgnoreCase),
            Channel.Text or Channel.Telephone => address == Phone,
            // whoever may read their texts may read this too
            Channel.WhatsApp => address == Phone && !Never.Contains(Channel.Text),
            Channel.Letter => WriteTo is null || address == WriteTo,
            _ => true,
        };
}

/// <summary>Knows whom harm could come to by a message. Asked again each time something is about to leave.</summary>
public interface ISafeContacts
{
    /// <summary>Everybody who must be reached with care.</summary>
    Task<IReadOnlyDictionary<Guid, SafeContact>> AllAsync(CancellationToken stop);

    /// <summary>One person; null where nothing must be minded.</summary>
    Task<SafeContact?> OfAsync(Guid person, CancellationToken stop);
}
