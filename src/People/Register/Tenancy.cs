// The agreement under which a household holds a home.
using Hearth.People.Public;

namespace Hearth.People.Register;

internal sealed class Tenancy
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The housing system's tenancy reference, unique.</summary>
    public string Reference { get; init; } = "";
    public Guid HomeId { get; set; }
    public Guid HouseholdId { get; init; }
    public TenureKind Tenure { get; set; }
    public DateOnly? StartedOn { get; set; }
    public DateOnly? EndedOn { get; set; }
}
