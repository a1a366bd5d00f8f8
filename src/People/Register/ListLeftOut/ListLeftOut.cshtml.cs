// Homes that are left out now, those to be looked at again first. Why stands on each home's own page.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.ListLeftOut;

internal sealed record LeftOutRow(Guid Home, string Address, DateOnly Since, DateOnly LookAgainOn, string SetBy, Guid? Contact);

[StaffOnly(Role.EngagementOfficer)]
internal sealed class ListLeftOutModel(HearthDb db, TimeProvider time) : PageModel, IShowsPeople
{
    public IReadOnlyList<LeftOutRow> Rows { get; private set; } = [];
    public DateOnly Today => time.Today();
    public IEnumerable<Guid> PeopleShown => Rows.Select(row => row.Contact).OfType<Guid>();

    public async Task OnGetAsync(CancellationToken stop) =>
        Rows = [
            .. (
                await (
                    from line in db.Set<LeftOut>().AsNoTracking()
                    join household in db.Set<Household>() on line.HouseholdId equals household.Id
                    join home in db.Set<Home>() on household.HomeId equals home.Id
                    orderby line.LookAgainOn, home.Reference
                    select new
                    {
                        line,
                        home,
                        household.ContactPersonId,
                    }
                ).ToListAsync(stop)
            ).Select(row => new LeftOutRow(
                row.home.Id,
                PersonWords.Address(row.home.AddressLines, row.home.Postcode),
                row.line.Since,
                row.line.LookAgainOn,
                row.line.SetBy,
                row.ContactPersonId
            )),
        ];
}
