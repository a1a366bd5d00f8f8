// Sixty thousand rows inside a minute, and the memory stays flat.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.People.Tests.Import;

/// <summary>Nothing else runs in this process meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class SpeedTests(ITestOutputHelper output)
{
    [Theory, BothDatabases]
    public async Task Sixty_thousand_rows_are_imported_inside_a_minute_and_the_memory_stays_flat(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ImportAsync(Rows(2000, "W"));
        var file = Rows(60_000, "T");
        GC.Collect();
        var before = Process.GetCurrentProcess().WorkingSet64;
        var most = before;
        using var watch = new Timer(_ => most = Math.Max(most, Process.GetCurrentProcess().WorkingSet64), null, 0, 50);

        var (outcome, first) = await TimedAsync(() => hearth.ImportAsync(file));
        var (again, second) = await TimedAsync(() => hearth.ImportAsync(file));

        output.WriteLine($"{kind}: first {first.TotalSeconds:0.0} s, again {second.TotalSeconds:0.0} s, memory +{(most - before) >> 20} MB, file {file.Length >> 20} MB");
        Assert.Equal(60_000, outcome.Delta!.Tenancies.New);
        Assert.Equal(60_000, again.Delta!.Tenancies.Unchanged);
        Assert.True(first < TimeSpan.FromMinutes(1), $"the first import took {first}");
        Assert.True(second < TimeSpan.FromMinutes(1), $"the second import took {second}");
        Assert.True(most - before < 300L << 20, $"memory grew by {(most - before) >> 20} MB");
    }

    // the processor's time, not the wall's: the machine may be busy with others
    private static async Task<(ImportOutcome Outcome, TimeSpan Time)> TimedAsync(Func<Task<ImportOutcome>> import)
    {
        var start = Process.GetCurrentProcess().TotalProcessorTime;
        var outcome = await import();
        return (outcome, Process.GetCurrentProcess().TotalProcessorTime - start);
    }

    private static byte[] Rows(int count, string letter)
    {
        var text = new StringBuilder("Tenancy Ref,Property Ref,Address,Postcode,Ward,Patch,Tenure,Start,Tenant Name,DOB,Email,Mobile,Joint Tenant Name\r\n");
        for (var i = 0; i < count; i++)
        {
            var joint = i % 5 == 0 ? $"Jan Novak{i}" : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"{letter}{i:000000},{letter}P{i:000000},\"{i % 90} Long Street, Ousebridge\",OB{i % 9 + 1} {i % 10}AA,Ward {i % 20},Patch {i % 40},General Needs,01/04/2010,Mrs Kasia Novak{i},{i % 28 + 1:00}/04/1980,k{i}@example.org,07700 9{i % 100000:00000},{joint}\r\n"
            );
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
