// Builds Hearth's web host: modules, sign-in, security headers, pages, health.
using Hearth.Composition;
using Hearth.DesignSystem;
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Messaging;
using Hearth.People;
using Hearth.People.Public;
using Hearth.Storage;
using Hearth.Storage.Public;
using Hearth.Surveys;
using Hearth.Web.Audit;
using Hearth.Web.Errors;
using Hearth.Web.Health;
using Hearth.Web.Home;
using Hearth.Web.Landlord;
using Hearth.Web.Languages;
using Hearth.Web.Security;
using Hearth.Web.SeeSettings;
using Hearth.Web.Telemetry;
using Hearth.Web.TheClock;

namespace Hearth.Web;

public static class HearthWeb
{
    /// <summary>Builds, brings the database up to date, and serves until stopped.</summary>
    public static async Task RunAsync(string[] args)
    {
        var app = Create(args);
        await PrepareAsync(app);
        await app.RunAsync();
    }

    /// <summary>Builds the host; nothing has touched the database yet.</summary>
    /// <param name="args">Command line settings: <c>--urls</c>, <c>--Hearth:Database</c>.</param>
    /// <param name="adjust">Last word on the builder, for tests and for the command line.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ApplicationName = typeof(HearthWeb).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        StaticFiles.Find(builder);
        adjust?.Invoke(builder);

        var options = builder.Configuration.GetSection("Hearth").Get<HearthOptions>() ?? new HearthOptions();
        builder.Services.AddSingleton(options);
        // the demo lies about for weeks between two looks, and nobody is behind it
        builder.Services.AddSingleton(LongestGap.OfDays(options.Demo ? 0 : options.LongestGapDays));
        builder.Services.AddHearth(DatabaseAddress.Parse(options.Database));
        builder.Services.AddSingleton(new DemoMode(options.Demo));
        if (options.Words is { Length: > 0 } words)
        {
            builder.Services.Configure<WordFolder>(folder => folder.Path = words);
        }
        if (options.RunJobs)
        {
            builder.Services.AddJobClock();
        }
        builder
            .Services.AddRazorPages(pages => pages.RootDirectory = "/")
            .AddMvcOptions(mvc =>
            {
                mvc.ModelBinderProviders.Insert(0, new WithoutNul());
                OnlyWhatIsAsked.Apply(mvc);
            });
        builder.Services.AddMemoryCache();
        builder.Services.AddScoped<HomesHeard>();
        builder.Services.AddMenuEntry(new MenuEntry("Home", "/officer", 1, MenuAudience.Officer, Section: "home"));
        builder.Services.AddSettingsPage();
        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "hearth-form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.AddErrorPages();
        builder.Services.AddLandlord();
        builder.Services.AddLanguages();
        builder.Services.AddAuditPage();
        builder.Services.AddScoped<IFirstPageNews, NewsOfTheClock>();
        builder.Services.AddProxies(options.TrustedProxies);
        builder.Services.Configure<SiteLinks>(links => (links.Accessibility, links.Privacy) = ("/accessibility", "/privacy"));
        builder.Services.AddAuthorization();
        builder.Services.AddHearthHealth();
        builder.AddTelemetry();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));

        var app = builder.Build();
        app.WarnOfUnnamedProxy(options);
        app.UseForwardedHeaders();
        app.UseItsOwnScheme(options);
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseNamedTraces();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWhoIsActing();
        app.UseReadersLanguage();
        StaticFiles.Map(app);
        app.MapHearthHealth();
        app.MapDesignSystem();
        app.MapLandlord();
        app.MapMessaging();
        app.MapPeople();
        app.MapSurveys();
        // A page that states no rule of its own is for signed-in staff only; an address that is no page is simply not there.
        app.MapRazorPages().RequireAuthorization();
        return app;
    }

    /// <summary>Brings the database to this version's schema, unless the landlord does that apart.</summary>
    public static async Task PrepareAsync(WebApplication app)
    {
        if (!app.Services.GetRequiredService<HearthOptions>().MigrateOnStart)
        {
            return;
        }
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Schema>().MigrateAsync();
    }
}
