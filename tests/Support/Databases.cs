// The two databases a test runs on, each test on both, each in a new database of its own.
using System.Reflection;
using Hearth.Storage.Public;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Hearth.Support;

/// <summary>Runs the theory on SQLite and on PostgreSQL. A missing PostgreSQL fails the test by name; it is never passed over.</summary>
public sealed class BothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            new TheoryDataRow<DatabaseKind>(DatabaseKind.Sqlite),
            new TheoryDataRow<DatabaseKind>(DatabaseKind.PostgreSql),
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
