// Puts the landlord's settings before the files as what says which languages are offered and checked.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;

namespace Hearth.Web.Languages;

internal static class LanguageParts
{
    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddSingleton<LanguagesInDatabase>();
        services.AddSingleton<ILanguageChoice>(provider => provider.GetRequiredService<LanguagesInDatabase>());
        services.AddHostedService(provider => provider.GetRequiredService<LanguagesInDatabase>());
        services.AddMenuEntry(
            new MenuEntry("Languages", "/settings/languages", 20, MenuAudience.Settings, user => user.IsInRole(nameof(Role.Administrator)))
            {
                Says = "The languages of tenants’ pages and messages, and files to translate.",
            }
        );
    }
}
