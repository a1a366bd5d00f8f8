// A tenant's session: what the half-way cookie carries, how the full one begins, and when it ends.
using System.Data.Common;
using System.Security.Claims;
using Hearth.Messaging.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.SignIn;

/// <summary>Who asked for a code, as their browser's sealed cookie tells it.</summary>
/// <param name="CodeId">The code in the database.</param>
/// <param name="Address">Where it went, whether or not anybody is known there.</param>
/// <param name="Proved">The code was right: what is left is to say who of those at this address it is.</param>
/// <param name="Then">Where they were going.</param>
internal sealed record Asking(Guid CodeId, TypedAddress Address, bool Proved, string? Then);

internal sealed class TenantSession(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    private const string Stamp = "stamp";
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(1);

    public static Task HalfWayAsync(HttpContext http, Asking asking) =>
        http.SignInAsync(
            HalfWay.Tenant,
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [
                        new Claim("code", asking.CodeId.ToString()),
                        new Claim("channel", asking.Address.Channel.ToString()),
                        new Claim("address", asking.Address.Key),
                        new Claim("proved", asking.Proved ? "yes" : "no"),
                        new Claim("then", asking.Then ?? ""),
                    ],
                    HalfWay.Tenant
                )
            )
        );

    /// <summary>Who is half-way in; null where nobody is, or it was too long ago.</summary>
    public static async Task<Asking?> HalfWayInAsync(HttpContext http) =>
        (await http.AuthenticateAsync(HalfWay.Tenant)).Principal is { } seal
        && Guid.TryParse(seal.FindFirstValue("code"), out var code)
        && Enum.TryParse<Channel>(seal.FindFirstValue("channel"), out var channel)
            ? new(code, new(channel, seal.FindFirstValue("address")!), seal.FindFirstValue("proved") == "yes", seal.FindFirstValue("then"))
            : null;

    /// <summary>Everybody who is reached at this address, oldest entry first.</summary>
    public Task<List<Person>> AtAsync(TypedAddress address, CancellationToken stop) =>
        // somebody else may read what comes there: no code opens the page of whoever is never reached this way
        (
            address.Channel == Channel.Email
                ? db.Set<Person>()
                    .Where(p => p.EmailKey == address.Key && !db.Set<ContactSafety>().Any(s => s.PersonId == p.Id && s.NoEmail))
                : db.Set<Person>().Where(p => p.Phone == address.Key && !db.Set<ContactSafety>().Any(s => s.PersonId == p.Id && s.NoText))
        )
            .AsNoTracking()
            .Where(p => p.ForgottenAt == null)
            .OrderBy(p => p.Id)
            .Take(12)
            .ToListAsync(stop);

    public async Task BeginAsync(HttpContext http, Guid person, string how)
    {
        actor.Tenant(person);
        audit.Write("SignIn", "person", person, how);
        await db.SaveChangesAsync(http.RequestAborted);
        await http.SignOutAsync(HalfWay.Tenant);
        await http.SignInAsync(
            SignInSchemes.Tenant,
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [
                        new Claim(HearthClaims.Subject, person.ToString()),
                        new Claim(Stamp, await StampOfAsync(db, person, http.RequestAborted)),
                        SessionBegan.At(time.GetUtcNow()),
                    ],
                    SignInSchemes.Tenant
                )
            )
        );
    }

    /// <summary>Signed out: every session of theirs ends, wherever its cookie lies.</summary>
    public async Task EndAsync(Guid person, CancellationToken stop)
    {
        actor.Tenant(person);
        if (await db.Set<TenantStamp>().FindAsync([person], stop) is { } known)
        {
            known.Stamp = Guid.CreateVersion7();
        }
        else
        {
            db.Add(new TenantStamp { PersonId = person });
        }
        audit.Write("SignOut", "person", person);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            // they signed out twice in one moment: the other request has ended the sessions
            db.ChangeTracker.Clear();
        }
    }

    private static async Task<string> StampOfAsync(HearthDb db, Guid person, CancellationToken stop) =>
        (await db.Set<TenantStamp>().AsNoTracking().FirstOrDefaultAsync(s => s.PersonId == person, stop))?.Stamp.ToString() ?? "";

    /// <summary>Forgotten, signed out elsewhere or lasted its time: the session ends.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.FindFirst(OnBehalf.ActingSession.Claim) is not null)
        {
            await OnBehalf.ActingSession.ValidateAsync(context);
            return;
        }
        var services = context.HttpContext.RequestServices;
        if (SessionBegan.IsOver(context.Principal, SessionBegan.LongestForTenants, services.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SignInSchemes.Tenant);
            return;
        }
        if (
            services.GetRequiredService<TimeProvider>().GetUtcNow() - (context.Properties.IssuedUtc ?? DateTimeOffset.MinValue)
            < LookAgainAfter
        )
        {
            return;
        }
        try
        {
            var db = services.GetRequiredService<HearthDb>();
            var stop = context.HttpContext.RequestAborted;
            if (
                Guid.TryParse(context.Principal?.FindFirstValue(HearthClaims.Subject), out var id)
                && await db.Set<Person>().AnyAsync(p => p.Id == id && p.ForgottenAt == null, stop)
                && await StampOfAsync(db, id, stop) == context.Principal.FindFirstValue(Stamp)
            )
            {
                context.ShouldRenew = true;
                return;
            }
            await context.HttpContext.SignOutAsync(SignInSchemes.Tenant);
        }
        catch (DbException)
        {
            // the database is away: nobody is let in, but the cookie may still be good when it is back
        }
        context.RejectPrincipal();
    }
}
