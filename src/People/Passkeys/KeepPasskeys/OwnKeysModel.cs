// What the two lists of passkeys share: whose keys, the task for the browser, and taking one away.
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Passkeys.KeepPasskeys;

internal abstract class OwnKeysModel(PasskeyDoor door, KeyHolderStore store, Phrases phrases) : PageModel
{
    public IReadOnlyList<Passkey> Keys { get; private set; } = [];

    [TempData]
    public string? Said { get; set; }

    protected abstract bool IsStaff { get; }

    protected KeyHolder Me => new() { IsStaff = IsStaff, Id = Guid.Parse(User.FindFirstValue(HearthClaims.Subject)!) };

    /// <summary>This account takes no passkey.</summary>
    public bool NotForThem { get; private set; }

    /// <summary>Whether the page says that this account takes no passkey, or is not there.</summary>
    protected virtual bool SaysSo => false;

    /// <summary>What the authenticator shows beside the key; null where the account is gone.</summary>
    protected abstract Task<string?> NameAsync(CancellationToken stop);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await NameAsync(stop) is null)
        {
            NotForThem = SaysSo;
            return NotForThem ? Page() : NotFound();
        }
        Keys = await store.Of(Me).AsNoTracking().OrderBy(k => k.CreatedAt).ToListAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostTaskAsync(CancellationToken stop) =>
        await NameAsync(stop) is { } name ? Content(await door.AskForNewAsync(Me, name, HttpContext), "application/json") : NotFound();

    public async Task<IActionResult> OnPostAddAsync(string? credential, string? name)
    {
        Said = await door.AddAsync(Me, credential ?? "", name, HttpContext) ? phrases["passkey.ready"] : phrases["passkey.failed"];
        return Redirect(Request.Path);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? key, CancellationToken stop)
    {
        if (!await door.RemoveAsync(Me, key ?? "", stop))
        {
            return NotFound();
        }
        Said = phrases["passkey.removed"];
        return Redirect(Request.Path);
    }
}
