// A year of answers for tests of what tenants said, and what the page shows of it.
using Hearth.Support;

namespace Hearth.Insight.Tests.Measures.Perception;

internal static class PerceptionField
{
    public const string Address = "/insight/measures/2026/tenants-said";

    public static async Task OldAndYoungAsync(HearthApp hearth, Browser officer, int moreHomes)
    {
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Measures = ["TP01"],
                Homes =
                [
                    .. TestMeasures.Homes(60, "75 and over"),
                    .. TestMeasures.Homes(20, "16 to 24"),
                    .. TestMeasures.Homes(moreHomes, "65 to 74"),
                ],
            }
        );
        await officer.ImportAnswersAsync(
            field,
            field.FileOf([
                .. TestMeasures.Rows(48, ("TP01", "1")),
                .. TestMeasures.Rows(12, ("TP01", "4")),
                .. TestMeasures.Rows(5, ("TP01", "2")),
                .. TestMeasures.Rows(15, ("TP01", "5")),
            ])
        );
    }

    public static Dictionary<string, string> ByAge(string typed) =>
        new()
        {
            ["Form.Weight"] = "yes",
            ["Form.From"] = "Typed",
            ["Form.Typed"] = typed,
            ["Form.MergeBelow"] = "",
        };

    public static IReadOnlyList<IReadOnlyList<string>> Figures(Page page) =>
        [
            .. page.All("section[aria-labelledby=figures-heading] > table tbody tr")
                .Select(row => (IReadOnlyList<string>)[.. row.QuerySelectorAll("td").Select(Page.Words)]),
        ];
}
