// The officer's board: where each answer is, and whether everyone who spoke knows what came of it.
using Hearth.DesignSystem.Public.Charts;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Feedback.Board;

[StaffOnly]
internal sealed class BoardModel(BoardReader reader, TimeProvider time) : PageModel
{
    public BoardView View { get; private set; } = null!;

    public DateOnly Today { get; } = time.Today();

    public bool MayWrite => User.MayWrite();

    public bool MaySeePeople => User.MaySeePeople();

    public async Task OnGetAsync(CancellationToken stop) => View = await reader.ReadAsync(stop);

    /// <summary>“In 2 activities”, or what calm looks like.</summary>
    public string WhyOverdue =>
        View.Glance.Overdue == 0 ? "Everyone else is in time" : "In " + InWords.Count(View.Glance.Late.Count, "activity", "activities");

    public string WhyShare
    {
        get
        {
            var glance = View.Glance;
            var words = $"{InWords.Number(glance.Count.Told)} of {InWords.Number(glance.ToTell)}";
            if (glance.LastYear is { } last)
            {
                words += $". Last year {InWords.PerCent(last.Told, last.Took - last.Excused)}%";
            }
            return glance.Count.Excused == 0 ? words : $"{words}. {InWords.Number(glance.Count.Excused)} asked not to be told";
        }
    }

    public string WhyDays
    {
        get
        {
            var promise = View.Glance.PromisedDays is { } days ? $"You promise {days}" : "No promise is on file";
            return View.Glance.MedianDaysLastYear is { } last ? $"{promise}. Last year {last}" : promise;
        }
    }

    public int ToRing => View.Ways.Where(w => w.Way is "Telephone" or Tellings.Way.FaceToFace).Sum(w => w.ToTell - w.Told);

    public ToldRows Ways
    {
        get
        {
            var slowest = View.Ways.Where(w => w.Told < w.ToTell).MinBy(w => (double)w.Told / w.ToTell);
            var finding = slowest is null
                ? "Every message has arrived."
                : $"{Tellings.Way.InWords(slowest.Way)} lags."
                    + (
                        ToRing > 0
                            ? $" {InWords.Count(ToRing, "call waits", "calls wait")} for someone to make {(ToRing == 1 ? "it" : "them")}."
                            : ""
                    );
            return new(
                finding,
                "Told, by the way each person chose",
                "Way",
                [
                    .. View.Ways.Select(w => new ToldRow(
                        Tellings.Way.InWords(w.Way),
                        w.Told,
                        w.ToTell - w.Told,
                        InWords.PerCent(w.Told, w.ToTell) + "%"
                    )),
                ]
            );
        }
    }

    public BarRows Waits
    {
        get
        {
            var (waits, promise) = (View.Glance.Waits, View.Glance.PromisedDays ?? 28);
            (int From, int To)[] bands = [(0, 7), (8, 14), (15, 21), (22, 28), (29, 42), (43, 60), (61, int.MaxValue)];
            var inside = waits.Count(w => w <= promise);
            var rows = bands
                .Select(b =>
                    (
                        Name: b.To == int.MaxValue ? "61 days or more" : $"{b.From} to {b.To} days",
                        b.From,
                        People: waits.Count(w => w >= b.From && w <= b.To)
                    )
                )
                .Where(b => b.People > 0 || b.From <= promise)
                .Select(b => new BarRow(b.Name, b.People, InWords.Number(b.People), b.From > promise && b.People > 0));
            return new(
                $"{InWords.PerCent(inside, waits.Count)} in 100 were told inside your {promise} days.",
                "Days from closing to telling",
                ["Days", "People"],
                [.. rows]
            );
        }
    }
}
