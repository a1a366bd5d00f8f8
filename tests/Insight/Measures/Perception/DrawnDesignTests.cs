// An unequal draw worked out: shares and errors held against what R's survey makes of the same answers (Oracle/draw.R, which prints what stands here).
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Perception.WorkOut;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Tests.Measures.Perception;

public sealed class DrawnDesignTests
{
    private static readonly (string Ward, int Homes, int Answered)[] Wards =
    [
        ("Abbey", 900, 45),
        ("Bridgegate", 240, 52),
        ("Castle", 60, 18),
    ];

    [Fact]
    public void A_draw_alone_gives_the_share_and_the_error_of_svydesign()
    {
        var year = Figures.Of(Answers(), Drawn(null)).Year;

        var overall = year["TP01"]!;
        Assert.Equal(0.624861265261, overall.Estimate!.Value, 1e-7);
        Assert.Equal(0.00268544024686, overall.Variance!.Value, 1e-7);
        Assert.Equal((62.5m, 47.8m), (overall.WeightedPercent, overall.Percent));
        // 115 answers less three strata
        Assert.Equal(112, overall.Degrees);
        Assert.Equal(0.127635960044, (double)year.Weighting!.Least, 1e-6);
        Assert.Equal(1.91453940067, (double)year.Weighting.Greatest, 1e-6);
        Assert.Equal(["Ward"], year.Weighting.Characteristics);
    }

    [Fact]
    public void Raked_to_ages_from_what_the_draw_gave_it_has_the_share_and_the_error_of_calibrate()
    {
        var ages = new TargetsOf("Age", true, ["16 to 24", "75 and over"], [500, 700]);

        var year = Figures.Of(Answers(), Drawn(new(false, [ages], true, null, null, null, "typed"))).Year;

        var overall = year["TP01"]!;
        Assert.Equal(0.578349626222, overall.Estimate!.Value, 1e-6);
        Assert.Equal(0.00297367770338, overall.Variance!.Value, 1e-8);
        Assert.Equal(0.100725725726, (double)year.Weighting!.Least, 1e-6);
        Assert.Equal(3.0585106383, (double)year.Weighting.Greatest, 1e-6);
        Assert.Equal(["Age", "Ward"], year.Weighting.Characteristics);
        Assert.Equal(["Age"], year.Weighting.RakedBy);
    }

    [Fact]
    public void Margins_that_no_weights_meet_leave_the_draw_evened_out()
    {
        var ages = new TargetsOf("Age", true, ["16 to 24", "75 and over", "35 to 44"], [500, 600, 100]);

        var year = Figures.Of(Answers(), Drawn(new(false, [ages], true, null, null, null, "typed"))).Year;

        Assert.Equal(62.5m, year["TP01"]!.Published);
        Assert.Single(year.NotWeightedBecause);
    }

    // as draw.R makes them
    private static Inputs Answers()
    {
        List<(string Ward, string Age, byte Answer)> rows = [];
        foreach (var (at, ward) in Wards.Index())
        {
            for (var i = 0; i < ward.Answered; i++)
            {
                var h = at + 1;
                var young = i % 5 < h;
                var satisfied = ((i * 7) + (h * 3)) % 10 < 9 - (2 * h) - (young ? 2 : 0);
                rows.Add((ward.Ward, young ? "16 to 24" : "75 and over", (byte)(satisfied ? 2 : 4)));
            }
        }
        return new(
            [.. rows.Select(_ => nameof(AnswerMethod.Internet))],
            [("Age", [.. rows.Select(row => row.Age)])],
            new Dictionary<string, byte[]> { ["TP01"] = [.. rows.Select(row => row.Answer)] },
            new Dictionary<string, byte[]>(),
            null
        )
        {
            Strata = [.. rows.Select(row => row.Ward)],
        };
    }

    private static Recipe Drawn(WeightingRecipe? weighting)
    {
        // 60 asked of each: what each stands for over what they stand for on average
        var average = Wards.Sum(ward => ward.Answered * ward.Homes / 60m) / Wards.Sum(ward => ward.Answered);
        return new(
            new(2026),
            StockType.LowCostRental,
            "tsm-2023",
            Recipe.LibraryNow,
            [],
            1200,
            false,
            [],
            [new(AnswerMethod.Internet, 115)],
            50,
            0,
            weighting,
            new Dictionary<string, string>(),
            [],
            null
        )
        {
            Draw = new(
                ["Ward"],
                [
                    .. Wards.Select(ward => new StratumTaken(
                        ward.Ward,
                        ward.Homes,
                        60,
                        ward.Homes / 60m,
                        decimal.Round(ward.Homes / 60m / average, 9)
                    )),
                ],
                0,
                0
            ),
        };
    }
}
