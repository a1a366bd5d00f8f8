// /measures/{year}: every figure of a year in plain words, for anybody; an earlier version by its number; all of it as a file.
using Hearth.DesignSystem.Public;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Published.Plain;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Measures.Published.SeeYear;

[AllowAnonymous]
internal sealed class PublicYearModel(PublishedReader reader, Phrases phrases) : PageModel
{
    public PublishedYear Year { get; private set; } = null!;

    public IReadOnlyList<PlainPart> Parts { get; private set; } = [];

    /// <summary>Measures by what may be said of the year before.</summary>
    public IReadOnlyList<(Changed Changed, string Name)> Changes { get; private set; } = [];

    /// <summary>What changed in how we ask, in English.</summary>
    public IReadOnlyList<string> Breaks { get; private set; } = [];

    /// <summary>The year before, where the figures know one.</summary>
    public string Before =>
        Year.Perception.Select(figures => figures.Before).FirstOrDefault(year => year is not null)?.Name ?? Year.Year.Before.Name;

    public async Task<IActionResult> OnGetAsync(int year, int? version, CancellationToken stop)
    {
        if (await reader.FindAsync(year, version, stop) is not { } found)
        {
            return NotFound();
        }
        Year = found;
        Parts = PlainPart.Of(found, phrases);
        Changes =
        [
            .. found.Perception.SelectMany(figures =>
                figures
                    .Measures.Where(figure => figure.Base >= PlainMeasure.Fewest)
                    .Select(figure =>
                        (Changed: Change.Of(figures.Compared.FirstOrDefault(one => one.Code == figure.Code)), Name: Name(figures, figure))
                    )
                    .Where(one => one.Changed is not null)
                    .Select(one => (one.Changed!.Value, one.Name))
            ),
        ];
        Breaks = [.. found.Perception.SelectMany(figures => figures.Compared).SelectMany(one => one.Breaks).Distinct()];
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(int year, int? version, CancellationToken stop) =>
        await reader.FindAsync(year, version, stop) is { } found
            ? File(FiguresFile.Write(found), "text/csv; charset=utf-8", $"measures-{year - 1}-{year % 100:00}.csv")
            : NotFound();

    private string Name(PerceptionYear figures, MeasureFigure figure) =>
        Year.Perception.Count > 1 ? $"{Naming.Of(figure, phrases)} ({Naming.Stock(figures.Stock, phrases)})" : Naming.Of(figure, phrases);
}
