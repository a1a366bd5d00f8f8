// What both doors and both lists of passkeys do: give the browser its task, keep the state of it sealed meanwhile, and check what comes back.
using System.Security.Cryptography;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Passkeys;

internal sealed class PasskeyDoor(
    IPasskeyHandler<KeyHolder> handler,
    KeyHolderStore store,
    HearthDb db,
    AuditTrail audit,
    IDataProtectionProvider protection,
    TimeProvider time
)
{
    public const int LongestName = 60;
    public const int MostKeys = 10;

    private const string Cookie = "hearth-passkey";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);
    private readonly IDataProtector seal = protection.CreateProtector("Hearth.Passkeys.State");

    /// <summary>The task of making a key, for the browser.</summary>
    public async Task<string> AskForNewAsync(KeyHolder holder, string name, HttpContext http)
    {
        var made = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = holder.Handle,
                Name = name,
                DisplayName = name,
            },
            http
        );
        Keep(http, $"new {holder.Handle}", made.AttestationState);
        return made.CreationOptionsJson;
    }

    /// <summary>Keeps the new key with its audit line; false where what came back does not answer our task.</summary>
    public async Task<bool> AddAsync(KeyHolder holder, string credential, string? name, HttpContext http)
    {
        var state = Kept(http, $"new {holder.Handle}");
        if (state is null || await store.Of(holder).CountAsync(http.RequestAborted) >= MostKeys)
        {
            return false;
        }
        var result = await handler.PerformAttestationAsync(
            new()
            {
                HttpContext = http,
                CredentialJson = credential,
                AttestationState = state,
            }
        );
        if (!result.Succeeded || result.UserEntity.Id != holder.Handle)
        {
            return false;
        }
        name = (name ?? "").Trim();
        result.Passkey.Name = name.Length == 0 ? "My passkey" : name[..Math.Min(name.Length, LongestName)];
        await store.AddOrUpdatePasskeyAsync(holder, result.Passkey, http.RequestAborted);
        audit.Write("AddPasskey", holder.IsStaff ? "staff account" : "person", holder.Id);
        try
        {
            await db.SaveChangesAsync(http.RequestAborted);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return false;
        }
    }

    /// <summary>The task of showing a key, for the browser.</summary>
    public async Task<string> AskToShowAsync(HttpContext http, bool staff)
    {
        var made = await handler.MakeRequestOptionsAsync(null, http);
        Keep(http, staff ? "staff" : "tenant", made.AssertionState);
        return made.RequestOptionsJson;
    }

    /// <summary>Whose key was shown; its counter moves in this unit of work, which the caller saves. Null where it is not good at this door.</summary>
    public async Task<KeyHolder?> WhoAsync(string credential, bool staff, HttpContext http)
    {
        if (Kept(http, staff ? "staff" : "tenant") is not { } state)
        {
            return null;
        }
        var result = await handler.PerformAssertionAsync(
            new()
            {
                HttpContext = http,
                CredentialJson = credential,
                AssertionState = state,
            }
        );
        if (!result.Succeeded || result.User.IsStaff != staff || !result.Passkey.IsUserVerified)
        {
            return null;
        }
        await store.AddOrUpdatePasskeyAsync(result.User, result.Passkey, http.RequestAborted);
        return result.User;
    }

    /// <summary>Takes a key away; false where they have none with this id.</summary>
    public async Task<bool> RemoveAsync(KeyHolder holder, string id, CancellationToken stop)
    {
        if (await store.Of(holder).FirstOrDefaultAsync(k => k.CredentialId == id, stop) is not { } key)
        {
            return false;
        }
        db.Remove(key);
        audit.Write("RemovePasskey", holder.IsStaff ? "staff account" : "person", holder.Id);
        await db.SaveChangesAsync(stop);
        return true;
    }

    private void Keep(HttpContext http, string what, string? state) =>
        http.Response.Cookies.Append(
            Cookie,
            seal.Protect($"{time.GetUtcNow().Add(Lasts).ToUnixTimeSeconds()}\n{what}\n{state}"),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
                MaxAge = Lasts,
                IsEssential = true,
            }
        );

    // good for one try, for five minutes, at the door it was given for
    private string? Kept(HttpContext http, string what)
    {
        if (http.Request.Cookies[Cookie] is not { } cookie)
        {
            return null;
        }
        http.Response.Cookies.Delete(Cookie);
        try
        {
            var parts = seal.Unprotect(cookie).Split('\n', 3);
            return
                parts[1] == what
                && long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds()
                ? parts[2]
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
