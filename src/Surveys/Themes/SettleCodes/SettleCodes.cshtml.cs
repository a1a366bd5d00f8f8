// /surveys/{id}/themes/settle: two coders differ: what each found, and what shall count.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Themes.SettleCodes;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class SettleCodesModel(HearthDb db, CodeAnswer code, Actor actor) : PageModel
{
    public Survey Survey { get; private set; } = null!;
    public Codes Codes { get; private set; } = null!;
    public Comment? Comment { get; private set; }
    public IReadOnlyList<(string Coder, string Found)> Findings { get; private set; } = [];

    [BindProperty(Name = "themes")]
    public List<string> Ticked { get; set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, null, stop))
        {
            return NotFound();
        }
        if (Comment is not null)
        {
            // what either found is ticked; the one who settles takes away
            Ticked = [.. Codes.Of(Comment.Id).SelectMany(Codes.Frame.Today).Distinct().Select(theme => theme.ToString())];
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid comment, CancellationToken stop)
    {
        if (!await LoadAsync(id, comment, stop))
        {
            return NotFound();
        }
        var (themes, none) = Ticks.Read(Ticked);
        var refusals = await code.RunAsync(id, comment, themes, none, actor.Id ?? Guid.Empty, actor.Name, settles: true, stop);
        if (refusals.Count > 0)
        {
            ModelState.Refuse(refusals);
            return Page();
        }
        Done = "Settled.";
        return Redirect("~" + Survey.Address("themes/settle"));
    }

    private async Task<bool> LoadAsync(Guid id, Guid? wanted, CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        Codes = await Codes.LoadAsync(db, id, stop);
        var next = wanted ?? Codes.ToSettle.Cast<Guid?>().FirstOrDefault();
        Comment = await db.Set<Comment>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == next && c.SurveyId == id, stop);
        if (Comment is null)
        {
            return wanted is null;
        }
        Findings =
        [
            .. Codes
                .Of(Comment.Id)
                .Select(coding =>
                    (
                        coding.Coder,
                        Codes.Frame.Today(coding) is { Count: > 0 } found
                            ? string.Join(", ", found.Select(theme => Codes.Frame.Find(theme)!.Name).Order(StringComparer.Ordinal))
                            : "None of the themes"
                    )
                ),
        ];
        return true;
    }
}
