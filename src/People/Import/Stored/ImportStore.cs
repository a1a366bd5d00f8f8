// What an import keeps while it runs: pieces of the file, rows as they were read, remarks on them, and the mappings saved by name.
namespace Hearth.People.Import.Stored;

/// <summary>A stretch of the uploaded file. In the database, since the node that reads it may be another; gone when the import ends.</summary>
internal sealed class ImportPiece
{
    public const int Size = 512 * 1024;

    public Guid RunId { get; init; }
    public int Number { get; init; }
    public byte[] Bytes { get; init; } = [];
}

/// <summary>A data row of the file, read but not yet in the register; gone when the import ends.</summary>
internal sealed class ImportLine
{
    public Guid RunId { get; init; }
    public int Line { get; init; }

    /// <summary>The tenancy reference; empty for a home that stands empty.</summary>
    public string Key { get; init; } = "";

    /// <summary>The row as JSON; null when it was set aside: the reference still counts as being in the file.</summary>
    public string? Row { get; set; }

    /// <summary>As it stood in the file, for the set-aside file.</summary>
    public string Original { get; init; } = "";
}

internal enum RemarkKind
{
    SetAside,

    /// <summary>The row was taken, but one value could not be used.</summary>
    LeftOut,
}

internal sealed class ImportRemark
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RunId { get; init; }
    public int Line { get; init; }
    public RemarkKind Kind { get; init; }
    public string Reason { get; init; } = "";
    public string Original { get; init; } = "";
}

internal sealed class ImportMapping
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; set; } = "";
    public string NameKey { get; init; } = "";

    /// <summary>The <see cref="Columns.ColumnMap"/> as JSON.</summary>
    public string Columns { get; set; } = "";
    public DateTimeOffset SavedAt { get; set; }
}
