// A file of the rows of another: written aside, put in its place only when it is whole, over nothing but what this command wrote before.
using System.Buffers;
using System.Globalization;
using System.Text;
using Hearth.Storage.Public;

namespace Hearth.Cli.Analysts.Columns;

internal sealed class OutFile : IDisposable
{
    /// <summary>In place of a file: standard output.</summary>
    public const string StandardOutput = "-";

    private readonly string path;
    private readonly string? aside;
    private readonly StreamWriter writer;
    private readonly TableLook look;
    private readonly SearchValues<char> mustBeQuoted;

    private OutFile(string path, TableLook look)
    {
        (this.path, this.look) = (path, look);
        aside = path == StandardOutput || IsDevice(path) ? null : $"{path}.{Environment.ProcessId}.part";
        mustBeQuoted = SearchValues.Create([look.Delimiter, ',', '"', '\r', '\n']);
        writer = new(Begin(), new UTF8Encoding(look.Marked), bufferSize: 128 * 1024);
    }

    /// <summary>Cells that a spreadsheet would have run as a formula, and that now begin with an apostrophe.</summary>
    public int MadeHarmless { get; private set; }

    public long Rows { get; private set; }

    /// <summary>Where the report goes, so that nothing but the rows is on standard output where they go there; null for standard output.</summary>
    public TextWriter? Besides => path == StandardOutput ? Console.Error : null;

    /// <summary>The full path, refused before anything is read where no file can stand there.</summary>
    public static string Place(string path, params IReadOnlyList<string> inputs)
    {
        // opened anew by its name it would begin at the beginning, over what stands there
        if (path is StandardOutput or "/dev/stdout" or "/dev/fd/1")
        {
            return StandardOutput;
        }
        var full = Path.GetFullPath(path);
        if (inputs.Any(input => Path.GetFullPath(input) == full))
        {
            throw Refused.Words($"--out names {path}, which is read. Name another file.");
        }
        if (Directory.Exists(full) || !Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw Refused.Words($"{path} cannot be written. Name a file in a folder that is there.");
        }
        return full;
    }

    // what a device is given is not kept
    private static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal);

    /// <summary>Whether what stands there may go: nothing, an empty file, or rows under the same headings, which the same command wrote before.</summary>
    private static bool MayBeReplaced(string path, IReadOnlyList<string> headings)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            return true;
        }
        try
        {
            using var there = TableFile.Open(path);
            return there.Headings.SequenceEqual(headings, StringComparer.Ordinal);
        }
        catch (Refused)
        {
            return false;
        }
    }

    /// <summary>Writes the rows of a file that are wanted, as they stand, in the same letters but UTF-8, with a further column if there is one.</summary>
    /// <param name="file">Where the rows come from.</param>
    /// <param name="path">From <see cref="Place"/>.</param>
    /// <param name="rows">How many rows were read: others mean that the file has changed.</param>
    /// <param name="wanted">Which rows, from 0.</param>
    /// <param name="further">The heading of a further column, and its cell for each row.</param>
    /// <param name="stop">Ends it; nothing is left behind.</param>
    public static OutFile Copy(
        TableFile file,
        string path,
        int rows,
        Func<int, bool> wanted,
        (string Heading, Func<int, string> Cell)? further,
        CancellationToken stop
    )
    {
        string[] headings = [.. file.Headings, .. further is { } column ? [column.Heading] : Array.Empty<string>()];
        if (path != StandardOutput && !IsDevice(path) && !MayBeReplaced(path, headings))
        {
            throw Refused.File(Path.GetFileName(path), "the file exists already and has other columns. Name a new one with --out.");
        }
        using var written = new OutFile(path, file.Look);
        written.Write(headings);
        written.Rows = 0;
        using var from = file.Rows(everyCell: true);
        var row = 0;
        for (; from.Next(); row++)
        {
            stop.ThrowIfCancellationRequested();
            if (row < rows && wanted(row))
            {
                written.Write(from.Cells, further?.Cell(row));
            }
        }
        if (row != rows)
        {
            throw Refused.File(file.Name, "the file changed while it was read. Run the command again.");
        }
        written.PutInPlace();
        return written;
    }

    public void Dispose()
    {
        writer.Dispose();
        if (aside is not null)
        {
            File.Delete(aside);
        }
    }

    private Stream Begin()
    {
        if (path == StandardOutput)
        {
            return Console.OpenStandardOutput();
        }
        try
        {
            return aside is null ? new FileStream(path, FileMode.Open, FileAccess.Write) : PrivateFile.Create(aside);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refused.Words($"{path} cannot be written. Name a file in a folder that you may write to.");
        }
    }

    private void PutInPlace()
    {
        writer.Flush();
        if (aside is null)
        {
            return;
        }
        ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
        writer.Dispose();
        File.Move(aside, path, overwrite: true);
    }

    private void Write(ReadOnlySpan<string> cells, string? last = null)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(look.Delimiter);
            }
            Write(cells[i]);
        }
        if (last is not null)
        {
            writer.Write(look.Delimiter);
            writer.Write(last);
        }
        writer.Write(look.NewLine);
        Rows++;
    }

    private void Write(string cell)
    {
        // CSV injection: what a spreadsheet would run stays a text. A number, or a sign by itself, is none.
        if (
            cell.Length > 1
            && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
            && !decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        )
        {
            MadeHarmless++;
            cell = "'" + cell;
        }
        if (cell.AsSpan().IndexOfAny(mustBeQuoted) < 0)
        {
            writer.Write(cell);
            return;
        }
        writer.Write('"');
        writer.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
