// Makes the list that an officer takes to the doors: homes of an open survey that have still to answer, in nobody else's hands.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Door;

internal sealed record DoorSurveyNotOpen() : Refusal("Only a survey that is open can be taken to the doors");

internal sealed record NoHomesToVisit()
    : Refusal("There is no home to visit here: they have answered, said no, may not be asked, or a colleague has them on a list");

internal sealed record ListSizeOutside() : Refusal($"Enter how many homes you will visit, from 1 to {TakeDoorList.MostHomes}", "Homes");

internal sealed class TakeDoorList(
    HearthDb db,
    Audience audience,
    ClaimHouseholds claims,
    DoorSeal seal,
    AuditTrail audit,
    Actor actor,
    TimeProvider time
)
{
    public const int MostHomes = 60;
    private const int Looked = 600;
    private static readonly TimeOnly Evening = new(21, 0);

    /// <summary>Takes a list.</summary>
    /// <param name="survey">An open one.</param>
    /// <param name="homes">How many at most.</param>
    /// <param name="patch">Of this patch only; empty for any.</param>
    /// <param name="ward">Of this ward only; empty for any.</param>
    /// <param name="days">Until the evening of which day: 1 is today's.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Outcome<DoorList>> RunAsync(Guid survey, int homes, string? ward, string? patch, int days, CancellationToken stop)
    {
        if (homes is < 1 or > MostHomes)
        {
            return new ListSizeOutside();
        }
        var now = time.GetUtcNow();
        if (
            await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == survey, stop) is not { } asked
            || SurveyDoor.StateOf(asked, time.Today()) != DoorState.Open
        )
        {
            return new DoorSurveyNotOpen();
        }
        var expires = Until(now, Math.Clamp(days, 1, 3));
        var taken = new List<Guid>();
        foreach (var (invitation, _) in await ToVisitAsync(survey, ward, patch, stop))
        {
            if (taken.Count < homes && await claims.TakeAsync(survey, invitation.Id, AttemptWay.Door, expires, stop))
            {
                taken.Add(invitation.Id);
            }
        }
        if (taken.Count == 0)
        {
            return new NoHomesToVisit();
        }
        var (open, closed) = seal.Make();
        var list = new DoorList
        {
            SurveyId = survey,
            TakenById = actor.Id ?? Guid.Empty,
            TakenBy = actor.Name,
            TakenAt = now,
            ExpiresAt = expires,
            Homes = JsonSerializer.Serialize(taken),
            PublicKey = open,
            PrivateKey = closed,
        };
        db.Add(list);
        audit.Write("TakeDoorList", "survey", survey, $"{taken.Count} homes, until {expires.InLondon():d MMMM HH:mm}");
        await db.SaveChangesAsync(stop);
        return list;
    }

    /// <summary>Homes that may be visited, in the order of a walk: by postcode and number.</summary>
    public async Task<IReadOnlyList<(Invitation Invitation, AudienceMember Member)>> ToVisitAsync(
        Guid survey,
        string? ward,
        string? patch,
        CancellationToken stop
    )
    {
        var now = time.GetUtcNow();
        var silent = db.Silent(survey).AsNoTracking().Where(i => !db.Set<HouseholdClaim>().Held(now).Any(c => c.InvitationId == i.Id));
        silent = string.IsNullOrEmpty(ward) ? silent : silent.Where(i => i.Ward == ward);
        silent = string.IsNullOrEmpty(patch) ? silent : silent.Where(i => i.Patch == patch);
        var invitations = await silent.OrderBy(i => i.Patch).ThenBy(i => i.Id).Take(Looked).ToListAsync(stop);
        var members = await audience.ForPeopleAsync([.. invitations.Select(i => i.PersonId!.Value)], stop);
        return
        [
            .. invitations
                .Where(i => members.TryGetValue(i.PersonId!.Value, out var member) && MayBeVisited(member))
                .Select(i => (i, members[i.PersonId!.Value]))
                .OrderBy(x => Postcode(x.Item2.HomeAddress), StringComparer.Ordinal)
                .ThenBy(x => Number(x.Item2.HomeAddress))
                .ThenBy(x => x.Item2.HomeAddress, StringComparer.Ordinal),
        ];
    }

    /// <summary>Hands the list to a device: once, so that two devices never hold the same homes. Gives the word it sends with.</summary>
    public async Task<string?> HandToDeviceAsync(DoorList list, CancellationToken stop)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var (hash, now) = (HashOf(token), time.GetUtcNow());
        // in one statement: of two devices that ask at once one is given it
        var given = await db.Set<DoorList>()
            .Where(l => l.Id == list.Id && l.TokenHash == null && l.EndedAt == null && l.ExpiresAt > now)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.TokenHash, hash).SetProperty(x => x.OnDeviceAt, now), stop);
        return given == 1 ? token : null;
    }

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Nobody knocks where the landlord may not contact them, where surveys or visits were refused, or where a knock could harm.</summary>
    private static bool MayBeVisited(AudienceMember member) =>
        !member.DoNotContact && !member.Refused.Contains(MessageKind.Surveys) && member.Reach(Channel.Door) is not null;

    private static DateTimeOffset Until(DateTimeOffset now, int days)
    {
        var evening = now.DayInLondon().AddDays(days - 1).StartInLondon() + Evening.ToTimeSpan();
        return evening > now.AddHours(1) ? evening : now.AddHours(3);
    }

    private static string Postcode(string address) => address.Split('\n')[^1];

    private static int Number(string address)
    {
        var digits = new string([.. address.SkipWhile(sign => !char.IsAsciiDigit(sign)).TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
    }
}
