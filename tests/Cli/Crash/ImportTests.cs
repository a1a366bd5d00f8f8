// An import is killed while it reads, compares and writes: the register holds all of it or nothing, and the same import again finishes.
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Cli.Tests.Crash;

public sealed class ImportTests
{
    /// <summary>Words on standard error at which the command is killed, and how long after them.</summary>
    private static readonly (string Phase, int Milliseconds)[] Kills =
    [
        ("Reading the file", 0),
        ("Reading the file", 150),
        ("Comparing", 0),
        ("Writing", 0),
        ("Writing", 120),
        ("Writing", 400),
        // last, so that lines are left to clear even where one before it came too late
        ("Comparing", 0),
    ];

    [Theory, BothDatabases]
    public async Task A_command_that_was_killed_has_changed_all_or_nothing_and_finishes_when_run_again(DatabaseKind kind)
    {
        await using var landlord = await Landlord.CreateAsync(kind);
        await using var never = await Landlord.CreateAsync(kind);
        var (first, second) = (HousingFile.Of(3000, "a"), HousingFile.Of(9000, "b"));
        var file = landlord.Write("second.csv", second);
        foreach (var one in new[] { landlord, never })
        {
            Assert.Equal(0, (await one.RunAsync("import", one.Write("first.csv", first))).Code);
        }
        var before = await landlord.Database.RegisterAsync();
        Assert.Equal(0, (await never.RunAsync("import", never.Write("second.csv", second))).Code);
        var after = await never.Database.RegisterAsync();
        Assert.Equal((4000, 12000), (before.Count, after.Count));
        Assert.NotEqual(before, after[..4000]);

        var cutOff = 0;
        foreach (var (phase, milliseconds) in Kills)
        {
            var killed = await KillAsync(landlord, file, phase, milliseconds);
            var now = await landlord.Database.RegisterAsync();
            // killed on its way out, or ended by itself: that is all of it
            var whole = now.Count == after.Count;
            Assert.True(killed || whole, $"it ended by itself at {phase} and left {now.Count} people");
            Assert.Equal(whole ? after : before, now);
            cutOff += whole ? 0 : 1;
        }
        // those while it writes come too late on a machine that is busy enough
        Assert.True(cutOff >= 3, $"only {cutOff} kills came in time: the test looked at too little");
        Assert.True(await landlord.Database.CountAsync("people_import_line") > 0, "nothing was left to clear");

        var again = await landlord.RunAsync("import", file);

        Assert.True(again.Code == 0, again.ToString());
        Assert.Equal(after, await landlord.Database.RegisterAsync());
        Assert.Equal(0, await landlord.Database.CountAsync("people_import_line"));
        Assert.Equal(["Abandoned", "Done"], (await landlord.Database.RowsAsync("SELECT \"State\" FROM people_import_run")).Distinct());
        var check = await landlord.RunAsync("check");
        Assert.True(check.Code == 0, check.ToString());
    }

    [Theory, BothDatabases]
    public async Task An_import_from_the_browser_is_rolled_back_whole_and_begun_again_after_the_server_was_killed(DatabaseKind kind)
    {
        await using var landlord = await Landlord.CreateAsync(kind);
        await using var never = await Landlord.CreateAsync(kind);
        var text = HousingFile.Of(12000, "a");
        Assert.Equal(0, (await never.RunAsync("import", never.Write("housing.csv", text))).Code);
        await using var served = new Served(landlord);
        await served.StartAsync();
        var officer = served.Anyone();
        await using (
            var hearth = await HearthApp.StartAsync(kind, services: s => s.AddSingleton(TimeProvider.System), on: landlord.Database)
        )
        {
            officer.SetCookie(hearth.Staff().Cookies.Select(c => (c.Key, c.Value)).Single());
        }

        var columns = await officer.SubmitAsync(
            await officer.OpenAsync("/people/import"),
            [],
            [("Export", "housing.csv", Encoding.UTF8.GetBytes(text))],
            "Upload"
        );
        var run = columns.Path.Split('/')[3];
        await KillAsync(served, officer, officer.SubmitAsync(columns, new { Whole = "no" }, "Read the file"), run, "Reading the file");
        Assert.Equal(0, await landlord.Database.CountAsync("people_home"));
        await served.StartAsync();

        var preview = await BeginAgainAsync(officer, run, "/preview");
        Assert.Contains("12,000", preview.Text);
        await KillAsync(served, officer, officer.SubmitAsync(preview, null, "Import 12,000 rows"), run, "Writing to the register");
        Assert.Empty(await landlord.Database.RegisterAsync());
        Assert.Equal(0, await landlord.Database.CountAsync("people_home"));
        await served.StartAsync();

        var report = await BeginAgainAsync(officer, run, "");
        Assert.Contains("12,000", report.Text);
        Assert.Equal(await never.Database.RegisterAsync(), await landlord.Database.RegisterAsync());
        Assert.Equal(
            (0, 0),
            (await landlord.Database.CountAsync("people_import_line"), await landlord.Database.CountAsync("people_import_piece"))
        );
        var check = await landlord.RunAsync("check");
        Assert.True(check.Code == 0, check.ToString());
    }

    /// <summary>Runs the import and kills it; false where it had ended by itself before.</summary>
    private static async Task<bool> KillAsync(Landlord landlord, string file, string phase, int milliseconds)
    {
        using var import = landlord.Start("import", file, "--database", landlord.Address);
        _ = import.StandardOutput.ReadToEndAsync();
        while (await import.StandardError.ReadLineAsync() is { } line && !line.StartsWith(phase, StringComparison.Ordinal)) { }
        await Task.Delay(milliseconds);
        import.Kill();
        await import.WaitForExitAsync();
        return import.ExitCode != 0;
    }

    /// <summary>Presses the button and kills the server once the page says that some rows are done but not all.</summary>
    private static async Task KillAsync(Served served, Browser officer, Task<Page> pressed, string run, string heading)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var page = await officer.OpenAsync($"/people/import/{run}/running");
            if (
                page.Heading == heading
                && page.All(".hearth-fig").Any(fig => Regex.Match(Page.Words(fig), "[0-9,]+").Value is not ("" or "0"))
            )
            {
                break;
            }
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"It never said “{heading}”: {page.Text}");
        }
        await served.KillAsync();
        try
        {
            await pressed;
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            // the page that was to come died with the server
        }
    }

    private static async Task<Page> BeginAgainAsync(Browser officer, string run, string ending)
    {
        Page interrupted;
        do
        {
            // the node that starts looks after what its forerunner left within moments
            await Task.Delay(100);
            interrupted = await officer.OpenAsync($"/people/import/{run}/running");
        } while (interrupted.Heading is "Reading the file" or "Writing to the register");
        Assert.Equal("The import was interrupted", interrupted.Heading);
        Assert.Contains("Nothing of this import is in the register", interrupted.Text);

        var page = await officer.SubmitAsync(interrupted, null, "Begin again");
        while (page.Path != $"/people/import/{run}{ending}")
        {
            await Task.Delay(100);
            page = await officer.OpenAsync($"/people/import/{run}/running");
        }
        return page;
    }
}
