// The answers of a call, to be read back, then the one button that sends them.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Answering.CheckAnswers;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Telephone.SendCall;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[WithinSight]
internal sealed class SendCallModel(OnTheLine line, SendCallAnswers send, IDataProtectionProvider protection) : PageModel, IShowsPeople
{
    private readonly IDataProtector seal = protection.CreateProtector("Hearth.Surveys.ReadBack");

    /// <summary>The answers as they were read back, sealed: another way in takes the draft with it, and these must not be lost.</summary>
    [BindProperty]
    public string? ReadBack { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid InvitationId { get; set; }

    /// <summary>The language to read the questions out in; null for English.</summary>
    [BindProperty(SupportsGet = true, Name = LanguageOfQuestions.Query)]
    public string? In { get; set; }

    /// <summary>This showing of the page: sent twice it is one sending.</summary>
    [BindProperty]
    public Guid Sending { get; set; }

    public CallInHand Call { get; private set; } = null!;
    public IEnumerable<Guid> PeopleShown => Call is null ? [] : Call.People;
    public IReadOnlyList<Question> Shown { get; private set; } = [];

    public string Words(Question question) =>
        Call.Visit.Sheet.HasAnswered(question) ? AnswerWords.Of(question, Call.Visit.Sheet.Of(question)) : "Did not say";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await FindAsync(stop) is { } away)
        {
            return away;
        }
        if (Call.Visit.State != DoorState.Open || Route.FirstUnseen(Shown, Call.Visit.Sheet) is not null)
        {
            return Redirect("~" + Call.Page(Call.Visit.State == DoorState.Open ? "ask" : null));
        }
        Sending = Guid.CreateVersion7();
        ReadBack = seal.CreateProtector(InvitationId.ToString()).Protect(Call.Visit.Sheet.Write());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        // the half hour is over and somebody has answered meanwhile: what was read back is kept all the same
        if (await FindAsync(stop) is { } away && !(Call?.First is not null && Unsealed() is not null))
        {
            return away;
        }
        if (Call.Visit.Sheet.IsEmpty && Unsealed() is { } sheet)
        {
            Call = Call with { Visit = Call.Visit with { Sheet = sheet } };
            Shown = Call.Visit.Shown;
        }
        if (!Shown.Any(Call.Visit.Sheet.HasAnswered))
        {
            ModelState.AddModelError("", "There is no answer to send. Go back, or write down what came of the call");
            return Page();
        }
        var first = await send.RunAsync(Call, Sending == Guid.Empty ? Guid.CreateVersion7() : Sending, stop);
        TempData["Said"] = first is null
            ? $"{Call.Name}: the answers are in. Thank you."
            : $"{Call.Name}: this home had answered already, {first.Words}. That answer counts, as it came in first. What you took down is kept under “Answers set aside”.";
        TempData["MayAsk"] = Call.Visit.Invitation.PersonId;
        return Redirect($"~/surveys/{Id}/calls");
    }

    private AnswerSheet? Unsealed()
    {
        try
        {
            return ReadBack is null ? null : AnswerSheet.Read(seal.CreateProtector(InvitationId.ToString()).Unprotect(ReadBack));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    // an answer that came another way meanwhile is no reason to lose this one: it is sent, and kept aside
    private async Task<IActionResult?> FindAsync(CancellationToken stop)
    {
        if (await line.FindAsync(Id, InvitationId, In, stop) is not { } call)
        {
            return NotFound();
        }
        Call = call;
        Shown = call.Visit.Shown;
        return call.Mine ? null : Redirect("~" + call.Page());
    }
}
