// One column of the answers as statistical programs hold it: numbers, with what each number means.
namespace Hearth.Surveys.DataFiles;

internal enum VariableKind
{
    /// <summary>A row's number in the file; it leads to nobody.</summary>
    Serial,

    /// <summary>One of the labelled values.</summary>
    Choice,

    /// <summary>1 where an answer was chosen, 0 where not: one of several.</summary>
    Ticked,
    Number,

    /// <summary>A day, as its number since 1 January of the year 1.</summary>
    Day,

    /// <summary>How many each row stands for.</summary>
    Weight,
}

/// <param name="Name">A letter, then letters, digits and underscores; unique in the file.</param>
/// <param name="Label">What people call it: the wording of the question.</param>
/// <param name="Rows">A value for each response; null where there is none.</param>
internal sealed record DataVariable(string Name, string Label, VariableKind Kind, double?[] Rows)
{
    /// <summary>What each value means.</summary>
    public IReadOnlyList<(int Value, string Label)> Values { get; init; } = [];

    /// <summary>Values that count as no answer: not applicable, hidden.</summary>
    public IReadOnlyList<int> Missing { get; init; } = [];

    /// <summary>The key of the question that several of them belong to.</summary>
    public string? Set { get; init; }

    /// <summary>The wording of that question.</summary>
    public string? SetLabel { get; init; }

    /// <summary>Ordered, best first.</summary>
    public bool Ordered { get; init; }

    public int Decimals { get; init; }
}
