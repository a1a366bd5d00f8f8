// Messaging: the outbox and the ways out of it: e-mail, text, letters to print, calls to make.
using Hearth.Messaging.Public;
using Hearth.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Messaging;

public static class MessagingModule
{
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddTables<MessagingTables>();
        services.AddScoped<Outbox>();
        return services;
    }
}
