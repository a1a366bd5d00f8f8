// The two cookies: one for staff, one for tenants. Nothing is kept on the server but the keys that seal them.
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.SignIn;

internal static class SignInCookies
{
    public static void AddSignInCookies(this IServiceCollection services) =>
        services
            .AddAuthentication(SignInSchemes.Staff)
            .AddCookie(SignInSchemes.Staff, options => Set(options, "hearth-staff", "/staff/sign-in", TimeSpan.FromHours(8)))
            .AddCookie(SignInSchemes.Tenant, options => Set(options, "hearth-tenant", "/sign-in", TimeSpan.FromHours(2)));

    private static void Set(CookieAuthenticationOptions options, string name, string signIn, TimeSpan lasts)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = signIn;
        options.AccessDeniedPath = "/not-allowed";
        options.ReturnUrlParameter = "then";
        options.ExpireTimeSpan = lasts;
        options.SlidingExpiration = true;
    }
}
