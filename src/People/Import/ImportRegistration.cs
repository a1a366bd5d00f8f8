// What the import part of People needs in the container.
using Hearth.People.Import.Running;
using Hearth.People.Public;
using Hearth.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Import;

internal static class ImportRegistration
{
    public static void AddImport(this IServiceCollection services)
    {
        services.AddTables<ImportTables>();
        services.AddScoped<HousingImport>();
        services.AddScoped<ImportRuns>();
        services.AddScoped<ImportDesk>();
        services.AddSingleton<ImportBoard>();
        services.AddSingleton<ImportWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportWorker>());
    }
}
