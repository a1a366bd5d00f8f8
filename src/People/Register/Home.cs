// A dwelling. It stays when its tenants change.
using Hearth.People.Public;

namespace Hearth.People.Register;

internal sealed class Home
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The housing system's property reference, unique.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Lines without the postcode, parted by \n.</summary>
    public string AddressLines { get; set; } = "";

    /// <summary>Normal form: <c>OB4 2QR</c>.</summary>
    public string? Postcode { get; set; }
    public Guid? WardId { get; set; }
    public Guid? NeighbourhoodId { get; set; }
    public Guid? PatchId { get; set; }
    public Locality Locality { get; set; }

    /// <summary>How it is built.</summary>
    public HomeKind Kind { get; set; }
}
