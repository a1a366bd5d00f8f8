// A tag that is replaced by a drawing.
using Hearth.DesignSystem.Charts;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Public.Charts;

/// <summary>A tag that is replaced by what it draws.</summary>
public abstract class ChartTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.Clear();
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(Draw());
    }

    private protected abstract IHtmlContent Draw();
}

/// <summary><c>&lt;hearth-table table="Model.Wards" cards /&gt;</c>: a table that becomes cards on a phone.</summary>
[HtmlTargetElement("hearth-table")]
public sealed class FiguresTableTagHelper : ChartTagHelper
{
    public FiguresTable Table { get; set; } = null!;

    /// <summary>The heading above says the same.</summary>
    public bool HideCaption { get; set; }

    /// <summary>On a phone each row is a card.</summary>
    public bool Cards { get; set; }

    private protected override IHtmlContent Draw() => Figures.Alone(Table, HideCaption, Cards, ViewContext.Phrases());
}

/// <summary><c>&lt;hearth-marker marker="Marker.Hidden" /&gt;</c></summary>
[HtmlTargetElement("hearth-marker")]
public sealed class MarkerTagHelper : ChartTagHelper
{
    public Marker Marker { get; set; } = Marker.Hidden;

    private protected override IHtmlContent Draw() => Figures.Cell(Marker.Text);
}
