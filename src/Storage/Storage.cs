// Storage: the one database, on SQLite or PostgreSQL, with its migrations, audit, keys, settings and jobs.
using Hearth.Storage.Audit;
using Hearth.Storage.Jobs;
using Hearth.Storage.Keys;
using Hearth.Storage.Migrating;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Hearth.Storage;

public static class StorageModule
{
    /// <summary>Adds the database at this address and everything that lives in it.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, DatabaseAddress address)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(address);
        services.AddTables<StorageTables>();
        services.AddDbContext<HearthDb>(options => Choose(options, address));
        services.AddScoped<Actor>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<Settings>();
        services.AddScoped<Public.Schema>();
        services.AddScoped<Archive>();
        services.AddScoped<TableExport>();
        services.AddScoped<DatabaseCheck>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<Intake>();
        services.AddHostedService(provider => provider.GetRequiredService<Intake>());
        services.TryAddSingleton(LongestGap.Usual);
        services.AddScoped<ClockLeap>();
        services.AddSingleton<JobClock>();

        services.AddDataProtection().SetApplicationName("Hearth");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new KeysInDatabase(provider.GetRequiredService<IServiceScopeFactory>())
        ));
        return services;
    }

    /// <summary>Runs the jobs on this node; left out where only a command runs.</summary>
    public static IServiceCollection AddJobClock(this IServiceCollection services) =>
        services.AddHostedService(provider => provider.GetRequiredService<JobClock>());

    /// <summary>A module hands over its tables; its migrations come from the same assembly.</summary>
    public static IServiceCollection AddTables<T>(this IServiceCollection services)
        where T : class, ITables => services.AddSingleton<ITables, T>();

    private static void Choose(DbContextOptionsBuilder options, DatabaseAddress address)
    {
        if (address.Kind == DatabaseKind.Sqlite)
        {
            options.UseSqlite(address.ConnectionString).AddInterceptors(new SqlitePragmas());
        }
        else
        {
            options.UseNpgsql(address.ConnectionString);
        }
        options.AddInterceptors(new AuditGuard());
        options.ReplaceService<IMigrationsAssembly, ModuleMigrations>();
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }
}
