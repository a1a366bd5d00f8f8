// Draws a sample by lot: by a seed, so that anybody can draw it again and find the same.
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hearth.Statistics.Sampling;

/// <summary>
/// Simple random and stratified draws without replacement. A draw puts everyone into an order by lot; the sample is the first of each stratum, and
/// reserves are those who come next, so that a released reserve is what a larger draw would have been.
/// </summary>
/// <remarks>
/// <para>
/// With keys (a home's reference), each has a number of its own: the first eight bytes, the highest first, of SHA-256 over the text
/// <c>seed:key</c> in UTF-8; the lowest numbers are drawn (random-sort sampling with permanent random numbers: E. Ohlsson, in Cox et al.,
/// <i>Business Survey Methods</i>, 1995, ch. 9). So the order of the rows does not matter, a home added or taken away later moves no other home's
/// number, and one home's luck can be checked on its own: <c>printf '40217:H-0001' | sha256sum</c>. The alternative, sorting by key and then
/// shuffling, would give quite another sample for one home more.
/// </para>
/// <para>
/// Without keys, the positions of the rows are shuffled by <see cref="Xoshiro256"/>: the same rows in the same order give the same draw. Give
/// keys wherever there are any.
/// </para>
/// </remarks>
public static class Draw
{
    /// <summary>So many of everyone, every set of them equally likely, whatever the order of the rows.</summary>
    /// <param name="keys">A key for each row, such as a home's reference: no two alike, none empty. Compared byte for byte: trim them first.</param>
    /// <param name="size">How many to draw, 0 to all.</param>
    /// <param name="seed">Any number; written down before the draw, so that nobody can choose among draws.</param>
    /// <exception cref="ArgumentException">A key is empty or given twice, or more are wanted than there are.</exception>
    public static DrawnSample SimpleRandom(IReadOnlyList<string> keys, int size, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return new DrawnSample(seed, ByKey(keys, seed), new int[keys.Count], [size]);
    }

    /// <summary>So many of the rows 0 to <paramref name="population"/> − 1, by their positions.</summary>
    /// <param name="population">How many rows there are.</param>
    /// <param name="size">How many to draw, 0 to all.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentException">A number below 0, or more are wanted than there are.</exception>
    public static DrawnSample SimpleRandom(int population, int size, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        return new DrawnSample(seed, ByPosition(population, seed), new int[population], [size]);
    }

    /// <summary>So many of each stratum, every set of them equally likely, whatever the order of the rows.</summary>
    /// <param name="keys">A key for each row: no two alike, none empty.</param>
    /// <param name="strata">The stratum of each row, from 0; as many as keys. Kept, not copied.</param>
    /// <param name="sizes">How many to draw of each stratum (<see cref="AllocatedSample.Sizes"/>), 0 to all of it.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentException">Keys, strata and sizes do not fit each other, a key is empty or given twice, or more are wanted than a stratum holds.</exception>
    public static DrawnSample Stratified(IReadOnlyList<string> keys, int[] strata, IReadOnlyList<int> sizes, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(strata);
        if (keys.Count != strata.Length)
        {
            throw new ArgumentException($"There are {keys.Count} keys and {strata.Length} rows with a stratum.", nameof(strata));
        }
        return new DrawnSample(seed, ByKey(keys, seed), strata, sizes);
    }

    /// <summary>So many of each stratum, by the positions of the rows.</summary>
    /// <param name="strata">The stratum of each row, from 0. Kept, not copied.</param>
    /// <param name="sizes">How many to draw of each stratum, 0 to all of it.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentException">Strata and sizes do not fit each other, or more are wanted than a stratum holds.</exception>
    public static DrawnSample Stratified(int[] strata, IReadOnlyList<int> sizes, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(strata);
        return new DrawnSample(seed, ByPosition(strata.Length, seed), strata, sizes);
    }

    /// <summary>A key's place in the draw of a seed, from 0 (drawn first) to 2⁶⁴ − 1: the number that <see cref="Draw"/> describes.</summary>
    /// <param name="key">A key.</param>
    /// <param name="seed">The seed of the draw.</param>
    public static ulong NumberOf(string key, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(key);
        var text = string.Create(CultureInfo.InvariantCulture, $"{seed}:{key}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = longest <= 512 ? stackalloc byte[longest] : new byte[longest];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    private static int[] ByKey(IReadOnlyList<string> keys, ulong seed)
    {
        var numbers = new ulong[keys.Count];
        var seen = new HashSet<string>(keys.Count, StringComparer.Ordinal);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(keys[i]))
            {
                throw new ArgumentException($"Row {i + 1} has no key: every row needs one that stays the same.", nameof(keys));
            }
            if (!seen.Add(keys[i]))
            {
                throw new ArgumentException($"The key {keys[i]} stands twice: a home drawn twice would have two chances.", nameof(keys));
            }
            numbers[i] = NumberOf(keys[i], seed);
        }
        var order = Enumerable.Range(0, numbers.Length).ToArray();
        Array.Sort(numbers, order);
        // two keys with one number are next to never; were it so, the order of the rows must still not decide
        for (var i = 1; i < order.Length; i++)
        {
            for (var j = i; j > 0 && numbers[j] == numbers[j - 1] && string.CompareOrdinal(keys[order[j]], keys[order[j - 1]]) < 0; j--)
            {
                (order[j], order[j - 1]) = (order[j - 1], order[j]);
            }
        }
        return order;
    }

    private static int[] ByPosition(int population, ulong seed)
    {
        var order = Enumerable.Range(0, population).ToArray();
        new Xoshiro256(seed).Shuffle(order);
        return order;
    }
}
