// An officer acts for a person: by what authority, why, and until when. The clock ends it.
namespace Hearth.People.OnBehalf;

internal enum Authority
{
    /// <summary>They asked, on the telephone or face to face, and are there while it is done.</summary>
    TheyAsked,

    /// <summary>A letter or e-mail of theirs says so.</summary>
    InWriting,

    /// <summary>Somebody who may decide for them asked: power of attorney, deputy, appointee.</summary>
    WhoeverDecidesForThem,

    /// <summary>An advocate or support worker whom they named.</summary>
    Advocate,
}

internal sealed class ActingFor
{
    public const int LongestReason = 500;
    public static readonly IReadOnlyList<int> Minutes = [15, 30, 60];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; set; }
    public Guid StaffId { get; init; }
    public string StaffName { get; init; } = "";
    public Authority Authority { get; init; }

    /// <summary>In the officer's words; the person reads it.</summary>
    public string Reason { get; set; } = "";
    public DateTimeOffset BeganAt { get; init; }

    /// <summary>Whatever happens, it is over then.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>When it was ended before that.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Whether it lasts still. A clock that was set back to before it began makes it no longer: it is over. A minute is allowed for nodes whose clocks differ.</summary>
    public bool IsOn(DateTimeOffset now) => EndedAt is null && EndsAt > now && BeganAt <= now.AddMinutes(1);

    public DateTimeOffset Until => EndedAt is { } ended && ended < EndsAt ? ended : EndsAt;
}

internal static class AuthorityWords
{
    public static string Of(Authority authority) =>
        authority switch
        {
            Authority.TheyAsked => "They asked, and are on the telephone or beside me",
            Authority.InWriting => "They asked in writing, and we hold it",
            Authority.WhoeverDecidesForThem => "Somebody who may decide for them asked: power of attorney, deputy or appointee",
            _ => "An advocate or support worker whom they named asked",
        };

    /// <summary>As the person reads it.</summary>
    public static string ForThem(Authority authority) =>
        authority switch
        {
            Authority.TheyAsked => "because you asked",
            Authority.InWriting => "because you asked in writing",
            Authority.WhoeverDecidesForThem => "because the person who may decide for you asked",
            _ => "because your advocate or support worker asked",
        };
}
