// Begins and ends acting for a person. The browser holds a tenant's session that says whose hands it is in; each request asks whether it is still on.
using System.Data.Common;
using System.Globalization;
using System.Security.Claims;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.People.SignIn;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.OnBehalf;

internal sealed class ActingSession(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>The claim that holds the id of the <see cref="ActingFor"/>.</summary>
    public const string Claim = "acting";

    /// <summary>Begins; the person is there and not forgotten.</summary>
    public async Task<ActingFor> BeginAsync(
        HttpContext http,
        Person person,
        Authority authority,
        string reason,
        int minutes,
        CancellationToken stop
    )
    {
        var now = time.GetUtcNow();
        var acting = new ActingFor
        {
            PersonId = person.Id,
            StaffId = actor.Id!.Value,
            StaffName = actor.Name,
            Authority = authority,
            Reason = reason.Trim(),
            BeganAt = now,
            EndsAt = now.AddMinutes(minutes),
        };
        // one at a time: who begins for another person has ended for the last
        foreach (
            var before in await db.Set<ActingFor>()
                .Where(a => a.StaffId == acting.StaffId && a.EndedAt == null && a.EndsAt > now)
                .ToListAsync(stop)
        )
        {
            before.EndedAt = now;
        }
        db.Add(acting);
        audit.Write("ActForPerson", "person", person.Id, $"{authority}, {minutes} minutes");
        await db.SaveChangesAsync(stop);
        await http.SignInAsync(
            SignInSchemes.Tenant,
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [
                        new Claim(HearthClaims.Subject, person.Id.ToString()),
                        new Claim(Claim, acting.Id.ToString()),
                        new Claim(ActingClaims.Staff, acting.StaffId.ToString()),
                        new Claim(ActingClaims.StaffName, acting.StaffName),
                        new Claim(ActingClaims.Person, PersonWords.Name(person)),
                        new Claim(ActingClaims.Until, acting.EndsAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                        SessionBegan.At(now),
                    ],
                    SignInSchemes.Tenant
                )
            ),
            new AuthenticationProperties { AllowRefresh = false }
        );
        return acting;
    }

    /// <summary>Ends it for good, and this browser's session with it. Gives the person, where it was on.</summary>
    public async Task<Guid?> EndAsync(HttpContext http, CancellationToken stop)
    {
        var principal = (await http.AuthenticateAsync(SignInSchemes.Tenant)).Principal;
        if (
            !Guid.TryParse(principal?.FindFirstValue(Claim), out var id)
            || await db.Set<ActingFor>().FirstOrDefaultAsync(a => a.Id == id && a.EndedAt == null, stop) is not { } acting
        )
        {
            return null;
        }
        acting.EndedAt = time.GetUtcNow();
        audit.Write("EndActingForPerson", "person", acting.PersonId);
        await db.SaveChangesAsync(stop);
        await http.SignOutAsync(SignInSchemes.Tenant);
        return acting.PersonId;
    }

    /// <summary>Looked at on every request: the clock, the officer's own session, and the person.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        try
        {
            var db = http.RequestServices.GetRequiredService<HearthDb>();
            var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            var staff = (await http.AuthenticateAsync(SignInSchemes.Staff)).Principal?.FindFirstValue(HearthClaims.Subject);
            if (
                Guid.TryParse(context.Principal!.FindFirstValue(Claim), out var id)
                && await db.Set<ActingFor>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, http.RequestAborted) is { } acting
                && acting.IsOn(now)
                && acting.StaffId.ToString() == staff
                && await db.Set<Person>().AnyAsync(p => p.Id == acting.PersonId && p.ForgottenAt == null, http.RequestAborted)
            )
            {
                return;
            }
            await http.SignOutAsync(SignInSchemes.Tenant);
        }
        catch (DbException)
        {
            // the database is away: nothing is done in anybody's name until it is back
        }
        context.RejectPrincipal();
    }
}
