// The words that are names of somebody or somewhere here: what to look for before a tenant's own words are shown to others. Whose they are is not told.
using Hearth.People.Register;
using Hearth.People.Staff;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Public;

/// <summary>Words in capitals, as they are compared.</summary>
/// <param name="People">Given and family names of tenants and staff.</param>
/// <param name="Streets">Names of streets and buildings, without the number: “MILL LANE”.</param>
public sealed record RecordedNames(IReadOnlySet<string> People, IReadOnlySet<string> Streets);

public sealed class NamesOnRecord(HearthDb db)
{
    /// <summary>Every name, whoever's it is.</summary>
    public async Task<RecordedNames> ReadAsync(CancellationToken stop = default)
    {
        var given = await db.Set<Person>().Where(p => p.ForgottenAt == null).Select(p => p.GivenName).Distinct().ToListAsync(stop);
        var family = await db.Set<Person>().Where(p => p.ForgottenAt == null).Select(p => p.FamilyName).Distinct().ToListAsync(stop);
        var staff = await db.Set<StaffAccount>().Select(account => account.Name).ToListAsync(stop);
        var lines = await db.Set<Home>().Select(home => home.AddressLines).Distinct().ToListAsync(stop);
        return new RecordedNames(
            given
                .Concat(family)
                .Concat(staff)
                .SelectMany(name => name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
                .Where(name => name.Length > 2)
                .Select(name => name.ToUpperInvariant())
                .ToHashSet(StringComparer.Ordinal),
            lines.Select(line => Street(line)).Where(street => street.Length > 4).ToHashSet(StringComparer.Ordinal)
        );
    }

    // the first line that is more than a flat, without its number
    private static string Street(string lines)
    {
        var line = lines.Split('\n').FirstOrDefault(l => !l.StartsWith("Flat", StringComparison.OrdinalIgnoreCase)) ?? "";
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word.Any(char.IsDigit)).ToList();
        return words.Count < 2 ? "" : string.Join(' ', words).TrimEnd(',').ToUpperInvariant();
    }
}
