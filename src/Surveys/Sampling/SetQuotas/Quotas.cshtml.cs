// How many answers are wanted of each group, and the form that says so.
using System.Globalization;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling.DrawSample;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling.SetQuotas;

internal sealed class QuotaForm
{
    public Characteristic? First { get; set; }
    public Characteristic? Second { get; set; }
    public string? Wanted { get; set; }
}

[StaffOnly(Role.EngagementOfficer)]
[WholeLandlordOnly]
internal sealed class QuotasModel(HearthDb db, SetQuotas set, SampleReader samples) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public QuotaForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public IReadOnlyList<Quota> Quotas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (Quotas.Count > 0)
        {
            Characteristic[] by = [.. Quotas[0].By.Split(',').Select(Enum.Parse<Characteristic>)];
            (Form.First, Form.Second) = (by[0], by.Length > 1 ? by[1] : null);
        }
        var wanted = Quotas.Count > 0 ? Quotas.Sum(quota => quota.Wanted) : (await samples.OfAsync(Id, stop)).Required;
        Form.Wanted = wanted.ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? action, CancellationToken stop)
    {
        if (!ModelState.IsValid)
        {
            // a characteristic that is none: only a tampered form sends it
            return BadRequest();
        }
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        IReadOnlyList<Refusal> refusals;
        if (action == "clear")
        {
            refusals = await set.ClearAsync(Id, stop);
        }
        else if (
            !int.TryParse(Form.Wanted?.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var wanted)
            || wanted is < 1 or > 1_000_000
        )
        {
            refusals = [new NotAWholeNumber("Answers wanted", 1, 1_000_000, nameof(Form.Wanted))];
        }
        else
        {
            refusals = await set.RunAsync(Id, [.. new[] { Form.First, Form.Second }.OfType<Characteristic>()], wanted, stop);
        }
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            ModelState.Refuse(refusals);
            return await FindAsync(stop) ? Page() : NotFound();
        }
        Said = action == "clear" ? "There are no quotas any more." : "The quotas are set.";
        return Redirect($"~/surveys/{Id}/sample/quotas");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(survey => survey.Id == Id, stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        Quotas =
        [
            .. (await db.Set<Quota>().AsNoTracking().Where(q => q.SurveyId == Id).ToListAsync(stop)).OrderBy(
                q => q.Cell,
                StringComparer.Ordinal
            ),
        ];
        return true;
    }
}
