// What a real landlord published of its perception survey: how many gave each answer. The demo lays responses out from it.
using System.Text.Json;

namespace Hearth.Surveys.Demo;

/// <param name="Counts">Best answer first.</param>
/// <param name="NotApplicable">Said that it does not apply or that they do not know.</param>
/// <param name="FilterYes">Of those asked the filter question, how many said yes; null where there is none.</param>
internal sealed record PublishedMeasure(
    decimal Published,
    int[] Counts,
    int NotApplicable = 0,
    int? FilterYes = null,
    int? FilterNo = null
);

internal sealed record PublishedCounts(
    string Source,
    string Licence,
    string Note,
    int Responses,
    int Online,
    int Paper,
    IReadOnlyDictionary<string, PublishedMeasure> Measures
)
{
    public static PublishedCounts Read(string folder) =>
        JsonSerializer.Deserialize<PublishedCounts>(
            File.ReadAllText(Path.Combine(folder, "surveys", "perception-counts.json")),
            JsonSerializerOptions.Web
        )!;
}
