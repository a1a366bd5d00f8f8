// Numbers speak first: up to five, each with its label and why it matters.
using Hearth.DesignSystem.Charts;
using Hearth.DesignSystem.Govuk;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Charts;

/// <summary><c>&lt;hearth-figs&gt;&lt;hearth-fig number="318" after="of 565" label="answers so far" why="Day 11 of 47" /&gt;…&lt;/hearth-figs&gt;</c></summary>
[HtmlTargetElement("hearth-figs")]
public sealed class FiguresTagHelper : TagHelper
{
    /// <summary>3, 4 or 5 beside each other.</summary>
    public int Columns { get; set; } = 4;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(new Element("dl", "hearth-figs").Class(Columns == 4 ? null : "hearth-figs--" + Columns).Add(inner));
    }
}

/// <summary>One number. State: calm, good, wait or hot; hot must say why.</summary>
[HtmlTargetElement("hearth-fig", ParentTag = "hearth-figs")]
public sealed class FigureTagHelper : ChartTagHelper
{
    public string Number { get; set; } = "";

    /// <summary>Small words before the number: “under”.</summary>
    public string? Before { get; set; }

    /// <summary>Small words after the number: “of 565”.</summary>
    public string? After { get; set; }

    public string Label { get; set; } = "";

    public string? Why { get; set; }

    public string State { get; set; } = "calm";

    private protected override IHtmlContent Draw()
    {
        if (State == "hot" && string.IsNullOrWhiteSpace(Why))
        {
            throw new InvalidOperationException($"The figure “{Label}” is hot and does not say why.");
        }

        var number = new Element("dd", "n");
        if (Before is not null)
        {
            number.Add(new Element("small").Add(Before)).Add(" ");
        }

        number.Add(Figures.Cell(Number));
        if (After is not null)
        {
            number.Add(" ").Add(new Element("small").Add(After));
        }

        var figure = new Element("div", "hearth-fig")
            .Class(State == "calm" ? null : "hearth-fig--" + State)
            .Add(new Element("dt").Add(Label))
            .Add(number);
        return string.IsNullOrEmpty(Why) ? figure : figure.Add(new Element("dd", "why").Add(Why));
    }
}
