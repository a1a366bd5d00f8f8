// The officer's first page: the loop at a glance, what is due, what is in the field, who is not heard, who has not been told.
using System.Globalization;
using Hearth.DesignSystem.Public.Charts;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Feedback.Public;
using Hearth.Insight.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Caching.Memory;

namespace Hearth.Web.Home.Officer;

[StaffOnly]
internal sealed class OfficerHomeModel(
    IEnumerable<IFirstPageNews> modules,
    ToldSummary told,
    WardsHeard wards,
    IMemoryCache cache,
    Actor actor,
    TimeProvider time
) : PageModel
{
    /// <summary>Days ahead that count as soon.</summary>
    private const int Soon = 7;

    /// <summary>Things to show before the rest is looked for elsewhere.</summary>
    public const int MostDue = 8;
    public const int MostUntold = 4;

    private static readonly string[] Titles = ["Councillor", "Cllr", "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"];
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public DateOnly Today { get; } = time.Today();
    public IReadOnlyList<LoopStopState> Stops { get; private set; } = [];
    public ToldAtAGlance Told { get; private set; } = null!;
    public IReadOnlyList<Due> Due { get; private set; } = [];
    public IReadOnlyList<InTheField> Field { get; private set; } = [];
    public HomesHeardByWard Heard { get; private set; } = null!;

    public bool MayInvite => User.IsInRole(nameof(Role.EngagementOfficer)) || User.IsInRole(nameof(Role.Administrator));

    public bool MayWrite => MayInvite || User.IsInRole(nameof(Role.Manager));

    public async Task OnGetAsync(CancellationToken stop)
    {
        var news = new List<FirstPageNews>();
        foreach (var module in modules)
        {
            news.Add(await module.ReadAsync(User, Today.AddDays(Soon), stop));
        }
        Told = await told.ReadAsync(stop);
        Heard = (
            await cache.GetOrCreateAsync(
                $"{nameof(OfficerHomeModel)} {Today:O}",
                async entry =>
                {
                    using var all = actor.SeeAll();
                    // a picture of the year, not a record: counted at most once a minute on each node
                    entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
                    return await wards.ReadAsync(Today.AddYears(-1), stop);
                }
            )
        )!;
        var unheard = Heard.Homes - Heard.Heard;
        Stops =
        [
            .. news.SelectMany(n => n.Stops)
                .Append(new(LoopStop.Access, unheard, $"{(unheard == 1 ? "home" : "homes")} not heard in a year"))
                .GroupBy(s => s.Stop)
                .Select(Together),
        ];
        Due =
        [
            .. news.SelectMany(n => n.Due).OrderBy(d => d.On).ThenByDescending(d => d.State).ThenBy(d => d.Title, StringComparer.Ordinal),
        ];
        Field = [.. news.SelectMany(n => n.Field).OrderBy(f => f.ClosesOn).ThenBy(f => f.Title, StringComparer.Ordinal)];
    }

    public string Greeting
    {
        get
        {
            var hour = time.GetUtcNow().InLondon().Hour;
            var words = (User.Identity?.Name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // nobody is greeted by their title alone
            var name = words.Length > 1 && Titles.Contains(words[0]) ? string.Join(' ', words) : words.FirstOrDefault();
            return (
                    hour < 12 ? "Good morning"
                    : hour < 18 ? "Good afternoon"
                    : "Good evening"
                ) + (name is null ? "" : $", {name}");
        }
    }

    /// <summary>"Thursday 12 November 2026. 1 thing is late. 4 more are due in the next 7 days."</summary>
    public string Sub
    {
        get
        {
            var late = Due.Count(d => d.State == DueState.Late);
            var soon = Due.Count - late;
            var words = Today.ToString("dddd d MMMM yyyy", British) + ".";
            if (Due.Count == 0)
            {
                return $"{words} Nothing is due in the next {Soon} days.";
            }
            words += late == 0 ? " Nothing is late." : $" {Whole(late)} {(late == 1 ? "thing is" : "things are")} late.";
            return soon == 0
                ? words
                : $"{words} {Whole(soon)} {(late > 0 ? "more " : "")}{(soon == 1 ? "is" : "are")} due in the next {Soon} days.";
        }
    }

    public string Day(DateOnly day) =>
        day == Today ? "Today"
        : day == Today.AddDays(1) ? "Tomorrow"
        : day.ToString(day.Year == Today.Year ? "ddd d MMM" : "d MMM yyyy", British);

    public static string LongDay(DateOnly day) => day.ToString("dddd d MMMM", British);

    public static string Whole(int number) => number.ToString("N0", British);

    /// <summary>A councillor is not shown a number so small that it points at a person.</summary>
    public bool Hides(int took) => took is > 0 and < 10 && !MayWrite && !User.IsInRole(nameof(Role.HousingOfficer));

    public string Promise =>
        Told.PromisedDays is not { } days ? "Everyone who spoke is told what came of it."
        : Told.MedianDays is { } median ? $"You promise an answer within {days} days of closing. Half are told within {median}."
        : $"You promise an answer within {days} days of closing.";

    public BarRows ByWard
    {
        get
        {
            var all = Heard.In100 ?? 0;
            var lowest = Heard.Wards.FirstOrDefault();
            return new(
                lowest is null || lowest.Short == 0
                    ? "Every ward is heard about alike."
                    : $"{lowest.Ward} is heard least: {lowest.In100} homes in 100, against {all} in all.",
                $"Homes that told us something since {Heard.Since.ToString("d MMMM yyyy", British)}, by ward",
                ["Ward", "In 100", "Homes", "Heard"],
                [
                    .. Heard.Wards.Select(w => new BarRow(
                        w.Ward,
                        w.In100,
                        $"{w.In100} in 100",
                        IsShort(w),
                        IsShort(w) ? $"{w.Short} short" : null,
                        More: [Whole(w.Homes), Whole(w.Heard)]
                    )),
                ],
                Line: all,
                LineName: $"All homes: {all} in 100"
            );
        }
    }

    /// <summary>Short enough to act on: by a fifth of what all wards together have, and by no less than two homes in 100.</summary>
    public bool IsShort(WardHeard ward) => ward.Short >= 2 && ward.Short * 5 >= (Heard.In100 ?? 0);

    private LoopStopState Together(IGrouping<LoopStop, AtAStop> at) =>
        new(
            at.Key,
            Whole(at.Sum(a => a.Number)),
            string.Join(", ", at.Select(a => a.Note)),
            at.Any(a => a.Hot),
            at.Select(a => a.Href).FirstOrDefault(h => h is not null)
        );
}
