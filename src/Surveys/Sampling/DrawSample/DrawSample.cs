// Chooses a draft's homes: every one, or a sample by lot. What is drawn is frozen; to draw again leaves a line with the old seed.
using System.Globalization;
using System.Security.Cryptography;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling.DrawSample;

internal sealed class DrawSample(
    HearthDb db,
    AuditTrail audit,
    Actor actor,
    TimeProvider time,
    PopulationReader reader,
    FrameChanges changes
)
{
    public async Task<Outcome<Sample>> RunAsync(Guid id, SamplePlan plan, CancellationToken stop = default)
    {
        if (await db.Set<Survey>().FindAsync([id], stop) is not { } survey)
        {
            return new SurveyNotFound();
        }
        if (survey.Status != SurveyStatus.Draft)
        {
            return new SampleIsFixed();
        }
        if (plan.Stock is not { } stock)
        {
            return new StockNotChosen();
        }
        if (await db.Set<Sample>().AnyAsync(sample => sample.SurveyId == id, stop))
        {
            return new DrawnAlready();
        }
        var population = await reader.OfAsync(survey, stock, stop);
        if (plan.Faults(population).ToList() is { Count: > 0 } faults)
        {
            return faults;
        }
        var seed = plan.Seed ?? (ulong)RandomNumberGenerator.GetInt32(1, 1_000_000_000);
        var sample = new Sample
        {
            SurveyId = id,
            Stock = stock,
            Chosen = true,
            Census = plan.Census,
            Population = population.Homes.Count,
            LeftOut = population.LeftOutJson,
            OptedOut = population.OptedOut.All,
            Rate = plan.Rate,
            Size = plan.Census ? population.Frame.Count : plan.Size,
            StrataBy = plan.Census ? [] : [.. plan.StrataBy.Select(by => by.ToString())],
            Allocation = plan.Allocation,
            Seed = plan.Census ? null : seed.ToString(CultureInfo.InvariantCulture),
            Replicates = plan.Census ? 0 : plan.Replicates,
            ReplicateSize = plan.Census ? 0 : plan.ReplicateSize,
            DrawnAt = time.GetUtcNow(),
            DrawnBy = actor.Name,
        };
        db.Add(sample);
        survey.Audience = WhoIsAsked.Write(PopulationReader.AudienceOf(survey, stock));
        survey.Touch();
        audit.Write("DrawSample", "survey", id, InWords(sample, population.Frame.Count));
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // saved first: of two officers who draw at once, one gets no further than this
        if (await db.TrySaveAsync(stop) is [var late, ..])
        {
            return late;
        }
        if (!plan.Census)
        {
            await db.InsertManyAsync(plan.Draw(id, population.Frame, seed), stop);
        }
        await transaction.CommitAsync(stop);
        return sample;
    }

    /// <summary>Discards the sample of a draft.</summary>
    public async Task<IReadOnlyList<Refusal>> DiscardAsync(Guid id, CancellationToken stop = default)
    {
        if (await db.Set<Survey>().FindAsync([id], stop) is not { Status: SurveyStatus.Draft } survey)
        {
            return [new SampleIsFixed()];
        }
        if (await db.Set<Sample>().FindAsync([id], stop) is not { } sample)
        {
            return [new NotDrawnAny()];
        }
        db.Remove(sample);
        survey.Touch();
        audit.Write("DiscardSample", "survey", id, sample.Seed is null ? "a census" : $"seed {sample.Seed}");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.TrySaveAsync(stop) is { Count: > 0 } late)
        {
            return late;
        }
        await db.Set<FrameHome>().Where(home => home.SurveyId == id).ExecuteDeleteAsync(stop);
        await transaction.CommitAsync(stop);
        return [];
    }

    /// <summary>Keeps the draw although the homes have changed: those that came have no chance, those gone or left out are not asked.</summary>
    public async Task<IReadOnlyList<Refusal>> KeepAsync(Guid id, CancellationToken stop = default)
    {
        if (
            await db.Set<Survey>().FindAsync([id], stop) is not { Status: SurveyStatus.Draft } survey
            || await db.Set<Sample>().FindAsync([id], stop) is not { Census: false } sample
        )
        {
            return [new SampleIsFixed()];
        }
        if (await changes.SinceAsync(survey, sample, stop) is not { Any: true } change)
        {
            return [];
        }
        (sample.Kept, sample.KeptBy) = (change.Words, actor.Name);
        sample.Version++;
        audit.Write("KeepSample", "survey", id, change.Words);
        return await db.TrySaveAsync(stop);
    }

    private static string InWords(Sample sample, int frame) =>
        sample.Census
            ? $"every home, {sample.Stock.Name()}: {frame:N0} of {sample.Population:N0}"
            : $"{sample.Size:N0} of {frame:N0} homes, {sample.Stock.Name()}, seed {sample.Seed}"
                + (sample.StrataBy.Count == 0 ? "" : $", by {string.Join(" and ", sample.By.Select(by => by.Name()))}")
                + (sample.Replicates == 0 ? "" : $", reserve {sample.Replicates} times {sample.ReplicateSize:N0}");
}
