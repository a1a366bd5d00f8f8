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
}
