// One print run: its letters in parts to print, and what became of it.
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Hearth.Messaging.Letters.Sheet;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Letters.Run;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
[WholeLandlordOnly]
internal sealed class RunModel(HearthDb db, EndPrintRun end, PdfPrinter pdf) : PageModel
{
    public PrintRun Run { get; private set; } = new();

    public int Parts => (Run.Letters + SheetModel.PerPart - 1) / SheetModel.PerPart;

    public int CameBack { get; private set; }

    public bool HasPdf => pdf.Found;

    [BindProperty]
    public string? Act { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid batch, CancellationToken stop)
    {
        if (await FindAsync(batch, stop) is not { } run)
        {
            return NotFound();
        }
        Run = run;
        CameBack = await db.Set<StoredMessage>().CountAsync(m => m.BatchId == batch && m.Status == MessageStatus.Failed, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid batch, CancellationToken stop)
    {
        if (await FindAsync(batch, stop) is null)
        {
            return NotFound();
        }
        var done = Act switch
        {
            "posted" => await end.PostedAsync(batch, stop),
            "undo" => await end.UndoAsync(batch, stop),
            _ => false,
        };
        if (!done)
        {
            TempData["Flash"] = "Nothing was changed: this run had ended already.";
        }
        else if (Act == "undo")
        {
            TempData["Flash"] = "The run is undone. Its letters wait again.";
            return Redirect("/messages/letters");
        }
        return Redirect($"/messages/letters/{batch}");
    }

    /// <summary>For a print house: one letter a row.</summary>
    public async Task<IActionResult> OnGetCsvAsync(Guid batch, CancellationToken stop)
    {
        if (await FindAsync(batch, stop) is null)
        {
            return NotFound();
        }
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"letters-{batch:N}.csv\"";
        Response.Headers.CacheControl = "no-store";
        // A cell that begins like a formula would be run by a spreadsheet: it is escaped.
        var rules = new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };
        var text = new StreamWriter(Response.Body, new UTF8Encoding(true), leaveOpen: true);
        await using (text)
        {
            await using var csv = new CsvWriter(text, rules, leaveOpen: true);
            await LetterRow.WriteHeadingsAsync(csv);
            var letters = db.Set<StoredMessage>().AsNoTracking().InRun(batch).OrderBy(m => m.Id);
            await foreach (var letter in letters.AsAsyncEnumerable().WithCancellation(stop))
            {
                await LetterRow.WriteAsync(csv, letter);
            }
        }
        return new EmptyResult();
    }

    private Task<PrintRun?> FindAsync(Guid batch, CancellationToken stop) =>
        db.Set<PrintRun>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == batch, stop);
}
