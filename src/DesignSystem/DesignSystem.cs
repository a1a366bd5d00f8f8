// The look of Hearth: layouts, GOV.UK tag helpers, charts with their tables. What others use is in Public.
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hearth.DesignSystem.Landlords;
using Hearth.DesignSystem.Languages;
using Hearth.DesignSystem.Menus;
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Hearth.DesignSystem;

public static class DesignSystem
{
    /// <summary>Makes layouts found from every module, and adds what they need. Register an own <see cref="ILandlord"/> before or after; it wins.</summary>
    public static IServiceCollection AddDesignSystem(this IServiceCollection services)
    {
        services.TryAddSingleton<ILandlord, ConfiguredLandlord>();
        services.AddSingleton<Menu>();
        services.AddOptions<SiteLinks>();
        services.AddPhrases();
        // Dashes and quotes stay themselves in the page's source; only what is dangerous is escaped.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(razor =>
        {
            // "_OfficerLayout" named in a page of any module is looked for here.
            foreach (var folder in new[] { "/DesignSystem/Layouts/{0}.cshtml", "/DesignSystem/Errors/{0}.cshtml" })
            {
                razor.PageViewLocationFormats.Add(folder);
                razor.ViewLocationFormats.Add(folder);
            }
        });
        return services;
    }

    /// <summary>The landlord's stylesheet and logo, and in development or a demo the page that shows every part.</summary>
    public static IEndpointRouteBuilder MapDesignSystem(this IEndpointRouteBuilder endpoints)
    {
        LandlordAssets.Map(endpoints);
        return endpoints;
    }
}
