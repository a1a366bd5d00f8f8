// Which process has an import in hand, and for how long it may be silent before it is taken for dead.
using System.Diagnostics;
using System.Globalization;

namespace Hearth.People.Import.Running;

internal static class ImportNode
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private static readonly string Start = Guid.CreateVersion7().ToString("N");

    /// <summary>Machine, process and this start of it: in a container the process after a crash has the number of the one before.</summary>
    public static string Name { get; } =
        $"{Environment.MachineName}/{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}/{Start}";

    /// <summary>True where it can be seen from here that the process has ended; what runs on another machine is known by its silence only.</summary>
    public static bool IsDead(string? node)
    {
        var parts = (node ?? "").Split('/');
        if (
            node == Name
            || parts.Length < 2
            || parts[0] != Environment.MachineName
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        )
        {
            return false;
        }
        if (id == Environment.ProcessId)
        {
            return true;
        }
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
