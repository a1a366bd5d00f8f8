// What retention needs in the container: its table, its job, its page, and the kinds of data that lie in this module.
using Hearth.DesignSystem.Public;
using Hearth.Storage;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Retention;

internal static class RetentionParts
{
    public static void AddRetention(this IServiceCollection services)
    {
        services.AddTables<RetentionTables>();
        services.AddScoped<HowLong>();
        services.AddScoped<IJob, LetGoInTime>();
        services.AddScoped<IKeptFor, FormerTenants>();
        services.AddScoped<IKeptFor, OldLooks>();
        services.AddScoped<IKeptFor, OldEqualityAnswers>();
        services.AddScoped<IKeptFor, OldImports>();
        services.AddScoped<IKeptFor, OldInterests>();
        services.AddScoped<IKeptFor, OldActing>();
        services.AddMenuEntry(
            new MenuEntry(
                "How long we keep data",
                "/settings/retention",
                40,
                MenuAudience.Settings,
                user => user.IsInRole(nameof(Role.Administrator)) || user.IsInRole(nameof(Role.Manager))
            )
            {
                Says = "When answers, messages and records go by themselves.",
            }
        );
    }
}

internal sealed class RetentionTables : ITables
{
    public void Map(ModelBuilder model) =>
        model.Entity<LetGo>(gone =>
        {
            gone.ToTable("people_let_go");
            gone.HasIndex(x => new { x.Kind, x.At });
            gone.NotAudited("it is itself the record of what went");
        });
}
