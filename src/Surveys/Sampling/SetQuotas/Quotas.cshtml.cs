// How many answers are wanted of each group, the form that shares them out, and the one that takes a number typed over a share.
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

    /// <summary>A line for each quota, in the order of the page.</summary>
    public List<TypedQuota> Cells { get; set; } = [];

    /// <summary>The rest goes to the other groups; else they stay as they are.</summary>
    public bool Spread { get; set; } = true;
}

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
[WholeLandlordOnly]
internal sealed class QuotasModel(HearthDb db, SetQuotas set, TypeQuotas type, SampleReader samples, SurveyReader surveys) : PageModel
{
    /// <summary>Of the button that puts one quota back: what stands before its line.</summary>
    public const string Back = "back:";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public QuotaForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public IReadOnlyList<Quota> Quotas { get; private set; } = [];

    /// <summary>Answers so far of each group; empty before the survey opens.</summary>
    public IReadOnlyDictionary<string, int> SoFar { get; private set; } = new Dictionary<string, int>();

    /// <summary>Answers that the regulator's formula asks for.</summary>
    public int Required { get; private set; }

    /// <summary>Homes have come, gone or been drawn anew since the quotas were set.</summary>
    public bool HomesChanged { get; private set; }

    public int Sum => Quotas.Sum(quota => quota.Wanted);
    public int Typed => Quotas.Count(quota => quota.IsTyped);
    public bool Closed => Survey.Status == SurveyStatus.Closed;

    /// <summary>What is odd about the quotas as they stand; none of it stops anybody.</summary>
    public IEnumerable<string> Warnings
    {
        get
        {
            if (Quotas.Count == 0)
            {
                yield break;
            }
            if (Sum != Quotas[0].InAll && Quotas[0].InAll != Required)
            {
                yield return $"The quotas add up to {Sum:N0}: {Than(Sum, Quotas[0].InAll)} than the {Quotas[0].InAll:N0} that were shared out.";
            }
            if (Sum != Required)
            {
                yield return $"The survey needs {Required:N0} answers, and the quotas add up to {Than(Sum, Required)}.";
            }
            if (Quotas.Where(quota => quota.IsTyped && quota.Wanted == 0).Select(quota => quota.Cell).ToList() is { Count: > 0 } none)
            {
                yield return $"No answer is wanted of {string.Join("; ", none)}. These homes are asked all the same, and are never shown as short.";
            }
            if (HomesChanged)
            {
                yield return "The homes have changed since the quotas were set. Set them anew to share the answers out by the homes of today; numbers set by hand stay.";
            }
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        ShowAsSet();
        return Page();
    }

    private void ShowAsSet()
    {
        if (Quotas.Count > 0)
        {
            var by = Quotas[0].Characteristics;
            (Form.First, Form.Second) = (by[0], by.Count > 1 ? by[1] : null);
        }
        Form.Wanted = (Quotas.Count > 0 ? Quotas[0].InAll : Required).ToString(CultureInfo.InvariantCulture);
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
        var (said, refusals) = await ActAsync(action ?? "", stop);
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            ModelState.Refuse(refusals);
            if (!await FindAsync(stop))
            {
                return NotFound();
            }
            if (Form.Cells.Count > 0)
            {
                // the numbers were sent without the form below them
                ShowAsSet();
            }
            return Page();
        }
        Said = said;
        return Redirect($"~/surveys/{Id}/sample/quotas");
    }

    private async Task<(string Said, IReadOnlyList<Refusal> Refusals)> ActAsync(string action, CancellationToken stop)
    {
        if (action == "clear")
        {
            return ("There are no quotas any more.", await set.ClearAsync(Id, stop));
        }
        if (action == "type" || action.StartsWith(Back, StringComparison.Ordinal))
        {
            if (
                int.TryParse(action.AsSpan(action.IndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
                && line < Form.Cells.Count
            )
            {
                Form.Cells[line].Wanted = "";
            }
            var typed = await type.RunAsync(Id, Form.Cells, Form.Spread, stop);
            return (typed.Refused ? "" : InWords(typed.Made!), typed.Refusals);
        }
        if (
            !int.TryParse(Form.Wanted?.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var wanted)
            || wanted is < 1 or > 1_000_000
        )
        {
            return ("", [new NotAWholeNumber("Answers wanted", 1, 1_000_000, nameof(Form.Wanted))]);
        }
        Characteristic[] by = [.. new[] { Form.First, Form.Second }.OfType<Characteristic>()];
        return ("The quotas are set.", await set.RunAsync(Id, by, wanted, stop));
    }

    private string InWords(TypedNow typed)
    {
        List<string> parts = [];
        if (typed.Typed > 0)
        {
            parts.Add(typed.Typed == 1 ? "1 quota is set by hand" : $"{typed.Typed} quotas are set by hand");
        }
        if (typed.PutBack > 0)
        {
            parts.Add(typed.PutBack == 1 ? "1 is back at its share" : $"{typed.PutBack} are back at their shares");
        }
        return parts.Count == 0
            ? "Nothing was changed."
            : $"{string.Join(", ", parts)}. The other groups {(Form.Spread ? "share what is left." : "stay as they were.")}";
    }

    private static string Than(int here, int other) => here > other ? $"{here - other:N0} more" : $"{other - here:N0} fewer";

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(survey => survey.Id == Id, stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        Required = (await samples.OfAsync(Id, stop)).Required;
        Quotas =
        [
            .. (await db.Set<Quota>().AsNoTracking().Where(q => q.SurveyId == Id).ToListAsync(stop)).OrderBy(
                q => q.Cell,
                StringComparer.Ordinal
            ),
        ];
        if (Quotas.Count == 0)
        {
            return true;
        }
        var by = Quotas[0].Characteristics;
        if (survey.Status is SurveyStatus.Open or SurveyStatus.Closed)
        {
            SoFar = (await surveys.TallyAsync(Id, stop))
                .GroupBy(tally => by.CellOf(tally.Facts), StringComparer.Ordinal)
                .ToDictionary(cell => cell.Key, cell => cell.Sum(tally => tally.Answered), StringComparer.Ordinal);
        }
        if (!Closed)
        {
            var now = await set.CellsAsync(survey, by, stop);
            HomesChanged = now.Count != Quotas.Count || Quotas.Any(quota => now.GetValueOrDefault(quota.Cell) != quota.Homes);
        }
        return true;
    }
}
