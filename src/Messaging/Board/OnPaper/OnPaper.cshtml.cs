// One letter on A4, before it is printed or long after.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Letters;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Board.OnPaper;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
internal sealed class OnPaperModel(HearthDb db, ILandlord landlord, MessagingOptions options, PhraseBook book, TimeProvider time)
    : PageModel,
        IShowsPeople
{
    private Guid? person;

    public IEnumerable<Guid> PeopleShown => [person ?? Guid.Empty];

    /// <summary>The letter, and the same in English where that goes with it.</summary>
    public IReadOnlyList<Letter> Sheets { get; private set; } = [];

    public Guid Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var found = await db.Set<StoredMessage>()
            .AsNoTracking()
            .FirstOrDefaultAsync(m => m.Id == id && m.Channel == Channel.Letter && !m.Secret, stop);
        if (found is not { HasWords: true } message)
        {
            return NotFound();
        }
        var printed = await db.Set<PrintRun>()
            .Where(r => r.Id == message.BatchId)
            .Select(r => (DateTimeOffset?)r.MadeAt)
            .FirstOrDefaultAsync(stop);
        (Id, person) = (id, message.PersonId);
        Sheets = [.. Letter.Sheets(message, printed?.DayInLondon() ?? time.Today(), landlord.Current, options.Letters, book)];
        return Page();
    }
}
