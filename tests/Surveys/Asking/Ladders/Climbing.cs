// What the tests do with a ladder: set it, let messages leave or come back, let the job run.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.Ladders.ChangeLadder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Asking.Ladders;

internal static class Climbing
{
    public static Task ClimbAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(s => s.GetServices<IJob>().Single(job => job.Name == "climb-ladders").RunAsync(CancellationToken.None));

    public static Task SetAsync(this HearthApp hearth, Guid survey, params Rung[] rungs) =>
        hearth.InScopeAsync(async s => Assert.Empty(await s.GetRequiredService<ChangeLadder>().RunAsync(survey, rungs)));

    /// <summary>Everything that waits has gone, as far as the outbox knows; nobody is told.</summary>
    public static Task AllLeaveAsync(this HearthApp hearth, string but = "") =>
        hearth.SqlAsync($"UPDATE messaging_message SET \"Status\" = 'Sent' WHERE \"Status\" = 'Queued' AND \"Channel\" <> {but}");

    /// <summary>What waits to go this way leaves, and the modules are told.</summary>
    public static Task LeavesAsync(this HearthApp hearth, string channel) => hearth.EndsAsync(channel, MessageStatus.Sent, null, null);

    /// <summary>What was sent this way did not arrive, and the modules are told.</summary>
    public static async Task ComesBackAsync(this HearthApp hearth, string channel, string reason, string? to = null)
    {
        await hearth.SqlAsync(
            $"UPDATE messaging_message SET \"Status\" = 'Queued' WHERE \"Channel\" = {channel} AND \"Status\" = 'Sent' AND \"ToAddress\" LIKE {to ?? "%"}"
        );
        await hearth.EndsAsync(channel, MessageStatus.Failed, reason, to);
    }

    /// <summary>The sender's job runs once.</summary>
    public static Task SendWaitingAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(s => s.GetServices<IJob>().Single(job => job.Name == "send-messages").RunAsync(CancellationToken.None));

    public static Task SqlAsync(this HearthApp hearth, FormattableString sql) =>
        hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Database.ExecuteSqlAsync(sql));

    private static async Task EndsAsync(this HearthApp hearth, string channel, MessageStatus status, string? reason, string? to)
    {
        var keys = (await hearth.MessagesAsync())
            .Where(m => m.Channel == channel && (to is null || m.ToAddress == to))
            .Select(m => m.Key)
            .ToList();
        await hearth.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<HearthDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await s.GetRequiredService<EndedElsewhere>().EndAsync(keys, status, hearth.Clock.GetUtcNow(), "test", reason);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
    }
}
