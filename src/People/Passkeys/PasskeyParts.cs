// What passkeys need in the container: the framework's handler over a kind of user of our own, which is staff or tenant.
using Hearth.Storage;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Passkeys;

internal static class PasskeyParts
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddTables<PasskeyTables>();
        services.AddScoped<KeyHolderStore>();
        services.AddScoped<IUserStore<KeyHolder>>(provider => provider.GetRequiredService<KeyHolderStore>());
        services.AddIdentityCore<KeyHolder>();
        services.AddScoped<IPasskeyHandler<KeyHolder>, PasskeyHandler<KeyHolder>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // a finger, a face or a PIN: the key alone, in somebody else's hand, opens nothing
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
        });
        services.AddScoped<PasskeyDoor>();
        services.AddScoped<IPersonalData, PasskeysHeld>();
    }
}
