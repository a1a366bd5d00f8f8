// When a job is next due, and which node has it now. A lease that runs out is free again: its node has died.
namespace Hearth.Storage.Jobs;

internal sealed class JobLease
{
    public string Name { get; init; } = "";
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
    public string? LeasedBy { get; set; }
    public DateTimeOffset? LastEndedAt { get; set; }
    public string? LastError { get; set; }
}
