// The numbers behind a chart, as a table.
namespace Hearth.DesignSystem.Public.Charts;

/// <summary>A table whose first column names the row. A cell that is exactly a marker, “[c]”, is shown as one and explained below.</summary>
/// <param name="Caption">What the table shows, with its date.</param>
/// <param name="Columns">Titles, the row's own first.</param>
/// <param name="Note">Stands under the table.</param>
public sealed record FiguresTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<FiguresRow> Rows, string? Note = null);

/// <param name="Sum">A total, ruled off.</param>
public sealed record FiguresRow(string Head, IReadOnlyList<string> Cells, bool Sum = false);
