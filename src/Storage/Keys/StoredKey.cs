// A data protection key, kept in the database so that every web node reads the same cookies and forms.
namespace Hearth.Storage.Keys;

internal sealed class StoredKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; init; } = "";
    public string Xml { get; init; } = "";
}
