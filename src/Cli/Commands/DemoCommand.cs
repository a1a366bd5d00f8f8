// hearth demo: fills an empty database with the fictional landlord's year, through the product's own handlers.
using System.CommandLine;
using System.Diagnostics;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Cli.Commands;

internal static class DemoCommand
{
    public static Command Create()
    {
        var database = Common.Database();
        var seed = new Option<int>("--seed") { Description = "Same seed, same landlord.", DefaultValueFactory = _ => 40217 };
        var ifEmpty = new Option<bool>("--if-empty") { Description = "Does nothing where the database already holds a landlord." };
        var command = new Command("demo", "Fills an empty database with a fictional landlord.") { database, seed, ifEmpty };
        command.SetAction(
            (parsed, stop) =>
                Common.WithServicesAsync(
                    parsed.GetValue(database),
                    "demo",
                    async services =>
                    {
                        await services.GetRequiredService<Schema>().MigrateAsync(stop);
                        var settings = services.GetRequiredService<Settings>();
                        var told = await settings.GetAsync<Told>("demo", stop);
                        if (told is { Whole: true } && parsed.GetValue(ifEmpty))
                        {
                            return 0;
                        }
                        if (told is not null || await services.GetRequiredService<HearthDb>().Set<AuditLine>().AnyAsync(stop))
                        {
                            await Console.Error.WriteLineAsync(
                                told is { Whole: false }
                                    ? "An earlier demo was cut off half way. Delete this database and run the demo again."
                                    : "This database is not empty. The demo needs a new one."
                            );
                            return 1;
                        }
                        await settings.SetAsync("demo", new Told(parsed.GetValue(seed), false), stop);
                        await services.GetRequiredService<HearthDb>().SaveChangesAsync(stop);
                        await TellAsync(services, parsed.GetValue(seed), stop);
                        await settings.SetAsync("demo", new Told(parsed.GetValue(seed), true), stop);
                        await services.GetRequiredService<HearthDb>().SaveChangesAsync(stop);
                        return 0;
                    }
                )
        );
        return command;
    }

    private static async Task TellAsync(IServiceProvider services, int seed, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var today = services.GetRequiredService<TimeProvider>().Today();
        var story = new DemoStory(
            Path.Combine(AppContext.BaseDirectory, "demo"),
            seed,
            today,
            words => Console.Error.WriteLine($"  {words}")
        );
        var chapters = services.GetServices<IDemoChapter>().OrderBy(chapter => chapter.Order).Select(chapter => chapter.GetType()).ToList();
        foreach (var chapter in chapters)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Actor>().System("hearth demo");
            await scope.ServiceProvider.GetServices<IDemoChapter>().First(found => found.GetType() == chapter).TellAsync(story, stop);
        }
        await Console.Error.WriteLineAsync($"The demo landlord stands after {clock.Elapsed.TotalSeconds:0} seconds.");
    }

    private sealed record Told(int Seed, bool Whole);
}
