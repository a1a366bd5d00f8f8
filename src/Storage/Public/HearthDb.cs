// The one database. It knows no table: each module hands it its own (ITables), so an entity is within reach only of the module that owns it.
using Microsoft.EntityFrameworkCore;

namespace Hearth.Storage.Public;

/// <summary>The unit of work of one request: a change, its audit line and its loop link are saved together or not at all.</summary>
public sealed class HearthDb(DbContextOptions<HearthDb> options, IEnumerable<ITables> tables) : DbContext(options)
{
    /// <summary>The modules' tables, in the order in which they were registered; their assemblies hold the migrations.</summary>
    public IReadOnlyList<ITables> Tables { get; } = [.. tables];

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var module in Tables)
        {
            module.Map(modelBuilder);
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
