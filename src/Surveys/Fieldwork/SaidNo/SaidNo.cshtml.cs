// Homes that nobody asks any more about a survey: who, why, and to whom they said so; and the way back for a no that was a mistake.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Fieldwork.SaidNo;

/// <param name="Told">The try on which it was said; null where it is not kept any more.</param>
internal sealed record EndedRow(
    Guid Invitation,
    Guid Person,
    string Name,
    string Address,
    AttemptOutcome Because,
    DateTimeOffset At,
    Attempt? Told
);

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[WithinSight]
internal sealed class SaidNoModel(HearthDb db, Audience audience, AskAgain askAgain, TimeProvider time) : PageModel, IShowsPeople
{
    private const int PerPage = 50;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid Home { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public bool IsOpen { get; private set; }
    public IReadOnlyList<EndedRow> Rows { get; private set; } = [];
    public int Count { get; private set; }
    public int Number { get; private set; } = 1;
    public int Pages => Math.Max(1, (Count + PerPage - 1) / PerPage);
    public IEnumerable<Guid> PeopleShown => Rows.Select(row => row.Person);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop, [FromQuery(Name = "page")] int number = 1) =>
        await FindAsync(number, stop) ? Page() : NotFound();

    /// <summary>Puts a home back among those who may be asked.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var refusals = await askAgain.RunAsync(Id, Home, stop);
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            ModelState.Refuse(refusals);
            return await FindAsync(1, stop) ? Page() : NotFound();
        }
        Said = "They may be asked again.";
        return Redirect($"~/surveys/{Id}/said-no");
    }

    private async Task<bool> FindAsync(int number, CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == Id, stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        IsOpen = SurveyDoor.StateOf(survey, time.Today()) == DoorState.Open;
        Count = await db.Ended(Id).CountAsync(stop);
        Number = Math.Clamp(number, 1, Pages);
        var ended = await db.Ended(Id)
            .AsNoTracking()
            .OrderByDescending(i => i.EndedAt)
            .ThenBy(i => i.Id)
            .Skip((Number - 1) * PerPage)
            .Take(PerPage)
            .ToListAsync(stop);
        var ids = ended.Select(i => i.Id).ToList();
        var tries = (await db.Set<Attempt>().AsNoTracking().Where(a => ids.Contains(a.InvitationId)).ToListAsync(stop)).ToLookup(a =>
            a.InvitationId
        );
        var members = await audience.ForPeopleAsync([.. ended.Select(i => i.PersonId!.Value)], stop);
        Rows =
        [
            .. ended.Select(i =>
            {
                var member = members.GetValueOrDefault(i.PersonId!.Value);
                return new EndedRow(
                    i.Id,
                    i.PersonId.Value,
                    member?.Name ?? $"Home {InvitationCode.Shown(i.Code)}",
                    member?.HomeAddress.Split('\n')[0] ?? "",
                    i.EndedBecause ?? AttemptOutcome.Refused,
                    i.EndedAt!.Value,
                    tries[i.Id].Where(a => AttemptWords.Ends(a.Outcome)).MaxBy(a => a.At)
                );
            }),
        ];
        return true;
    }
}
