// Everybody who may sign in to work here.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff.ListStaff;

[StaffOnly(Role.Administrator)]
internal sealed class StaffModel(HearthDb db) : PageModel
{
    public IReadOnlyList<StaffAccount> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Accounts = [
            .. (await db.Set<StaffAccount>().AsNoTracking().ToListAsync(stop)).OrderBy(
                a => a.Name,
                StringComparer.Create(new("en-GB"), ignoreCase: true)
            ),
        ];
}
