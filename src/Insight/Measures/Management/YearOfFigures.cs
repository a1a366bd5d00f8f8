// All management figures of one year: which lines are asked for, what stands, what is missing.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Management;

internal sealed record YearOfFigures(ReportingYear Year, IReadOnlyDictionary<string, Counted> Standing)
{
    /// <summary>Every line that could be filled in.</summary>
    public IReadOnlyList<Line> Lines { get; } = Line.All(Year.Set);

    public Counted? this[Line line] => Standing.GetValueOrDefault(line.Key);

    /// <summary>Complaints in one figure of both stocks, which a few landlords are allowed; it is chosen by filling one in.</summary>
    public bool IsCombined => Lines.Any(line => line.Stock == StockType.Combined && this[line] is not null);

    public bool IsApart => Lines.Any(line => HasCombined(line) && line.Stock != StockType.Combined && this[line] is not null);

    /// <summary>The lines this landlord is asked for: complaints apart, or together where it chose so.</summary>
    public IEnumerable<Line> Asked =>
        Lines.Where(line => line.Stock == StockType.Combined ? IsCombined : !HasCombined(line) || !IsCombined || this[line] is not null);

    public IEnumerable<Line> Whole => Asked.Where(line => !line.Missing(this[line]).Any());

    public IEnumerable<Line> Wanting => Asked.Where(line => line.Missing(this[line]).Any());

    public Line? Find(string key) => Lines.FirstOrDefault(line => string.Equals(line.Key, key, StringComparison.OrdinalIgnoreCase));

    public Line? Find(string code, int? part, StockType stock) =>
        Lines.FirstOrDefault(line => line.Measure.Code == code && line.Measure.Part == part && line.Stock == stock);

    /// <summary>What was counted for a line, where it applies.</summary>
    public Counted? Of(string code, int? part, StockType stock) =>
        Find(code, part, stock) is { } line && this[line] is { Applies: true } counted ? counted : null;

    /// <summary>The year as it would be with these lines.</summary>
    public YearOfFigures With(IEnumerable<(Line Line, Counted Counted)> taken)
    {
        var standing = new Dictionary<string, Counted>(Standing, StringComparer.Ordinal);
        foreach (var (line, counted) in taken)
        {
            standing[line.Key] = counted;
        }
        return new(Year, standing);
    }

    private static bool HasCombined(Line line) => line.Measure.Datapoints.ContainsKey(StockType.Combined);
}
