// Real landlords' published counts as frozen editions, and what an officer has to add before they may leave.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Microsoft.Extensions.DependencyInjection;
using Edition = Hearth.Insight.Measures.Perception.Freezing.Edition;

namespace Hearth.Insight.Tests.Measures.Published;

internal static class Frozen
{
    public const string Publish = "/insight/measures/2025/publish";
    public const string Return = "/insight/measures/2025/return";
    public const string Approach = "/insight/measures/2025/approach";

    /// <summary>The reporting year 2024/25.</summary>
    public static ReportingYear Year { get; } = new(2025);

    /// <summary>City of York Council, 2024/25, rented homes, as the regulator published it: a census of 7,196 homes, 1,068 answered, nothing weighted.</summary>
    public static PerceptionYear York { get; } =
        Of(
            7196,
            1068,
            554.04,
            2.7675,
            [(AnswerMethod.Internet, 939), (AnswerMethod.Postal, 129)],
            Measure("TP01", 59.9m, [259, 310, 158, 121, 102]),
            Measure("TP02", 66.8m, [247, 156, 70, 75, 55], yes: 605, no: 319),
            Measure("TP03", 64.8m, [232, 157, 62, 61, 88], yes: 605, no: 319),
            Measure("TP04", 56.1m, [224, 285, 147, 164, 87]),
            Measure("TP05", 63.5m, [287, 286, 114, 118, 98], na: 4),
            Measure("TP06", 46.2m, [182, 218, 213, 116, 137], na: 51),
            Measure("TP07", 49.4m, [221, 210, 238, 90, 114], na: 41),
            Measure("TP08", 57.6m, [221, 282, 262, 50, 59], na: 43),
            Measure("TP09", 22.6m, [20, 31, 35, 47, 93], yes: 234, no: 654),
            Measure("TP10", 43.6m, [84, 101, 57, 80, 102], yes: 425, no: 429),
            Measure("TP11", 37.9m, [106, 184, 263, 94, 119], na: 117),
            Measure("TP12", 40.9m, [118, 177, 195, 88, 144], na: 163)
        );

    public static MeasureFigure Measure(string code, decimal? percent, int[] counts, int? na = null, int? yes = null, int? no = null) =>
        new(
            code,
            RegulatorSet.On(Year.From).Perception.First(measure => measure.Code == code).Name,
            counts,
            na,
            yes,
            no,
            null,
            null,
            null,
            null,
            counts.Sum(),
            percent,
            null,
            percent - 3,
            percent + 3
        );

    /// <summary>York with one measure, or more, as given here.</summary>
    public static PerceptionYear YorkBut(params MeasureFigure[] others) =>
        York with
        {
            Measures = [.. York.Measures.Select(figure => Array.Find(others, other => other.Code == figure.Code) ?? figure)],
        };

    /// <summary>Puts an edition there; the next number of its year and stock.</summary>
    public static Task FreezeAsync(this HearthApp hearth, PerceptionYear figures, int number = 1) =>
        hearth.InScopeAsync(async scope =>
        {
            var outputs = Recipe.Write(figures);
            var db = scope.GetRequiredService<HearthDb>();
            db.Add(
                new Edition
                {
                    YearEnding = figures.Year.Ending,
                    Stock = figures.Stock,
                    Number = number,
                    Outputs = outputs,
                    Sha256 = Edition.ChecksumOf([], [], outputs),
                    FrozenAt = hearth.Clock.GetUtcNow(),
                    FrozenBy = "Maya Desai",
                    Reason = number == 1 ? "" : "A correction of a test",
                }
            );
            scope.GetRequiredService<AuditTrail>().Write("Freeze", "edition", null, "a test's");
            await db.SaveChangesAsync();
        });

    /// <summary>All management figures of the year: nine of ten everywhere, 28 and 24 the targets.</summary>
    public static Task CountAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(async scope =>
        {
            var figures = await scope.GetRequiredService<FigureReader>().YearAsync(Year, default);
            var takings = figures.Asked.Select(line => new Taking(
                line,
                line.Stock == StockType.LowCostHomeOwnership ? new Counted(false)
                    : line.Measure.Extension ? new Counted(true, 90, 100, 80, 10)
                    : line.IsShare
                        ? new Counted(
                            true,
                            90,
                            100,
                            Target: line.Measure.Target switch
                            {
                                TargetUnit.Days => 28,
                                TargetUnit.Hours => 24,
                                _ => null,
                            }
                        )
                    : line.Is("CH01") ? new Counted(true, 100, 7196)
                    : line.Is("NM01", 1) ? new Counted(true, 250, 7196)
                    : new Counted(true, 5, 7196),
                0
            ));
            Assert.Empty(await scope.GetRequiredService<KeepFigures>().RunAsync(Year, [.. takings], default));
        });

    /// <summary>An officer says what only they know.</summary>
    public static async Task<Page> SayAsync(this Browser officer, params (string Field, string Value)[] more)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Form.Contractors"] = "no",
            ["Form.Incentives"] = "no",
            ["Form.OtherIssues"] = "no",
            ["Form.Address"] = "https://www.ousebridge.example/figures",
        };
        foreach (var (field, value) in more)
        {
            fields["Form." + field] = value;
        }
        return await officer.SubmitAsync(await officer.OpenAsync($"{Approach}/lcra/facts"), fields, "Save");
    }

    /// <summary>An officer's own words for a point.</summary>
    public static async Task<Page> WriteAsync(this Browser officer, string letter, string words) =>
        await officer.SubmitAsync(await officer.OpenAsync($"{Approach}/lcra/{letter}"), new { Own = words }, "Save");

    /// <summary>York, ready to be published: frozen, counted, and all said.</summary>
    public static async Task<Browser> ReadyAsync(this HearthApp hearth, PerceptionYear? figures = null)
    {
        var officer = hearth.Staff();
        await hearth.FreezeAsync(figures ?? York);
        await hearth.CountAsync();
        await officer.SayAsync();
        await officer.WriteAsync("e", "Those who answered are like all tenants by age and area.");
        return officer;
    }

    public static async Task<Page> PublishAsync(this Browser officer, string? reason = null)
    {
        var page = await officer.OpenAsync(Publish);
        return await officer.SubmitAsync(
            page,
            reason is null ? new { } : new { Reason = reason },
            reason is null ? "Publish 2024/25" : null,
            form: "form[action$='/publish']"
        );
    }

    private static PerceptionYear Of(
        int homes,
        int answered,
        double required,
        double margin,
        (AnswerMethod Method, int Responses)[] methods,
        params MeasureFigure[] measures
    ) =>
        new(
            Year,
            StockType.LowCostRental,
            Year.Set.Id,
            [new(Guid.CreateVersion7(), "Tenant survey 2024", new(2024, 9, 23), new(2024, 11, 18), "Census")],
            homes,
            (int)Math.Ceiling(required),
            required,
            margin / 100,
            Census: true,
            [],
            answered,
            [.. methods.Select(one => new MethodCount(one.Method, one.Responses, null))],
            null,
            measures,
            []
        );
}
