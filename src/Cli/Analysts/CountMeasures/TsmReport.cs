// The regulator's twelve perception measures worked out from one row a response.
using Hearth.Cli.Analysts.Columns;

namespace Hearth.Cli.Analysts.CountMeasures;

/// <param name="File">The file.</param>
/// <param name="Responses">Its rows.</param>
/// <param name="Weighted">Whether it has a column of weights.</param>
/// <param name="SumOfWeights">Their sum; the rows where there are none.</param>
/// <param name="DesignEffect">By how much the weights widen a range (Kish); null where there are none.</param>
/// <param name="EffectiveSample">How many drawn by lot would be as sure; null where there are no weights.</param>
/// <param name="Measures">Those the file has, in the regulator's order.</param>
/// <param name="NotAsked">Those it has no column of.</param>
/// <param name="FiltersMissing">Filters it has no column of: their measures are taken as put to everyone who answered them.</param>
/// <param name="LeftOut">Answers that were not counted, with their lines.</param>
internal sealed record TsmReport(
    string File,
    int Responses,
    bool Weighted,
    decimal SumOfWeights,
    double? DesignEffect,
    double? EffectiveSample,
    IReadOnlyList<MeasureResult> Measures,
    IReadOnlyList<string> NotAsked,
    IReadOnlyList<string> FiltersMissing,
    IReadOnlyList<LeftOut> LeftOut
)
{
    public static TsmReport Of(TableFile file, CancellationToken stop)
    {
        var asked = Measure
            .All.Select(measure => (Measure: measure, Place: file.Find(measure.Code)))
            .Where(found => found.Place is not null)
            .Select(found =>
                (found.Measure, Place: found.Place!.Value, Filter: found.Measure.Filter is { } filter ? file.Find(filter) : null)
            )
            .ToArray();
        if (asked.Length == 0)
        {
            throw Refused.At(
                file.Name,
                file.HeaderLine,
                $"there is no column TP01 to TP12. There are: {string.Join(", ", file.Headings)}. Name the columns of the answers by the measures’ codes."
            );
        }
        var weights = file.Find("weight");
        var tallies = asked.Select(one => new MeasureTally(one.Measure)).ToArray();
        var (responses, sum, squares) = (0, 0m, 0.0);
        using var rows = file.Rows();
        while (rows.Next())
        {
            stop.ThrowIfCancellationRequested();
            var weight = weights is { } column ? Answers.Weight(file, rows, column) : 1;
            responses++;
            sum += weight;
            squares += (double)weight * (double)weight;
            for (var i = 0; i < asked.Length; i++)
            {
                var filter = Answers.Filter(file, rows, asked[i].Filter);
                tallies[i].Add(filter, Answers.Answer(file, rows, asked[i].Place), weight, rows.Line);
            }
        }
        if (responses == 0)
        {
            throw Refused.File(file.Name, "there are no rows below the header row.");
        }
        var weighted = weights is not null;
        double? effective = weighted && squares > 0 ? (double)sum * (double)sum / squares : null;
        return new(
            file.Name,
            responses,
            weighted,
            sum,
            responses / effective,
            effective,
            [.. tallies.Zip(asked, (tally, one) => tally.Result(weighted, filtered: one.Filter is not null))],
            [.. Measure.All.Except(asked.Select(one => one.Measure)).Select(measure => measure.Code)],
            [.. asked.Where(one => one.Measure.Filter is not null && one.Filter is null).Select(one => one.Measure.Filter!).Distinct()],
            [.. tallies.SelectMany(tally => tally.LeftOut)]
        );
    }

    public IEnumerable<string> Lines()
    {
        yield return Weighted
            ? $"{File}: {Figures.Of(Responses, "response", "responses")}, weighted (weights add up to {Figures.Count(SumOfWeights)}, design effect {Figures.Number(DesignEffect, "0.00")}, effective sample {Figures.Number(EffectiveSample, "0")})"
            : $"{File}: {Figures.Of(Responses, "response", "responses")}, unweighted";
        yield return "";
        string[] head = ["", "1", "2", "3", "4", "5", "n/a", "Base", "Satisfied", .. Weighted ? ["Unweighted"] : Array.Empty<string>()];
        foreach (var line in Figures.Table(head, Measures.Select(measure => measure.Cells(Weighted))))
        {
            yield return line;
        }
        foreach (var filter in FiltersMissing)
        {
            yield return $"There is no column {filter}: everyone who answered is taken to have been asked.";
        }
        foreach (var left in LeftOut)
        {
            var more = left.Rows > 10 ? " …" : "";
            yield return $"{left.Words} ({Figures.Of(left.Rows, "row", "rows")}: {(left.Rows == 1 ? "line" : "lines")} {string.Join(", ", left.Lines.Take(10))}{more}).";
        }
    }
}

/// <summary>One measure: the result, weighted where there are weights, and the plain one beside it.</summary>
internal sealed record MeasureResult
{
    public MeasureResult(string code, string name, string? filter, MeasureFigures result, MeasureFigures unweighted) =>
        (Code, Name, Filter, Result, Unweighted) = (code, name, filter, result, unweighted);

    public string Code { get; }

    public string Name { get; }

    public string? Filter { get; }

    public IReadOnlyList<decimal> Counts => Result.Counts;

    public decimal NotApplicable => Result.NotApplicable;

    public decimal NoAnswer => Result.NoAnswer;

    public decimal? FilterYes => Result.FilterYes;

    public decimal? FilterNo => Result.FilterNo;

    public decimal Satisfied => Result.Satisfied;

    public decimal Base => Result.Base;

    /// <summary>To one decimal place, ties away from zero; null (no figure) where the base is 0.</summary>
    public decimal? Percentage => Result.Percentage;

    public MeasureFigures Unweighted { get; }

    private MeasureFigures Result { get; }

    public IReadOnlyList<string> Cells(bool weighted) =>
        [
            Code,
            .. Counts.Select(Figures.Count),
            Figures.Count(NotApplicable),
            Figures.Count(Base),
            Figures.Percent(Percentage),
            .. weighted ? [Figures.Percent(Unweighted.Percentage)] : Array.Empty<string>(),
        ];
}

/// <param name="Counts">Answers 1 to 5, best first.</param>
/// <param name="NotApplicable">Not applicable or don't know.</param>
/// <param name="NoAnswer">Asked, and gave none.</param>
/// <param name="FilterYes">Said yes to the filter; null where the measure has none, or the file no column of it.</param>
/// <param name="FilterNo">Said no to it; null as above.</param>
/// <param name="Satisfied">Answers 1 and 2.</param>
/// <param name="Base">Answers 1 to 5.</param>
/// <param name="Percentage">Satisfied of the base, one decimal place, ties away from zero; null where the base is 0.</param>
internal sealed record MeasureFigures(
    IReadOnlyList<decimal> Counts,
    decimal NotApplicable,
    decimal NoAnswer,
    decimal? FilterYes,
    decimal? FilterNo,
    decimal Satisfied,
    decimal Base,
    decimal? Percentage
);
