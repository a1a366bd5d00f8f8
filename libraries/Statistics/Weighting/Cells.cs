// Respondents who are alike in everything that is weighted by, taken together: weights are then worked out once a kind, not once a person.
namespace Hearth.Statistics.Weighting;

/// <summary>
/// The elements that weights are worked out for: cells of the cross-classification where respondents share them, else the rows as they are. A
/// million rows by six variables are mostly some thousands of cells; where there are more than half as many cells as rows, they earn nothing.
/// </summary>
internal sealed class Cells
{
    private const int Block = 1_024;
    private const int SmallTable = 1 << 16;

    private readonly int[]? cellOf;
    private readonly ReadOnlyMemory<double> basis;

    private Cells(int rows, ReadOnlyMemory<int>[] codes, double[]? mass, int[][] counts, int[]? cellOf, ReadOnlyMemory<double> basis)
    {
        (Rows, Codes, Mass, Counts, this.cellOf, this.basis) = (rows, codes, mass, counts, cellOf, basis);
        Count = cellOf is null ? rows : mass!.Length;
        Total = mass is null ? rows : mass.Sum();
    }

    /// <summary>Respondents.</summary>
    internal int Rows { get; }

    /// <summary>Elements.</summary>
    internal int Count { get; }

    /// <summary>For each variable each element's code, −1 where it is not known.</summary>
    internal ReadOnlyMemory<int>[] Codes { get; }

    /// <summary>The base weight of each element; <c>null</c> where each is 1.</summary>
    internal double[]? Mass { get; }

    /// <summary>For each variable the respondents of each code, the unknown first.</summary>
    internal int[][] Counts { get; }

    /// <summary>The base weights together.</summary>
    internal double Total { get; }

    internal double MassOf(int element) => Mass is null ? 1 : Mass[element];

    /// <summary>Takes like respondents together.</summary>
    /// <param name="variables">One or more, with as many codes each.</param>
    /// <param name="basis">Base weights, or none.</param>
    /// <param name="apart">Keep every row an element of its own.</param>
    /// <exception cref="ArgumentOutOfRangeException">A code has no category.</exception>
    internal static Cells Of(IReadOnlyList<WeightingVariable> variables, ReadOnlyMemory<double> basis, bool apart)
    {
        var rows = variables[0].Codes.Length;
        UInt128 combinations = 1;
        foreach (var variable in variables)
        {
            combinations = UInt128.Min(combinations * (UInt128)(variable.Categories.Count + 1), (UInt128)ulong.MaxValue + 1);
        }
        ITable? table =
            apart || combinations > ulong.MaxValue ? null
            : combinations <= (UInt128)Math.Max(SmallTable, rows) ? new DirectTable((int)combinations)
            : new HashTable();
        return (table is null ? null : Together(variables, basis, table)) ?? Apart(variables, basis);
    }

