// The page where an administrator says that the server's clock is right though it leapt: the server was switched off so long.
using System.Globalization;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Web.TheClock.SayRight;

[StaffOnly(Role.Administrator)]
[WholeLandlordOnly]
internal sealed class ClockModel(ClockLeap clock, TimeProvider time) : PageModel
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public Leap? Leap { get; private set; }

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    [TempData]
    public string? Said { get; set; }

    public async Task OnGetAsync(CancellationToken stop) => Leap = await clock.FindAsync(stop);

    /// <param name="shown">Whence the leap was that they were asked about: an old page left open says nothing of another.</param>
    /// <param name="stop">The request.</param>
    public async Task<IActionResult> OnPostAsync(long shown, CancellationToken stop)
    {
        if (await clock.FindAsync(stop) is { } leap && leap.From.UtcTicks == shown)
        {
            await clock.SayRightAsync(stop);
            Said = "Thank you. Sending and deleting go on.";
        }
        return Redirect("~/settings/clock");
    }

    /// <summary>“12 November 2026 at 5.30pm”.</summary>
    public static string Moment(DateTimeOffset at)
    {
        var there = at.InLondon();
        var hour = there.ToString(there.Minute == 0 ? "htt" : "h.mmtt", English).Replace(" ", "").ToLowerInvariant();
        return $"{there.ToString("d MMMM yyyy", English)} at {hour}";
    }
}
