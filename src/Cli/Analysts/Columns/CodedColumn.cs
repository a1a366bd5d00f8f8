// One column in memory: each different text once, and for each row only its number.
using System.Runtime.InteropServices;

namespace Hearth.Cli.Analysts.Columns;

internal sealed class CodedColumn(string name)
{
    private readonly List<int> codes = [];
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<string> categories = [];
    private readonly List<int> firstLines = [];
    private readonly List<int> counts = [];

    public string Name => name;

    /// <summary>The different texts, in the order in which they first occur.</summary>
    public IReadOnlyList<string> Categories => categories;

    /// <summary>For each category the line it first stands on.</summary>
    public IReadOnlyList<int> FirstLines => firstLines;

    /// <summary>For each category the rows it stands in.</summary>
    public IReadOnlyList<int> Counts => counts;

    /// <summary>For each row the number of its category.</summary>
    public ReadOnlySpan<int> Codes => CollectionsMarshal.AsSpan(codes);

    public int Rows => codes.Count;

    /// <summary>The number of a category; -1 where no row has it.</summary>
    public int CodeOf(string category) => known.TryGetValue(category, out var code) ? code : -1;

    public void Add(string text, int line)
    {
        if (!known.TryGetValue(text, out var code))
        {
            code = categories.Count;
            known.Add(text, code);
            categories.Add(text);
            firstLines.Add(line);
            counts.Add(0);
        }
        counts[code]++;
        codes.Add(code);
    }

    /// <summary>Each row's number in another order of the categories.</summary>
    /// <param name="order">For each category here, its number there.</param>
    public int[] Recoded(ReadOnlySpan<int> order)
    {
        var recoded = new int[codes.Count];
        for (var row = 0; row < recoded.Length; row++)
        {
            recoded[row] = order[codes[row]];
        }
        return recoded;
    }

    /// <summary>Reads the columns of these names in one pass.</summary>
    public static IReadOnlyList<CodedColumn> Read(TableFile file, IReadOnlyList<string> names, CancellationToken stop)
    {
        int[] places = [.. names.Select(file.PlaceOf)];
        CodedColumn[] columns = [.. places.Select(place => new CodedColumn(file.Headings[place]))];
        using var rows = file.Rows();
        var read = 0;
        while (rows.Next())
        {
            stop.ThrowIfCancellationRequested();
            read++;
            for (var i = 0; i < places.Length; i++)
            {
                columns[i].Add(rows[places[i]], rows.Line);
            }
        }
        return read > 0 ? columns : throw Refused.File(file.Name, "there are no rows below the header row.");
    }
}
