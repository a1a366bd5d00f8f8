// The survey package's own example of Californian schools: figures its documentation prints, and the rest as R gives them.
using Hearth.Statistics.Estimation;

namespace Hearth.Statistics.Tests.Oracle;

public class SchoolTests
{
    private static readonly string[] Types = ["E", "H", "M"];
    private static readonly double[] Populations = [4_421, 755, 1_018];

    // printed in the examples of ?svymean and ?svyby and in Lumley, Complex Surveys (2010), chapter 2
    [Theory]
    [InlineData("dsrs", 656.58, 9.2497)]
    [InlineData("dstrat", 662.29, 9.4089)]
    public void The_mean_of_the_index_is_the_one_printed(string name, double mean, double error)
    {
        var (design, rows) = Design(name);
        var found = Estimates.Of(design, Measure.Mean(Pick(rows, Recorded.Schools.Numbers("api00"))));
        Assert.Equal(mean, found.Value!.Value, 0.0051);
        Assert.Equal(error, found.StandardError!.Value, 0.00005);
    }

    [Theory]
    [InlineData("dsrs")]
    [InlineData("dstrat")]
    public void Every_figure_is_Rs(string name)
    {
        var (design, rows) = Design(name);
        var index = Measure.Mean(Pick(rows, Recorded.Schools.Numbers("api00")));
        var ratio = Measure.Ratio(Pick(rows, Recorded.Schools.Numbers("api.stu")), Pick(rows, Recorded.Schools.Numbers("enroll")));
        var reached = YesNo(rows, "sch.wide");
        var share = Estimates.Of(design, Measure.Share(reached.Codes, [1], [0, 1]));
        var types = new Categories(Pick(rows, [.. Recorded.Schools.Words("stype").Select(type => Array.IndexOf(Types, type))]), 3);
        var byType = Estimates.Table(design, [index], types);
        var test = RaoScott.Independence(design, reached, YesNo(rows, "comp.imp"))!;
        var found = Estimates.Of(design, index);
        var compared = 0;
        foreach (var recorded in Recorded.Results.Where(one => one.Design == name))
        {
            double? here = (recorded.What, recorded.Group, recorded.Name) switch
            {
                ("mean", "", "value") => found.Value,
                ("mean", "", "se") => found.StandardError,
                ("mean", "", "deff") => found.DesignEffect,
                ("mean", "", "degf") => design.Degrees,
                ("mean", { Length: 1 } type, "value") => byType[0, Array.IndexOf(Types, type)].Value,
                ("mean", { Length: 1 } type, "se") => byType[0, Array.IndexOf(Types, type)].StandardError,
                ("ratio", _, "value") => Estimates.Of(design, ratio).Value,
                ("ratio", _, "se") => Estimates.Of(design, ratio).StandardError,
                ("F", _, "value") => test.F,
                ("F", _, "df1") => test.FDegrees,
                ("F", _, "df2") => test.FDegreesBelow,
                ("F", _, "p") => test.Chance,
                ("Chisq", _, "value") => test.Pearson,
                ("Chisq", _, "df1") => test.Degrees,
                ("Chisq", _, "p") => test.FirstOrderChance,
                (_, _, "value") => share.Value,
                (_, _, "lower") => share.Interval(Method(recorded.What))!.Value.Lower,
                (_, _, "upper") => share.Interval(Method(recorded.What))!.Value.Upper,
                _ => null,
            };
            Recorded.Same(recorded.Value, here, recorded.ToString());
            compared++;
        }
        Assert.Equal(4 + 2 + 6 + 9 + 7, compared);
    }

    private static IntervalMethod Method(string what) =>
        what switch
        {
            "logit" => IntervalMethod.Logit,
            "beta" => IntervalMethod.Beta,
            _ => IntervalMethod.Wald,
        };

    private static (SampleDesign Design, int[] Rows) Design(string name)
    {
        int[] rows = [.. Recorded.Schools.Words("design").Index().Where(row => row.Item == name).Select(row => row.Index)];
        if (name == "dsrs")
        {
            return (SampleDesign.Simple(rows.Length, 6_194), rows);
        }
        int[] strata = Pick(rows, [.. Recorded.Schools.Words("stype").Select(type => Array.IndexOf(Types, type))]);
        return (SampleDesign.Stratified(Pick(rows, Recorded.Schools.Numbers("pw")), strata, Populations), rows);
    }

    private static Categories YesNo(int[] rows, string column) =>
        new(Pick(rows, [.. Recorded.Schools.Words(column).Select(word => word == "Yes" ? 1 : 0)]), 2);

    private static T[] Pick<T>(int[] rows, T[] column) => [.. rows.Select(row => column[row])];
}
