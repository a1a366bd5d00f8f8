// The promise: how many of those who spoke have been told what came of it.
using Hearth.DesignSystem.Charts;
using Hearth.DesignSystem.Govuk;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Charts;

/// <summary>People told, waiting within the promised time, and overdue.</summary>
public sealed record Told(int Done, int Waiting, int Overdue)
{
    public int Everyone => Done + Waiting + Overdue;
}

/// <summary><c>&lt;hearth-told told="Model.Told" /&gt;</c>: counts in words below the bar, never a percentage alone.</summary>
[HtmlTargetElement("hearth-told")]
public sealed class ToldTagHelper : ChartTagHelper
{
    public Told Told { get; set; } = new(0, 0, 0);

    /// <summary>A thin bar.</summary>
    public bool Small { get; set; }

    /// <summary>Leaves the words out, where the line beside says them.</summary>
    public bool Bare { get; set; }

    private protected override IHtmlContent Draw() => Meter(Told, Small, Bare);

    internal static IHtmlContent Meter(Told told, bool small = false, bool bare = false)
    {
        double Percent(int part) => told.Everyone == 0 ? 0 : 100d * part / told.Everyone;
        var meter = new Element("div", "hearth-told").Add(
            Drawing.Bar(
                small ? 12 : 18,
                [
                    new(Percent(told.Done), Fill.Teal),
                    new(Percent(told.Waiting), Fill.AmberDots),
                    new(Percent(told.Overdue), Fill.EmberStripes),
                ]
            )
        );
        if (bare)
        {
            return meter;
        }

        var key = new Element("ul", "hearth-told__key").Add(
            Line(Fill.Teal, new Element("span").Add(new Element("b").Add(Say.Whole(told.Done))).Add(" told"))
        );
        if (told.Waiting > 0)
        {
            key.Add(Line(Fill.AmberDots, new Element("span").Add(new Element("b").Add(Say.Whole(told.Waiting))).Add(" waiting, in time")));
        }

        if (told.Overdue > 0)
        {
            key.Add(Line(Fill.EmberStripes, new Element("span", "late").Add(Say.Whole(told.Overdue) + " overdue")));
        }

        return meter.Add(key);
    }

    private static Element Line(Fill fill, IHtmlContent words) => new Element("li").Add(Drawing.Swatch(fill)).Add(words);
}
