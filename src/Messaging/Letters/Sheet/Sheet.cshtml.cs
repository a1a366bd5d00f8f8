// The letters of a run on A4, to print from the browser or as PDF; in parts, so that five thousand letters do not choke either.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Sending;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Letters.Sheet;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
[WholeLandlordOnly]
internal sealed class SheetModel(HearthDb db, ILandlord landlord, MessagingOptions options, PhraseBook book, PdfPrinter pdf) : PageModel
{
    public const int PerPart = 500;

    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    /// <summary>One that goes out in two languages is one letter on two sheets.</summary>
    public int Messages { get; private set; }

    public Guid Batch { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid batch, CancellationToken stop, int part = 1)
    {
        Batch = batch;
        Letters = await FindAsync(batch, part, stop);
        return Letters.Count == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnGetPdfAsync(Guid batch, CancellationToken stop, int part = 1)
    {
        var letters = await FindAsync(batch, part, stop);
        if (letters.Count == 0 || !pdf.Found)
        {
            return NotFound();
        }
        return await pdf.PrintAsync(PageContext, letters, landlord.Current, stop) is { } printed
            ? File(printed, "application/pdf", $"letters-{batch:N}-{part}.pdf")
            : StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<IReadOnlyList<Letter>> FindAsync(Guid batch, int part, CancellationToken stop)
    {
        if (await db.Set<PrintRun>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == batch, stop) is not { } run)
        {
            return [];
        }
        var letters = await db.Set<StoredMessage>()
            .AsNoTracking()
            .InRun(batch)
            .OrderBy(m => m.Id)
            .Skip((Math.Max(part, 1) - 1) * PerPart)
            .Take(PerPart)
            .ToListAsync(stop);
        Messages = letters.Count;
        var date = run.MadeAt.DayInLondon();
        return [.. letters.SelectMany(letter => Letter.Sheets(letter, date, landlord.Current, options.Letters, book))];
    }
}
