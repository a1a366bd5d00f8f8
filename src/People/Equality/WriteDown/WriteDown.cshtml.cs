// A colleague writes down what somebody who never signs in says of themselves. The same seal; nothing is read back, and no line of the audit names them.
using Hearth.People.Register;
using Hearth.People.SignIn;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Equality.WriteDown;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[WithinSight]
internal sealed class WriteDownModel(HearthDb db, EqualityAnswers answers, Actor actor) : PageModel, IShowsPeople
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public ToldHow? How { get; set; }

    [BindProperty]
    public bool SaidYes { get; set; }

    /// <summary>Where the colleague came from: a page that shows what was <see cref="Said"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Then { get; set; }

    [TempData]
    public string? Said { get; set; }

    public string Name { get; private set; } = "";
    public IEnumerable<Guid> PeopleShown => Name.Length == 0 ? [] : [Id];

    /// <summary>What was typed, where something else is missing.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; private set; } = EqualitySaid.Nothing.Answers;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        Typed = EqualitySaid.From(key => Request.Form[key]).Answers;
        if (How is null || !ToldHowWords.WrittenDown.Contains(How.Value))
        {
            ModelState.AddModelError(nameof(How), "Choose how they tell you");
        }
        if (!SaidYes)
        {
            ModelState.AddModelError(nameof(SaidYes), "Ask whether they agree, and tick the box if they do");
        }
        if (Typed.Count == 0)
        {
            ModelState.AddModelError("sex-0", "Choose at least one answer, or go back if they would rather not say");
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        await answers.SaveAsync(Id, new EqualitySaid(Typed, How!.Value, actor.Name), stop);
        return Away("Their answers are locked away. Nobody can read them here.");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        await answers.SaveAsync(Id, EqualitySaid.Nothing, stop);
        return Away("If they had told us anything about themselves, it is gone.");
    }

    private RedirectResult Away(string said)
    {
        Said = said;
        return Redirect("~" + Url.To(Then, $"/people/{Id}/about"));
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == Id && p.ForgottenAt == null, stop) is not { } person)
        {
            return false;
        }
        Name = PersonWords.Name(person);
        // what is typed must not stay in the browser
        Response.Headers.CacheControl = "no-store";
        return true;
    }
}
