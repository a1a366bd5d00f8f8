// The demo landlord, told once for all the tests that only look: 7,196 homes, a survey that has closed, one in the field, answers, people told and not told.
using System.Runtime.CompilerServices;
using Hearth.Journeys.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DemoLandlord))]

namespace Hearth.Journeys.Tests.Support;

public sealed class DemoLandlord : IAsyncDisposable
{
    /// <summary>The answer's header that says which page it was.</summary>
    public const string Route = "X-Page-Route";

    private readonly SemaphoreSlim once = new(1);
    private readonly string folder = Path.Combine(Path.GetTempPath(), "hearth-tests", $"demo-{Guid.CreateVersion7():N}");
    private HearthApp? told;

    /// <summary>The landlord in a running Hearth; the first who asks waits until the story is told.</summary>
    public async Task<HearthApp> ToldAsync()
    {
        await once.WaitAsync();
        try
        {
            return told ??= await TellAsync();
        }
        finally
        {
            once.Release();
        }
    }

    /// <summary>A browser without a window in which one of the demo's staff is signed in, by their button.</summary>
    public static async Task<Browser> SignInAsync(HearthApp hearth, string name)
    {
        var browser = hearth.Anyone();
        await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in"), button: name);
        return browser;
    }

    private async Task<HearthApp> TellAsync()
    {
        var hearth = await HearthApp.StartAsync(
            DatabaseKind.Sqlite,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Hearth:Demo"] = "true",
                ["Kit"] = "true",
                ["Messaging:Folder"] = folder,
                ["Landlord:Phone"] = "01632 960 140",
                ["Landlord:Email"] = "tell@ousebridge.example",
            },
            services => services.AddSingleton<IStartupFilter, SaysItsRoute>(),
            listen: true
        );
        var story = new DemoStory(Path.Combine(Repository.Root, "demo"), 40217, hearth.Clock.Today(), _ => { });
        var chapters = await hearth.InScopeAsync(s =>
            Task.FromResult(s.GetServices<IDemoChapter>().OrderBy(c => c.Order).Select(c => c.GetType()).ToList())
        );
        foreach (var chapter in chapters)
        {
            await hearth.InScopeAsync(s =>
            {
                s.GetRequiredService<Actor>().Staff(HearthApp.StaffId, "Maya Desai");
                return s.GetServices<IDemoChapter>().First(c => c.GetType() == chapter).TellAsync(story, CancellationToken.None);
            });
        }
        return hearth;
    }

    public async ValueTask DisposeAsync()
    {
        if (told is not null)
        {
            await told.DisposeAsync();
        }
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        once.Dispose();
    }

    private sealed class SaysItsRoute : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    async (context, on) =>
                    {
                        context.Response.OnStarting(() =>
                        {
                            if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
                            {
                                context.Response.Headers[Route] = route;
                            }
                            return Task.CompletedTask;
                        });
                        await on(context);
                    }
                );
                next(app);
            };
    }
}

internal static class Repository
{
    public static string Root => Path.GetFullPath(Path.Combine(Here(), "../../.."));

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
