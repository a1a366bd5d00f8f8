// Fills in figures as an officer does, and reads the list.
using AngleSharp.Dom;
using Hearth.Support;

namespace Hearth.Insight.Tests.Measures.Management;

internal static class FigurePages
{
    public const string Year = "/insight/measures/2026/management";

    public static async Task<Page> FillAsync(
        this Browser officer,
        string line,
        string numerator,
        string denominator,
        params (string Field, string Value)[] more
    )
    {
        var page = await officer.OpenAsync($"{Year}/{line}");
        return await officer.SubmitAsync(page, Fields(numerator, denominator, more), "Save");
    }

    public static Dictionary<string, string> Fields(string numerator, string denominator, params (string Field, string Value)[] more)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Form.Applies"] = "yes",
            ["Form.Numerator"] = numerator,
            ["Form.Denominator"] = denominator,
        };
        foreach (var (field, value) in more)
        {
            fields["Form." + field] = value;
        }
        return fields;
    }

    /// <summary>The cells of a line: figure, numerator, denominator, state.</summary>
    public static IReadOnlyList<string> Row(this Page page, string called) =>
        page.All("main tbody tr")
            .Where(row => Page.Words(row.QuerySelector("th")!).StartsWith(called, StringComparison.Ordinal))
            .Select(row => (IReadOnlyList<string>)[.. row.QuerySelectorAll("td").Select(Page.Words)])
            .First();

    /// <summary>What the list asks to look at again, without the links.</summary>
    public static IReadOnlyList<string> Warnings(this Page page) =>
        [
            .. page.All("section[aria-labelledby=look-heading] li")
                .Select(item => string.Concat(item.ChildNodes.OfType<IText>().Select(text => text.Data)).Trim()),
        ];
}
