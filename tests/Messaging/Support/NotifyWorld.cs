// A Hearth that sends through a GOV.UK Notify of the tests' own, both by the same clock.
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Messaging.Tests.Support;

internal sealed class NotifyWorld : IAsyncDisposable
{
    // the tests' clock stands at this instant until it is moved
    private static readonly DateTimeOffset Start = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);

    public required NotifyServer Server { get; init; }
    public required HearthApp Hearth { get; init; }
    public required Told Told { get; init; }

    /// <param name="kind">Which database.</param>
    /// <param name="more">Settings besides those of Notify.</param>
    public static async Task<NotifyWorld> StartAsync(DatabaseKind kind, IReadOnlyDictionary<string, string?>? more = null)
    {
        HearthApp? started = null;
        var server = await NotifyServer.StartAsync(() => started?.Clock.GetUtcNow() ?? Start);
        var settings = server.Settings;
        foreach (var (key, value) in more ?? new Dictionary<string, string?>())
        {
            settings[key] = value;
        }
        var (hearth, told) = await Sender.StartAsync(kind, settings);
        started = hearth;
        return new NotifyWorld
        {
            Server = server,
            Hearth = hearth,
            Told = told,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Hearth.DisposeAsync();
        await Server.DisposeAsync();
    }
}
