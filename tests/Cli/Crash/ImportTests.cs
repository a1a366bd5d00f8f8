// An import is killed while it reads, compares and writes: the register holds all of it or nothing, and the same import again finishes.
using System.Diagnostics;
using System.Globalization;
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
        // one that was done before anybody could look proves nothing: then a longer one
        foreach (var rows in new[] { 12_000, 36_000, 108_000 })
        {
            if (await WasKilledTwiceAsync(kind, rows))
            {
                return;
            }
        }
        Assert.Fail("no kill came in time: the test looked at nothing");
    }

    /// <summary>Kills the server while it reads and again while it writes; false where it was done before the kill.</summary>
    private static async Task<bool> WasKilledTwiceAsync(DatabaseKind kind, int rows)
    {
        await using var landlord = await Landlord.CreateAsync(kind);
        await using var never = await Landlord.CreateAsync(kind);
        var text = HousingFile.Of(rows, "a");
        var all = rows.ToString("N0", CultureInfo.InvariantCulture);
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
        if (!await KillAsync(served, officer, officer.SubmitAsync(columns, new { Whole = "no" }, "Read the file"), run, "Reading the file"))
        {
            return false;
        }
        await served.StartAsync();
        if (await InterruptedAsync(officer, run) is not { } halfRead)
        {
            return false;
        }
        Assert.Equal(0, await landlord.Database.CountAsync("people_home"));

        var preview = await BeginAgainAsync(officer, halfRead, run, "/preview");
        Assert.Contains(all, preview.Text);
        if (!await KillAsync(served, officer, officer.SubmitAsync(preview, null, $"Import {all} rows"), run, "Writing to the register"))
        {
            return false;
        }
        await served.StartAsync();
        if (await InterruptedAsync(officer, run) is not { } halfWritten)
        {
            return false;
        }
        Assert.Empty(await landlord.Database.RegisterAsync());
        Assert.Equal(0, await landlord.Database.CountAsync("people_home"));

        var report = await BeginAgainAsync(officer, halfWritten, run, "");
        Assert.Contains(all, report.Text);
        Assert.Equal(await never.Database.RegisterAsync(), await landlord.Database.RegisterAsync());
        Assert.Equal(
            (0, 0),
            (await landlord.Database.CountAsync("people_import_line"), await landlord.Database.CountAsync("people_import_piece"))
        );
        var check = await landlord.RunAsync("check");
        Assert.True(check.Code == 0, check.ToString());
        return true;
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

    /// <summary>Presses the button and kills the server once the page says that some rows are done; false where all were before it said so.</summary>
    private static async Task<bool> KillAsync(Served served, Browser officer, Task<Page> pressed, string run, string heading)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            // asked before the page is: what is open when the button has answered was begun by it
            var begun = pressed.IsCompleted;
            var page = await officer.OpenAsync($"/people/import/{run}/running");
            if (
                page.Heading == heading
                && page.All(".hearth-fig").Any(fig => Regex.Match(Page.Words(fig), "[0-9,]+").Value is not ("" or "0"))
            )
            {
                break;
            }
            if (begun && page.Heading != heading)
            {
                return false;
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
        return true;
    }

    /// <summary>What the officer finds once the server is back; null where the work was done before the kill reached it.</summary>
    private static async Task<Page?> InterruptedAsync(Browser officer, string run)
    {
        Page found;
        do
        {
            // the node that starts looks after what its forerunner left within moments
            await Task.Delay(100);
            found = await officer.OpenAsync($"/people/import/{run}/running");
        } while (found.Heading is "Reading the file" or "Writing to the register");
        if (!found.Path.EndsWith("/running", StringComparison.Ordinal))
        {
            return null;
        }
        Assert.Equal("The import was interrupted", found.Heading);
        Assert.Contains("Nothing of this import is in the register", found.Text);
        return found;
    }

    private static async Task<Page> BeginAgainAsync(Browser officer, Page interrupted, string run, string ending)
    {
        var page = await officer.SubmitAsync(interrupted, null, "Begin again");
        while (page.Path != $"/people/import/{run}{ending}")
        {
            await Task.Delay(100);
            page = await officer.OpenAsync($"/people/import/{run}/running");
        }
        return page;
    }
}
