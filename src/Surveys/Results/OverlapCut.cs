// Two groupings of the same people side by side: finds a set of fewer than ten that is what some groups of the one leave of some groups of the other.
namespace Hearth.Surveys.Results;

/// <summary>People who are in this group of the first grouping and in that of the second.</summary>
/// <param name="People">All of them; above 0.</param>
/// <param name="Count">Of them, those who are counted: all, or those who gave an answer.</param>
internal readonly record struct Atom(int First, int Second, int People, int Count);

/// <summary>Groups of the first grouping and groups of the second that lie whole within those; what is left between them is few.</summary>
/// <param name="First">Of each group of the first grouping, whether it is one of them.</param>
/// <param name="Second">Of each group of the second.</param>
internal sealed record OverlapCut(bool[] First, bool[] Second)
{
    /// <summary>
    /// What anybody can work out of two tables is sums of their groups, taken off one another. A sum counts people whole where the groups of one lie within those of
    /// the other, and what is left is some of the atoms, the people whom two groups share. To be few, what is left can hold only atoms under ten, so for each of those the
    /// smallest such rest that holds it is looked for: a minimum cut, in which “within” is an arc that cannot be cut. Nothing where it is ten or more.
    /// </summary>
    /// <param name="first">Groups of the first grouping: those whose number nobody can read are one, as their sum is what the others leave of everyone.</param>
    /// <param name="second">The same of the second.</param>
    /// <param name="atoms">Each pair of groups once at most.</param>
    /// <param name="fewest">Ten.</param>
    public static OverlapCut? Find(int first, int second, IReadOnlyList<Atom> atoms, int fewest = QuestionResult.Fewest)
    {
        foreach (var (at, atom) in atoms.Index())
        {
            if (atom.Count < fewest && Cut(first, second, atoms, at, fewest) is { } cut && cut.IsOfBoth(atoms))
            {
                return cut;
            }
        }
        return null;
    }

    // whole groups of one grouping alone are that table's own affair
    private bool IsOfBoth(IReadOnlyList<Atom> atoms) => atoms.Any(atom => Second[atom.Second]) && atoms.Any(atom => !First[atom.First]);

    private static OverlapCut? Cut(int first, int second, IReadOnlyList<Atom> atoms, int at, int fewest)
    {
        var (source, sink) = (atoms[at].First, first + atoms[at].Second);
        var left = atoms.Select(atom => atom.Count).ToArray();
        var arcs = new List<int>[first + second];
        for (var node = 0; node < arcs.Length; node++)
        {
            arcs[node] = [];
        }
        foreach (var (index, atom) in atoms.Index())
        {
            arcs[atom.First].Add(index);
            arcs[first + atom.Second].Add(index);
        }
        var flow = 0;
        while (true)
        {
            var by = Reach(first, atoms, arcs, left, source);
            if (by[sink] == Unreached)
            {
                return new([.. by.Take(first).Select(arc => arc != Unreached)], [.. by.Skip(first).Select(arc => arc != Unreached)]);
            }
            var least = int.MaxValue;
            for (var node = sink; node != source; node = Other(first, atoms[by[node]], node))
            {
                least = node >= first ? Math.Min(least, left[by[node]]) : least;
            }
            for (var node = sink; node != source; node = Other(first, atoms[by[node]], node))
            {
                // against an arc that cannot be cut there is always room, and what flows there comes back
                left[by[node]] += node >= first ? -least : least;
            }
            flow += least;
            if (flow >= fewest)
            {
                return null;
            }
        }
    }

    private const int Unreached = -2;
    private const int Source = -1;

    // from a first group over an atom with room left; from a second group to every first group it shares anybody with
    private static int[] Reach(int first, IReadOnlyList<Atom> atoms, List<int>[] arcs, int[] left, int source)
    {
        var by = new int[arcs.Length];
        Array.Fill(by, Unreached);
        by[source] = Source;
        var next = new Queue<int>([source]);
        while (next.TryDequeue(out var node))
        {
            foreach (var arc in arcs[node])
            {
                var other = Other(first, atoms[arc], node);
                if (by[other] == Unreached && (node >= first || left[arc] > 0))
                {
                    by[other] = arc;
                    next.Enqueue(other);
                }
            }
        }
        return by;
    }

    private static int Other(int first, Atom atom, int node) => node < first ? first + atom.Second : atom.First;
}
