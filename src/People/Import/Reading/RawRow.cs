// A row as it stands in the file.
namespace Hearth.People.Import.Reading;

/// <summary>Cells as text, and the row as it was written.</summary>
/// <param name="Line">Line of the file, or row of the sheet, from 1.</param>
internal sealed record RawRow(int Line, IReadOnlyList<string> Cells, string Original)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);

    public int Filled => Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));
}

/// <summary>The file cannot be read at all; the message is for the officer.</summary>
internal sealed class UnreadableFileException : Exception
{
    public UnreadableFileException(string message)
        : base(message) { }

    public UnreadableFileException(string message, Exception inner)
        : base(message, inner) { }
}
