// Whom to invite next: the groups that are short, how many of each, and the people, drawn by lot with a seed that anyone can draw with again.
using Hearth.DesignSystem.Public.Charts;
using Hearth.Insight.Heard;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Insight.Inviting.InviteNext;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class InviteNextModel(
    InvitePlanner planner,
    InviteHouseholds invite,
    SurveyReader surveys,
    AuditTrail audit,
    HearthDb db,
    TimeProvider time
) : PageModel
{
    private const int OnAPage = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Survey { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Seed { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [TempData]
    public string? Said { get; set; }

    public InvitePlan Plan { get; private set; } = null!;
    public int Pages => Math.Max(1, (Plan.Count + OnAPage - 1) / OnAPage);
    public IEnumerable<(string Group, AudienceMember Member)> Shown =>
        Plan.Groups.SelectMany(group => group.Drawn.Select(member => (group.Name, member))).Skip((PageNumber - 1) * OnAPage).Take(OnAPage);

    /// <summary>"373 who have answered, 612 asked in the last 28 days".</summary>
    public string LeftOut => string.Join(", ", Plan.LeftOut.OrderBy(x => x.Key).Select(x => LeavingOut.Say(x.Key, x.Value)));

    public FiguresTable Table =>
        new(
            "Groups to invite next, how, and how many",
            ["Group", "Can be asked now", "Best way", "Who answer", "Answers wanted", "Invite"],
            [
                .. Plan.Groups.Select(group => new FiguresRow(
                    group.Name,
                    [
                        Words.Whole(group.CanBeAsked.Count),
                        LeavingOut.BestWay(group.CanBeAsked) is { } way ? LeavingOut.Name(way.Way) : "None",
                        group.Rate.ToString(),
                        Words.Whole(group.Short),
                        Words.Whole(group.Drawn.Count),
                    ]
                )),
                new FiguresRow(
                    "All",
                    [
                        Words.Whole(Plan.Groups.Sum(g => g.CanBeAsked.Count)),
                        "",
                        "",
                        Words.Whole(Plan.Groups.Sum(g => g.Short)),
                        Words.Whole(Plan.Count),
                    ],
                    Sum: true
                ),
            ]
        );

    public string Address(string more = "") => $"/insight/invite-next?survey={Survey}&by={Plan.By.Key}&seed={Plan.Seed}{more}";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await DrawAsync(stop))
        {
            return NotFound();
        }
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        return Page();
    }

    /// <summary>Hands the people drawn with this seed on to the survey, which asks them and keeps its own rules.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await DrawAsync(stop))
        {
            return NotFound();
        }
        var because = $"short by {Plan.By.Noun}, drawn by lot, seed {Plan.Seed}";
        var done = await invite.RunAsync(Survey, [.. Plan.Drawn.Select(member => member.HouseholdId)], because, stop);
        if (done.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }
        List<string> parts = [];
        if (done.Invited > 0)
        {
            parts.Add(Words.Count(done.Invited, "person is being invited", "people are being invited"));
        }
        if (done.Reminded > 0)
        {
            parts.Add(Words.Count(done.Reminded, "person is being reminded", "people are being reminded"));
        }
        Said = string.Join(" and ", parts) + ".";
        return LocalRedirect("~" + Address());
    }

    /// <summary>The list with how each is reached: it leaves Hearth, so the audit says who took it.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken stop)
    {
        if (!await DrawAsync(stop))
        {
            return NotFound();
        }
        audit.Write("TakeInviteList", "survey", Survey, $"{Plan.Count} people, by {Plan.By.Key}, seed {Plan.Seed}");
        await db.SaveChangesAsync(stop);
        return File(InviteCsv.Write(Plan), "text/csv; charset=utf-8", $"invite-next-{time.Today():yyyy-MM-dd}-seed-{Plan.Seed}.csv");
    }

    private async Task<bool> DrawAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid || await surveys.FindAsync(Survey, stop) is not { } survey)
        {
            return false;
        }
        Plan = await planner.PlanAsync(survey, Grouping.Find(By), Seed, stop);
        return true;
    }
}
