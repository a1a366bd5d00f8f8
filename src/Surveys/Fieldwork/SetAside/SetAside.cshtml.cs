// Answers that came and were not counted, with the reason, for an officer to look at.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Fieldwork.SetAside;

/// <param name="Code">Of the home, as printed.</param>
/// <param name="First">The answer of this home that counts; null where none does.</param>
internal sealed record AsideRow(
    AnswersSetAside Kept,
    string Code,
    bool MayCount,
    IReadOnlyList<(Question Question, string Words)> Said,
    FirstAnswer? First
);

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
internal sealed class SetAsideModel(HearthDb db, SettleAside settle) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid Kept { get; set; }

    [BindProperty]
    public string? Act { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public IReadOnlyList<AsideRow> Waiting { get; private set; } = [];
    public int Settled { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var done = await settle.RunAsync(Kept, Act == "count", stop);
        if (!done.Refused)
        {
            Said = done.Made!.Counted ? "They are counted now." : "They stay uncounted, and are kept as such.";
            return Redirect($"~/surveys/{Id}/set-aside");
        }
        db.ChangeTracker.Clear();
        ModelState.AddModelError("", done.Refusals[0].Words);
        return await FindAsync(stop) ? Page() : NotFound();
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire)
        {
            return false;
        }
        Survey = questionnaire.Survey;
        var rows = await (
            from kept in db.Set<AnswersSetAside>().AsNoTracking()
            join invitation in db.Set<Invitation>() on kept.InvitationId equals invitation.Id
            where kept.SurveyId == Id
            orderby kept.CameAt
            select new
            {
                kept,
                invitation.Code,
                First = db.Set<Response>()
                    .Where(r => r.SurveyId == Id && r.HouseholdId == invitation.HouseholdId)
                    .Select(r => new FirstAnswer(r.Channel, r.At))
                    .FirstOrDefault(),
            }
        ).ToListAsync(stop);
        Settled = rows.Count(row => row.kept.SettledAt is not null);
        Waiting =
        [
            .. rows.Where(row => row.kept.SettledAt is null)
                .Select(row => new AsideRow(
                    row.kept,
                    InvitationCode.Shown(row.Code),
                    SettleAside.MayCount(row.kept, Survey, row.First is not null),
                    FieldworkHeld.SaidIn(questionnaire.Questions, row.kept.Answers),
                    row.First
                )),
        ];
        return true;
    }
}
