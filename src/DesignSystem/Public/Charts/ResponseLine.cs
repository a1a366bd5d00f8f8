// Answers over the days, against the number needed.
using System.Globalization;
using Hearth.DesignSystem.Charts;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Charts;

/// <summary>How answers come in.</summary>
/// <param name="Finding">The caption in words: “You will pass 565 answers around 26 November.”</param>
/// <param name="Caption">Of the table.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; the axis ends here.</param>
/// <param name="SoFar">Total answers at the end of each day, in order.</param>
/// <param name="Needed">Drawn as a dashed line.</param>
/// <param name="Expected">From the last day of <paramref name="SoFar"/> onwards, with its range.</param>
public sealed record ResponseLine(
    string Finding,
    string Caption,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<AnswersByDay> SoFar,
    int? Needed = null,
    IReadOnlyList<ExpectedByDay>? Expected = null
);

public sealed record AnswersByDay(DateOnly Day, int Answers);

public sealed record ExpectedByDay(DateOnly Day, int Answers, int Low, int High);

/// <summary><c>&lt;hearth-response-line of="Model.Response" /&gt;</c></summary>
[HtmlTargetElement("hearth-response-line")]
public sealed class ResponseLineTagHelper : ChartTagHelper
{
    private const string Plum = "#6a2459";
    private const string Ink = "#2b1b2c";

    public ResponseLine Of { get; set; } = null!;

    private IReadOnlyList<ExpectedByDay> Expected => Of.Expected ?? [];

    private protected override IHtmlContent Draw()
    {
        var most = Math.Max(
            Math.Max(Of.SoFar.Select(d => d.Answers).DefaultIfEmpty(0).Max(), Of.Needed ?? 0),
            Expected.Select(e => e.High).DefaultIfEmpty(0).Max()
        );
        var step = Step(most);
        var top = Math.Max(step, (int)Math.Ceiling(most * 1.1 / step) * step);
        double X(DateOnly day) =>
            Of.To <= Of.From ? 0 : Math.Clamp(100d * (day.DayNumber - Of.From.DayNumber) / (Of.To.DayNumber - Of.From.DayNumber), 0, 100);
        double Y(int answers) => 100 - (100d * answers / top);
        string Point(DateOnly day, int answers) => string.Create(CultureInfo.InvariantCulture, $"{X(day):0.##},{Y(answers):0.##}");

        var svg = new Element("svg").Attr("viewBox", "0 0 100 100").Attr("preserveAspectRatio", "none").Attr("aria-hidden", "true");
        for (var grid = step; grid < top; grid += step)
        {
            svg.Add(Across(Y(grid), "#efe7de", 1, null));
        }

        if (Expected.Count > 0)
        {
            var range = Expected.Select(e => Point(e.Day, e.High)).Concat(Expected.Reverse().Select(e => Point(e.Day, e.Low)));
            svg.Add(new Element("polygon").Attr("points", string.Join(' ', range)).Attr("fill", "#e8cfe1"));
        }

        if (Of.Needed is { } needed)
        {
            svg.Add(Across(Y(needed), Ink, 2, "6 4"));
        }

        if (Expected.Count > 0)
        {
            svg.Add(Path(Expected.Select(e => Point(e.Day, e.Answers)), 2.5, "3 4"));
        }

        svg.Add(Path(Of.SoFar.Select(d => Point(d.Day, d.Answers)), 4, null));

        var plot = new Element("div", "hearth-plot").Attr("role", "img").Attr("aria-label", Summary()).Add(svg);
        for (var grid = 0; grid < top; grid += step)
        {
            plot.Add(new Element("span", $"y {AtY(100d * grid / top)}").Add(Say.Whole(grid)));
        }

        foreach (var (day, always) in Ticks())
        {
            plot.Add(new Element("span", $"x {AtX(X(day))}").Class(always ? null : "small-off").Add(Say.Day(day)));
        }

        double Up(int answers) => 100d * answers / top;
        var labels = LineLabels.Of([.. Of.SoFar.Select(d => (X(d.Day), Up(d.Answers)))], Of.Needed is { } wanted ? Up(wanted) : null);
        if (Of.Needed is { } line)
        {
            plot.Add(
                new Element("span", $"t hearth-at-needed {AtY(Up(line))}")
                    .Class(labels.NeededRight ? "hearth-at-far" : null)
                    .Class(labels.NeededUnder ? "hearth-at-under" : null)
                    .Class(labels.NeededOff ? "small-off" : null)
                    .Add($"{Say.Whole(line)} needed")
            );
        }

        if (Of.SoFar.Count > 0)
        {
            var last = Of.SoFar[^1];
            plot.Add(
                new Element("span", $"t hearth-at-now {AtX(X(last.Day))} {AtY(Up(last.Answers))}")
                    .Class(labels.NowLeft ? "hearth-at-left" : null)
                    .Class(labels.NowOver ? "hearth-at-over" : null)
                    .Add(Say.Whole(last.Answers) + " ")
                    .Add(new Element("span").Add($"by {Say.Day(last.Day)}"))
            );
        }

        if (Expected.Count > 0)
        {
            plot.Add(new Element("span", $"t hearth-at-end {AtY(100d * Expected[^1].Answers / top)}").Add(Say.Whole(Expected[^1].Answers)));
        }

        return Drawing.Chart(Of.Finding, null, [Key(), plot], Figures.Under(Table(), ViewContext.Phrases()));
    }

