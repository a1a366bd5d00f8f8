// Prints letters to PDF through a Chromium, where one is there. It is given files in a folder of its own and reaches nothing else.
using System.Diagnostics;
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Sending;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Hearth.Messaging.Letters.Sheet;

/// <summary>Letters as one document.</summary>
/// <param name="ForNotify">Laid out for GOV.UK Notify’s envelope and the part of the sheet that it prints.</param>
internal sealed record Sheets(IReadOnlyList<Letter> Letters, bool ForNotify);

internal sealed partial class PdfPrinter(
    MessagingOptions options,
    IRazorViewEngine views,
    ITempDataProvider tempData,
    IWebHostEnvironment web,
    IServiceScopeFactory scopes,
    ILogger<PdfPrinter> log
)
{
    private const string Logo = "logo.svg";
    private const string Built = "_content/Hearth.DesignSystem/built";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    // One browser at a time: each takes a few hundred megabytes.
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private readonly string? chromium = Find(options.Chromium);

    public bool Found => chromium is not null;

    /// <summary>The PDF, or null when the browser did not make one; why is in the log.</summary>
    public Task<byte[]?> PrintAsync(ActionContext context, IReadOnlyList<Letter> letters, LandlordLook landlord, CancellationToken stop) =>
        PrintAsync(context, new Sheets(letters, ForNotify: false), landlord, stop);

    /// <summary>The same where nobody asks for a page, laid out as GOV.UK Notify demands it.</summary>
    public async Task<byte[]?> PrintAsync(IReadOnlyList<Letter> letters, LandlordLook landlord, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = new ActionContext(
            new DefaultHttpContext { RequestServices = scope.ServiceProvider },
            new RouteData(),
            new ActionDescriptor()
        );
        return await PrintAsync(context, new Sheets(letters, ForNotify: true), landlord, stop);
    }

    private async Task<byte[]?> PrintAsync(ActionContext context, Sheets letters, LandlordLook landlord, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("hearth-letters-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "letters.html"), await HtmlAsync(context, letters, landlord), stop);
            await LayOutAsync(folder, landlord, stop);
            await OneAtATime.WaitAsync(stop);
            try
            {
                await BrowseAsync(folder, stop);
            }
            finally
            {
                OneAtATime.Release();
            }
            var printed = Path.Combine(folder, "letters.pdf");
            return File.Exists(printed) ? await File.ReadAllBytesAsync(printed, stop) : null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Find(string? configured)
    {
        if (!string.IsNullOrEmpty(configured))
        {
            return File.Exists(configured) ? configured : null;
        }
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { "chromium", "chromium.exe" }.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    private async Task<string> HtmlAsync(ActionContext context, Sheets letters, LandlordLook landlord)
    {
        var view = views.GetView(null, "/Messaging/Letters/Sheet/_Document.cshtml", isMainPage: true).View!;
        await using var html = new StringWriter();
        var data = new ViewDataDictionary<Sheets>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = letters };
        await view.RenderAsync(
            new ViewContext(context, view, data, new TempDataDictionary(context.HttpContext, tempData), html, new HtmlHelperOptions())
        );
        // In its folder the printer finds the logo beside the letters, not on the site.
        var logo = context.HttpContext.Request.PathBase + LandlordMark.Href(landlord).TrimStart('~');
        return html.ToString().Replace($"src=\"{logo}\"", $"src=\"{Logo}\"", StringComparison.Ordinal);
    }

    private async Task LayOutAsync(string folder, LandlordLook landlord, CancellationToken stop)
    {
        await CopyAsync(web.WebRootFileProvider.GetFileInfo($"{Built}/hearth.css"), Path.Combine(folder, "hearth.css"), stop);
        Directory.CreateDirectory(Path.Combine(folder, "fonts"));
        foreach (var font in web.WebRootFileProvider.GetDirectoryContents($"{Built}/fonts"))
        {
            await CopyAsync(font, Path.Combine(folder, "fonts", font.Name), stop);
        }
        if (landlord.LogoSvg is { Length: > 0 } drawing)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, Logo), drawing, stop);
        }
        else
        {
            var path = LandlordMark.Href(landlord).TrimStart('~', '/').Split('?')[0];
            await CopyAsync(web.WebRootFileProvider.GetFileInfo(path), Path.Combine(folder, Logo), stop);
        }
    }

    private static async Task CopyAsync(IFileInfo file, string to, CancellationToken stop)
    {
        if (file is { Exists: true, IsDirectory: false })
        {
            await using var from = file.CreateReadStream();
            await using var copy = File.Create(to);
            await from.CopyToAsync(copy, stop);
        }
    }

    private async Task BrowseAsync(string folder, CancellationToken stop)
    {
        var start = new ProcessStartInfo(chromium!)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        string[] arguments =
        [
            "--headless",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            // A document in a file may not read the font beside it otherwise.
            "--allow-file-access-from-files",
            $"--user-data-dir={Path.Combine(folder, "profile")}",
            "--no-pdf-header-footer",
            $"--print-to-pdf={Path.Combine(folder, "letters.pdf")}",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        if (Environment.UserName == "root")
        {
            // Chromium refuses to start its sandbox as root; what it opens here is our own, without script.
            start.ArgumentList.Add("--no-sandbox");
        }
        start.ArgumentList.Add(new Uri(Path.Combine(folder, "letters.html")).AbsoluteUri);

        using var browser = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Longest);
        try
        {
            // Both are read, or the browser would wait for room in the pipe.
            var said = browser.StandardOutput.ReadToEndAsync(limit.Token);
            var complained = browser.StandardError.ReadToEndAsync(limit.Token);
            await browser.WaitForExitAsync(limit.Token);
            await Task.WhenAll(said, complained);
            if (browser.ExitCode != 0)
            {
                LogExit(log, browser.ExitCode);
            }
        }
        catch (OperationCanceledException)
        {
            browser.Kill(entireProcessTree: true);
            stop.ThrowIfCancellationRequested();
            LogSlow(log);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The browser that prints letters to PDF ended with {Code}")]
    private static partial void LogExit(ILogger log, int code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The browser that prints letters to PDF took too long")]
    private static partial void LogSlow(ILogger log);
}
