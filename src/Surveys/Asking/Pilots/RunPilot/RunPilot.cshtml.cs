// /surveys/{id}/pilot: a few people try the draft out; what they said of each question, and whether their answers may be counted.
using System.Globalization;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Pilots.RunPilot;

/// <summary>A question as it was tried out.</summary>
internal sealed record TriedQuestion(Question Question, int Answered, IReadOnlyList<string> Remarks);

internal sealed record PilotPicture(
    Survey Survey,
    bool Running,
    int Asked,
    int Answered,
    bool CanBeCounted,
    IReadOnlyList<TriedQuestion> Questions
);

[StaffOnly(Role.EngagementOfficer)]
internal sealed class RunPilotModel(HearthDb db, StartPilot start, EndPilot end, PublicAddress address, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? HowMany { get; set; }

    [BindProperty]
    public string? Tenancies { get; set; }

    [BindProperty]
    public string? Days { get; set; } = "14";

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public IReadOnlyList<PilotPicture> Pilots { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var chosen = (Tenancies ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var plan = new PilotPlan(Id, address.Of(Request), Number(HowMany), chosen, Number(Days));
        var started = await start.RunAsync(plan, stop);
        if (started.Refused)
        {
            return await SayAsync(started.Refusals, stop);
        }
        Said = "They are asked now. What they say of each question comes here.";
        return Redirect($"~/surveys/{Id}/pilot");
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken stop)
    {
        await end.StopAsync(Id, stop);
        Said = "The try-out takes no more answers.";
        return Redirect($"~/surveys/{Id}/pilot");
    }

    public async Task<IActionResult> OnPostCountAsync(Guid pilot, CancellationToken stop)
    {
        var counted = await end.CountAsync(Id, pilot, stop);
        if (counted.Refused)
        {
            return await SayAsync(counted.Refusals, stop);
        }
        Said = counted.Made == 1 ? "The answers of 1 home are counted too." : $"The answers of {counted.Made} homes are counted too.";
        return Redirect($"~/surveys/{Id}/pilot");
    }

    private static int Number(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private async Task<IActionResult> SayAsync(IReadOnlyList<Refusal> refusals, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        foreach (var refusal in refusals)
        {
            ModelState.AddModelError(refusal.Field, refusal.Words);
        }
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { Survey.IsWorkingCopy: false } live)
        {
            return false;
        }
        Survey = live.Survey;
        var ids = await db.Set<Survey>()
            .IgnoreQueryFilters([Survey.Copies])
            .Where(survey => survey.PilotOf == Id)
            .OrderByDescending(survey => survey.Id)
            .Select(survey => survey.Id)
            .ToListAsync(stop);
        var pictures = new List<PilotPicture>(ids.Count);
        foreach (var id in ids)
        {
            pictures.Add(await PictureAsync(live, (await Questionnaire.LoadAsync(db, id, stop))!, stop));
        }
        Pilots = pictures;
        return true;
    }

    private async Task<PilotPicture> PictureAsync(Questionnaire live, Questionnaire pilot, CancellationToken stop)
    {
        var id = pilot.Survey.Id;
        var answers = await db.Set<Response>().Where(r => r.SurveyId == id).Select(r => new { r.HouseholdId, r.Answers }).ToListAsync(stop);
        var sheets = answers.Select(one => AnswerSheet.Read(one.Answers)).ToList();
        var words = await db.Set<Comment>()
            .Where(c => c.SurveyId == id)
            .GroupBy(c => c.QuestionId)
            .ToDictionaryAsync(g => g.Key, g => g.Count(), stop);
        // in an order that does not tell who said it
        var remarks = (await db.Set<Remark>().AsNoTracking().Where(r => r.SurveyId == id).ToListAsync(stop))
            .OrderBy(remark => remark.Text, StringComparer.Ordinal)
            .ToLookup(remark => remark.QuestionKey, remark => remark.Text, StringComparer.Ordinal);
        var homes = answers.Select(one => one.HouseholdId).ToList();
        var survey = live.Survey.Id;
        var again = await db.Set<Response>().CountAsync(r => r.SurveyId == survey && homes.Contains(r.HouseholdId), stop);
        return new(
            pilot.Survey,
            SurveyDoor.StateOf(pilot.Survey, time.Today()) == DoorState.Open,
            await db.Set<Invitation>().CountAsync(i => i.SurveyId == id, stop),
            answers.Count,
            live.Survey.Status == SurveyStatus.Open && again < answers.Count && EndPilot.IsTheSame(live, pilot),
            [
                .. pilot.Questions.Select(question => new TriedQuestion(
                    question,
                    question.IsWords ? words.GetValueOrDefault(question.Id) : sheets.Count(sheet => sheet.HasAnswered(question)),
                    [.. remarks[question.Key]]
                )),
            ]
        );
    }
}
