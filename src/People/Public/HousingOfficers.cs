// "Who is my housing officer, and how do I reach them": by the postcode of the home.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Public;

/// <summary>The officer who looks after a patch.</summary>
public sealed record HousingOfficer(string Patch, string Name, string? Phone, string? Email, string? Languages);

public sealed class HousingOfficers(HearthDb db)
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
        return await (
            from home in db.Set<Home>()
            where home.Postcode == normal
            join patch in db.Set<Patch>() on home.PatchId equals patch.Id
            where patch.OfficerName != null
            select new HousingOfficer(patch.Name, patch.OfficerName!, patch.OfficerPhone, patch.OfficerEmail, patch.OfficerLanguages)
        )
            .Distinct()
            .ToListAsync(stop);
    }
}
