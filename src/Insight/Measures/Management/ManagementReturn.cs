// The management figures as the regulator's return asks for them: by datapoint code, for one year and stock.
using System.Globalization;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Management;

/// <param name="Values">By datapoint code, as the return writes them: whole numbers, figures with one decimal place, Yes or No, words. What is not known has no entry.</param>
/// <param name="DoNotApply">Lines the landlord says do not apply to it.</param>
/// <param name="Missing">Lines that cannot go yet, with what each lacks.</param>
internal sealed record StockReturn(
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<Line> DoNotApply,
    IReadOnlyList<(Line Line, IReadOnlyList<string> Lacks)> Missing
);

internal sealed class ManagementReturn(FigureReader reader)
{
    /// <summary>The lines reported for exactly this stock; what is reported for all homes together is under <see cref="StockType.All"/>.</summary>
    public async Task<StockReturn> ReadAsync(ReportingYear year, StockType stock, CancellationToken stop)
    {
        var figures = await reader.YearAsync(year, stop);
        var lines = figures.Asked.Where(line => line.Stock == stock).ToList();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (figures[line] is { Applies: true } counted)
            {
                Add(line, counted, line.Measure.Datapoints[stock]);
            }
        }
        return new(
            values,
            [.. lines.Where(line => figures[line] is { Applies: false })],
            [.. lines.Where(figures.Wanting.Contains).Select(line => (line, (IReadOnlyList<string>)[.. line.Missing(figures[line])]))]
        );

        void Add(Line line, Counted counted, ManagementDatapoints codes)
        {
            Put(codes.Value, line.Work(counted)?.ToString("0.0", CultureInfo.InvariantCulture));
            Put(codes.Numerator, Number(counted.Numerator));
            Put(codes.Denominator, Number(counted.Denominator));
            Put(codes.WithoutExtension, Number(counted.WithoutExtension));
            Put(codes.WithExtension, Number(counted.WithExtension));
            Put(codes.Target, Number(counted.Target));
            Put(codes.SeveralTargets, counted.SeveralTargets ? "Yes" : "No");
            Put(codes.SeveralTargetsText, counted.TargetsInWords);
        }

        void Put(string? code, string? value)
        {
            if (code is not null && !string.IsNullOrEmpty(value))
            {
                values[code] = value;
            }
        }
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
