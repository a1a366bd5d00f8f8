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
    private const int LooksForMore = 20;

    private readonly Channel<Work> queue = Channel.CreateBounded<Work>(
        new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.Wait }
    );

    /// <summary>Does the work in a unit of work shared with others and returns its result after the commit.</summary>
    /// <param name="work">Reads and adds with the scope's <see cref="HearthDb"/>; must not save, and may be run a second time if its batch fails.</param>
    /// <param name="stop">Gives up waiting; the work may still be done.</param>
    /// <exception cref="DbUpdateException">This work, run alone, was refused by the database.</exception>
    public async Task<T> WriteAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken stop = default)
    {
        var alone = new Work(new object(), null, async (scope, _, token) => [await work(scope, token)]);
        return (T)(await DoneAsync(alone, stop))!;
    }

    /// <summary>Does a thing together with others of its kind that wait at the same moment, so that they share their queries as well as the commit.</summary>
    /// <param name="item">The thing.</param>
    /// <param name="together">
    /// Does some of them, one or many, and gives a result for each, in order. Things with an equal delegate are done together: pass a static
    /// method. It reads and adds with the scope's <see cref="HearthDb"/>, must not save, and may be run a second time, with each thing alone.
    /// </param>
    /// <param name="stop">Gives up waiting; the thing may still be done.</param>
    /// <exception cref="DbUpdateException">This thing, done alone, was refused by the database.</exception>
    public async Task<TResult> WriteAsync<TItem, TResult>(
        TItem item,
        Func<IServiceProvider, IReadOnlyList<TItem>, CancellationToken, Task<IReadOnlyList<TResult>>> together,
        CancellationToken stop = default
    )
    {
        var one = new Work(
            together,
            item,
            async (scope, items, token) =>
                [.. (await together(scope, [.. items.Select(some => (TItem)some!)], token)).Select(result => (object?)result)]
        );
        return (TResult)(await DoneAsync(one, stop))!;
    }

    private async Task<object?> DoneAsync(Work work, CancellationToken stop)
    {
        await queue.Writer.WriteAsync(work, stop);
        return await work.Done.Task.WaitAsync(stop);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // SQLite has one writer at a time; on PostgreSQL one batch is made up while another is committed.
        var writers = address.Kind == DatabaseKind.Sqlite ? 1 : 2;
        return Task.WhenAll(
            Enumerable.Range(0, writers).Select(_ => Task.Run(() => WriteLoopAsync(stoppingToken), CancellationToken.None))
        );
    }

    private async Task WriteLoopAsync(CancellationToken stopping)
    {
        var batch = new List<Work>(LargestBatch);
        try
        {
            while (await queue.Reader.WaitToReadAsync(stopping))
            {
                // those just acknowledged come back in a moment with the next: one commit for them all, not one for the quickest
                for (var look = 0; look < LooksForMore && queue.Reader.Count < batch.Count; look++)
                {
                    await Task.Yield();
                }
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
        var results = new List<(Work Work, object? Result)>(batch.Count);
        try
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<HearthDb>();
            db.Database.AutoSavepointsEnabled = false;
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var alike in batch.GroupBy(work => work.Kind))
            {
                var works = alike.ToList();
                var done = await works[0].Run(scope.ServiceProvider, [.. works.Select(work => work.Item)], CancellationToken.None);
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
                results.AddRange(works.Zip(done));
            }
            await transaction.CommitAsync();
        }
        catch (Exception)
        {
            return false;
        }
        foreach (var (work, result) in results)
        {
            work.Done.TrySetResult(result);
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
            var result = await item.Run(scope.ServiceProvider, [item.Item], CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            item.Done.TrySetResult(result[0]);
        }
        catch (Exception failure)
        {
            item.Done.TrySetException(failure);
        }
    }

    /// <summary>A thing to do; those of an equal kind are done by the first one's <paramref name="Run"/>.</summary>
    private sealed record Work(
        object Kind,
        object? Item,
        Func<IServiceProvider, IReadOnlyList<object?>, CancellationToken, Task<IReadOnlyList<object?>>> Run
    )
    {
        public TaskCompletionSource<object?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
