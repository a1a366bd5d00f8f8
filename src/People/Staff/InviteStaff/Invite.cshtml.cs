// An administrator invites a member of staff.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Staff.InviteStaff;

[StaffOnly(Role.Administrator)]
internal sealed class InviteModel(InviteStaff invite, WelcomeMessage message, PublicAddress address, HearthDb db) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    /// <summary>The link, shown once when the account is made.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var roles = Roles
            .Select(r => Enum.TryParse<Role>(r, out var role) && Enum.IsDefined(role) ? role : (Role?)null)
            .OfType<Role>()
            .ToList();
        foreach (var refusal in await invite.RefusalsAsync(Name, Email, roles, stop))
        {
            var (field, words) = Words(refusal);
            ModelState.AddModelError(field, words);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var invited = await invite.AddAsync(Name!, Email!, roles);
        var link = address.Of(Request) + invited.LinkPath;
        message.Add(invited.Account, link);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            var (field, words) = Words(NotInvited.AlreadyThere);
            ModelState.AddModelError(field, words);
            return Page();
        }
        Link = link;
        return Page();
    }

    private static (string Field, string Words) Words(NotInvited refusal) =>
        refusal switch
        {
            NotInvited.NoName => (nameof(Name), "Enter their full name"),
            NotInvited.NoEmail => (nameof(Email), "Enter their e-mail address"),
            NotInvited.NotAnEmail => (nameof(Email), "Enter an e-mail address in the right form, like name@example.com"),
            NotInvited.AlreadyThere => (nameof(Email), "Somebody with this e-mail address is already here. Find them in the list of staff"),
            NotInvited.NoRole => (nameof(Roles), "Choose at least one role"),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
