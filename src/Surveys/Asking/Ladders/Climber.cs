// A silent household on the ladder, read from its invitation: what the planner and the next message need of it.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;

namespace Hearth.Surveys.Asking.Ladders;

internal sealed record Climber(
    Guid Invitation,
    Guid Household,
    Guid Person,
    string Code,
    Channel? Rung,
    Ways? Tried,
    DateTimeOffset LastAskedAt,
    DateTimeOffset? CameBackAt,
    int Reminders
)
{
    /// <summary>Where it stands, given how it is reached now.</summary>
    public Standing At(AudienceMember? member, bool inHand, DateOnly? restsUntil, int textParts = 1) =>
        new(
            Rung,
            Tried ?? (Rung is { } one ? one.Flag() : Ways.None),
            LastAskedAt.DayInLondon(),
            CameBackAt is not null,
            inHand,
            member?.MayBeAskedBy() ?? Ways.None,
            member?.BestChannel,
            restsUntil,
            textParts
        );

    /// <summary>Nothing has got through to it yet: what comes next is still an invitation, not a reminder.</summary>
    public bool NeverReached => CameBackAt is not null && Reminders == 0;
}

internal static class Climbers
{
    public static IQueryable<Climber> AsClimbers(this IQueryable<Invitation> invitations) =>
        invitations.Select(i => new Climber(
            i.Id,
            i.HouseholdId,
            i.PersonId!.Value,
            i.Code,
            i.Rung,
            i.Tried,
            i.LastAskedAt,
            i.CameBackAt,
            i.Reminders
        ));

    /// <summary>Of the silent, those whose time on their rung is over.</summary>
    public static IQueryable<Invitation> Due(this IQueryable<Invitation> silent, Ladder ladder, DateOnly today)
    {
        DateTimeOffset Before(Channel rung) => today.AddDays(1 - ladder.WaitAfter(rung)).StartInLondon();
        var (email, text, letter) = (Before(Channel.Email), Before(Channel.Text), Before(Channel.Letter));
        var whatsApp = Before(Channel.WhatsApp);
        var (telephone, door) = (Before(Channel.Telephone), Before(Channel.Door));
        return silent.Where(i =>
            i.ToppedAt == null
            && (
                i.CameBackAt != null
                || (i.Rung == Channel.Email && i.LastAskedAt < email)
                || (i.Rung == Channel.Text && i.LastAskedAt < text)
                || (i.Rung == Channel.WhatsApp && i.LastAskedAt < whatsApp)
                || (i.Rung == Channel.Letter && i.LastAskedAt < letter)
                || (i.Rung == Channel.Telephone && i.LastAskedAt < telephone)
                || (i.Rung == Channel.Door && i.LastAskedAt < door)
            )
        );
    }
}
