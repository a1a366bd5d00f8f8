// Which process has an import in hand, and for how long it may be silent before it is taken for dead.
using System.Globalization;

namespace Hearth.People.Import.Running;

internal static class ImportNode
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public static string Name { get; } = $"{Environment.MachineName}/{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}";
}
