// What a module hands to the database: its entities and how they lie in tables.
using Microsoft.EntityFrameworkCore;

namespace Hearth.Storage.Public;

/// <summary>A module's tables. The migrations that make them are found in the same assembly.</summary>
public interface ITables
{
    /// <summary>Maps the module's entities. Table names carry the module: <c>surveys_response</c>.</summary>
    void Map(ModelBuilder model);

    /// <summary>Puts limits on the queries of whoever sees a part only, once every module has mapped its tables.</summary>
    /// <param name="model">All tables.</param>
    /// <param name="db">Stands in the limits for the database that is asked.</param>
    void Limit(ModelBuilder model, HearthDb db) { }
}
