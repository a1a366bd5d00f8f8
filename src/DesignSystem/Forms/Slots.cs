// Parts that child tags give to the tag around them: label, hint, items.
using Hearth.DesignSystem.Govuk;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hearth.DesignSystem.Forms;

internal sealed class Slots
{
    public Words? Label { get; set; }

    public Words? Hint { get; set; }

    public string? Tools { get; set; }

    public string? Conditional { get; set; }

    public List<Choice?> Choices { get; } = [];

    public List<Option?> Options { get; } = [];

    public List<SummaryRow?> Rows { get; } = [];

    public List<SummaryAction> Actions { get; } = [];

    public List<Tab?> Tabs { get; } = [];

    public string? Tags { get; set; }

    public string? Do { get; set; }

    /// <summary>Opens slots for the tags inside this one.</summary>
    public static Slots Open(TagHelperContext context)
    {
        var slots = new Slots();
        context.Items[typeof(Slots)] = slots;
        return slots;
    }

    /// <summary>The slots of the tag around this one, or null when it stands alone.</summary>
    public static Slots? Around(TagHelperContext context) => context.Items.TryGetValue(typeof(Slots), out var slots) ? (Slots)slots : null;
}
