// A staff session: what the half-way cookie and the full one carry, and the look at the account once a minute that ends it.
using System.Data.Common;
using System.Security.Claims;
using System.Security.Cryptography;
using Hearth.People.Public;
using Hearth.People.SignIn;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Staff;

internal sealed class StaffSession(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    private const string Stamp = "stamp";
    private const string Then = "then";
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>The password was right: the second step comes next.</summary>
    public static Task HalfWayAsync(HttpContext http, StaffAccount account, string? then) =>
        http.SignInAsync(
            HalfWay.Staff,
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [
                        new Claim(HearthClaims.Subject, account.Id.ToString()),
                        new Claim(Stamp, account.SecurityStamp),
                        new Claim(Then, then ?? ""),
                    ],
                    HalfWay.Staff
                )
            )
        );

    /// <summary>Who is half-way in, and where they were going; null where nobody is, or the account changed meanwhile.</summary>
    public async Task<(StaffAccount Account, string? Then)?> HalfWayInAsync(HttpContext http)
    {
        var ticket = await http.AuthenticateAsync(HalfWay.Staff);
        if (!Guid.TryParse(ticket.Principal?.FindFirstValue(HearthClaims.Subject), out var id))
        {
            return null;
        }
        var account = await db.Set<StaffAccount>().FirstOrDefaultAsync(a => a.Id == id, http.RequestAborted);
        return account is { MaySignIn: true } && account.SecurityStamp == ticket.Principal!.FindFirstValue(Stamp)
            ? (account, ticket.Principal!.FindFirstValue(Then))
            : null;
    }

    /// <summary>Both steps are done: signs in and saves the unit of work with its audit line.</summary>
    public async Task BeginAsync(HttpContext http, StaffAccount account, string how)
    {
        account.LastSignInAt = time.GetUtcNow();
        actor.Staff(account.Id, account.Name);
        audit.Write("SignIn", "staff account", account.Id, how);
        await db.SaveChangesAsync(http.RequestAborted);
        await http.SignOutAsync(HalfWay.Staff);
        await http.SignInAsync(SignInSchemes.Staff, PrincipalOf(account, SessionBegan.At(time.GetUtcNow())));
    }

    /// <summary>Signed out: every session of theirs ends, wherever its cookie lies.</summary>
    public async Task EndAsync(Guid id, CancellationToken stop)
    {
        if (await db.Set<StaffAccount>().FirstOrDefaultAsync(a => a.Id == id, stop) is not { } account)
        {
            return;
        }
        actor.Staff(account.Id, account.Name);
        account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
        audit.Write("SignOut", "staff account", account.Id);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Suspended, changed, signed out or gone since the session began, or it has lasted its time: it ends.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (SessionBegan.IsOver(context.Principal, SessionBegan.LongestForStaff, services.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SignInSchemes.Staff);
            return;
        }
        var looked = context.Properties.IssuedUtc ?? DateTimeOffset.MinValue;
        if (services.GetRequiredService<TimeProvider>().GetUtcNow() - looked < LookAgainAfter)
        {
            return;
        }
        StaffAccount? account = null;
        try
        {
            if (Guid.TryParse(context.Principal?.FindFirstValue(HearthClaims.Subject), out var id))
            {
                account = await services
                    .GetRequiredService<HearthDb>()
                    .Set<StaffAccount>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(a => a.Id == id, context.HttpContext.RequestAborted);
            }
        }
        catch (DbException)
        {
            // the database is away: nobody is let in, but the cookie may still be good when it is back
            context.RejectPrincipal();
            return;
        }
        var mayStay = account is { SuspendedAt: null } && (!account.Demo || services.GetRequiredService<DemoMode>().On);
        if (!mayStay || account!.SecurityStamp != context.Principal!.FindFirstValue(Stamp))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SignInSchemes.Staff);
            return;
        }
        context.ReplacePrincipal(PrincipalOf(account, SessionBegan.Of(context.Principal)!));
        context.ShouldRenew = true;
    }

    private static IEnumerable<Claim> Limits(Sight? sight) =>
        sight is null
            ? []
            :
            [
                .. sight.Patches.Select(patch => new Claim(HearthClaims.Patch, patch.ToString())),
                .. sight.Wards.Select(ward => new Claim(HearthClaims.Ward, ward.ToString())),
                // every place was taken away since: what is left is a limit to nothing
                .. sight.Patches.Count + sight.Wards.Count == 0
                    ? [new Claim(HearthClaims.Patch, Guid.Empty.ToString())]
                    : Array.Empty<Claim>(),
            ];

    private static ClaimsPrincipal PrincipalOf(StaffAccount account, Claim began) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(HearthClaims.Subject, account.Id.ToString()),
                    new Claim(ClaimTypes.Name, account.Name),
                    new Claim(Stamp, account.SecurityStamp),
                    began,
                    .. account.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
                    .. Limits(account.Sight),
                ],
                SignInSchemes.Staff
            )
        );
}
