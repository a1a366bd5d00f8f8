// What the return asks about the survey itself, by the number of the question.
using System.Globalization;
using Hearth.Insight.Measures.Approach;
using Hearth.Insight.Measures.Perception;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Return;

internal static class SurveyRows
{
    /// <summary>Questions 3a, 5 and 6 of the landlord; answered alike for each stock, so the first that answers is taken.</summary>
    public static IEnumerable<ReturnRow> OfLandlord(YearToReport report)
    {
        var said = report.Stocks.Select(stock => stock.Approach.Said).OfType<SurveyStatement>().ToList();
        var helped = said.Where(one => one.Contractors == true).Select(one => one.ContractorWords).Distinct().ToList();
        yield return Row("Q3a Where the figures are published", said.Select(one => one.Address).FirstOrDefault(text => text is not null));
        yield return Row(
            "Q5 Were external contractors used?",
            helped.Count > 0 ? "Yes"
                : said.Any(one => one.Contractors == false) ? "No"
                : null
        );
        if (helped.Count > 0)
        {
            yield return Row("Q5a Their names", string.Join("; ", helped).ReplaceLineEndings("; "));
        }
        yield return Row("Q6 Who interviewed tenants", said.Select(one => one.Interviewers).FirstOrDefault(text => text is not null));

        static ReturnRow Row(string question, string? value) => new("", question, StockType.All, value ?? "Not known");
    }

    /// <summary>Questions 9 to 15 of a stock.</summary>
    public static IEnumerable<ReturnRow> Of(StockToReport report)
    {
        var figures = report.Facts.Figures;
        ReturnRow Row(string question, string value) => new("", question, report.Stock, value);
        yield return Row("Q9 Relevant tenant population", Whole(figures.Population));
        yield return Row("Q10 Households left out for exceptional circumstances", Whole(figures.LeftOut.Sum(one => one.Homes)));
        yield return Row("Q11 Census or sample", figures.Census ? "Census" : "Sample");
        foreach (var way in WaysOfAnswering.All)
        {
            yield return Row($"Q12 Responses: {WaysOfAnswering.Name(way)}", Whole(report.Facts.By(way)));
        }
        if (report.Facts.By(AnswerMethod.Other) > 0)
        {
            yield return Row("Q12 Other: description", report.Approach.Said?.OtherWay ?? "Not known");
        }
        foreach (var way in WaysOfAnswering.All)
        {
            if (figures.Methods.FirstOrDefault(method => method.Method == way) is { Responses: > 0 } method)
            {
                // under the regulator's least the figure by method is hidden
                yield return Row(
                    $"Q13 TP01 by method: {WaysOfAnswering.Name(way)}",
                    method.Tp01 is { } percent ? PerceptionRows.Percent(percent) : $"Fewer than {Whole(figures.LeastForMethod)} answers"
                );
            }
        }
        yield return Row("Q13 Is TP01 by method weighted?", figures.Weighting is null ? "No" : "Yes");
        yield return Row("Q14 Are the figures weighted?", figures.Weighting is null ? "No" : "Yes");
        foreach (var (at, by) in (figures.Weighting?.Characteristics ?? []).Take(Checks.MostCharacteristics).Index())
        {
            yield return Row($"Q14 Weighting characteristic {at + 1}", by);
        }
        foreach (var row in PerceptionRows.Unweighted(figures))
        {
            yield return row;
        }
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
