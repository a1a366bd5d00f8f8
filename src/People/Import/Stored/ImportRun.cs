// One import: the file that came, how its columns are read, how far it has got, and what it changed.
namespace Hearth.People.Import.Stored;

internal enum ImportState
{
    /// <summary>The file is here; its columns are to be looked at.</summary>
    Uploaded,
    ToRead,
    Reading,

    /// <summary>Read and compared with the register; nothing has changed yet.</summary>
    Previewed,
    ToCommit,
    Committing,
    Done,

    /// <summary>The file cannot be read; <see cref="ImportRun.Problem"/> says why.</summary>
    Unreadable,

    /// <summary>The process died while it read. Nothing has changed.</summary>
    ReadingInterrupted,

    /// <summary>The process died while it wrote. The transaction was undone whole.</summary>
    CommitInterrupted,
    Abandoned,
}

internal sealed class ImportRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string FileName { get; init; } = "";
    public long Size { get; set; }
    public DateTimeOffset StartedAt { get; init; }
    public string StartedBy { get; init; } = "";

    /// <summary>Staff account of who started it; null where a command did.</summary>
    public Guid? StartedById { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public ImportState State { get; set; }

    /// <summary>Name of the saved mapping used, if one.</summary>
    public string? MappingName { get; set; }

    /// <summary>The <see cref="Columns.ColumnMap"/> as JSON, once it was settled.</summary>
    public string? Columns { get; set; }

    /// <summary>The file is the landlord's whole list: a tenancy that is not in it has ended.</summary>
    public bool WholeList { get; set; }

    /// <summary>Somebody looked at the many tenancies that would end, and said yes.</summary>
    public bool EndingConfirmed { get; set; }

    /// <summary>Machine and process that has it in hand.</summary>
    public string? Node { get; set; }
    public DateTimeOffset? HeldUntil { get; set; }
    public string Phase { get; set; } = "";
    public int RowsDone { get; set; }

    /// <summary><see cref="Public.ImportCounts"/> as JSON.</summary>
    public string? Counts { get; set; }

    /// <summary><see cref="Public.ImportDelta"/> as JSON: would-be before the commit, what was done after it.</summary>
    public string? Delta { get; set; }
    public string? Problem { get; set; }
}
