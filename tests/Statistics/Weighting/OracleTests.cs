// Weights against R's survey package: recorded results, made by Oracle/weighting.R.
using System.Globalization;
using Hearth.Statistics.Weighting;

namespace Hearth.Statistics.Tests.Weighting;

public class OracleTests
{
    private const double Close = 1e-6;

    private static readonly WeightingOptions ToTargets = new() { Scale = WeightScale.Targets };

    [Fact]
    public void The_schools_of_California_are_raked_as_by_rake()
    {
        var schools = Columns("raked-schools.csv");
        WeightingVariable type = new("Type", Codes(schools["stype"]), ["E", "H", "M"], [4_421, 755, 1_018]);
        WeightingVariable wide = new("Met its school-wide target", Codes(schools["wide"]), ["No", "Yes"], [1_072, 5_122]);
        Same(schools["raked"], Raking.Rake([type, wide], ToTargets, schools["pw"]));
    }

    [Fact]
    public void The_schools_of_California_are_post_stratified_as_by_postStratify()
    {
        var schools = Columns("raked-schools.csv");
        WeightingVariable type = new("Type", Codes(schools["stype"]), ["E", "H", "M"], [4_421, 755, 1_018]);
        Same(schools["cells"], CellWeighting.Weigh(type, ToTargets, schools["pw"]));
    }

    [Fact]
    public void Tenants_by_four_variables_are_raked_as_by_rake() => Same(Tenants["raked"], Raking.Rake(Four, ToTargets, Tenants["base"]));

    [Fact]
    public void Tenants_within_limits_of_their_base_weights_are_weighted_as_by_calibrate()
    {
        var limits = new WeightLimits(0.55, 1.9) { Of = LimitsOf.BaseWeight };
        var within = Raking.Rake(Four, ToTargets with { Limits = limits }, Tenants["base"]);
        Same(Tenants["of_base"], within);
        Assert.True(
            within.ToArray().Zip(Tenants["base"], (weight, basis) => weight / basis).Count(x => x > 1.9 - 1e-9) > 3,
            "no limit was reached"
        );
    }

    [Fact]
    public void Tenants_within_limits_of_the_average_are_weighted_as_by_calibrate()
    {
        var within = Raking.Rake(Four, ToTargets with { Limits = new(0.4, 2.2) }, Tenants["base"]);
        Same(Tenants["of_average"], within);
        Assert.True(within.ToArray().Count(weight => weight > 33 - 1e-6) > 3, "no limit was reached");
    }

    [Theory]
    [InlineData("raked-ardilly-tille.csv", new double[] { 430, 360, 210 }, new double[] { 150, 300, 550 })]
    [InlineData("raked-four-by-four.csv", new double[] { 150, 300, 400, 150 }, new double[] { 200, 300, 400, 100 })]
    public void Tables_of_textbooks_are_fitted_as_by_rake(string file, double[] rows, double[] columns)
    {
        var table = Columns(file);
        Same(
            table["raked"],
            Raking.Rake(
                [RakingTests.Variable("Row", Codes(table["row"]), rows), RakingTests.Variable("Column", Codes(table["column"]), columns)],
                ToTargets,
                table["count"]
            )
        );
    }

    private static IReadOnlyDictionary<string, double[]> Tenants => Columns("raked-tenants.csv");

    private static WeightingVariable[] Four =>
        [
            .. Lines("raked-tenants-targets.csv")
                .Skip(1)
                .GroupBy(row => row[0])
                .Select(rows => new WeightingVariable(
                    rows.Key,
                    Codes(Tenants[rows.Key]),
                    [.. rows.Select(row => row[1])],
                    [.. rows.Select(row => double.Parse(row[2], CultureInfo.InvariantCulture))]
                )),
        ];

    private static void Same(double[] recorded, WeightingResult result)
    {
        Assert.Empty(result.Refusals);
        Assert.Equal(recorded.Length, result.Weights.Length);
        for (var i = 0; i < recorded.Length; i++)
        {
            Assert.Equal(1, result.Weights[i] / recorded[i], Close);
        }
    }

    private static int[] Codes(double[] numbers) => [.. numbers.Select(Convert.ToInt32)];

    private static Dictionary<string, double[]> Columns(string file)
    {
        var lines = Lines(file);
        return lines[0]
            .Index()
            .ToDictionary(
                name => name.Item,
                name => lines.Skip(1).Select(row => double.Parse(row[name.Index], CultureInfo.InvariantCulture)).ToArray(),
                StringComparer.Ordinal
            );
    }

    private static List<string[]> Lines(string file)
    {
        using var stream = typeof(OracleTests).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
    }
}
