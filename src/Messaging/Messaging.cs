// Messaging: the outbox and the ways out of it: e-mail, text, letters to print, calls to make.
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Messaging.Board.One;
using Hearth.Messaging.Calls;
using Hearth.Messaging.Calls.Call;
using Hearth.Messaging.Erasure;
using Hearth.Messaging.FirstPage;
using Hearth.Messaging.Letters.Run;
using Hearth.Messaging.Letters.Sheet;
using Hearth.Messaging.Letters.Waiting;
using Hearth.Messaging.Public;
using Hearth.Messaging.Safety;
using Hearth.Messaging.Sending;
using Hearth.Messaging.Sending.Folder;
using Hearth.Messaging.Sending.Mail;
using Hearth.Messaging.Sending.Notify;
using Hearth.Messaging.Sending.Smtp;
using Hearth.Messaging.Sending.WhatsApp;
using Hearth.Storage;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Messaging;

public static class MessagingModule
{
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddTables<MessagingTables>();
        services.AddScoped<Outbox>();
        services.AddScoped<EndedElsewhere>();
        services.AddScoped<Asks>();
        services.AddSingleton<InTheirLanguage>();
        services.AddSingleton<Veil>();
        services.AddScoped<IFirstPageNews, NewsOfMessages>();
        services.AddSending();
        services.AddLetters();
        services.AddScoped<TakeCalls>();
        services.AddScoped<RecordCall>();
        services.AddScoped<DecideMessage>();
        services.AddScoped<IPersonalData, MessagesHeld>();
        services.AddScoped<IKeptFor, ForgetOldMessages>();
        services.AddMenuEntry(
            new MenuEntry("Messages", "/messages", 85, MenuAudience.Officer, user => !user.IsInRole(nameof(Role.Councillor)), "messages")
        );
        return services;
    }

    /// <summary>What providers call.</summary>
    public static void MapMessaging(this IEndpointRouteBuilder endpoints)
    {
        Receipts.Map(endpoints);
        WhatsAppCalls.Map(endpoints);
    }

    private static void AddSending(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            provider.GetService<IConfiguration>()?.GetSection("Messaging").Get<MessagingOptions>() ?? new MessagingOptions()
        );
        services.AddSingleton<Letterhead>();
        services.AddSingleton<EmailFolder>();
        services.AddSingleton<TextFolder>();
        services.AddSingleton<WhatsAppFolder>();
        services.AddSingleton<SmtpWayOut>();
        services.AddSingleton(provider =>
        {
            var notify = provider.GetRequiredService<MessagingOptions>().Notify;
            return new NotifyClient(
                Line(notify.Url, notify.TimeoutSeconds),
                NotifyKey.Read(notify.Key)!,
                provider.GetRequiredService<TimeProvider>()
            );
        });
        services.AddScoped<WhatsAppCalls>();
        services.AddScoped<Receipts>();
        services.AddScoped<IJob, FollowLetters>();
        services.AddSingleton(provider => new WaysOut(WaysFrom(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Channels(provider.GetRequiredService<WaysOut>()));
        services.AddSingleton<Sendings>();
        services.AddScoped<Outcomes>();
        services.AddScoped(provider => new Safely(
            provider.GetRequiredService<HearthDb>(),
            provider.GetServices<ISafeContacts>(),
            provider.GetRequiredService<Outcomes>(),
            provider.GetRequiredService<Veil>()
        ));
        services.AddScoped<IJob, SendMessages>();
    }

    // One for all, and no connection kept for ever: the provider's address may change.
    private static HttpClient Line(string url, int timeoutSeconds) =>
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(url.EndsWith('/') ? url : url + "/"),
            Timeout = TimeSpan.FromSeconds(timeoutSeconds),
        };

    private static void AddLetters(this IServiceCollection services)
    {
        services.AddSingleton<PdfPrinter>();
        services.AddScoped<MakePrintRun>();
        services.AddScoped<PrintHereInstead>();
        services.AddScoped<EndPrintRun>();
    }

    private static IEnumerable<IWayOut> WaysFrom(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<MessagingOptions>();
        NotifyWayOut Notify(Channel channel) => new(channel, options.Notify, provider.GetRequiredService<NotifyClient>());
        yield return options.Notify.Email ? Notify(Channel.Email)
        : options.Smtp.On ? provider.GetRequiredService<SmtpWayOut>()
        : provider.GetRequiredService<EmailFolder>();
        if (options.Notify.Post)
        {
            yield return ActivatorUtilities.CreateInstance<NotifyLetters>(provider);
        }
        // Where e-mail goes out for real, a text in a folder would be a text that nobody ever gets: then texts wait.
        if (options.Notify.Text)
        {
            yield return Notify(Channel.Text);
        }
        else if (!(options.Smtp.On || options.Notify.Email) || options.Text == "folder")
        {
            yield return provider.GetRequiredService<TextFolder>();
        }
        if (options.WhatsApp.On)
        {
            yield return new WhatsAppWayOut(Line(options.WhatsApp.Url, options.WhatsApp.TimeoutSeconds), options.WhatsApp);
        }
        else if (!(options.Smtp.On || options.Notify.Email || options.Notify.Text))
        {
            yield return provider.GetRequiredService<WhatsAppFolder>();
        }
    }
}
