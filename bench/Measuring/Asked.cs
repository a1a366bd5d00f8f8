// What the command line asks for.
namespace Hearth.Bench.Measuring;

internal sealed record Asked(IReadOnlyList<string> Names, int Rounds, bool Json)
{
    /// <summary>Reads the arguments; null where one of them is not understood.</summary>
    public static Asked? Read(IReadOnlyList<string> args, IReadOnlyCollection<string> known)
    {
        var names = new List<string>();
        var (rounds, json) = (5, false);
        for (var i = 0; i < args.Count; i++)
        {
            if (known.Contains(args[i]))
            {
                names.Add(args[i]);
            }
            else if (args[i] == "--rounds" && i + 1 < args.Count && int.TryParse(args[++i], out rounds) && rounds > 0) { }
            else if (args[i] == "--format" && i + 1 < args.Count && args[++i] is "json" or "text")
            {
                json = args[i] == "json";
            }
            else
            {
                return null;
            }
        }
        return new(names.Count == 0 ? [.. known] : names, rounds, json);
    }
}
