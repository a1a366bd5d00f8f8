// What the register part of People needs in the container.
using Hearth.People.Demo;
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Register;

internal static class RegisterRegistration
{
    public static void AddRegister(this IServiceCollection services)
    {
        services.AddScoped<AddInvolvement.AddInvolvement>();
        services.AddScoped<IDemoChapter, TellOfTenants>();
    }
}
