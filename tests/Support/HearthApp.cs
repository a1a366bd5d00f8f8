// A whole Hearth, in this process, on a database of its own.
using System.Security.Claims;
using Hearth.Storage.Public;
using Hearth.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hearth.Support;

public sealed class HearthApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TestDatabase database;
    private readonly bool borrowed;

    private HearthApp(WebApplication app, TestDatabase database, bool borrowed, Clock clock)
    {
        this.app = app;
        this.database = database;
        this.borrowed = borrowed;
        Clock = clock;
    }

    public Clock Clock { get; }

    public DatabaseAddress Database => database.Address;

    public IServiceProvider Services => app.Services;

    /// <summary>The address, where the app listens on a real port.</summary>
    public string Address => app.Urls.First();

    /// <summary>Starts Hearth on a new database.</summary>
    /// <param name="kind">Which database.</param>
    /// <param name="settings">Configuration beyond the defaults, by key.</param>
    /// <param name="services">Last word on the services.</param>
    /// <param name="listen">True to listen on a free loopback port, for a browser.</param>
    /// <param name="on">A database that is there already and stays when Hearth stops; null makes a new one.</param>
    public static async Task<HearthApp> StartAsync(
        DatabaseKind kind,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null,
        bool listen = false,
        TestDatabase? on = null
    )
    {
        var database = on ?? await TestDatabase.CreateAsync(kind);
        var clock = new Clock(Clock.Morning);
        var app = HearthWeb.Create(
            [],
            builder =>
            {
                if (listen)
                {
                    builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
                }
                else
                {
                    builder.WebHost.UseTestServer();
                }
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
                    {
                        ["Hearth:Database"] =
                            database.Address.Kind == DatabaseKind.Sqlite ? database.Address.File : database.Address.ConnectionString,
                        ["Hearth:RunJobs"] = "false",
                        ["Hearth:MigrateOnStart"] = "false",
                        ["Landlord:Name"] = "Ousebridge Homes",
                    }
                );
                if (settings is not null)
                {
                    builder.Configuration.AddInMemoryCollection(settings);
                }
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                builder.Services.AddSingleton<TimeProvider>(clock);
                services?.Invoke(builder.Services);
            }
        );
        await HearthWeb.PrepareAsync(app);
        await app.StartAsync();
        return new HearthApp(app, database, on is not null, clock);
    }

    /// <summary>A browser with no cookies.</summary>
    public Browser Anyone() =>
        new(listening ? new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false } : Server.CreateHandler(), Origin);

    /// <summary>A browser in which a member of staff is signed in, past both steps.</summary>
    public Browser Staff(
        Role role = Role.EngagementOfficer,
        string name = "Maya Desai",
        Guid? id = null,
        IReadOnlyList<Guid>? wards = null,
        params Guid[] patches
    )
    {
        var browser = Anyone();
        browser.SetCookie(
            Cookie(
                SignInSchemes.Staff,
                [
                    new Claim(HearthClaims.Subject, (id ?? StaffId).ToString()),
                    new Claim(ClaimTypes.Name, name),
                    new Claim(ClaimTypes.Role, role.ToString()),
                    .. patches.Select(patch => new Claim(HearthClaims.Patch, patch.ToString())),
                    .. (wards ?? []).Select(ward => new Claim(HearthClaims.Ward, ward.ToString())),
                ]
            )
        );
        return browser;
    }

    /// <summary>The staff id used where a test names none.</summary>
    public static Guid StaffId { get; } = new("019a7000-0000-7000-8000-000000000001");

    /// <summary>A browser in which this tenant is signed in.</summary>
    public Browser Tenant(Guid personId)
    {
        var browser = Anyone();
        browser.SetCookie(Cookie(SignInSchemes.Tenant, new Claim(HearthClaims.Subject, personId.ToString())));
        return browser;
    }

    /// <summary>Runs something in a scope of its own, as the system.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().System("test");
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs something in a scope of its own, as the system.</summary>
    public Task InScopeAsync(Func<IServiceProvider, Task> work) =>
        InScopeAsync(async scope =>
        {
            await work(scope);
            return true;
        });

    /// <summary>One turn of the jobs' clock on this node; the names of the jobs that ran.</summary>
    public Task<IReadOnlyList<string>> RunDueJobsAsync() =>
        app.Services.GetRequiredService<Storage.Jobs.JobClock>().RunDueAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (borrowed)
        {
            database.LetGo();
            return;
        }
        await database.DisposeAsync();
    }

    private bool listening => app.Services.GetService<Microsoft.AspNetCore.Hosting.Server.IServer>() is not TestServer;

    private TestServer Server => app.GetTestServer();

    private Uri Origin => new(listening ? Address : "http://localhost");

    private (string Name, string Value) Cookie(string scheme, params Claim[] claims)
    {
        var options = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity([.. claims, People.SignIn.SessionBegan.At(Clock.GetUtcNow().AddDays(3650))], scheme)),
            // Just looked at, however far the test moves the clock: there need be no account behind it.
            new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow().AddDays(3650), ExpiresUtc = Clock.GetUtcNow().AddDays(7300) },
            scheme
        );
        return (options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
    }
}
