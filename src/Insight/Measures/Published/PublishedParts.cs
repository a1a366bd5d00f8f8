// What publishing a year is made of, as it is registered.
using Hearth.DesignSystem.Public;
using Hearth.Insight.Measures.Approach;
using Hearth.Insight.Measures.Return;
using Hearth.Storage;
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Measures.Published;

internal static class PublishedParts
{
    public static void AddPublished(this IServiceCollection services)
    {
        services.AddTables<PublishedTables>();
        services.AddScoped<FieldReader>();
        services.AddScoped<ApproachReader>();
        services.AddScoped<KeepApproach>();
        services.AddScoped<YearToReportReader>();
        services.AddScoped<PublishYear.PublishYear>();
        services.AddSingleton<PublishedKept>();
        services.AddScoped<PublishedReader>();
        services.AddScoped<IDemoChapter, Demo.TellOfPublication>();
        services.Configure<SiteLinks>(links => links.Figures = "/measures");
    }
}
