// What the command line asks for.
namespace Hearth.Bench.Measuring;

/// <param name="Part">Of sizes that take long, only an so-many-th: 10 for a look on a busy machine.</param>
internal sealed record Asked(IReadOnlyList<string> Names, int Rounds, bool Json, int Part = 1)
{
    /// <summary>Reads the arguments; null where one of them is not understood.</summary>
    public static Asked? Read(IReadOnlyList<string> args, IReadOnlyCollection<string> known)
    {
        var names = new List<string>();
        var (rounds, json, part) = (5, false, 1);
        for (var i = 0; i < args.Count; i++)
        {
            if (known.Contains(args[i]))
            {
                names.Add(args[i]);
            }
            else if (args[i] == "--rounds" && i + 1 < args.Count && int.TryParse(args[++i], out rounds) && rounds > 0) { }
            else if (args[i] == "--part" && i + 1 < args.Count && int.TryParse(args[++i], out part) && part is > 0 and <= 100) { }
            else if (args[i] == "--format" && i + 1 < args.Count && args[++i] is "json" or "text")
            {
                json = args[i] == "json";
            }
            else
            {
                return null;
            }
        }
        return new(names.Count == 0 ? [.. known] : names, rounds, json, part);
    }
}
