// Hands EF Core's own migrator the migrations of every module, in the order of their ids.
using System.Reflection;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hearth.Storage.Migrating;

internal sealed class ModuleMigrations(ICurrentDbContext current) : IMigrationsAssembly
{
    private IReadOnlyDictionary<string, TypeInfo>? migrations;

    public IReadOnlyDictionary<string, TypeInfo> Migrations => migrations ??= Collect();

    public ModelSnapshot? ModelSnapshot => null;

    public Assembly Assembly => typeof(HearthDb).Assembly;

    public string? FindMigrationId(string nameOrId) =>
        Migrations.Keys.FirstOrDefault(id => string.Equals(id, nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType(), nonPublic: true)!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private SortedDictionary<string, TypeInfo> Collect()
    {
        var found = new SortedDictionary<string, TypeInfo>(StringComparer.Ordinal);
        foreach (var assembly in ((HearthDb)current.Context).Tables.Select(tables => tables.GetType().Assembly).Distinct())
        {
            foreach (var type in assembly.DefinedTypes.Where(type => type.IsSubclassOf(typeof(Migration)) && !type.IsAbstract))
            {
                var id =
                    type.GetCustomAttribute<MigrationAttribute>()?.Id
                    ?? throw new InvalidOperationException($"{type.FullName} has no [Migration] id.");
                found.Add(id, type);
            }
        }
        return found;
    }
}
