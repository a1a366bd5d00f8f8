// The one database. It knows no table: each module hands it its own (ITables), so an entity is within reach only of the module that owns it.
using Microsoft.EntityFrameworkCore;

namespace Hearth.Storage.Public;

/// <summary>The unit of work of one request: a change, its audit line and its loop link are saved together or not at all.</summary>
public sealed class HearthDb(DbContextOptions<HearthDb> options, IEnumerable<ITables> tables, Actor actor) : DbContext(options)
{
    /// <summary>The modules' tables, in the order in which they were registered; their assemblies hold the migrations.</summary>
    public IReadOnlyList<ITables> Tables { get; } = [.. tables];

    /// <summary>Whoever acts sees a part of the homes only: the queries of tables that lead to a person are limited to it.</summary>
    public bool Limited => actor.Sight is not null;

    /// <summary>Patches within sight; read by the limits at each query.</summary>
    public List<Guid> SeenPatches => [.. actor.Sight?.Patches ?? []];

    /// <summary>Wards within sight; read by the limits at each query.</summary>
    public List<Guid> SeenWards => [.. actor.Sight?.Wards ?? []];

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var module in Tables)
        {
            module.Map(modelBuilder);
        }
        foreach (var module in Tables)
        {
            module.Limit(modelBuilder, this);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        if (Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<SortableUtcText>();
        }
        else
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        }
    }
}
