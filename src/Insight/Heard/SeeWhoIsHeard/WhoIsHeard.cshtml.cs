// Who is heard: all tenants beside the involved and those who answered, and which groups are short by how many people.
using Hearth.DesignSystem.Public.Charts;
using Hearth.Insight.Inviting;
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Heard.SeeWhoIsHeard;

[StaffOnly]
internal sealed class WhoIsHeardModel(WhoWasHeard heard, InvitePlanner planner, SurveyReader surveys, TimeProvider time) : PageModel
{
    private const int MostCards = 6;

    [BindProperty(SupportsGet = true)]
    public Guid? Survey { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    public WhomWeCompare Whom { get; private set; } = new(Heard.Whom.Involved);

    /// <summary>By the grouping asked for; null where there are no tenants.</summary>
    public Balance? Main { get; private set; }

    /// <summary>By every other grouping.</summary>
    public IReadOnlyList<Balance> Others { get; private set; } = [];
    public InvitePlan? Plan { get; private set; }

    /// <summary>Whom the survey is for, where it is not for all tenants.</summary>
    public string? Only { get; private set; }

    /// <summary>The survey is open, and a councillor sees it once it has closed: day by day, its numbers would tell of one person.</summary>
    public bool MustWait { get; private set; }
    public bool Protected => !SmallNumbers.AreShownTo(User);
    public DateOnly Today => time.Today();

    public IReadOnlyList<Shortfall> Cards => BalanceChart.Cards(Main!, Plan, MostCards);

    /// <summary>Luck did not make the gap, so that groups may be called short.</summary>
    public bool IsReal => Main!.Main.Found is { } found && Chance.Of(found.Test).IsReal;

    /// <summary>Groups that are short and have no card.</summary>
    public int MoreShort =>
        Main!.Groups.Count(g => g is { IsUnknown: false } && g.Heard[^1] is { Shortfall: > 0 }) - Cards.Count(c => c.Short > 0);

    /// <summary>What the involved lack, on a page that is about others; null where luck could explain it.</summary>
    public IReadOnlyList<GroupComparison>? InvolvedNeeds =>
        Main is { Sides.Count: 2 } && Main.Sides[0].Found is { } found && Chance.Of(found.Test).IsReal ? found.ShortGroups : null;

    public int Gone => Main!.Main.Who.Gone;

    /// <summary>"11,860 tenants on 12 November 2026, beside the 41 who are involved and the 1,204 who answered the yearly survey."</summary>
    public string Subtitle
    {
        get
        {
            if (Main is null)
            {
                return Whom.Survey?.Title ?? "All tenants beside those who take part";
            }
            var sides = Main.Sides.Select(side =>
            {
                var total = side.Total is { } known ? Words.Whole(known) : Marker.Hidden.Text;
                return side.Who.Words.Unit == "answers"
                    ? $"the {total} who answered “{Whom.Survey!.Title}”"
                    : $"the {total} who {side.Who.Words.Did}";
            });
            var period = Whom.Whom == Heard.Whom.Period ? $" from {Words.Day(Whom.From!.Value)} to {Words.Day(Whom.To!.Value)}" : "";
            return $"{Words.Count(Main.Everyone, "tenant", "tenants")} on {Words.Day(Today)}, beside {string.Join(" and ", sides)}{period}.";
        }
    }

    /// <summary>The groupings this reader may look by.</summary>
    public IEnumerable<Grouping> Groupings => Grouping.All.Where(g => !Protected || g != Grouping.FineAge);

    private bool MayInvite => User.IsInRole(nameof(Role.EngagementOfficer)) || User.IsInRole(nameof(Role.Administrator));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        return Page();
    }

    /// <summary>Every grouping as a table for a spreadsheet, small numbers withheld as on the page.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop) || MustWait || Main is null)
        {
            return NotFound();
        }
        return File(HeardCsv.Write([Main, .. Others]), "text/csv; charset=utf-8", $"who-is-heard-{Today:yyyy-MM-dd}.csv");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        var known = await surveys.ListAsync(stop);
        if (
            !ModelState.IsValid
            || WhomWeCompare.Asked(Survey, Who, From, To, Protected ? [.. known.Where(s => s.Status == "Closed" || s.Id == Survey)] : known)
                is not { } whom
        )
        {
            return false;
        }
        if (Protected && whom.Whom == Heard.Whom.Period)
        {
            return false;
        }
        Whom = whom;
        MustWait = Protected && whom.Survey is { Status: not "Closed" };
        var inviting = MayInvite && whom.Survey is { Status: "Open" };
        var everyone = whom.Survey is null ? await heard.EveryoneAsync(stop) : await heard.EveryoneForAsync(whom.Survey, inviting, stop);
        if (MustWait || everyone.Members.Count == 0)
        {
            return true;
        }

        var by = Grouping.Find(By);
        if (!Groupings.Contains(by))
        {
            by = Grouping.Age;
        }
        var crowds = new List<HeardPeople> { await heard.InvolvedAsync(everyone, stop) };
        if (whom.Whom == Heard.Whom.Survey)
        {
            crowds.Add(await heard.AnsweredAsync(whom.Survey!, everyone, stop));
        }
        else if (whom.Whom == Heard.Whom.Period)
        {
            crowds.Add(await heard.TookPartAsync(whom.From!.Value, whom.To!.Value, everyone, stop));
        }
        Only = everyone.Only;
        Main = Balance.Of(by, everyone, crowds, Protected);
        Others =
        [
            .. Groupings
                .Where(g => g != by && g != (by == Grouping.FineAge ? Grouping.Age : Grouping.FineAge))
                .Select(g => Balance.Of(g, everyone, crowds, Protected)),
        ];
        if (inviting)
        {
            Plan = await planner.PlanAsync(whom.Survey!, Main, everyone, seed: null, stop);
        }
        return true;
    }
}
