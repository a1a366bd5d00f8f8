// What the staff's door is made of.
using Hearth.DesignSystem.Public;
using Hearth.People.Public;
using Hearth.People.Staff.AcceptWelcome;
using Hearth.People.Staff.InviteStaff;
using Hearth.People.Staff.SignInByDirectory;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hearth.People.Staff;

internal static class StaffParts
{
    public static void AddStaff(this IServiceCollection services)
    {
        var identity = services.AddIdentityCore<StaffAccount>(options =>
        {
            // The user name is an e-mail address, which may hold any letter.
            options.User.AllowedUserNameCharacters = "";
            options.Tokens.AuthenticatorTokenProvider = TokenOptions.DefaultAuthenticatorProvider;
        });
        services.RemoveAll<IPasswordValidator<StaffAccount>>();
        services.AddScoped<StaffStore>();
        services.AddScoped<IUserStore<StaffAccount>>(provider => provider.GetRequiredService<StaffStore>());
        identity.AddPasswordValidator<PasswordRules>().AddTokenProvider<TotpProvider>(TokenOptions.DefaultAuthenticatorProvider);

        services.TryAddSingleton(new DemoMode(On: false));
        services.AddScoped<StaffSession>();
        services.AddScoped<SignInStaff.SignInStaff>();
        services.AddSingleton(provider =>
            provider.GetService<IConfiguration>()?.GetSection("Hearth:Directory").Get<DirectoryOptions>() ?? new DirectoryOptions()
        );
        services.AddHttpClient(SignInByDirectory.Directory.Client, client => client.Timeout = TimeSpan.FromSeconds(15));
        services.AddSingleton<SignInByDirectory.Directory>();
        services.AddScoped<SignInByDirectory.SignInByDirectory>();
        services.Configure<SiteLinks>(links => links.OfficerMe = "/staff/passkeys");
        services.AddScoped<ConfirmSecondStep.ConfirmSecondStep>();
        services.AddScoped<AcceptWelcome.AcceptWelcome>();
        services.AddScoped<InviteStaff.InviteStaff>();
        services.AddScoped<WelcomeMessage>();
        services.AddScoped<ChangeStaff.ChangeStaff>();
        services.AddScoped<IDemoChapter, DemoColleagues>();
        services.AddScoped(provider => new StaffAccounts(
            provider.GetRequiredService<HearthDb>(),
            provider.GetRequiredService<InviteStaff.InviteStaff>(),
            provider.GetRequiredService<ChangeStaff.ChangeStaff>(),
            provider.GetRequiredService<AuditTrail>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddMenuEntry(
            new MenuEntry("Staff", "/staff", 50, MenuAudience.Settings, user => user.IsInRole(nameof(Role.Administrator)))
            {
                Says = "Who works here, in which role, and how they sign in.",
            }
        );
    }
}
