// A command that cannot go on, in words its person can act on, with the exit code: 1 the file, 2 the words of the command.
namespace Hearth.Cli.Analysts;

internal sealed class Refused : Exception
{
    private Refused(int code, string words)
        : base(words) => Code = code;

    public int Code { get; }

    /// <summary>The command cannot mean this.</summary>
    public static Refused Words(string words) => new(2, words);

    /// <summary>The file as a whole.</summary>
    public static Refused File(string file, string words) => new(1, $"{file}: {words}");

    /// <summary>A line of the file.</summary>
    public static Refused At(string file, int line, string words) => new(1, $"{file}, line {line}: {words}");

    /// <summary>A cell of the file.</summary>
    public static Refused At(string file, int line, string column, string words) =>
        new(1, $"{file}, line {line}, column {column}: {words}");
}
