// What a report is made of, whether it is read on a page or in Word.
using Hearth.DesignSystem.Public.Charts;

namespace Hearth.Surveys.PanelReport;

internal abstract record Block;

/// <param name="Level">2 for a chapter, 3 for what is in it.</param>
internal sealed record Heading(string Words, int Level = 2) : Block;

internal sealed record Paragraph(string Words, bool Strong = false) : Block;

internal sealed record Points(IReadOnlyList<string> Items) : Block;

internal sealed record Quotes(IReadOnlyList<string> Items) : Block;

internal sealed record Figures(FiguresTable Table) : Block;

/// <summary>One bar cut into shares, best answer first.</summary>
/// <param name="Alt">All that it shows, in words.</param>
internal sealed record ShareBar(string Alt, IReadOnlyList<(string Name, int People)> Parts) : Block;

/// <param name="Sub">Under the title.</param>
internal sealed record Report(string Title, string Sub, DateOnly On, IReadOnlyList<Block> Blocks);
