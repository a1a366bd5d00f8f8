// One call: who, the number, what to say first, and what came of it where they do not answer the questions.
using System.Globalization;
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Fieldwork;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Telephone.OneCall;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[WithinSight]
internal sealed class OneCallModel(
    OnTheLine line,
    RingUp ringUp,
    RecordCallOutcome record,
    ILandlord landlord,
    Actor actor,
    TimeProvider time
) : PageModel, IShowsPeople
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid InvitationId { get; set; }

    /// <summary>The language to read the questions out in; null for English.</summary>
    [BindProperty(SupportsGet = true, Name = LanguageOfQuestions.Query)]
    public string? In { get; set; }

    [BindProperty]
    public AttemptOutcome? Outcome { get; set; }

    [BindProperty]
    public DateParts CallBackOn { get; set; } = new();

    [BindProperty]
    public string? CallBackTime { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [TempData]
    public string? Said { get; set; }

    public CallInHand Call { get; private set; } = null!;
    public IEnumerable<Guid> PeopleShown => Call is null ? [] : Call.People;
    public string Landlord => landlord.Current.Name;
    public string Me => actor.Name;

    /// <summary>What may come of a call that brings no answers.</summary>
    public static IReadOnlyList<AttemptOutcome> Choices { get; } =
    [
        AttemptOutcome.NoAnswer,
        AttemptOutcome.CallBack,
        AttemptOutcome.Refused,
        AttemptOutcome.RefusedSurveys,
        AttemptOutcome.NotByPhone,
        AttemptOutcome.WrongNumber,
        AttemptOutcome.Interpreter,
        AttemptOutcome.Moved,
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is false)
        {
            return NotFound();
        }
        CallBackOn = DateParts.Of(time.Today().AddDays(1));
        CallBackTime = "10:00";
        return Page();
    }

    /// <summary>Takes this home in hand: from the diary, say.</summary>
    public async Task<IActionResult> OnPostTakeAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is false)
        {
            return NotFound();
        }
        if (Call.MayBeRung && Call.Visit.State == DoorState.Open && !await ringUp.TakeAsync(Id, InvitationId, stop))
        {
            Said = "A colleague has just taken this call.";
        }
        return Redirect("~" + Call.Page());
    }

    /// <summary>Gives it back, not rung.</summary>
    public async Task<IActionResult> OnPostBackAsync(CancellationToken stop)
    {
        await ringUp.LetGoAsync(Id, InvitationId, stop);
        return Redirect($"~/surveys/{Id}/calls");
    }

    /// <summary>Writes down what came of it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is false)
        {
            return NotFound();
        }
        if (Outcome is not { } outcome || !Choices.Contains(outcome))
        {
            ModelState.AddModelError(nameof(Outcome), "Choose what came of the call");
            return Page();
        }
        var at = outcome == AttemptOutcome.CallBack ? When() : null;
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var done = await record.RunAsync(Call, outcome, at, Note, stop);
        foreach (var refusal in done.Refusals)
        {
            ModelState.AddModelError(refusal.Field, refusal.Words);
        }
        if (done.Refused)
        {
            return Page();
        }
        TempData["Said"] = $"{Call.Name}: {AttemptWords.Name(outcome, AttemptWay.Telephone).ToLowerInvariant()}. Written down.";
        return Redirect($"~/surveys/{Id}/calls");
    }

    private DateTimeOffset? When()
    {
        if (CallBackOn.Read("the day to ring again", out var day) is { } wrong)
        {
            ModelState.AddModelError(nameof(CallBackOn), wrong);
        }
        if (!TimeOnly.TryParse(CallBackTime?.Trim().Replace('.', ':'), CultureInfo.GetCultureInfo("en-GB"), out var hour))
        {
            ModelState.AddModelError(nameof(CallBackTime), "Enter a time like 17:30");
        }
        if (!ModelState.IsValid)
        {
            return null;
        }
        var local = day.ToDateTime(hour);
        return new DateTimeOffset(local, LondonTime.Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await line.FindAsync(Id, InvitationId, In, stop) is not { } call)
        {
            return false;
        }
        Call = call;
        return true;
    }
}
