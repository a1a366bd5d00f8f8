// A survey's ladder as a plan: who stands on which rung, what each brought and cost, what comes next; and the button that stops it.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Asking.Ladders.ShowLadder;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class LadderModel(HearthDb db, LadderReader reader, PauseLadder.PauseLadder pause, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Act { get; set; }

    [TempData]
    public string? Said { get; set; }

    public LadderPicture Picture { get; private set; } = null!;
    public Survey Survey => Picture.Survey;
    public Ladder Ladder => Picture.Ladder;
    public bool Open => Survey.Status == SurveyStatus.Open;
    public bool Climbs => Open && Ladder.State == LadderState.Climbing;

    /// <summary>The next day on which somebody goes up.</summary>
    public IGrouping<DateOnly, PlannedStep>? Next =>
        Climbs ? Picture.Forecast.Steps.GroupBy(step => step.On).OrderBy(day => day.Key).FirstOrDefault() : null;

    /// <summary>Who does not go up now, and why; reasons that hold for nobody are left out.</summary>
    public IEnumerable<(int Homes, string Why)> StandStill
    {
        get
        {
            var forecast = Picture.Forecast;
            (int, string)[] all =
            [
                (forecast.InHand, "Their last message has not left yet. Their days count from when it does"),
                (
                    forecast.Rest,
                    Open
                        ? "Something else asked them lately: they go up when they have rested"
                        : "Something else asked them lately: they are asked when they have rested"
                ),
                (forecast.Top, Open ? "Every way has been tried" : "None of the ladder’s ways is held and allowed"),
                (
                    forecast.NotToBeAsked,
                    Open
                        ? "Said no since, are not to be contacted, or no way to them is held"
                        : "Said no to surveys, are not to be contacted, or no way to them is held"
                ),
                (
                    forecast.ClosesFirst,
                    $"The survey closes before their next rung. No letter goes out in the last {Climb.LetterNeedsDays} days"
                ),
            ];
            return all.Where(reason => reason.Item1 > 0);
        }
    }

    public bool IsToday(DateOnly day) => day == time.Today();

    /// <summary>“412 letters and 30 calls”.</summary>
    public static string InWords(IEnumerable<PlannedStep> steps)
    {
        var parts = steps
            .GroupBy(step => step.To)
            .OrderBy(way => way.Key)
            .Select(way => LadderWords.Count(way.Key, way.Sum(step => step.Households)))
            .ToList();
        return parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
    }

    /// <summary>“85p an answer”; nothing where it brought none.</summary>
    public static string PerAnswer(RungPicture rung) =>
        rung.Brought == 0 ? "–" : LadderWords.Money(Math.Round(rung.Pence / rung.Brought, rung.Pence / rung.Brought < 10 ? 1 : 0));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var refusals = Act == "pause" ? await pause.PauseAsync(Id, stop) : await pause.ResumeAsync(Id, stop);
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            ModelState.Refuse(refusals);
            return await FindAsync(stop) ? Page() : NotFound();
        }
        Said = Act == "pause" ? "The ladder stands still. Nobody goes up until you start it again." : "The ladder climbs again.";
        return Redirect($"~/surveys/{Id}/ladder");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().FindAsync([Id], stop) is not { } survey)
        {
            return false;
        }
        Picture = await reader.PictureAsync(survey, stop);
        return true;
    }
}
