// A household left out of the surveys that the regulator prescribes: why, since when, and when somebody looks at it again.
using Hearth.People.Public;

namespace Hearth.People.Register;

internal sealed class LeftOut
{
    public Guid HouseholdId { get; init; }
    public LeftOutReason Reason { get; set; }

    /// <summary>What was tried, and who agreed: enough to defend it. Empty once the person it spoke of is forgotten.</summary>
    public string Note { get; set; } = "";
    public DateOnly Since { get; init; }
    public DateOnly LookAgainOn { get; set; }
    public string SetBy { get; set; } = "";

    /// <summary>Guards against two officers saving over each other.</summary>
    public int Version { get; set; }
}