    /// <summary>A weight for each respondent: the element's share of its weight, by base weights, times a factor.</summary>
    internal double[] Spread(double[] elements, double factor)
    {
        if (cellOf is null)
        {
            for (var i = 0; i < elements.Length; i++)
            {
                elements[i] *= factor;
            }
            return elements;
        }
        var each = new double[Count];
        for (var c = 0; c < each.Length; c++)
        {
            each[c] = Mass![c] > 0 ? elements[c] / Mass[c] * factor : 0;
        }
        var weights = new double[Rows];
        var known = basis.Span;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = known.IsEmpty ? each[cellOf[i]] : each[cellOf[i]] * known[i];
        }
        return weights;
    }

    private static Cells Apart(IReadOnlyList<WeightingVariable> variables, ReadOnlyMemory<double> basis)
    {
        var counts = variables.Select(variable => new int[variable.Categories.Count + 1]).ToArray();
        foreach (var (variable, count) in variables.Zip(counts))
        {
            foreach (var code in variable.Codes.Span)
            {
                if ((uint)(code + 1) >= (uint)count.Length)
                {
                    throw Outside(variable);
                }
                count[code + 1]++;
            }
        }
        return new Cells(
            variables[0].Codes.Length,
            [.. variables.Select(variable => variable.Codes)],
            basis.IsEmpty ? null : basis.ToArray(),
            counts,
            null,
            basis
        );
    }

    private static Cells? Together(IReadOnlyList<WeightingVariable> variables, ReadOnlyMemory<double> basis, ITable table)
    {
        var rows = variables[0].Codes.Length;
        var most = Math.Max(1, rows / 2);
        var cellOf = new int[rows];
        var (first, respondents, mass) = (new int[256], new int[256], basis.IsEmpty ? [] : new double[256]);
        var cells = 0;
        Span<ulong> keys = stackalloc ulong[Block];
        for (var from = 0; from < rows; from += Block)
        {
            var block = keys[..Math.Min(Block, rows - from)];
            Keys(variables, from, block);
            for (var i = 0; i < block.Length; i++)
            {
                var cell = table.Find(block[i], cells);
                if (cell == cells)
                {
                    if (++cells > most)
                    {
                        return null;
                    }
                    if (cells > first.Length)
                    {
                        Array.Resize(ref first, 2 * first.Length);
                        Array.Resize(ref respondents, first.Length);
                        if (!basis.IsEmpty)
                        {
                            Array.Resize(ref mass, first.Length);
                        }
                    }
                    first[cell] = from + i;
                }
                cellOf[from + i] = cell;
                respondents[cell]++;
                if (!basis.IsEmpty)
                {
                    mass[cell] += basis.Span[from + i];
                }
            }
        }
        var codes = variables.Select(_ => new int[cells]).ToArray();
        var counts = variables.Select(variable => new int[variable.Categories.Count + 1]).ToArray();
        for (var j = 0; j < codes.Length; j++)
        {
            var column = variables[j].Codes.Span;
            for (var c = 0; c < cells; c++)
            {
                codes[j][c] = column[first[c]];
                counts[j][codes[j][c] + 1] += respondents[c];
            }
        }
        double[] masses = basis.IsEmpty ? [.. respondents.Take(cells).Select(Convert.ToDouble)] : mass[..cells];
        return new Cells(rows, [.. codes.Select(column => (ReadOnlyMemory<int>)column)], masses, counts, cellOf, basis);
    }

    // a number for each combination of codes: their places as the digits of one number
    private static void Keys(IReadOnlyList<WeightingVariable> variables, int from, Span<ulong> keys)
    {
        keys.Clear();
        foreach (var variable in variables)
        {
            var column = variable.Codes.Span.Slice(from, keys.Length);
            var many = variable.Categories.Count;
            var outside = 0;
            for (var i = 0; i < column.Length; i++)
            {
                var digit = unchecked(column[i] + 1);
                // the sign is set where the code lies outside
                outside |= digit | (many - digit);
                keys[i] = (keys[i] * (ulong)(many + 1)) + (uint)digit;
            }
            if (outside < 0)
            {
                throw Outside(variable);
            }
        }
    }

    private static ArgumentOutOfRangeException Outside(WeightingVariable variable) =>
        new(
            nameof(WeightingVariable.Codes),
            $"{variable.Name}: a code is neither a category, 0 to {variable.Categories.Count - 1}, nor {WeightingVariable.Unknown} for unknown."
        );

    private interface ITable
    {
        /// <summary>The cell of a key; a key not seen before gets the next.</summary>
        int Find(ulong key, int next);
    }

    private sealed class DirectTable(int combinations) : ITable
    {
        private readonly int[] places = new int[combinations];

        public int Find(ulong key, int next)
        {
            ref var place = ref places[key];
            if (place == 0)
            {
                place = next + 1;
            }
            return place - 1;
        }
    }

    // open addressing; keys spread by Fibonacci hashing
    private sealed class HashTable : ITable
    {
        private ulong[] keys = new ulong[1_024];
        private int[] places = new int[1_024];
        private int shift = 64 - 10;

        public int Find(ulong key, int next)
        {
            var at = Place(key);
            while (places[at] != 0)
            {
                if (keys[at] == key)
                {
                    return places[at] - 1;
                }
                at = (at + 1) & (keys.Length - 1);
            }
            (keys[at], places[at]) = (key, next + 1);
            if (2 * (next + 1) > keys.Length)
            {
                Grow();
            }
            return next;
        }

        private int Place(ulong key) => (int)(unchecked(key * 0x9E3779B97F4A7C15) >> shift);

        private void Grow()
        {
            var (oldKeys, oldPlaces) = (keys, places);
            (keys, places, shift) = (new ulong[2 * oldKeys.Length], new int[2 * oldKeys.Length], shift - 1);
            for (var i = 0; i < oldKeys.Length; i++)
            {
                if (oldPlaces[i] == 0)
                {
                    continue;
                }
                var at = Place(oldKeys[i]);
                while (places[at] != 0)
                {
                    at = (at + 1) & (keys.Length - 1);
                }
                (keys[at], places[at]) = (oldKeys[i], oldPlaces[i]);
            }
        }
    }
}
