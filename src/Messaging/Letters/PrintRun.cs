// Letters taken out of the outbox together, to be printed and posted.
namespace Hearth.Messaging.Letters;

internal enum PrintRunStatus
{
    /// <summary>Being printed: its letters wait for “Printed and posted” or “Undo the run”.</summary>
    Open,
    Posted,
    Undone,
}

internal sealed class PrintRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Purpose { get; init; } = "";

    /// <summary>How many letters it was made with.</summary>
    public int Letters { get; set; }
    public DateTimeOffset MadeAt { get; init; }
    public string MadeBy { get; init; } = "";
    public PrintRunStatus Status { get; set; } = PrintRunStatus.Open;
    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedBy { get; set; }
}
