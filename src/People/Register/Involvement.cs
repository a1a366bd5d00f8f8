// A role a person holds beyond answering: panel member, reader, mystery shopper. With its years.
namespace Hearth.People.Register;

internal sealed class Involvement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }

    /// <summary>"Tenants' panel", "Readers' panel", "Mystery shopper"…</summary>
    public string Role { get; set; } = "";
    public DateOnly Since { get; set; }
    public DateOnly? Until { get; set; }
}
