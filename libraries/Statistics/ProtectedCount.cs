// Counts as they may be published: shown, or hidden to protect people.
namespace Hearth.Statistics;

/// <summary>Why a count is shown or hidden. For tests and for the officer's own eyes: a reader is shown one marker for both reasons.</summary>
public enum CellState
{
    /// <summary>Shown.</summary>
    Shown,

    /// <summary>Hidden because it is below the threshold.</summary>
    HiddenSmall,

    /// <summary>Hidden because a small count could be worked out from it.</summary>
    HiddenToProtectAnother,
}

/// <summary>A count as it may be published. A hidden one does not hold its number, so that it cannot leak.</summary>
public readonly record struct ProtectedCount
{
    /// <summary>What stands in place of a hidden count: text, never a blank or a nought.</summary>
    public const string Marker = "[c]";

    internal ProtectedCount(int value, CellState state)
    {
        Value = state == CellState.Shown ? value : null;
        State = state;
    }

    /// <summary>The count; <c>null</c> when hidden.</summary>
    public int? Value { get; }

    /// <summary>Why it is shown or hidden. Not for publication.</summary>
    public CellState State { get; }

    /// <summary>Whether it is hidden, for either reason.</summary>
    public bool IsHidden => State != CellState.Shown;

    /// <summary>The number, or "[c]".</summary>
    public override string ToString() => Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Marker;
}

/// <summary>A protected list.</summary>
/// <param name="Counts">The counts, in the order they were given.</param>
/// <param name="Total">Their total; hidden when it is itself small.</param>
public sealed record ProtectedList(IReadOnlyList<ProtectedCount> Counts, ProtectedCount Total)
{
    /// <summary>Whether anything at all is hidden, so that the note on hidden numbers is needed.</summary>
    public bool AnyHidden => Total.IsHidden || Counts.Any(count => count.IsHidden);
}

/// <summary>A protected table.</summary>
/// <param name="Rows">The counts, row by row, in the order they were given.</param>
/// <param name="RowTotals">The total of each row.</param>
/// <param name="ColumnTotals">The total of each column.</param>
/// <param name="GrandTotal">The total of all.</param>
public sealed record ProtectedTable(
    IReadOnlyList<IReadOnlyList<ProtectedCount>> Rows,
    IReadOnlyList<ProtectedCount> RowTotals,
    IReadOnlyList<ProtectedCount> ColumnTotals,
    ProtectedCount GrandTotal
)
{
    /// <summary>Whether anything at all is hidden, so that the note on hidden numbers is needed.</summary>
    public bool AnyHidden =>
        GrandTotal.IsHidden || Rows.SelectMany(row => row).Concat(RowTotals).Concat(ColumnTotals).Any(count => count.IsHidden);
}
