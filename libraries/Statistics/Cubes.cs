// The cubes of hidden counts that keep one of them from being worked out: every second corner may rise while the others fall.
namespace Hearth.Statistics;

internal static class Cubes
{
    /// <summary>The corners to hide with a small count: those that let it be anything up to the threshold at the least cost; null where none lets it move.</summary>
    internal static int[]? Best(Faces faces, int mask, int[] values, bool[] pattern, int cell, int threshold)
    {
        int[]? best = null;
        var (bestReach, bestCost) = (0, long.MaxValue);
        foreach (var corners in From(faces, mask, cell))
        {
            var (up, down) = Reach(values, corners);
            var reach = Math.Min(up, threshold - values[cell]) + Math.Min(down, values[cell]);
            if (reach < bestReach || reach == 0)
            {
                continue;
            }
            var cost = corners.Sum(corner => pattern[corner] ? 0L : values[corner] + 1L);
            if (reach > bestReach || cost < bestCost)
            {
                (best, bestReach, bestCost) = ([.. corners], reach, cost);
                if (reach == threshold && cost == 0)
                {
                    // nothing could be better
                    return best;
                }
            }
        }
        return best;
    }

    /// <summary>Whether a hidden total can move when everything cut from it is seen.</summary>
    internal static bool MovesWithin(Faces faces, int mask, bool[] pattern, int cell, int[] whole)
    {
        var others = faces.Whole & ~mask;
        var at = new int[faces.Dimensions];
        var parts = new int[1 << int.PopCount(mask)];
        foreach (var corners in From(faces, mask, cell))
        {
            if (!corners.All(corner => pattern[corner]))
            {
                continue;
            }
            for (var other = 0; other < faces.Length(others); other++)
            {
                faces.Unpack(other, others, at);
                for (var i = 0; i < corners.Length; i++)
                {
                    faces.Unpack(corners[i], mask, at);
                    parts[i] = faces.Pack(at, faces.Whole);
                }
                var (up, down) = Reach(whole, parts);
                if (up > 0 || down > 0)
                {
                    return true;
                }
            }
        }
        return false;
    }

    // Corner i differs from the first in as many dimensions as i has bits: an even number moves with it, an odd number against it.
    private static (int Up, int Down) Reach(int[] values, int[] corners)
    {
        var (up, down) = (int.MaxValue, int.MaxValue);
        for (var i = 0; i < corners.Length; i++)
        {
            if (int.PopCount(i) % 2 == 1)
            {
                up = Math.Min(up, values[corners[i]]);
            }
            else
            {
                down = Math.Min(down, values[corners[i]]);
            }
        }
        return (up, down);
    }

    // Every cube with this cell as its first corner. The array is used again for the next.
    private static IEnumerable<int[]> From(Faces faces, int mask, int cell)
    {
        int[] axes = [.. Enumerable.Range(0, faces.Dimensions).Where(axis => Faces.Has(mask, axis))];
        var here = new int[faces.Dimensions];
        faces.Unpack(cell, mask, here);
        var there = new int[axes.Length];
        var corners = new int[1 << axes.Length];
        var at = new int[faces.Dimensions];
        var choices = axes.Aggregate(1, (all, axis) => all * (faces.SizeOf(axis) - 1));
        for (var choice = 0; choice < choices; choice++)
        {
            var rest = choice;
            for (var i = 0; i < axes.Length; i++)
            {
                var step = faces.SizeOf(axes[i]) - 1;
                var other = rest % step;
                rest /= step;
                there[i] = other >= here[axes[i]] ? other + 1 : other;
            }
            for (var corner = 0; corner < corners.Length; corner++)
            {
                for (var i = 0; i < axes.Length; i++)
                {
                    at[axes[i]] = ((corner >> i) & 1) == 1 ? there[i] : here[axes[i]];
                }
                corners[corner] = faces.Pack(at, mask);
            }
            yield return corners;
        }
    }
}
