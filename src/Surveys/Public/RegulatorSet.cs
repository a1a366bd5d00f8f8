// What the regulator measures landlords by, as data: a file for each set, in force from its day on. A new set is a new file.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hearth.Surveys.Public;

/// <summary>The stock a figure is of. Low cost rental and home ownership are reported apart; a few landlords are allowed one figure of both.</summary>
public enum StockType
{
    /// <summary>Low cost rental accommodation: general needs, supported, intermediate rent, temporary.</summary>
    [JsonStringEnumMemberName("LCRA")]
    LowCostRental,

    /// <summary>Low cost home ownership: shared ownership that is not fully staircased.</summary>
    [JsonStringEnumMemberName("LCHO")]
    LowCostHomeOwnership,

    /// <summary>Both in one figure of the perception measures and of complaints, by the regulator's permission.</summary>
    [JsonStringEnumMemberName("COMBINED")]
    Combined,

    /// <summary>Both together, for measures that are never reported apart.</summary>
    [JsonStringEnumMemberName("all")]
    All,
}

/// <summary>A set of Tenant Satisfaction Measures.</summary>
/// <param name="Id">Never changes: surveys and published figures are pinned to it.</param>
/// <param name="From">First day of the first reporting year it holds for.</param>
/// <param name="Basis">The standard or direction it comes from.</param>
/// <param name="DatapointsAsOf">The reporting year whose datapoint codes are given.</param>
public sealed record RegulatorSet(
    string Id,
    DateOnly From,
    string Basis,
    string DatapointsAsOf,
    IReadOnlyList<FilterQuestion> Filters,
    IReadOnlyList<PerceptionMeasure> Perception,
    IReadOnlyList<ManagementMeasure> Management
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Every set there is, the oldest first.</summary>
    public static IReadOnlyList<RegulatorSet> All { get; } =
    [
        .. typeof(RegulatorSet)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("measures/", StringComparison.Ordinal))
            .Select(Read)
            .OrderBy(set => set.From),
    ];

    /// <summary>The set in force on this day; the oldest before any was.</summary>
    public static RegulatorSet On(DateOnly day) => All.LastOrDefault(set => set.From <= day) ?? All[0];

    /// <summary>The set of this id, or null.</summary>
    public static RegulatorSet? Find(string? id) => All.FirstOrDefault(set => set.Id == id);

    private static RegulatorSet Read(string resource)
    {
        using var file = typeof(RegulatorSet).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<RegulatorSet>(file, Options)!;
    }
}

/// <summary>A question that decides who is asked a measure.</summary>
/// <param name="Question">With <c>[your landlord]</c> where the landlord's name stands.</param>
/// <param name="ContinueOn">The answer that leads on to the measure.</param>
public sealed record FilterQuestion(string Code, string Question, IReadOnlyList<string> Answers, string ContinueOn);

/// <summary>A measure that tenants are asked for. Text is prescribed: only the landlord's name is put in.</summary>
/// <param name="Agreement">Answered from strongly agree to strongly disagree; from very satisfied to very dissatisfied where false.</param>
/// <param name="NotApplicable">“Not applicable/ don't know” is offered. Where it is not, it must not be.</param>
/// <param name="Filter">Code of the question that decides who is asked; null for everybody.</param>
/// <param name="Datapoints">The codes of the regulator's return, by stock.</param>
public sealed record PerceptionMeasure(
    string Code,
    string Theme,
    string Name,
    string Question,
    [property: JsonPropertyName("scale"), JsonConverter(typeof(ScaleConverter))] bool Agreement,
    bool NotApplicable,
    IReadOnlyList<StockType> Tenures,
    IReadOnlyDictionary<StockType, PerceptionDatapoints> Datapoints,
    string? Filter = null
);

/// <summary>Codes of the return for one measure and stock. The percentage is worked out from the counts.</summary>
/// <param name="Counts">Five: the most satisfied first.</param>
public sealed record PerceptionDatapoints(
    IReadOnlyList<string> Counts,
    string Percent,
    string? FilterYes = null,
    string? FilterNo = null,
    string? NotApplicable = null
);

/// <summary>What a management measure is counted in.</summary>
public enum MeasureUnit
{
    /// <summary>100 × numerator ÷ denominator.</summary>
    Percent,

    /// <summary>1,000 × numerator ÷ homes.</summary>
    PerThousandHomes,
}

/// <summary>A unit of the target time that must be published beside a figure.</summary>
public enum TargetUnit
{
    Days,
    Hours,
}

/// <summary>A measure that the landlord works out from its own records.</summary>
/// <param name="Part">1 or 2 where a measure has two figures, both of which are published.</param>
/// <param name="MoreIsBetter">Null where more is neither better nor worse.</param>
/// <param name="Target">The unit of the landlord's own target, where one is published beside it.</param>
/// <param name="Extension">The return also asks how many of the numerator were in time without and with the extension.</param>
public sealed record ManagementMeasure(
    string Code,
    string Theme,
    string Name,
    string Numerator,
    string Denominator,
    MeasureUnit Unit,
    IReadOnlyList<StockType> Tenures,
    IReadOnlyDictionary<StockType, ManagementDatapoints> Datapoints,
    int? Part = null,
    bool? MoreIsBetter = null,
    TargetUnit? Target = null,
    bool Extension = false
)
{
    /// <summary>As it is spoken of: <c>CH01</c>, <c>RP02 part 1</c>.</summary>
    public string Called => Part is { } part ? $"{Code} part {part}" : Code;
}

/// <summary>Codes of the return for one measure and stock.</summary>
public sealed record ManagementDatapoints(
    string Value,
    string Numerator,
    string Denominator,
    string? WithoutExtension = null,
    string? WithExtension = null,
    string? Target = null,
    string? SeveralTargets = null,
    string? SeveralTargetsText = null
);

internal sealed class ScaleConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() switch
        {
            "agreement" => true,
            "satisfaction" => false,
            var other => throw new JsonException($"A scale is “agreement” or “satisfaction”, not “{other}”."),
        };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value ? "agreement" : "satisfaction");
}
