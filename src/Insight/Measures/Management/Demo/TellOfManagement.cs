// The demo landlord's management figures: the year that ended is complete, the one that runs has not been begun.
using Hearth.Storage.Public;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Management.Demo;

internal sealed class TellOfManagement(FigureReader reader, KeepFigures keep) : IDemoChapter
{
    public int Order => 80;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var year = ReportingYear.On(story.Today).Before;
        var register = await reader.RegisterAsync(year, stop);
        // a few homes stand empty at year end
        var rental = register.GetValueOrDefault(StockType.LowCostRental) * 101 / 100;
        var owned = register.GetValueOrDefault(StockType.LowCostHomeOwnership);
        var figures = await reader.YearAsync(year, stop);
        var refused = await keep.RunAsync(year, [.. figures.Asked.Select(line => new Taking(line, Count(line, rental, owned), 0))], stop);
        story.Say(refused.Count == 0 ? $"Management figures of {year.Name}" : refused[0].Refusal.Words);
    }

    private static Counted Count(Line line, int rental, int owned)
    {
        var homes = line.Stock switch
        {
            StockType.LowCostRental => rental,
            StockType.LowCostHomeOwnership => owned,
            _ => rental + owned,
        };
        if (homes == 0)
        {
            return line.MayNotApply ? new(false) : new(true, 0, 0);
        }
        var stage1 = homes * 512 / 10_000;
        var stage2 = homes * 87 / 10_000;
        return (line.Measure.Code, line.Measure.Part) switch
        {
            ("CH01", 1) => new(true, stage1, homes),
            ("CH01", _) => new(true, stage2, homes),
            ("CH02", 1) => InTime(stage1 * 86 / 100, stage1),
            ("CH02", _) => InTime(stage2 * 90 / 100, stage2),
            ("NM01", 1) => new(true, homes * 341 / 10_000, homes),
            ("NM01", _) => new(true, homes * 6 / 10_000, homes),
            ("RP01", _) => new(true, homes * 9 / 1000, homes),
            ("RP02", 1) => new(true, homes * 259 / 100, homes * 312 / 100, Target: 28),
            ("RP02", _) => new(true, homes * 117 / 100, homes * 121 / 100, Target: 24),
            ("BS01", _) => new(true, homes * 88 / 100 - homes / 3000, homes * 88 / 100),
            ("BS02", _) => new(true, homes * 31 / 100, homes * 31 / 100),
            ("BS03", _) => new(true, homes * 29 / 100 - homes / 1000, homes * 29 / 100),
            ("BS04", _) => new(true, homes * 12 / 100, homes * 12 / 100),
            ("BS05", _) => new(true, homes * 4 / 100 - homes / 800, homes * 4 / 100),
            _ => new(false),
        };
    }

    private static Counted InTime(int answered, int made) =>
        new(true, answered, made, WithoutExtension: answered - answered / 8, WithExtension: answered / 8);
}
