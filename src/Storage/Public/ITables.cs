// What a module hands to the database: its entities and how they lie in tables.
using Microsoft.EntityFrameworkCore;

namespace Hearth.Storage.Public;

/// <summary>A module's tables. The migrations that make them are found in the same assembly.</summary>
public interface ITables
{
    /// <summary>Maps the module's entities. Table names carry the module: <c>surveys_response</c>.</summary>
    void Map(ModelBuilder model);
}
