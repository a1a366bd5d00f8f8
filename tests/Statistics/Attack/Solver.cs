// Works out what hidden numbers can be: bounds passed along the lines until nothing changes, and a search where bounds leave a choice.
namespace Hearth.Statistics.Tests.Attack;

/// <param name="sums">What was published.</param>
/// <param name="least">The least a hidden number can be.</param>
/// <param name="most">The most the search considers; larger than any number in the example.</param>
internal sealed class Solver(PublishedSums sums, int least, int most)
{
    /// <summary>The range of every number by bounds alone.</summary>
    internal IReadOnlyList<(int Low, int High)> Bounds()
    {
        var (low, high) = Start();
        Assert.True(Narrow(low, high), "What was published contradicts itself.");
        return [.. low.Zip(high)];
    }

    /// <summary>Whether some table fits what was published and has this number between the two values.</summary>
    internal bool CanBe(int number, int from, int to)
    {
        var (low, high) = Start();
        low[number] = Math.Max(low[number], from);
        high[number] = Math.Min(high[number], to);
        return HasSolution(low, high);
    }

    private (int[] Low, int[] High) Start() =>
        ([.. sums.Known.Select(value => value ?? least)], [.. sums.Known.Select(value => value ?? most)]);

    private bool HasSolution(int[] low, int[] high)
    {
        if (!Narrow(low, high))
        {
            return false;
        }

        var open = Enumerable.Range(0, low.Length).Where(i => low[i] < high[i]).OrderBy(i => high[i] - low[i]).Take(1).ToArray();
        if (open.Length == 0)
        {
            return true;
        }

        for (var value = low[open[0]]; value <= high[open[0]]; value++)
        {
            int[] lower = [.. low],
                upper = [.. high];
            lower[open[0]] = upper[open[0]] = value;
            if (HasSolution(lower, upper))
            {
                return true;
            }
        }

        return false;
    }

    private bool Narrow(int[] low, int[] high)
    {
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var (parts, total) in sums.Lines)
            {
                changed |= Set(total, parts.Sum(i => low[i]), parts.Sum(i => high[i]));
                foreach (var part in parts)
                {
                    var others = parts.Where(i => i != part).ToArray();
                    changed |= Set(part, low[total] - others.Sum(i => high[i]), high[total] - others.Sum(i => low[i]));
                }
            }

            if (low.Zip(high).Any(pair => pair.First > pair.Second))
            {
                return false;
            }
        }

        return true;

        bool Set(int i, int from, int to)
        {
            var narrower = from > low[i] || to < high[i];
            low[i] = Math.Max(low[i], from);
            high[i] = Math.Min(high[i], to);
            return narrower;
        }
    }
}
