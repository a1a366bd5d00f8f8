// What can be wrong with the perception figures of one stock.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Return;

internal static class ChecksOfStock
{
    public static IEnumerable<Check> Of(StockToReport report, ReportingYear year) =>
        [.. Field(report, year), .. Asked(report, year), .. Said(report, year), .. Figures(report, year)];

    private static IEnumerable<Check> Field(StockToReport report, ReportingYear year)
    {
        var (figures, name) = (report.Facts.Figures, StockWords.Of(report.Stock));
        var facts = year.Approach(report.Stock, "facts");
        var survey = SurveyOf(report);
        if (report.Facts.Edition is null)
        {
            yield return new NotFrozen(name, AddressOf.Editions(year, report.Stock));
        }
        if (figures.Population <= 0)
        {
            yield return new PopulationMissing(name, survey);
        }
        else if (figures.Responses > figures.Population)
        {
            yield return new MoreAnswersThanHomes(name, figures.Responses, figures.Population, survey);
        }
        if (report.Facts.MissedTheSample)
        {
            yield return report.Approach.Find("i") is { IsMissing: false }
                ? new SampleMissedWithReason(name, figures.Responses, figures.RequiredRoundedUp, facts)
                : new SampleMissed(name, figures.Responses, figures.RequiredRoundedUp, facts);
        }
        if (figures.Methods.Sum(method => method.Responses) is var methods && methods != figures.Responses)
        {
            yield return new MethodsDoNotAddUp(name, methods, figures.Responses, AddressOf.Figures(year, report.Stock));
        }
        if (Chances.NotEvened(report.Facts.Draws, figures.Weighting) is { Count: > 0 } strata)
        {
            yield return new ChancesDiffered(name, Chances.Words(strata), AddressOf.Editions(year, report.Stock));
        }
        if (figures.Weighting is { } weighting)
        {
            if (weighting.Characteristics.Count == 0)
            {
                yield return new WeightedByNothing(name, AddressOf.How(year, report.Stock));
            }
            else if (weighting.Characteristics.Count > Checks.MostCharacteristics)
            {
                yield return new TooManyCharacteristics(name, weighting.Characteristics.Count, AddressOf.How(year, report.Stock));
            }
        }
    }

    private static IEnumerable<Check> Asked(StockToReport report, ReportingYear year)
    {
        if (report.Facts.Figures.MeasureSet != year.Set.Id)
        {
            yield return new OtherMeasureSet(StockWords.Of(report.Stock), report.Facts.Figures.MeasureSet, year.Set.Id, SurveyOf(report));
        }
        foreach (var survey in report.Facts.Asked)
        {
            if (survey.WordedOtherwise.Count > 0)
            {
                yield return new WordedOtherwise(survey.Title, string.Join(", ", survey.WordedOtherwise), $"/surveys/{survey.SurveyId}");
            }
            if (survey.LandlordNames.Count > 1)
            {
                yield return new SeveralLandlords(survey.Title, string.Join(", ", survey.LandlordNames), $"/surveys/{survey.SurveyId}");
            }
        }
    }

    private static IEnumerable<Check> Said(StockToReport report, ReportingYear year)
    {
        var (said, name) = (report.Approach.Said, StockWords.Of(report.Stock));
        var facts = year.Approach(report.Stock, "facts");
        if (said?.Address is null)
        {
            yield return new AddressMissing(facts);
        }
        if (said?.Contractors is null)
        {
            yield return new ContractorsNotSaid(name, facts);
        }
        if (report.Facts.WasInterviewed && said?.Interviewers is null)
        {
            yield return new InterviewersNotSaid(name, facts);
        }
        if (report.Facts.By(AnswerMethod.Other) > 0 && said?.OtherWay is null)
        {
            yield return new OtherWayNotSaid(name, facts);
        }
        // the sample that was missed and the other ways are named above already
        foreach (var item in report.Approach.Wanting.Where(item => item.Letter is not ("i" or "c")))
        {
            yield return new PointMissing(name, item.Letter, string.Join(", ", item.Missing), year.Approach(report.Stock, item.Letter));
        }
        foreach (var item in report.Approach.Stale)
        {
            yield return new PointStale(name, item.Letter, year.Approach(report.Stock, item.Letter));
        }
    }

    private static IEnumerable<Check> Figures(StockToReport report, ReportingYear year)
    {
        var (figures, name, at) = (report.Facts.Figures, StockWords.Of(report.Stock), AddressOf.Figures(year, report.Stock));
        foreach (var measure in year.Set.Perception.Where(measure => measure.Datapoints.ContainsKey(report.Stock)))
        {
            if (figures[measure.Code] is not { } figure)
            {
                yield return new MeasureMissing(name, measure.Code, at);
                continue;
            }
            var counted = figure.Counts.Sum() + (figure.NotApplicable ?? 0);
            if (figure.Base == 0)
            {
                yield return new NoFigure(name, measure.Code, at);
            }
            if (counted > figures.Responses)
            {
                yield return new MoreCountedThanAnswered(name, measure.Code, counted, figures.Responses, at);
            }
            if (figure.FilterYes + figure.FilterNo is { } filtered && filtered > figures.Responses)
            {
                yield return new MoreFilteredThanAnswered(name, measure.Code, filtered, figures.Responses, at);
            }
            if (figure.FilterYes is { } yes && figure.Counts.Sum() > yes)
            {
                yield return new MoreCountedThanYes(name, measure.Code, figure.Counts.Sum(), yes, at);
            }
            if (figure.Percent is { } percent && Worked(figure) is { } worked && worked != percent)
            {
                yield return new PercentIsOther(name, measure.Code, percent, worked, at);
            }
        }
    }

    private static decimal? Worked(MeasureFigure figure) =>
        figure.Counts.Sum() is > 0 and var all
            ? decimal.Round(100m * (figure.Counts[0] + figure.Counts[1]) / all, 1, MidpointRounding.AwayFromZero)
            : null;

    private static string SurveyOf(StockToReport report) =>
        report.Facts.Figures.Surveys.Count == 1 ? $"/surveys/{report.Facts.Figures.Surveys[0].Id}" : "/surveys";
}
