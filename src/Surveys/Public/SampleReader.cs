// How a survey's homes were chosen: the population, who was left out, what was needed and drawn. Counts of homes only.
using System.Text.Json;
using Hearth.People.Public;
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Public;

/// <summary>How a survey's homes were chosen. All counts are homes (households).</summary>
/// <param name="SurveyId">The survey.</param>
/// <param name="Stock">Rental, home ownership, or both in one where that was chosen.</param>
/// <param name="Census">Every home that may be asked is asked.</param>
/// <param name="Population">Running tenancies of that stock, those left out still in.</param>
/// <param name="LeftOut">Homes left out for exceptional circumstances (Tenant Survey Requirements, paragraph 63), by the reason; never opt-outs.</param>
/// <param name="OptedOut">Homes not asked for other reasons: a non-response, not an exclusion.</param>
/// <param name="Drawn">Homes that were drawn, the reserve included; of a census every home that was not left out.</param>
/// <param name="Released">Of them, asked so far.</param>
/// <param name="Required">Answers that the regulator's bands ask for, rounded up.</param>
/// <param name="RequiredExact">The same before rounding.</param>
/// <param name="BandMargin">The accuracy asked for: 0.02 to 0.05.</param>
/// <param name="StrataBy">“Ward”, “Age”…; empty for none.</param>
/// <param name="Allocation">“Census”, “Simple random”, “Proportional”, “Neyman”, “Equal”.</param>
/// <param name="Seed">What the lots were drawn by; null where none were.</param>
/// <param name="Replicates">Parts of the reserve.</param>
/// <param name="ReplicatesReleased">Of them, asked.</param>
public sealed record SampleFacts(
    Guid SurveyId,
    StockType Stock,
    bool Census,
    int Population,
    IReadOnlyList<LeftOutCount> LeftOut,
    int OptedOut,
    int Drawn,
    int Released,
    int Required,
    double RequiredExact,
    double BandMargin,
    IReadOnlyList<string> StrataBy,
    string Allocation,
    string? Seed,
    int Replicates,
    int ReplicatesReleased
);

/// <summary>Homes left out for one reason.</summary>
public sealed record LeftOutCount(string Reason, int Homes);

public sealed class SampleReader
{
    private readonly HearthDb db;
    private readonly PopulationReader population;
    private readonly Audience audience;
    private readonly AskedTenures tenures;

    internal SampleReader(HearthDb db, PopulationReader population, Audience audience, AskedTenures tenures)
    {
        (this.db, this.population, this.audience, this.tenures) = (db, population, audience, tenures);
    }

    /// <summary>The facts of a survey, of the day it opened or was drawn for, or, where it has done neither, of today.</summary>
    /// <exception cref="InvalidOperationException">There is no such survey.</exception>
    public async Task<SampleFacts> OfAsync(Guid surveyId, CancellationToken stop = default)
    {
        var survey = await db.Set<Survey>()
            .IgnoreQueryFilters([Survey.Copies])
            .AsNoTracking()
            .SingleAsync(survey => survey.Id == surveyId, stop);
        if (await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(sample => sample.SurveyId == surveyId, stop) is { } sample)
        {
            return await ChosenAsync(survey, sample, stop);
        }
        return survey.Status is SurveyStatus.Open or SurveyStatus.Closed
            ? await AskedAsync(survey, stop)
            : await ToBeAskedAsync(survey, stop);
    }

    private async Task<SampleFacts> ChosenAsync(Survey survey, Sample sample, CancellationToken stop)
    {
        var tenures = await TenuresAskedAsync(survey, stop);
        var released = tenures.Where(tenure => sample.Stock.Holds(tenure.Tenure)).Sum(tenure => tenure.Homes);
        if (sample.Census)
        {
            // once it has opened: everybody of the stock who was neither asked nor left out, whatever the reason
            var silent = survey.Status is SurveyStatus.Open or SurveyStatus.Closed ? Math.Max(0, sample.Size - released) : sample.OptedOut;
            return Facts(survey, sample.Stock, sample.Population, sample.LeftOutCounts, silent, sample.Size, released);
        }
        var drawn = await db.Set<FrameHome>().CountAsync(home => home.SurveyId == survey.Id && home.Replicate != null, stop);
        var parts = await db.Set<ReleasedReserve>().CountAsync(part => part.SurveyId == survey.Id, stop);
        var notAsked =
            survey.Status is SurveyStatus.Open or SurveyStatus.Closed && JsonSerializer.Deserialize<NotAsked>(survey.NotAsked) is { } opened
                ? opened.OptedOut
                : sample.OptedOut;
        return Facts(survey, sample.Stock, sample.Population, sample.LeftOutCounts, notAsked, drawn, released) with
        {
            Census = false,
            StrataBy = [.. sample.By.Select(by => by.Name())],
            Allocation = sample.By.Count == 0 ? "Simple random" : sample.Allocation.ToString(),
            Seed = sample.Seed,
            Replicates = sample.Replicates,
            ReplicatesReleased = parts,
        };
    }

    private async Task<SampleFacts> AskedAsync(Survey survey, CancellationToken stop)
    {
        var tenures = await TenuresAskedAsync(survey, stop);
        var stock = Stocks.Of([.. tenures.Select(tenure => tenure.Tenure)]);
        var all = tenures.Sum(tenure => tenure.Homes);
        var asked = tenures.Where(tenure => stock.Holds(tenure.Tenure)).Sum(tenure => tenure.Homes);
        // those not asked were counted without their tenure: where several were asked they are taken to be of each as those asked are
        var silent = Math.Max(survey.Population, all) - all;
        var homes = asked + (all == 0 ? silent : (int)Math.Round((double)silent * asked / all));
        var left = JsonSerializer.Deserialize<NotAsked>(survey.NotAsked) ?? new(0, 0, 0);
        return Facts(survey, stock, homes, [], Math.Min(homes - asked, left.OptedOut), homes, asked);
    }

    private async Task<SampleFacts> ToBeAskedAsync(Survey survey, CancellationToken stop)
    {
        var filter = WhoIsAsked.Read(survey.Audience);
        var stock = Stocks.Of([.. (await audience.CountedAsync(filter, stop)).Select(home => home.Facts.Tenure).Distinct()]);
        var today = await population.OfAsync(survey, stock, stop);
        return Facts(survey, stock, today.Homes.Count, today.LeftOut, today.OptedOut.All, today.Frame.Count, 0);
    }

    private async Task<IReadOnlyList<(string Tenure, int Homes)>> TenuresAskedAsync(Survey survey, CancellationToken stop)
    {
        var asked = (await AskedTenures.CountAsync(db, [survey.Id], stop)).GetValueOrDefault(survey.Id);
        return await tenures.OfAsync(db, survey.Id, asked, stop);
    }

    private static SampleFacts Facts(
        Survey survey,
        StockType stock,
        int population,
        IReadOnlyList<LeftOutCount> leftOut,
        int optedOut,
        int drawn,
        int released
    )
    {
        var required = Requirement.Of(population, survey.OpensOn);
        return new(
            survey.Id,
            stock,
            true,
            population,
            leftOut,
            optedOut,
            drawn,
            released,
            required.Required,
            (double)required.Exact,
            (double)required.Tolerance,
            [],
            "Census",
            null,
            0,
            0
        );
    }
}
