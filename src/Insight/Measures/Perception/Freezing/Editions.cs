// Freezes a year's figures as an edition, reads them, and makes them again from what was kept.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception.WorkOut;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Perception.Freezing;

/// <summary>What came of freezing: an edition, or why there is none.</summary>
internal sealed record Frozen(Edition? Edition, IReadOnlyList<FreezeRefusal> Refusals);

/// <summary>What came of making an edition again.</summary>
/// <param name="Fault">Null: the same, byte for byte.</param>
internal sealed record MadeAgain(Edition Edition, EditionFault? Fault);

internal sealed class Editions(HearthDb db, PerceptionReader reader, Actor actor, AuditTrail audit, TimeProvider time)
{
    public const int LongestReason = 500;

    /// <summary>Freezes the figures as they are worked out now. A correction of an edition that stands needs a reason.</summary>
    public async Task<Frozen> FreezeAsync(ReportingYear year, StockType stock, string? reason, CancellationToken stop = default)
    {
        var last = await reader.LastEditionAsync(year, stock, stop);
        var because = reason?.Trim() ?? "";
        reader.ReadAnew();
        if (await reader.GatherAsync(year, stock, stop) is not { } gathered || gathered.Inputs.Count == 0)
        {
            return new(null, [new NobodyAnswered()]);
        }
        var worked = Figures.Of(gathered.Inputs, gathered.Recipe);
        // what is published comes of what is kept, not of what was at hand
        var (inputs, recipe) = (worked.Inputs.Write(), Recipe.Write(gathered.Recipe));
        var outputs = Made(inputs, recipe).Outputs;
        List<FreezeRefusal> refusals =
        [
            .. gathered.Candidates.Where(one => one.Chosen && !one.Survey.Closed).Select(one => new StillTakesAnswers(one.Survey)),
            .. worked.Year.NotWeightedBecause.Select(why => new NotWeighted(why)),
        ];
        if (last is not null && because.Length == 0)
        {
            refusals.Add(new ReasonMissing(last.Number));
        }
        if (because.Length > LongestReason)
        {
            refusals.Add(new ReasonTooLong());
        }
        if (last?.Sha256 == Edition.ChecksumOf(inputs, recipe, outputs))
        {
            refusals.Add(new NothingChanged(last.Number));
        }
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }
        var edition = new Edition
        {
            YearEnding = year.Ending,
            Stock = stock,
            Number = (last?.Number ?? 0) + 1,
            Inputs = inputs,
            Recipe = recipe,
            Outputs = outputs,
            Sha256 = Edition.ChecksumOf(inputs, recipe, outputs),
            FrozenAt = time.GetUtcNow(),
            FrozenBy = actor.Name,
            Reason = because,
        };
        db.Add(edition);
        audit.Write(
            "FreezeFigures",
            "edition",
            edition.Id,
            $"{year.Name} {StockWords.Of(stock)}, edition {edition.Number}, SHA-256 {edition.Sha256}{(because.Length > 0 ? ": " + because : "")}"
        );
        try
        {
            await db.SaveChangesAsync(stop);
            return new(edition, []);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return new(null, [new FrozenMeanwhile()]);
        }
    }

    /// <summary>Every edition of a year and stock, the newest first.</summary>
    public async Task<IReadOnlyList<Edition>> AllAsync(ReportingYear year, StockType stock, CancellationToken stop = default)
    {
        var ending = year.Ending;
        return await db.Set<Edition>()
            .AsNoTracking()
            .Where(edition => edition.YearEnding == ending && edition.Stock == stock)
            .OrderByDescending(edition => edition.Number)
            .ToListAsync(stop);
    }

    public Task<Edition?> FindAsync(Guid id, CancellationToken stop = default) =>
        db.Set<Edition>().AsNoTracking().FirstOrDefaultAsync(edition => edition.Id == id, stop);

    /// <summary>The figures as they were frozen.</summary>
    public static PerceptionYear Read(Edition edition) => edition.Read();

    /// <summary>The last edition's figures; null where nothing is frozen.</summary>
    public async Task<PerceptionYear?> ReadAsync(ReportingYear year, StockType stock, CancellationToken stop = default) =>
        (await reader.LastEditionAsync(year, stock, stop))?.Read();

    /// <summary>Works an edition out again from its inputs and recipe, and holds what comes of it against what was frozen.</summary>
    public static MadeAgain MakeAgain(Edition edition)
    {
        var told = Edition.ChecksumOf(edition.Inputs, edition.Recipe, edition.Outputs) == edition.Sha256;
        byte[] inputs;
        byte[] outputs;
        try
        {
            (inputs, outputs) = Made(edition.Inputs, edition.Recipe);
        }
        catch (Exception fault)
            when (fault is InvalidDataException or System.Text.Json.JsonException or ArgumentException or KeyNotFoundException)
        {
            return new(edition, new CannotBeRead(fault.Message));
        }
        var same = outputs.AsSpan().SequenceEqual(edition.Outputs) && inputs.AsSpan().SequenceEqual(edition.Inputs);
        return new(
            edition,
            (told, same) switch
            {
                (true, true) => null,
                (false, true) => new ChecksumDiffers(),
                (false, false) => new AlteredSince(Differing(edition, outputs)),
                _ => new OtherFiguresNow(
                    Perception.Recipe.Read<Recipe>(edition.Recipe).Library,
                    Recipe.LibraryNow,
                    Differing(edition, outputs)
                ),
            }
        );
    }

    private static (byte[] Inputs, byte[] Outputs) Made(byte[] inputs, byte[] recipe)
    {
        var how = Perception.Recipe.Read<Recipe>(recipe);
        var set = RegulatorSet.Find(how.MeasureSet) ?? throw new InvalidDataException($"No measures are called {how.MeasureSet}.");
        var worked = Figures.Of(Inputs.Read(inputs, set), how);
        return (worked.Inputs.Write(), Recipe.Write(worked.Year));
    }

    private static IReadOnlyList<string> Differing(Edition edition, byte[] outputs)
    {
        try
        {
            var (then, now) = (edition.Read(), Perception.Recipe.Read<PerceptionYear>(outputs));
            return
            [
                .. now
                    .Measures.Where(measure => measure.Published != then[measure.Code]?.Published)
                    .Select(measure => $"{measure.Code} {Say(then[measure.Code]?.Published)} and made again {Say(measure.Published)}"),
            ];
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }
    }

    private static string Say(decimal? percent) => percent is { } found ? found.ToString("0.0", Words.British) : "no figure";
}
