// The landlord's look from the settings, kept at hand and looked up again every few seconds, so that each node sees a change soon.
using System.Data.Common;
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;

namespace Hearth.Web.Landlord;

internal sealed class LandlordInDatabase(
    IServiceScopeFactory scopes,
    [FromKeyedServices(LandlordInDatabase.Configured)] ILandlord configured,
    ILogger<LandlordInDatabase> log
) : BackgroundService, ILandlord
{
    public const string Configured = "configuration";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private volatile StoredLook? stored;
    private volatile LandlordLook? look;

    public LandlordLook Current => look ?? configured.Current;

    /// <summary>What the settings hold; null where nobody has set anything.</summary>
    public StoredLook? Stored => stored;

    /// <summary>What pages would show with these settings.</summary>
    public LandlordLook With(StoredLook settings) => settings.Over(configured.Current);

    public async Task RefreshAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<Settings>().GetAsync<StoredLook>(StoredLook.Key, stop);
        var next = found is null ? null : With(found);
        if (next?.Refusal() is { } refusal)
        {
            log.LookNotUsable(refusal.Words);
            return;
        }
        stored = found;
        look = next;
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryRefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Every);
        try
        {
            while (await clock.WaitForNextTickAsync(stoppingToken))
            {
                await TryRefreshAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host stops
        }
    }

    private async Task TryRefreshAsync(CancellationToken stop)
    {
        try
        {
            await RefreshAsync(stop);
        }
        catch (DbException failure)
        {
            // pages go on with what is known; /health/ready tells that the database is away
            log.LookNotRead(failure.Message);
        }
    }
}

internal static partial class LandlordLog
{
    [LoggerMessage(1, LogLevel.Warning, "The landlord's stored look cannot be used: {Why}")]
    public static partial void LookNotUsable(this ILogger log, string why);

    [LoggerMessage(2, LogLevel.Warning, "The landlord's look could not be read: {Why}")]
    public static partial void LookNotRead(this ILogger log, string why);
}
