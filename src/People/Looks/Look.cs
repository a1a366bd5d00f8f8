// A member of staff looked at a person on a page: one row for each of these and each day, kept apart from the record of changes.
namespace Hearth.People.Looks;

internal sealed class Look
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }
    public Guid StaffId { get; init; }

    /// <summary>As they were called then.</summary>
    public string StaffName { get; init; } = "";

    /// <summary>Route of the page: what they were doing when they looked.</summary>
    public string Page { get; init; } = "";
    public DateOnly Day { get; init; }
    public DateTimeOffset LastAt { get; set; }
    public int Times { get; set; }
}
