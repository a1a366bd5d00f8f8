// "Who is my housing officer, and how do I reach them": by the postcode of the home, by the person who lives there, and by language. While an officer is away it is who covers for them.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Public;

/// <summary>The officer who looks after a patch today.</summary>
/// <param name="Patch">The patch.</param>
/// <param name="Name">Who answers today: the officer, or who covers for them.</param>
/// <param name="Phone">As it is dialled.</param>
/// <param name="Email">Work address.</param>
/// <param name="Languages">As people say them: "English, Polish".</param>
/// <param name="CoversFor">Whose work this is while they are away; null where the officer is here.</param>
/// <param name="AwayUntil">The last day of that.</param>
public sealed record HousingOfficer(
    string Patch,
    string Name,
    string? Phone,
    string? Email,
    string? Languages,
    string? CoversFor = null,
    DateOnly? AwayUntil = null
)
{
    /// <summary>True where this language, by its English name, is among those the officer speaks.</summary>
    public bool Speaks(string language) =>
        (Languages ?? "")
            .Split([',', ';', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Contains(language, StringComparer.OrdinalIgnoreCase);
}

public sealed class HousingOfficers(HearthDb db, TimeProvider time)
{
    /// <summary>The officers who look after homes at this postcode; more than one where patches share it, none where we own no home there.</summary>
    /// <param name="postcode">As typed: any case, with or without the space.</param>
    public async Task<IReadOnlyList<HousingOfficer>> AtAsync(string postcode, CancellationToken stop = default)
    {
        var letters = new string([.. postcode.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        if (letters.Length is < 5 or > 7)
        {
            return [];
        }
        var normal = $"{letters[..^3]} {letters[^3..]}";
        return await OfAsync(
            db.Set<Home>().Where(home => home.Postcode == normal && home.PatchId != null).Select(home => home.PatchId!.Value),
            stop
        );
    }

    /// <summary>The officers of the homes where this person lives; more than one only where they hold homes in two patches.</summary>
    public async Task<IReadOnlyList<HousingOfficer>> OfPersonAsync(Guid person, CancellationToken stop = default)
    {
        var today = time.Today();
        return await OfAsync(
            from member in db.Set<HouseholdMember>()
            join tenancy in db.Set<Tenancy>() on member.HouseholdId equals tenancy.HouseholdId
            join home in db.Set<Home>() on tenancy.HomeId equals home.Id
            where member.PersonId == person && member.LeftOn == null && (tenancy.EndedOn == null || tenancy.EndedOn > today)
            where home.PatchId != null
            select home.PatchId!.Value,
            stop
        );
    }

    /// <summary>Every officer who speaks this language, for whoever needs another than their own.</summary>
    /// <param name="language">Its English name: "Polish".</param>
    public async Task<IReadOnlyList<HousingOfficer>> SpeakingAsync(string language, CancellationToken stop = default) =>
        [
            .. (await OfAsync(db.Set<Patch>().Select(patch => patch.Id), stop))
                .Where(officer => officer.CoversFor is null && officer.Speaks(language))
                .DistinctBy(officer => (officer.Name, officer.Phone)),
        ];

    private async Task<IReadOnlyList<HousingOfficer>> OfAsync(IQueryable<Guid> patches, CancellationToken stop)
    {
        var today = time.Today();
        var found = await db.Set<Patch>()
            .AsNoTracking()
            .Where(patch => patches.Contains(patch.Id))
            .OrderBy(patch => patch.NameKey)
            .ToListAsync(stop);
        return
        [
            .. found
                .Where(patch => patch.OfficerName is not null || patch.IsCovered(today))
                .Select(patch =>
                    patch.IsCovered(today)
                        ? new HousingOfficer(
                            patch.Name,
                            patch.CoverName!,
                            patch.CoverPhone,
                            patch.CoverEmail,
                            patch.CoverLanguages,
                            patch.OfficerName,
                            patch.CoverUntil
                        )
                        : new HousingOfficer(patch.Name, patch.OfficerName!, patch.OfficerPhone, patch.OfficerEmail, patch.OfficerLanguages)
                ),
        ];
    }
}
