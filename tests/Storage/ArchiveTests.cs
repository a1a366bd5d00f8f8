// A backup is taken while Hearth runs: it holds one instant, and nobody waits for it.
using Hearth.Composition;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Storage.Tests;

public sealed class ArchiveTests
{
    [Theory, BothDatabases]
    public async Task People_go_on_writing_while_a_backup_is_taken_and_it_holds_the_instant_it_began(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await SetAsync(hearth, "before");
        var written = new TaskCompletionSource();
        using var file = new MemoryStream();
        await using var slow = new StreamThatIsInterrupted(
            file,
            () =>
                Task.Run(async () =>
                {
                    await SetAsync(hearth, "meanwhile");
                    written.SetResult();
                })
        );

        await hearth.InScopeAsync(services => services.GetRequiredService<Archive>().WriteAsync(slow));

        Assert.True(written.Task.IsCompletedSuccessfully);
        Assert.Equal(("before", "meanwhile"), (await RestoredOnTheOtherEngineAsync(kind, file), await NowAsync(hearth)));
    }

    [Theory, BothDatabases]
    public async Task A_restore_into_a_database_in_use_is_refused_and_changes_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await SetAsync(hearth, "mine");
        using var file = new MemoryStream();
        await hearth.InScopeAsync(services => services.GetRequiredService<Archive>().WriteAsync(file));

        file.Position = 0;
        var refused = await Assert.ThrowsAsync<ArchiveRefused>(() =>
            hearth.InScopeAsync(services => services.GetRequiredService<Archive>().ReadAsync(file))
        );
        using var junk = new MemoryStream("no archive"u8.ToArray());
        var damaged = await Assert.ThrowsAsync<ArchiveRefused>(() =>
            hearth.InScopeAsync(services => services.GetRequiredService<Archive>().ReadAsync(junk))
        );

        Assert.StartsWith("The database is not empty", refused.Message, StringComparison.Ordinal);
        Assert.Contains("not a Hearth archive", damaged.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await NowAsync(hearth));
    }

    private static Task<int> SetAsync(HearthApp hearth, string words) =>
        hearth.InScopeAsync(async services =>
        {
            services.GetRequiredService<Actor>().System("test");
            await services.GetRequiredService<Settings>().SetAsync("said", new Said(words));
            return await services.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

    private static Task<string> NowAsync(HearthApp hearth) => hearth.InScopeAsync(NowAsync);

    private static async Task<string> NowAsync(IServiceProvider services) =>
        (await services.GetRequiredService<Settings>().GetAsync<Said>("said"))!.Words;

    private static async Task<string> RestoredOnTheOtherEngineAsync(DatabaseKind kind, Stream archive)
    {
        await using var database = await TestDatabase.CreateAsync(
            kind == DatabaseKind.Sqlite ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite
        );
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddHearth(database.Address);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        archive.Position = 0;
        await scope.ServiceProvider.GetRequiredService<Archive>().ReadAsync(archive);
        return await NowAsync(scope.ServiceProvider);
    }

    private sealed record Said(string Words);

    // the first byte of the archive is written after the snapshot began: somebody writes then, and is waited for
    private sealed class StreamThatIsInterrupted(Stream inner, Func<Task> once) : Stream
    {
        private bool done;

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => inner.Length;
        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (!done && inner.Length > 0)
            {
                done = true;
                Assert.True(once().Wait(TimeSpan.FromSeconds(20)), "A backup kept somebody from writing.");
            }
            inner.Write(buffer, offset, count);
        }
    }
}
