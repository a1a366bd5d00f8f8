// Which homes a survey asks: chosen while it is a draft, and from then on how they were chosen.
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling.DrawSample;

/// <summary>A stock as it could be asked today.</summary>
internal sealed record StockToday(RelevantPopulation Population, RequiredSample Needed);

/// <summary>A stratum of a drawn sample.</summary>
internal sealed record DrawnStratum(string Name, int Homes, int Drawn, int Reserve, int Answered);

[StaffOnly(Role.EngagementOfficer)]
[WholeLandlordOnly]
internal sealed class SampleModel(HearthDb db, DrawSample draw, PopulationReader reader, FrameChanges changes) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public SampleForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;

    /// <summary>As chosen; null while nobody has.</summary>
    public Sample? Sample { get; private set; }
    public bool IsMeasured { get; private set; }
    public IReadOnlyList<StockToday> Stocks { get; private set; } = [];
    public IReadOnlyList<DrawnStratum> Strata { get; private set; } = [];
    public FrameChange? Change { get; private set; }
    public IReadOnlyList<ReleasedReserve> Released { get; private set; } = [];

    /// <summary>What a count of the form as typed gives: homes to ask, and how they spread; null before the first count.</summary>
    public (SamplePlan Plan, IReadOnlyList<DrawnStratum> Strata)? Counted { get; private set; }

    /// <summary>The stock that the form speaks of.</summary>
    public StockToday? Of => Stocks.FirstOrDefault(stock => stock.Population.Stock == Form.Stock);

    public bool IsDraft => Survey.Status == SurveyStatus.Draft;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? action, CancellationToken stop)
    {
        if (!ModelState.IsValid)
        {
            // a stock or a characteristic that is none: only a tampered form sends it
            return BadRequest();
        }
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (action is "discard" or "keep")
        {
            var done = action == "keep" ? await draw.KeepAsync(Id, stop) : await draw.DiscardAsync(Id, stop);
            if (done.Count > 0)
            {
                return await AgainAsync(done, stop);
            }
            Said =
                action == "keep"
                    ? "The draw is kept. Homes that came since have no chance in it."
                    : "The sample is discarded. Its seed stays in the record.";
            return Redirect($"~/surveys/{Id}/sample");
        }
        var (plan, refusals) = Form.Read(Of?.Needed.Required ?? 0);
        if (refusals.Count > 0)
        {
            return await AgainAsync(refusals, stop);
        }
        if (action == "draw")
        {
            var drawn = await draw.RunAsync(Id, plan, stop);
            if (drawn.Refused)
            {
                return await AgainAsync(drawn.Refusals, stop);
            }
            Said = plan.Census ? "Every home is asked." : $"{drawn.Made!.Size:N0} homes are drawn, by seed {drawn.Made.Seed}.";
            return Redirect($"~/surveys/{Id}/sample");
        }
        var faults = plan.Faults(Of!.Population).ToList();
        ModelState.Refuse(faults);
        if (faults.Count == 0)
        {
            // what is counted does not hang on the seed: sizes come of the strata alone
            var homes = plan.Census ? [] : plan.Draw(Id, Of.Population.Frame, plan.Seed ?? 0);
            Counted = (plan, Group(homes.Select(home => (home.Stratum, home.Replicate, 1, 0))));
        }
        return Page();
    }

    private async Task<IActionResult> AgainAsync(IReadOnlyList<Refusal> refusals, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        ModelState.Refuse(refusals);
        return await FindAsync(stop) ? Page() : NotFound();
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(survey => survey.Id == Id, stop) is not { } survey)
        {
            return false;
        }
        Survey = survey;
        IsMeasured = await reader.IsMeasuredAsync(Id, stop);
        Sample = await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(sample => sample.SurveyId == Id, stop);
        if (Sample is { } sample)
        {
            await ShowAsync(sample, stop);
        }
        else if (IsDraft)
        {
            List<StockToday> stocks = [];
            foreach (var stock in new[] { StockType.LowCostRental, StockType.LowCostHomeOwnership, StockType.Combined })
            {
                var population = await reader.OfAsync(survey, stock, stop);
                stocks.Add(new(population, Requirement.Of(population.Homes.Count, survey.OpensOn)));
            }
            Stocks = stocks;
        }
        return true;
    }

    private async Task ShowAsync(Sample sample, CancellationToken stop)
    {
        Released = await db.Set<ReleasedReserve>().AsNoTracking().Where(r => r.SurveyId == Id).OrderBy(r => r.Number).ToListAsync(stop);
        if (IsDraft || Survey.Status == SurveyStatus.Scheduled)
        {
            Change = await changes.SinceAsync(Survey, sample, stop);
        }
        var rows = await (
            from home in db.Set<FrameHome>()
            where home.SurveyId == Id
            join response in db.Set<Response>().Where(r => r.SurveyId == Id) on home.HouseholdId equals response.HouseholdId into responses
            from response in responses.DefaultIfEmpty()
            group response by new { home.Stratum, home.Replicate } into made
            select new
            {
                made.Key.Stratum,
                made.Key.Replicate,
                Homes = made.Count(),
                Answered = made.Count(r => r != null),
            }
        ).ToListAsync(stop);
        Strata = Group(rows.Select(row => (row.Stratum, row.Replicate, row.Homes, row.Answered)));
    }

    private static IReadOnlyList<DrawnStratum> Group(IEnumerable<(string Stratum, int? Replicate, int Homes, int Answered)> rows) =>
        [
            .. rows.GroupBy(row => row.Stratum)
                .OrderBy(stratum => stratum.Key, StringComparer.Ordinal)
                .Select(stratum => new DrawnStratum(
                    stratum.Key,
                    stratum.Sum(row => row.Homes),
                    stratum.Where(row => row.Replicate == 0).Sum(row => row.Homes),
                    stratum.Where(row => row.Replicate > 0).Sum(row => row.Homes),
                    stratum.Sum(row => row.Answered)
                )),
        ];
}
