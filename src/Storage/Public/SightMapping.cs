// A table that leads to a person and is yet shown to everyone says why.
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Storage.Public;

public static class SightMapping
{
    /// <summary>Name of the mark on the entity; its value is the reason.</summary>
    public const string Annotation = "Hearth:SeenByAll";

    /// <summary>Rows of this table are shown to staff limited to patches too, whoever they are about; say why.</summary>
    public static EntityTypeBuilder<T> SeenByAll<T>(this EntityTypeBuilder<T> entity, string why)
        where T : class
    {
        entity.Metadata.SetAnnotation(Annotation, why);
        return entity;
    }
}
