// Every case that is open, the most urgent first; how many were false alarms, and what raised them.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Cases.ListCases;

/// <summary>What raised cases, and how often in vain.</summary>
internal sealed record RuleCount(Worry Kind, string Rule, int Cases, int FalseAlarms);

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
internal sealed class ListCasesModel(HearthDb db, Actor actor, TimeProvider time) : PageModel
{
    private const int ToAPage = 100;

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public DateTimeOffset Now { get; } = time.GetUtcNow();
    public IReadOnlyList<Case> Cases { get; private set; } = [];
    public int Open { get; private set; }
    public int Late { get; private set; }
    public int Free { get; private set; }
    public int Closed { get; private set; }
    public int FalseAlarms { get; private set; }
    public IReadOnlyList<RuleCount> Rules { get; private set; } = [];

    public bool MaySet => User.IsInRole(nameof(Role.EngagementOfficer)) || User.IsInRole(nameof(Role.Administrator));

    public async Task OnGetAsync(CancellationToken stop)
    {
        var all = db.Set<Case>().AsNoTracking();
        var (me, now) = (actor.Id, Now);
        Open = await all.CountAsync(c => c.ClosedAt == null, stop);
        Late = await all.CountAsync(c => c.ClosedAt == null && c.DueAt < now, stop);
        Free = await all.CountAsync(c => c.ClosedAt == null && c.OwnerId == null, stop);
        Closed = await all.CountAsync(c => c.ClosedAt != null, stop);
        FalseAlarms = await all.CountAsync(c => c.End == CaseEnd.FalseAlarm, stop);
        var wanted = Show switch
        {
            "mine" => all.Where(c => c.ClosedAt == null && c.OwnerId == me),
            "closed" => all.Where(c => c.ClosedAt != null),
            _ => all.Where(c => c.ClosedAt == null),
        };
        Cases = await (Show == "closed" ? wanted.OrderByDescending(c => c.ClosedAt) : wanted.OrderBy(c => c.DueAt).ThenBy(c => c.Number))
            .Take(ToAPage)
            .ToListAsync(stop);
        var rules = await all.GroupBy(c => new { c.Kind, c.Rule })
            .Select(g => new
            {
                g.Key.Kind,
                g.Key.Rule,
                Cases = g.Count(),
                FalseAlarms = g.Count(c => c.End == CaseEnd.FalseAlarm),
            })
            .ToListAsync(stop);
        Rules =
        [
            .. rules
                .OrderByDescending(r => r.FalseAlarms)
                .ThenByDescending(r => r.Cases)
                .Take(20)
                .Select(r => new RuleCount(r.Kind, r.Rule, r.Cases, r.FalseAlarms)),
        ];
    }

    /// <summary>“the word ‘mould’”, “an answer to q3”.</summary>
    public static string Spoken(string rule) =>
        rule.Split(':', 2) switch
        {
            ["word", var word] => $"the word “{word}”",
            ["answer", var answer] => $"the answer {answer.Replace("=", " = ", StringComparison.Ordinal)}",
            [_, var key] => $"a reply promised at {key}",
            _ => rule,
        };
}
