// /s/{code}/check: every answer with a way to change it, then the one button that sends them.
using Hearth.DesignSystem.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Answering.CheckAnswers;

[AllowAnonymous]
internal sealed class CheckAnswersModel(SurveyDoor door, SendAnswers sendAnswers, IDataProtectionProvider protection, Phrases phrases)
    : PageModel
{
    private readonly IDataProtector seal = protection.CreateProtector("Hearth.Surveys.Sending");

    public Visit Visit { get; private set; } = null!;
    public IReadOnlyList<Question> Shown { get; private set; } = [];

    /// <summary>Marks this showing of the page, so that the same page sent twice is one sending. Sealed: nobody can choose it.</summary>
    [BindProperty]
    public string? Sending { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        var visit = await door.FindAsync(code, stop);
        if (visit is null)
        {
            return this.UnknownCode(code);
        }
        if (TurnAway(visit) is { } away)
        {
            return away;
        }
        Mark();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        // Looked at once: between two looks the other half of a double click could come in and seem to be somebody else.
        var visit = await door.FindAsync(code, stop);
        if (visit is null)
        {
            return this.UnknownCode(code);
        }
        var sending = Unseal(visit, Sending);
        if (visit.State == DoorState.Answered)
        {
            return await SendAsync(visit, sending, stop);
        }
        if (TurnAway(visit) is { } away)
        {
            return away;
        }
        var missing = Shown.Where(question => question.Required && !Visit.Sheet.HasAnswered(question)).ToList();
        if (missing.Count > 0)
        {
            foreach (var question in missing)
            {
                ModelState.AddModelError(question.Key, phrases["survey.check.missing", ("question", question.Text)]);
            }
            Mark();
            return Page();
        }
        if (!Shown.Any(Visit.Sheet.HasAnswered))
        {
            ModelState.AddModelError(Shown[0].Key, phrases["survey.check.none"]);
            Mark();
            return Page();
        }
        return await SendAsync(Visit, sending, stop);
    }

    /// <summary>What stands beside a question: the answer in words.</summary>
    public string Words(Question question) =>
        Visit.Sheet.HasAnswered(question) ? AnswerWords.Of(question, Visit.Sheet.Of(question), phrases) : phrases["survey.check.skipped"];

    private async Task<IActionResult> SendAsync(Visit visit, Guid sending, CancellationToken stop) =>
        await sendAnswers.RunAsync(visit, sending, stop) == Sent.AlreadyAnother
            ? Redirect("~" + visit.Page("not-now"))
            : Redirect("~" + visit.Page("thanks"));

    private RedirectResult? TurnAway(Visit visit)
    {
        if (visit.State != DoorState.Open)
        {
            return Redirect("~" + visit.Page("not-now"));
        }
        Visit = visit;
        Shown = visit.Shown;
        // Nothing answered at all is nothing to send; what was never seen comes first.
        return Route.FirstUnseen(Shown, visit.Sheet) is { } unseen
            ? Redirect("~" + visit.Page(visit.Sheet.IsEmpty ? null : unseen.Key))
            : null;
    }

    // a mark made for one home is of no use to another
    private IDataProtector SealOf(Visit visit) => seal.CreateProtector(visit.Invitation.Id.ToString());

    private void Mark()
    {
        ModelState.Remove(nameof(Sending));
        Sending = SealOf(Visit).Protect(Guid.CreateVersion7().ToString());
    }

    private Guid Unseal(Visit visit, string? sealedId)
    {
        try
        {
            return sealedId is null ? Guid.CreateVersion7() : Guid.Parse(SealOf(visit).Unprotect(sealedId));
        }
        catch (Exception failure) when (failure is System.Security.Cryptography.CryptographicException or FormatException)
        {
            return Guid.CreateVersion7();
        }
    }
}
