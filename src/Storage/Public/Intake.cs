// One writer with group commit: many small writes that wait for each other share one commit, and each is acknowledged only after it.
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hearth.Storage.Public;

/// <summary>The way in for bursts of responses and votes.</summary>
public sealed class Intake(IServiceScopeFactory scopes, DatabaseAddress address) : BackgroundService
{
    private const int LargestBatch = 128;

    private readonly Channel<Work> queue = Channel.CreateBounded<Work>(
        new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.Wait }
    );

    /// <summary>Does the work in a unit of work shared with others and returns its result after the commit.</summary>
    /// <param name="work">Reads and adds with the scope's <see cref="HearthDb"/>; must not save, and may be run a second time if its batch fails.</param>
    /// <param name="stop">Gives up waiting; the work may still be done.</param>
    /// <exception cref="DbUpdateException">This work, run alone, was refused by the database.</exception>
    public async Task<T> WriteAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken stop = default)
    {
        var item = new Work(async (scope, token) => await work(scope, token));
        await queue.Writer.WriteAsync(item, stop);
        return (T)(await item.Done.Task.WaitAsync(stop))!;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // SQLite has one writer at a time; PostgreSQL commits several batches side by side.
        var writers = address.Kind == DatabaseKind.Sqlite ? 1 : 4;
        return Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() => WriteLoopAsync(stoppingToken), CancellationToken.None)));
    }

    private async Task WriteLoopAsync(CancellationToken stopping)
    {
        var batch = new List<Work>(LargestBatch);
        try
        {
            while (await queue.Reader.WaitToReadAsync(stopping))
            {
                batch.Clear();
                while (batch.Count < LargestBatch && queue.Reader.TryRead(out var item))
                {
                    batch.Add(item);
                }
                if (batch.Count == 0 || await TryTogetherAsync(batch))
                {
                    continue;
                }
                foreach (var item in batch)
                {
                    await AloneAsync(item);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // what is still queued was never acknowledged: its callers are told so
            while (queue.Reader.TryRead(out var item))
            {
                item.Done.TrySetCanceled(CancellationToken.None);
            }
        }
    }

    private async Task<bool> TryTogetherAsync(List<Work> batch)
    {
        var results = new object?[batch.Count];
        try
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<HearthDb>();
            db.Database.AutoSavepointsEnabled = false;
            await using var transaction = await db.Database.BeginTransactionAsync();
            for (var i = 0; i < batch.Count; i++)
            {
                results[i] = await batch[i].Run(scope.ServiceProvider, CancellationToken.None);
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
            await transaction.CommitAsync();
        }
        catch (Exception)
        {
            return false;
        }
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Done.TrySetResult(results[i]);
        }
        return true;
    }

    private async Task AloneAsync(Work item)
    {
        try
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<HearthDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var result = await item.Run(scope.ServiceProvider, CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            item.Done.TrySetResult(result);
        }
        catch (Exception failure)
        {
            item.Done.TrySetException(failure);
        }
    }

    private sealed record Work(Func<IServiceProvider, CancellationToken, Task<object?>> Run)
    {
        public TaskCompletionSource<object?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
