// Finds people by name, reference, address or postcode; before the first import it leads there.
using System.Text.Json;
using Hearth.People.Import.Stored;
using Hearth.People.Import.Values;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.FindPeople;

internal sealed record FoundPerson(
    Guid Id,
    string Name,
    string Reference,
    string Tenancy,
    TenureKind Tenure,
    bool Ended,
    Guid HomeId,
    string Address,
    string? Postcode,
    string? Ward
);

[StaffOnly(Role.EngagementOfficer)]
internal sealed class FindPeopleModel(HearthDb db, TimeProvider time) : PageModel, IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => Found.Select(person => person.Id);

    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; }
    public int Count { get; private set; }
    public int Homes { get; private set; }
    public int EmptyHomes { get; private set; }
    public int Tenancies { get; private set; }
    public int People { get; private set; }
    public int Involved { get; private set; }
    public ImportRun? LastImport { get; private set; }
    public int LastSetAside { get; private set; }
    public IReadOnlyList<FoundPerson> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var today = time.Today();
        Homes = await db.Set<Home>().CountAsync(stop);
        EmptyHomes = await db.Set<Home>()
            .CountAsync(h => !db.Set<Tenancy>().Any(t => t.HomeId == h.Id && (t.EndedOn == null || t.EndedOn > today)), stop);
        Tenancies = await db.Set<Tenancy>().CountAsync(t => t.EndedOn == null || t.EndedOn > today, stop);
        People = await (
            from member in db.Set<HouseholdMember>()
            join tenancy in db.Set<Tenancy>() on member.HouseholdId equals tenancy.HouseholdId
            where member.LeftOn == null && (tenancy.EndedOn == null || tenancy.EndedOn > today)
            select member.PersonId
        )
            .Distinct()
            .CountAsync(stop);
        Involved = await db.Set<Involvement>()
            .Where(i => i.Since <= today && (i.Until == null || i.Until > today))
            .Select(i => i.PersonId)
            .Distinct()
            .CountAsync(stop);
        LastImport = await db.Set<ImportRun>()
            .AsNoTracking()
            .Where(r => r.State == ImportState.Done)
            .OrderByDescending(r => r.EndedAt)
            .FirstOrDefaultAsync(stop);
        LastSetAside = LastImport?.Counts is { } counts ? JsonSerializer.Deserialize<ImportCounts>(counts)!.SetAside : 0;
        if (!string.IsNullOrWhiteSpace(Words))
        {
            await FindAsync(Words.Trim(), today, stop);
        }
    }

    private async Task FindAsync(string words, DateOnly today, CancellationToken stop)
    {
        var rows =
            from person in db.Set<Person>().AsNoTracking()
            join member in db.Set<HouseholdMember>() on person.Id equals member.PersonId
            join tenancy in db.Set<Tenancy>() on member.HouseholdId equals tenancy.HouseholdId
            join home in db.Set<Home>() on tenancy.HomeId equals home.Id
            join ward in db.Set<Ward>() on home.WardId equals ward.Id into wards
            from ward in wards.DefaultIfEmpty()
            where person.ForgottenAt == null
            select new
            {
                person,
                tenancy,
                home,
                Ward = ward == null ? null : ward.Name,
            };

        if (Postcode.TryNormalise(words, out var postcode) && words.Length >= 5)
        {
            rows = rows.Where(r => r.home.Postcode == postcode);
        }
        else if (words.Any(char.IsAsciiDigit))
        {
            // a reference, part of a postcode, or an address with its number
            var upper = words.ToUpperInvariant();
            var lower = words.ToLowerInvariant();
            rows = rows.Where(r =>
                r.tenancy.Reference == words
                || r.tenancy.Reference == upper
                || r.home.Reference == words
                || r.home.Reference == upper
                || r.person.Reference == words
                || r.person.Reference == upper
                || r.home.AddressLines.ToLower().StartsWith(lower)
                || (r.home.Postcode != null && r.home.Postcode.StartsWith(upper))
            );
        }
        else
        {
            var lower = words.ToLowerInvariant();
            var byName = rows;
            foreach (var word in Fold.Key(words).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                byName = byName.Where(r => r.person.NameKey.Contains(word));
            }
            rows = await byName.AnyAsync(stop) ? byName : rows.Where(r => r.home.AddressLines.ToLower().Contains(lower));
        }
        Count = await rows.CountAsync(stop);
        Pages = (Count + PageSize - 1) / PageSize;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        var page = await rows.OrderBy(r => r.person.NameKey)
            .ThenBy(r => r.tenancy.Reference)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(stop);
        Found =
        [
            .. page.Select(r => new FoundPerson(
                r.person.Id,
                PersonWords.Name(r.person),
                r.person.Reference,
                r.tenancy.Reference,
                r.tenancy.Tenure,
                r.tenancy.EndedOn <= today,
                r.home.Id,
                r.home.AddressLines.Replace("\n", ", "),
                r.home.Postcode,
                r.Ward
            )),
        ];
    }
}
