// Reads a year's perception figures of one stock: gathers what its surveys heard and how their homes were chosen, and has them worked out.
using System.Diagnostics;
using System.Text;
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception.Freezing;
using Hearth.Insight.Measures.Perception.WorkOut;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Perception;

/// <summary>A survey that can make a year's figures.</summary>
/// <param name="Chosen">It makes them.</param>
internal sealed record Candidate(MeasuredSurvey Survey, SampleFacts Facts, bool Chosen);

/// <summary>All that a year's figures are worked out from.</summary>
/// <param name="Homes">The same answers with whose they are; never kept in an edition.</param>
/// <param name="Key">A checksum of what inputs and recipe are made from.</param>
internal sealed record Gathered(Inputs Inputs, Recipe Recipe, IReadOnlyList<Candidate> Candidates, YearOfHomes Homes, string Key);

internal sealed class PerceptionReader(
    HearthDb db,
    MeasureReader measures,
    SampleReader samples,
    DrawReader draws,
    Settings settings,
    KeptYears years,
    Actor actor
)
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    private readonly Dictionary<Guid, SampleFacts> facts = [];
    private IReadOnlyList<MeasuredSurvey>? all;
    private long readAt;

    /// <summary>The year's figures as they are worked out now; null where no survey asked the measures of that stock in that year.</summary>
    public async Task<PerceptionYear?> OfAsync(ReportingYear year, StockType stock, CancellationToken stop) =>
        await GatherAsync(year, stock, stop) is { } gathered ? (await WorkOutAsync(gathered)).Year : null;

    /// <summary>From here on everything is read from the database, whatever this node has kept.</summary>
    public void ReadAnew() => years.Clear();

    /// <summary>Works the figures out, where this node has not done so for the same inputs and recipe.</summary>
    public Task<WorkedOut> WorkOutAsync(Gathered gathered) =>
        years.OfAsync($"figures {gathered.Key}", () => Figures.Of(gathered.Inputs, gathered.Recipe));

    /// <summary>The stocks that have figures in a year.</summary>
    public async Task<IReadOnlyList<StockType>> StocksAsync(ReportingYear year, CancellationToken stop)
    {
        var surveys = await InYearAsync(year, stop);
        List<StockType> found = [];
        foreach (var stock in StockWords.Reported)
        {
            var choice = await YearChoice.OfAsync(settings, year, stock, stop);
            if ((await CandidatesAsync(surveys, stock, choice, stop)).Exists(one => one.Chosen && one.Survey.Answered > 0))
            {
                found.Add(stock);
            }
        }
        return found;
    }

    /// <summary>Every survey that can make the year's figures of a stock, those that do marked.</summary>
    public async Task<IReadOnlyList<Candidate>> CandidatesAsync(ReportingYear year, StockType stock, CancellationToken stop) =>
        await CandidatesAsync(await InYearAsync(year, stop), stock, await YearChoice.OfAsync(settings, year, stock, stop), stop);

    /// <summary>All that the figures are worked out from.</summary>
    /// <param name="trying">A choice to try instead of the one that stands; null for that.</param>
    /// <param name="compare">Set beside the year before.</param>
    public async Task<Gathered?> GatherAsync(
        ReportingYear year,
        StockType stock,
        CancellationToken stop,
        YearChoice? trying = null,
        bool compare = true
    )
    {
        var choice = trying ?? await YearChoice.OfAsync(settings, year, stock, stop);
        var candidates = await CandidatesAsync(await InYearAsync(year, stop), stock, choice, stop);
        List<Candidate> chosen = [.. candidates.Where(one => one.Chosen)];
        if (chosen.Count == 0)
        {
            return null;
        }
        List<Guid> ids = [.. chosen.Select(one => one.Survey.Id)];
        var stamp = await measures.StampAsync(ids, stop);
        var answers = await years.OfAsync($"answers {stamp}", () => measures.AnswersAsync(ids, stop));
        int[] rows = [.. Enumerable.Range(0, answers.Count).Where(row => Counts(answers, row, stock, year, chosen))];
        // every home has a weight of its own, or the weights are nobody's
        var supplied = choice.Weighting is null && rows.Length > 0 && rows.All(row => answers.Weights[row] is not null);
        var weighting = supplied
            ? new WeightingRecipe(true, [], false, null, null, null, "Weights that came with the answers")
            : choice.Weighting?.Recipe;
        var widest = chosen.MaxBy(one => PopulationOf(one, stock))!;
        List<Candidate> ordered = [.. chosen.OrderBy(one => one.Survey.FirstDay).ThenBy(one => one.Survey.Id)];
        var drawn = supplied ? null : DrawnAnswers.Of(await DrawsAsync(ordered, stock, stop), answers, rows);
        var recipe = new Recipe(
            year,
            stock,
            widest.Survey.Set.Id,
            Recipe.LibraryNow,
            [
                .. ordered.Select(one => new SurveyTaken(
                    one.Survey.Id,
                    one.Survey.Title,
                    one.Survey.FirstDay,
                    one.Survey.LastDay,
                    HowChosen(one, stock)
                )),
            ],
            PopulationOf(widest, stock),
            chosen.TrueForAll(one => IsCensus(one, stock)),
            widest.Facts.LeftOut,
            [
                .. rows.Select(row => answers.Methods[row])
                    .CountBy(method => method)
                    .OrderBy(one => one.Key)
                    .Select(one => new MethodResponses(one.Key, one.Value)),
            ],
            choice.LeastForMethod,
            answers.Superseded,
            weighting,
            chosen
                .OrderByDescending(one => one.Survey.LastDay)
                .SelectMany(one => one.Survey.Wording)
                .DistinctBy(one => one.Key)
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .ToDictionary(one => one.Key, one => one.Value),
            [.. chosen.SelectMany(one => one.Survey.Reworded).OrderBy(change => change.From)],
            null
        )
        {
            NotWeightedBecause = [.. WithoutWeights(answers, rows, supplied, choice)],
        };
        if (drawn is not null)
        {
            recipe = recipe with { Draw = drawn.Recipe, Interval = Recipe.WithinStrata };
        }
        var key = KeptYears.Checksum(stamp, Encoding.UTF8.GetString(Recipe.Write(recipe)));
        var taken = await years.OfAsync($"inputs {key}", () => Taken.From(answers, rows, recipe, drawn?.Strata));
        recipe = recipe with { ByMethod = taken.Told };
        var homes = new YearOfHomes(taken.AsTheyCame, recipe, [.. rows.Select(row => answers.Households[row])]);
        if (compare)
        {
            recipe = recipe with { Before = await BeforeAsync(year.Before, stock, homes, key, stop) };
        }
        return new(
            taken.InOrder,
            recipe,
            candidates,
            homes,
            recipe.Before is null ? key : KeptYears.Checksum(key, Encoding.UTF8.GetString(Recipe.Write(recipe.Before)))
        );
    }

    private async Task<List<(Guid, int, DrawOfSurvey?)>> DrawsAsync(List<Candidate> surveys, StockType stock, CancellationToken stop)
    {
        List<(Guid, int, DrawOfSurvey?)> found = [];
        foreach (var one in surveys)
        {
            found.Add((one.Survey.Id, PopulationOf(one, stock), await draws.FindAsync(one.Survey.Id, stop)));
        }
        return found;
    }

    /// <summary>The last frozen edition of a year; null where none was.</summary>
    public Task<Edition?> LastEditionAsync(ReportingYear year, StockType stock, CancellationToken stop)
    {
        var ending = year.Ending;
        return db.Set<Edition>()
            .AsNoTracking()
            .Where(edition => edition.YearEnding == ending && edition.Stock == stock)
            .OrderByDescending(edition => edition.Number)
            .FirstOrDefaultAsync(stop);
    }

    private async Task<YearBefore?> BeforeAsync(ReportingYear year, StockType stock, YearOfHomes now, string key, CancellationToken stop)
    {
        var then = await GatherAsync(year, stock, stop, compare: false) is { Inputs.Count: > 0 } found ? found : null;
        // one that was altered so that it cannot be read is no year to compare with
        var before =
            await LastEditionAsync(year, stock, stop) is { } edition && edition.Read(out _) is { } frozen
                ? YearBefore.Of(frozen, edition.Number)
            : then is null ? null
            : YearBefore.Of((await WorkOutAsync(then)).Year, null);
        return before is null || then is null
            ? before
            : before.With((await years.OfAsync($"both {key} {then.Key}", () => new Shared(BothYears.Of(now, then.Homes)))).Both);
    }

    private sealed record Shared(BothYears? Both);

    private static IEnumerable<string> WithoutWeights(MeasureAnswers answers, int[] rows, bool supplied, YearChoice choice)
    {
        var with = rows.Count(row => answers.Weights[row] is not null);
        if (with > 0 && !supplied && choice.Weighting is null)
        {
            yield return $"{Words.Count(with, "answer", "answers")} came with a weight and {Words.Whole(rows.Length - with)} without, so none is used";
        }
    }

    // of a survey that runs over the end of a year, an answer counts in the year in which it was given
    private static bool Counts(MeasureAnswers answers, int row, StockType stock, ReportingYear year, List<Candidate> chosen) =>
        (stock == StockType.Combined ? answers.Stock[row] is not null : answers.Stock[row] == stock)
        && (
            chosen.TrueForAll(one => one.Survey.FirstDay >= year.From && one.Survey.LastDay <= year.To)
            || (answers.Days[row] >= year.From && answers.Days[row] <= year.To)
        );

    private async Task<List<MeasuredSurvey>> InYearAsync(ReportingYear year, CancellationToken stop) =>
        [.. (await SurveysAsync(stop)).Where(survey => survey.FirstDay <= year.To && survey.LastDay >= year.From)];

    // a page looks at three stocks and two years of them: the surveys and how their homes were chosen are read once
    private async Task<IReadOnlyList<MeasuredSurvey>> SurveysAsync(CancellationToken stop)
    {
        if (all is null || Stopwatch.GetElapsedTime(readAt) > AtOnce)
        {
            (all, readAt) = (await measures.SurveysAsync(stop), Stopwatch.GetTimestamp());
            facts.Clear();
        }
        return all;
    }

    private async Task<SampleFacts> FactsAsync(Guid survey, CancellationToken stop)
    {
        if (!facts.TryGetValue(survey, out var found))
        {
            using var whole = actor.SeeAll();
            facts[survey] = found = await samples.OfAsync(survey, stop);
        }
        return found;
    }

    private async Task<List<Candidate>> CandidatesAsync(
        List<MeasuredSurvey> surveys,
        StockType stock,
        YearChoice choice,
        CancellationToken stop
    )
    {
        List<Candidate> found = [];
        foreach (var survey in surveys)
        {
            var facts = await FactsAsync(survey.Id, stop);
            // both in one figure by an explicit choice only: of the survey, or of the year
            var together = facts.Stock == StockType.Combined;
            if (stock == StockType.Combined ? survey.AskedOf.Count > 0 : !together && survey.AskedOf.GetValueOrDefault(stock) > 0)
            {
                found.Add(new(survey, facts, choice.Surveys.Contains(survey.Id)));
            }
        }
        if (found.Exists(one => one.Chosen))
        {
            return found;
        }
        var most = found
            .Where(one => stock != StockType.Combined || one.Facts.Stock == StockType.Combined)
            .OrderByDescending(one => one.Survey.Wording.Count)
            .ThenByDescending(one => one.Survey.Answered)
            .FirstOrDefault();
        return [.. found.Select(one => one == most ? one with { Chosen = true } : one)];
    }

    private static int PopulationOf(Candidate one, StockType stock)
    {
        if (one.Facts.Stock == stock)
        {
            return one.Facts.Population;
        }
        var asked = AskedOf(one, stock);
        // of those not asked the stock was not counted: they are taken to be as those asked are
        return one.Survey.Asked == 0
            ? 0
            : Math.Max(asked, (int)Math.Round((double)one.Survey.Population * asked / one.Survey.Asked, MidpointRounding.AwayFromZero));
    }

    // a survey that no sample was drawn for and that few homes were asked by, perhaps before Hearth was there, is no census
    private static bool IsCensus(Candidate one, StockType stock) =>
        one.Facts.Census && 10 * AskedOf(one, stock) >= 8 * PopulationOf(one, stock);

    private static int AskedOf(Candidate one, StockType stock) =>
        stock == StockType.Combined ? one.Survey.AskedOf.Values.Sum() : one.Survey.AskedOf.GetValueOrDefault(stock);

    private static string HowChosen(Candidate one, StockType stock)
    {
        if (one.Facts.Census)
        {
            return IsCensus(one, stock)
                ? SurveyTaken.Census
                : $"Sample: {Words.Whole(AskedOf(one, stock))} of {Words.Whole(PopulationOf(one, stock))} homes, not drawn here";
        }
        var by = one.Facts.StrataBy.Count == 0 ? "" : $", by {string.Join(" and ", one.Facts.StrataBy).ToLowerInvariant()}";
        return $"Sample: {one.Facts.Allocation.ToLowerInvariant()}{by}";
    }
}
