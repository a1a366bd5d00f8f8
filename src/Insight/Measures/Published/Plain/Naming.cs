// What a measure is called on the tenants' pages, and in which part of them it stands.
using Hearth.DesignSystem.Public;
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Published.Plain;

internal static class Naming
{
    /// <summary>The parts of the page, in order.</summary>
    public static readonly IReadOnlyList<string> Parts =
    [
        "overall",
        "repairs",
        "safety",
        "respect",
        "complaints",
        "neighbourhood",
        "other",
    ];

    public static string PartOf(string measure) =>
        measure switch
        {
            "TP01" => "overall",
            "TP02" or "TP03" or "TP04" or "RP01" or "RP02" => "repairs",
            "TP05" => "safety",
            "TP06" or "TP07" or "TP08" => "respect",
            "TP09" or "CH01" or "CH02" => "complaints",
            "TP10" or "TP11" or "TP12" or "NM01" => "neighbourhood",
            _ => measure.StartsWith("BS", StringComparison.Ordinal) ? "safety" : "other",
        };

    /// <summary>In plain words; as the regulator names it where a new set has a measure that nobody has put into plain words yet.</summary>
    public static string Of(MeasureFigure figure, Phrases phrases) => Of(figure.Code.ToLowerInvariant(), figure.Name, phrases);

    /// <summary>Of a management figure; with its stock where it is reported of one.</summary>
    public static string Of(Line line, bool apart, Phrases phrases)
    {
        var key = line.Measure.Code.ToLowerInvariant() + (line.Measure.Part is { } part ? $"-{part}" : "");
        var name = Of(key, line.Measure.Name, phrases);
        return apart && line.Stock != StockType.All ? $"{name} ({Stock(line.Stock, phrases)})" : name;
    }

    /// <summary>“People who rent from us”.</summary>
    public static string Stock(StockType stock, Phrases phrases) => phrases[$"measures.stock.{StockWords.Code(stock)}"];

    private static string Of(string key, string name, Phrases phrases) =>
        phrases.Knows($"measures.name.{key}") ? phrases[$"measures.name.{key}"] : name;
}
