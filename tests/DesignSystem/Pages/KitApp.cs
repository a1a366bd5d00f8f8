// A small web application that shows the pages of parts, as a browser would see them.
using System.Security.Claims;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.TheLoop;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hearth.DesignSystem.Tests.Pages;

public sealed class KitApp : IAsyncLifetime
{
    private WebApplication app = null!;

    public HttpClient Browser { get; private set; } = null!;

    public ValueTask InitializeAsync() => Start(kit: true);

    public async ValueTask Start(bool kit, string environment = "Production")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Kit"] = kit ? "true" : "false",
                ["Landlord:Name"] = "Ousebridge Homes",
                ["Landlord:Phone"] = "01632 960 140",
                ["Landlord:OpeningHours"] = "8am to 6pm, Monday to Friday",
                ["Landlord:Colours:Brand"] = "#0b5563",
                ["Landlord:Colours:Deep"] = "#06323b",
                ["Landlord:Colours:Tint"] = "#e9f3f5",
            }
        );
        builder.Services.AddRazorPages(o => o.RootDirectory = "/").AddApplicationPart(typeof(DesignSystem).Assembly);
        builder
            .Services.AddDesignSystem()
            .AddMenuEntry(new("Parts", "/kit", 10, MenuAudience.Officer, Section: "kit"))
            .AddMenuEntry(new("Asking now", "/", 10, MenuAudience.Public))
            .AddLoopStop(LoopStop.TellEveryone, "/told")
            .Configure<SiteLinks>(l => (l.SignOut, l.Privacy) = ("/sign-out", "/privacy"));
        app = builder.Build();
        app.Use(
            (http, next) =>
            {
                http.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "Maya Desai")], "test"));
                return next();
            }
        );
        app.MapDesignSystem();
        app.MapRazorPages();
        await app.StartAsync();
        Browser = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async Task<IHtmlDocument> Get(string path)
    {
        var response = await Browser.GetAsync(path);
        response.EnsureSuccessStatusCode();
        return await Document(response);
    }

    /// <summary>Sends the page's own form back, with these answers.</summary>
    public async Task<IHtmlDocument> Send(string path, params KeyValuePair<string, string>[] answers)
    {
        var page = await Get(path);
        var token = page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var response = await Browser.PostAsync(path, new FormUrlEncodedContent([.. answers, new("__RequestVerificationToken", token)]));
        response.EnsureSuccessStatusCode();
        return await Document(response);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await app.DisposeAsync();
    }

    private static async Task<IHtmlDocument> Document(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
}

internal static class Reading
{
    /// <summary>The words a person sees, white space made single.</summary>
    public static string Words(this INode? node) =>
        node is null ? "" : string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
