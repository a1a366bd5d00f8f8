// How long each kind of data is kept, what went and what will go; the landlord changes the months.
using System.Globalization;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Retention.ChangeRetention;

/// <summary>A kind as the page shows it.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Months">As typed or set.</param>
/// <param name="Soon">How many have had their time within the next thirty days.</param>
/// <param name="Gone">How many went so far.</param>
/// <param name="Last">When some last went.</param>
internal sealed record KeptLine(IKeptFor Kind, string Months, int Soon, int Gone, DateTimeOffset? Last);

[StaffOnly(Role.Manager)]
[WholeLandlordOnly]
internal sealed class RetentionModel(HearthDb db, HowLong keep) : PageModel
{
    public IReadOnlyList<KeptLine> Kinds { get; private set; } = [];

    [TempData]
    public string? Said { get; set; }

    public async Task OnGetAsync(CancellationToken stop) =>
        await ReadAsync((await keep.AllAsync(stop)).ToDictionary(m => m.Key, m => m.Value.ToString(CultureInfo.InvariantCulture)), stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var typed = keep.Kinds.ToDictionary(kind => kind.Key, kind => Request.Form[kind.Key].FirstOrDefault()?.Trim() ?? "");
        var months = new Dictionary<string, int>();
        foreach (var kind in keep.Kinds)
        {
            if (!int.TryParse(typed[kind.Key], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                ModelState.AddModelError(kind.Key, $"Enter the months as a whole number: {Lower(kind.What)}");
            }
            else if (number < kind.Least || number > HowLong.Most)
            {
                ModelState.AddModelError(kind.Key, $"Months must be between {kind.Least} and {HowLong.Most}: {Lower(kind.What)}");
            }
            months[kind.Key] = number;
        }
        if (!ModelState.IsValid)
        {
            await ReadAsync(typed, stop);
            return Page();
        }
        await keep.SetAsync(months, stop);
        await db.SaveChangesAsync(stop);
        Said = "Saved. What has had its time goes within a day.";
        return Redirect("~/settings/retention");
    }

    private async Task ReadAsync(Dictionary<string, string> months, CancellationToken stop)
    {
        var current = await keep.AllAsync(stop);
        var gone = await db.Set<LetGo>()
            .GroupBy(g => g.Kind)
            .Select(g => new
            {
                g.Key,
                Count = g.Sum(x => x.Count),
                Last = g.Max(x => x.At),
            })
            .ToDictionaryAsync(g => g.Key, stop);
        var lines = new List<KeptLine>();
        foreach (var kind in keep.Kinds)
        {
            var soon = await kind.CountAsync(keep.Before(current[kind.Key]).AddDays(30), stop);
            lines.Add(
                new(kind, months[kind.Key], soon, gone.GetValueOrDefault(kind.Key)?.Count ?? 0, gone.GetValueOrDefault(kind.Key)?.Last)
            );
        }
        Kinds = lines;
    }

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
