// How a year's figures are worked out from their inputs: all that is not an answer. Kept with a frozen edition, so that it can be made again.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hearth.Insight.Measures.Management;
using Hearth.Statistics;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception;

/// <param name="Library">The version of the statistics that worked it out.</param>
/// <param name="Responses">By method, before small groups are hidden in the inputs.</param>
/// <param name="Wording">Of each measure and filter asked.</param>
/// <param name="Before">The year before, as far as it is compared with; null for none.</param>
internal sealed record Recipe(
    ReportingYear Year,
    StockType Stock,
    string MeasureSet,
    string Library,
    IReadOnlyList<SurveyTaken> Surveys,
    int Population,
    bool Census,
    IReadOnlyList<LeftOutCount> LeftOut,
    IReadOnlyList<MethodResponses> Responses,
    int LeastForMethod,
    int Superseded,
    WeightingRecipe? Weighting,
    IReadOnlyDictionary<string, string> Wording,
    IReadOnlyList<Rewording> Reworded,
    YearBefore? Before
)
{
    /// <summary>Told on, so that a reader of the file knows what it is.</summary>
    public string Format { get; init; } = "hearth perception figures 1";

    /// <summary>Why weights are not used though there are some.</summary>
    public IReadOnlyList<string> NotWeightedBecause { get; init; } = [];

    /// <summary>What each answer stands for where homes were drawn with unequal chances; null where they were not, or weights came with the answers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DrawRecipe? Draw { get; init; }

    /// <summary>Of an unequal draw: methods are hidden in the inputs where few of a stratum share one, so they are counted before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MethodsTold? ByMethod { get; init; }

    /// <summary>How the ranges are found.</summary>
    public string Interval { get; init; } = WithoutStrata;

    private const string WithoutStrata =
        "Wilson at the effective size, 95%, finite population correction; of raked weights by the residuals that the margins leave";

    public const string WithinStrata = WithoutStrata + "; of an unequal draw within its strata";

    public static string LibraryNow { get; } = $"Hearth.Statistics {typeof(SampleSize).Assembly.GetName().Version!.ToString(3)}";

    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Converters = { new YearConverter(), new JsonStringEnumConverter() },
            // read by people, never written into a page
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
            NewLine = "\n",
        };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Json);

    public static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, Json)!;

    private sealed class YearConverter : JsonConverter<ReportingYear>
    {
        public override ReportingYear Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, ReportingYear value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Ending);
    }
}

internal sealed record MethodResponses(AnswerMethod Method, int Responses);

/// <param name="Supplied">The weights stand in the inputs as they were given; everything else is empty.</param>
/// <param name="Counts">The targets are homes that must agree; shares where false.</param>
/// <param name="From">Where the targets are from, for people.</param>
internal sealed record WeightingRecipe(
    bool Supplied,
    IReadOnlyList<TargetsOf> By,
    bool Counts,
    double? Low,
    double? High,
    int? MergeBelow,
    string From
);

/// <param name="Characteristic">Heads the column of the inputs.</param>
/// <param name="Ordered">Categories stand in an order, as ages do.</param>
internal sealed record TargetsOf(string Characteristic, bool Ordered, IReadOnlyList<string> Categories, IReadOnlyList<double> Targets);

/// <param name="Edition">The frozen edition it is from; null where it was worked out beside.</param>
internal sealed record YearBefore(
    ReportingYear Year,
    int? Edition,
    string MeasureSet,
    bool Census,
    bool Weighted,
    IReadOnlyList<MethodResponses> Responses,
    IReadOnlyDictionary<string, string> Wording,
    IReadOnlyList<MeasureBefore> Measures
)
{
    /// <summary>Homes that answered in both years; null where they are not known, or hardly any did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? InBothYears { get; init; }

    /// <summary>The same, knowing what the two years have in common.</summary>
    public YearBefore With(BothYears? both) =>
        both is null
            ? this
            : this with
            {
                InBothYears = both.Homes,
                Measures =
                [
                    .. Measures.Select(one =>
                        one with
                        {
                            Covariance = both.Covariances.TryGetValue(one.Code, out var together) ? together : null,
                        }
                    ),
                ],
            };

    public static YearBefore Of(PerceptionYear year, int? edition) =>
        new(
            year.Year,
            edition,
            year.MeasureSet,
            year.Census,
            year.Weighting is not null,
            [.. year.Methods.Select(method => new MethodResponses(method.Method, method.Responses))],
            year.Wording,
            [.. year.Measures.Select(m => new MeasureBefore(m.Code, m.Published, m.Estimate, m.Variance, m.Degrees))]
        );
}

internal sealed record MeasureBefore(string Code, decimal? Percent, double? Estimate, double? Variance, int Degrees)
{
    /// <summary>With this year's figure, by the homes that answered both; null for two draws that are taken to have nothing in common.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Covariance { get; init; }
}
