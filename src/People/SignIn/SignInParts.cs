// What the doors of tenants and staff need in the container.
using Hearth.DesignSystem.Public;
using Hearth.People.Public;
using Hearth.People.SignIn.OwnPage;
using Hearth.Storage;
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.SignIn;

internal static class SignInParts
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddTables<SignInTables>();
        services.AddSignInCookies();
        services.AddScoped<Attempts>();
        services.AddScoped<TenantSession>();
        services.AddScoped<AskForCode.AskForCode>();
        services.AddScoped<EnterCode.EnterCode>();
        services.AddScoped<TookPartOf>();
        services.AddScoped<IOwnLanguage, LanguageOfTenant>();
        services.AddScoped<LanguageOnRecord>();
        services.AddScoped<IJob, ForgetOldTries>();
        services.AddMenuEntry(new MenuEntry("Your page", "/me", 70, MenuAudience.Public, Section: "me"));
        services.Configure<SiteLinks>(links =>
        {
            links.SignOut = "/sign-out";
            links.EnterCode = "/s";
        });
    }
}
