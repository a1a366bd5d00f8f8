// Runs imports beside the requests: what a page has asked for goes on when the browser is closed.
using System.Threading.Channels;
using Hearth.People.Import.Reading;
using Hearth.People.Import.Stored;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hearth.People.Import.Running;

internal sealed partial class ImportWorker(
    IServiceScopeFactory scopes,
    ImportBoard board,
    DatabaseAddress address,
    TimeProvider time,
    ILogger<ImportWorker> log
) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>There is something to do; another node would find it within a few seconds.</summary>
    public void Wake() => bell.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LeftBehind.MarkAsync(scopes, time, stoppingToken);
                while (await RunNextAsync(stoppingToken)) { }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogLook(log, failure.GetType().Name);
            }
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            wait.CancelAfter(LookEvery);
            try
            {
                await bell.Reader.ReadAsync(wait.Token);
            }
            catch (OperationCanceledException)
            {
                // time to look again, or to stop
            }
        }
    }

    /// <summary>Takes the oldest import that waits and brings it one step on; false when none waits.</summary>
    internal async Task<bool> RunNextAsync(CancellationToken stop)
    {
        ImportRun? run;
        await using (var scope = scopes.CreateAsyncScope())
        {
            run = await TakeAsync(scope.ServiceProvider.GetRequiredService<HearthDb>(), stop);
        }
        if (run is null)
        {
            return false;
        }
        var commits = run.State == ImportState.ToCommit;
        try
        {
            await RunAsync(run, commits, stop);
        }
        catch (UnreadableFileException unreadable)
        {
            await EndAsync(run.Id, ImportState.Unreadable, unreadable.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await EndAsync(run.Id, Interrupted(commits), "Hearth was stopped while it worked.");
        }
        catch (Exception failure)
        {
            LogFailure(log, failure, run.Id);
            await EndAsync(run.Id, Interrupted(commits), "Something went wrong on our side.");
        }
        finally
        {
            board.Remove(run.Id);
        }
        return true;
    }

    internal static ImportState Interrupted(bool commits) => commits ? ImportState.CommitInterrupted : ImportState.ReadingInterrupted;

    private async Task<ImportRun?> TakeAsync(HearthDb db, CancellationToken stop)
    {
        var waiting = await db.Set<ImportRun>()
            .AsNoTracking()
            .Where(r => r.State == ImportState.ToRead || r.State == ImportState.ToCommit)
            .OrderBy(r => r.StartedAt)
            .FirstOrDefaultAsync(stop);
        if (waiting is null)
        {
            return null;
        }
        var state = waiting.State == ImportState.ToRead ? ImportState.Reading : ImportState.Committing;
        var until = time.GetUtcNow() + ImportNode.Lease;
        var node = ImportNode.Name;
        // another node may have been quicker
        var mine = await db.Set<ImportRun>()
            .Where(r => r.Id == waiting.Id && r.State == waiting.State)
            .ExecuteUpdateAsync(
                r =>
                    r.SetProperty(x => x.State, state)
                        .SetProperty(x => x.Node, node)
                        .SetProperty(x => x.HeldUntil, until)
                        .SetProperty(x => x.Phase, "")
                        .SetProperty(x => x.RowsDone, 0)
                        .SetProperty(x => x.Problem, (string?)null),
                stop
            );
        return mine == 1 ? waiting : null;
    }

    private async Task RunAsync(ImportRun run, bool commits, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var actor = scope.ServiceProvider.GetRequiredService<Actor>();
        if (run.StartedById is { } staff)
        {
            actor.Staff(staff, run.StartedBy);
        }
        else
        {
            actor.System("import");
        }
        var runs = scope.ServiceProvider.GetRequiredService<ImportRuns>();
        if (commits)
        {
            if (await runs.CommitAsync(run.Id, report => PostAsync(run.Id, report, commits), stop) is { } refusal)
            {
                await EndAsync(run.Id, ImportState.Previewed, refusal);
            }
            return;
        }
        await using var files = scopes.CreateAsyncScope();
        using var file = new PieceStream(files.ServiceProvider.GetRequiredService<HearthDb>(), run.Id, run.Size);
        await runs.PreviewAsync(run.Id, file, report => PostAsync(run.Id, report, commits), stop);
    }

    private async Task PostAsync(Guid runId, ImportProgress report, bool commits)
    {
        board.Post(runId, report);
        if (commits && address.Kind == DatabaseKind.Sqlite)
        {
            return;
        }
        await using var scope = scopes.CreateAsyncScope();
        var until = time.GetUtcNow() + ImportNode.Lease;
        await scope
            .ServiceProvider.GetRequiredService<HearthDb>()
            .Set<ImportRun>()
            .Where(r => r.Id == runId)
            .ExecuteUpdateAsync(r =>
                r.SetProperty(x => x.Phase, report.Phase).SetProperty(x => x.RowsDone, report.Done).SetProperty(x => x.HeldUntil, until)
            );
    }

    private async Task EndAsync(Guid runId, ImportState state, string problem)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<HearthDb>()
            .Set<ImportRun>()
            .Where(r => r.Id == runId)
            .ExecuteUpdateAsync(r =>
                r.SetProperty(x => x.State, state)
                    .SetProperty(x => x.Problem, problem)
                    .SetProperty(x => x.Node, (string?)null)
                    .SetProperty(x => x.HeldUntil, (DateTimeOffset?)null)
            );
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Run} failed; nothing of it was kept")]
    private static partial void LogFailure(ILogger log, Exception failure, Guid run);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Could not look for imports: {Failure}")]
    private static partial void LogLook(ILogger log, string failure);
}
