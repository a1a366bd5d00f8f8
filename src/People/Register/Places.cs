// Where homes lie and who looks after them: wards, neighbourhoods, patches with their housing officer.
namespace Hearth.People.Register;

internal sealed class Ward
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; set; } = "";
    public string NameKey { get; set; } = "";
}

internal sealed class Neighbourhood
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; set; } = "";
    public string NameKey { get; set; } = "";
}

internal sealed class Patch
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; set; } = "";
    public string NameKey { get; set; } = "";
    public string? OfficerName { get; set; }
    public string? OfficerPhone { get; set; }
    public string? OfficerEmail { get; set; }

    /// <summary>As people say them: "English, Polish".</summary>
    public string? OfficerLanguages { get; set; }

    /// <summary>Who looks after it while the officer is away, from and until these days, both included.</summary>
    public string? CoverName { get; set; }
    public string? CoverPhone { get; set; }
    public string? CoverEmail { get; set; }
    public string? CoverLanguages { get; set; }
    public DateOnly? CoverFrom { get; set; }
    public DateOnly? CoverUntil { get; set; }

    public bool IsCovered(DateOnly day) => CoverName is not null && CoverFrom <= day && CoverUntil >= day;
}
