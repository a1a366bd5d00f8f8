// How far an import has got, on standard error: one line written over on a terminal, a line now and then in a log.
using System.Diagnostics;
using Hearth.People.Public;

namespace Hearth.Cli.Importing;

internal sealed class ProgressOnError : IProgress<ImportProgress>, IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan InLog = TimeSpan.FromSeconds(10);

    private readonly bool terminal = !Console.IsErrorRedirected;
    private readonly TimeSpan every;
    private string phase = "";
    private long said;
    private int width;

    public ProgressOnError() => every = terminal ? OnTerminal : InLog;

    public void Report(ImportProgress value)
    {
        if (value.Phase == phase && Stopwatch.GetElapsedTime(said) < every)
        {
            return;
        }
        (phase, said) = (value.Phase, Stopwatch.GetTimestamp());
        var of = value.Total > 0 ? FormattableString.Invariant($" of {value.Total:N0}") : "";
        var words = FormattableString.Invariant($"{value.Phase}: {value.Done:N0}{of} rows");
        if (terminal)
        {
            Console.Error.Write($"\r{words.PadRight(width)}");
            width = words.Length;
        }
        else
        {
            Console.Error.WriteLine(words);
        }
    }

    /// <summary>Leaves a terminal's line clean for what comes after.</summary>
    public void Dispose()
    {
        if (terminal && width > 0)
        {
            Console.Error.Write($"\r{new string(' ', width)}\r");
        }
    }
}
