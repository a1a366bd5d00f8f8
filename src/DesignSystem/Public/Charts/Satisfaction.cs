// Five answers in the regulator's order, in one bar.
using System.Globalization;
using Hearth.DesignSystem.Charts;
using Hearth.DesignSystem.Govuk;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Charts;

/// <summary>The answers to one question of satisfaction.</summary>
/// <param name="Caption">What the table shows: the measure and its year.</param>
/// <param name="Counts">Five counts: very satisfied, fairly satisfied, neither, fairly dissatisfied, very dissatisfied.</param>
/// <param name="NotApplicable">Stays out of the score; the note says so.</param>
/// <param name="Finding">The caption in words; made from the counts when null.</param>
/// <param name="Labels">The five answers, where the question words them otherwise.</param>
public sealed record Satisfaction(
    string Caption,
    IReadOnlyList<int> Counts,
    int NotApplicable = 0,
    string? Finding = null,
    IReadOnlyList<string>? Labels = null
)
{
    /// <summary>How many the score counts.</summary>
    public int Base => Counts.Sum();

    /// <summary>Per cent of <see cref="Base"/>, one place, ties away from nought.</summary>
    public decimal ShareOf(int answer) => Say.Share(Counts[answer], Base);
}

/// <summary><c>&lt;hearth-satisfaction answers="Model.Listens" /&gt;</c></summary>
[HtmlTargetElement("hearth-satisfaction")]
public sealed class SatisfactionTagHelper : ChartTagHelper
{
    private static readonly string[] Words =
    [
        "Very satisfied",
        "Fairly satisfied",
        "Neither satisfied nor dissatisfied",
        "Fairly dissatisfied",
        "Very dissatisfied",
    ];
    private static readonly Fill[] Fills = [Fill.Teal, Fill.TealStripes, Fill.GreyDots, Fill.EmberLight, Fill.Ember];

    public Satisfaction Answers { get; set; } = null!;

    private protected override IHtmlContent Draw()
    {
        if (Answers.Counts.Count != Words.Length)
        {
            throw new InvalidOperationException($"A satisfaction bar has five answers; “{Answers.Caption}” has {Answers.Counts.Count}.");
        }

        var labels = Answers.Labels ?? Words;
        var total = Answers.Base;
        string Share(int at) => Say.Percent(Answers.ShareOf(at));
        var bar = new Element("svg", "hearth-sat__bar")
            .Attr("role", "img")
            .Attr(
                "aria-label",
                string.Join(", ", labels.Select((l, at) => $"{(at == 0 ? l : l.ToLower(CultureInfo.InvariantCulture))} {Share(at)}"))
            );
        double from = 0;
        for (var at = 0; at < Words.Length && total > 0; at++)
        {
            var width = 100d * Answers.Counts[at] / total;
            bar.Add(
                new Element("rect")
                    .Attr("x", Drawing.Pc(from))
                    .Attr("width", Drawing.Pc(width))
                    .Attr("height", "46")
                    .Attr("fill", Fills[at].Paint)
                    .Attr("stroke", "#fff")
                    .Attr("stroke-width", "2")
            );
            from += width;
        }

        var key = new Element("ul", "hearth-sat__labels").Add(
            labels.Select(
                (label, at) =>
                    new Element("li")
                        .Add(Drawing.Swatch(Fills[at]))
                        .Add(new Element("b").Add(Share(at)))
                        .Add(new Element("span").Add(label))
            )
        );
        var table = new FiguresTable(
            Answers.Caption,
            ["Answer", "People", "Share"],
            [
                .. labels.Select((l, at) => new FiguresRow(l, [Say.Whole(Answers.Counts[at]), Share(at)])),
                new FiguresRow("Counted", [Say.Whole(total), total == 0 ? "0%" : "100%"], Sum: true),
            ],
            Answers.NotApplicable > 0
                ? $"{Say.Whole(Answers.NotApplicable)} more said “not applicable/ don’t know”. The regulator’s rule leaves them out of the score."
                : null
        );
        return Drawing.Chart(Answers.Finding ?? Finding(total), "hearth-sat", [bar, key], Figures.Under(table, ViewContext.Phrases()));
    }

    private string Finding(int total)
    {
        if (total == 0)
        {
            return "Nobody has answered yet.";
        }

        var content = Say.Share(Answers.Counts[0] + Answers.Counts[1], total, 0);
        var not = Say.Share(Answers.Counts[3] + Answers.Counts[4], total, 0);
        return string.Create(Say.British, $"{content:0} in 100 are satisfied. {not:0} in 100 are dissatisfied.");
    }
}
