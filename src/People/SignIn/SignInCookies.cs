// The cookies: one for staff, one for tenants, and a short-lived one for each while they are half-way in. The server keeps the keys that seal them, and a stamp for each person that ends them.
using Hearth.People.Staff;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.SignIn;

/// <summary>Somebody has shown one thing and owes another: they are not signed in, and no page but the next step opens to them.</summary>
internal static class HalfWay
{
    public const string Staff = "Hearth.Staff.HalfWay";
    public const string Tenant = "Hearth.Tenant.HalfWay";
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
}

internal static class SignInCookies
{
    public static void AddSignInCookies(this IServiceCollection services)
    {
        services
            .AddAuthentication(SignInSchemes.Staff)
            .AddCookie(
                SignInSchemes.Staff,
                options =>
                {
                    Set(options, "hearth-staff", "/staff/sign-in", TimeSpan.FromHours(8));
                    options.Events.OnValidatePrincipal = StaffSession.ValidateAsync;
                }
            )
            .AddCookie(
                SignInSchemes.Tenant,
                options =>
                {
                    Set(options, "hearth-tenant", "/sign-in", TimeSpan.FromHours(2));
                    options.Events.OnValidatePrincipal = TenantSession.ValidateAsync;
                }
            )
            .AddCookie(HalfWay.Staff, options => SetHalfWay(options, "hearth-staff-step", "/staff/sign-in"))
            .AddCookie(HalfWay.Tenant, options => SetHalfWay(options, "hearth-tenant-step", "/sign-in"));
        foreach (var scheme in new[] { SignInSchemes.Staff, SignInSchemes.Tenant, HalfWay.Staff, HalfWay.Tenant })
        {
            services
                .AddOptions<CookieAuthenticationOptions>(scheme)
                .Configure<PublicAddress>(
                    // Where everyone comes by https, no cookie ever goes in clear: not even on a request that a proxy hands on as http.
                    (options, address) =>
                        options.Cookie.SecurePolicy = IsHttps(address) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest
                );
        }
    }

    private static bool IsHttps(PublicAddress address) => address.Set?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    private static void Set(CookieAuthenticationOptions options, string name, string signIn, TimeSpan lasts)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.LoginPath = signIn;
        options.AccessDeniedPath = "/not-allowed";
        options.ReturnUrlParameter = "then";
        options.ExpireTimeSpan = lasts;
        options.SlidingExpiration = true;
    }

    private static void SetHalfWay(CookieAuthenticationOptions options, string name, string signIn)
    {
        Set(options, name, signIn, HalfWay.Lasts);
        options.SlidingExpiration = false;
    }
}
