// Where landlords in England stand, as data: quartiles worked out from the regulator's open data, a reporting year at a time.
using System.Text.Json;
using System.Text.Json.Serialization;
using Hearth.Insight.Measures.Management;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Quartiles;

/// <summary>One figure over all landlords that reported it.</summary>
/// <param name="Quarter">A quarter of landlords have this or less.</param>
/// <param name="Middle">Half have this or less.</param>
/// <param name="ThreeQuarters">Three quarters have this or less.</param>
/// <param name="Landlords">How many reported it; null where the source does not say.</param>
internal sealed record NationalFigure(
    string Measure,
    StockType Stock,
    decimal Quarter,
    decimal Middle,
    decimal ThreeQuarters,
    int? Part = null,
    int? Landlords = null
);

/// <summary>All figures of one reporting year.</summary>
/// <param name="Ending">2025 for 2024/25.</param>
internal sealed record NationalYear(int Ending, IReadOnlyList<NationalFigure> Figures)
{
    public ReportingYear Year => new(Ending);

    public NationalFigure? Find(string measure, int? part, StockType stock) =>
        Figures.FirstOrDefault(figure => figure.Measure == measure && figure.Part == part && figure.Stock == stock);
}

/// <summary>What is known of the whole country.</summary>
/// <param name="Source">Where the numbers come from and how they were worked out.</param>
/// <param name="Licence">What must stand wherever they are shown.</param>
internal sealed record NationalFigures(string Source, string Licence, IReadOnlyList<NationalYear> Years)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static NationalFigures Known { get; } = Read();

    /// <summary>The figures to hold a year beside: its own where they are published, else the latest before it; null before there were any.</summary>
    public NationalYear? For(ReportingYear year) => Years.Where(known => known.Ending <= year.Ending).MaxBy(known => known.Ending);

    private static NationalFigures Read()
    {
        using var file = typeof(NationalFigures).Assembly.GetManifestResourceStream("measures/national.json")!;
        return JsonSerializer.Deserialize<NationalFigures>(file, Options)!;
    }
}