    private IEnumerable<(DateOnly Day, bool Always)> Ticks()
    {
        var days = Of.To.DayNumber - Of.From.DayNumber;
        var weeks = Math.Max(1, (int)Math.Ceiling(days / 7d / 6));
        yield return (Of.From, true);
        // The last tick is the last day: one that would touch it is left out.
        for (var at = 7 * weeks; at < days - (3.5 * weeks); at += 7 * weeks)
        {
            yield return (Of.From.AddDays(at), false);
        }

        if (days > 0)
        {
            yield return (Of.To, true);
        }
    }

    private static int Step(int most)
    {
        if (most <= 4)
        {
            return 1;
        }

        var rough = most / 4d;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (int)(new[] { 1d, 2, 5, 10 }.First(m => m * power >= rough) * power);
    }

    private static Element Across(double y, string stroke, double width, string? dashes) =>
        new Element("line")
            .Attr("x1", "0")
            .Attr("x2", "100")
            .Attr("y1", Drawing.Px(y))
            .Attr("y2", Drawing.Px(y))
            .Attr("stroke", stroke)
            .Attr("stroke-width", Drawing.Px(width))
            .AttrIf("stroke-dasharray", dashes)
            .Attr("vector-effect", "non-scaling-stroke");

    private static Element Path(IEnumerable<string> points, double width, string? dashes) =>
        new Element("polyline")
            .Attr("points", string.Join(' ', points))
            .Attr("fill", "none")
            .Attr("stroke", Plum)
            .Attr("stroke-width", Drawing.Px(width))
            .AttrIf("stroke-dasharray", dashes)
            .Attr("stroke-linejoin", "round")
            .Attr("vector-effect", "non-scaling-stroke");

    // Places are classes, because the content policy forbids style attributes.
    private static string AtX(double percent) => string.Create(CultureInfo.InvariantCulture, $"hearth-x-{Math.Round(percent):0}");

    private static string AtY(double percent) =>
        string.Create(CultureInfo.InvariantCulture, $"hearth-y-{Math.Clamp(Math.Round(percent), 0, 100):0}");

    private Element Key()
    {
        Element Swatch(params IHtmlContent[] parts) =>
            new Element("svg").Attr("width", "26").Attr("height", "12").Attr("aria-hidden", "true").Attr("focusable", "false").Add(parts);
        Element Dash(string stroke, string width, string? dashes) =>
            new Element("line")
                .Attr("x1", "0")
                .Attr("x2", "26")
                .Attr("y1", "6")
                .Attr("y2", "6")
                .Attr("stroke", stroke)
                .Attr("stroke-width", width)
                .AttrIf("stroke-dasharray", dashes);
        List<(IHtmlContent, string)> lines = [(Swatch(Dash(Plum, "4", null)), "Answers")];
        if (Expected.Count > 0)
        {
            lines.Add(
                (
                    Swatch(new Element("rect").Attr("width", "26").Attr("height", "12").Attr("fill", "#e8cfe1"), Dash(Plum, "2.5", "3 4")),
                    "Expected, and its range"
                )
            );
        }

        if (Of.Needed is not null)
        {
            lines.Add((Swatch(Dash(Ink, "2", "6 4")), $"{Say.Whole(Of.Needed.Value)} needed"));
        }

        return Drawing.Key([.. lines]);
    }

    private string Summary()
    {
        List<string> words =
        [
            Of.SoFar.Count == 0 ? "No answers yet." : $"{Say.Whole(Of.SoFar[^1].Answers)} answers by {Say.Day(Of.SoFar[^1].Day)}.",
        ];
        if (Expected.Count > 0)
        {
            var end = Expected[^1];
            words.Add($"{Say.Whole(end.Answers)} expected by {Say.Day(end.Day)}, between {Say.Whole(end.Low)} and {Say.Whole(end.High)}.");
        }

        if (Of.Needed is { } needed)
        {
            words.Add($"{Say.Whole(needed)} needed.");
        }

        return string.Join(' ', words);
    }

    private FiguresTable Table()
    {
        var withRange = Expected.Count > 0;
        var rows = Of
            .SoFar.Select(d => new FiguresRow(Say.Day(d.Day), withRange ? [Say.Whole(d.Answers), "–", "–"] : [Say.Whole(d.Answers)]))
            .Concat(
                Expected
                    .Where(e => Of.SoFar.Count == 0 || e.Day > Of.SoFar[^1].Day)
                    .Select(e => new FiguresRow(Say.Day(e.Day), [$"{Say.Whole(e.Answers)} expected", Say.Whole(e.Low), Say.Whole(e.High)]))
            );
        return new FiguresTable(
            Of.Caption,
            withRange ? ["Date", "Answers", "Lowest expected", "Highest expected"] : ["Date", "Answers"],
            [.. rows],
            Of.Needed is { } needed ? $"{Say.Whole(needed)} answers are needed." : null
        );
    }
}
