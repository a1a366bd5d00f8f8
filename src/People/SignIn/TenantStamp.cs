// The stamp that a tenant's sessions carry. It changes when they sign out: every session begun before it ends, wherever its cookie lies.
namespace Hearth.People.SignIn;

internal sealed class TenantStamp
{
    public Guid PersonId { get; init; }
    public Guid Stamp { get; set; } = Guid.CreateVersion7();
}
