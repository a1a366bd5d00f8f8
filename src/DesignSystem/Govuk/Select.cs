// A list to choose one from. Prefer radios while they fit.
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed record Option
{
    public string? Value { get; init; }

    public string? Text { get; init; }

    /// <summary>Null leaves it to the value of the whole list.</summary>
    public bool? Selected { get; init; }

    public bool Disabled { get; init; }

    public Attributes? Attributes { get; init; }
}

internal sealed record Select : Field
{
    public IReadOnlyList<Option?> Items { get; init; } = [];

    public string? Value { get; init; }

    protected override IHtmlContent Control(string describedBy) =>
        new Element("select", "govuk-select")
            .Class(Classes, ErrorMessage is null ? null : "govuk-select--error")
            .Attr("id", ControlId)
            .Attr("name", Name)
            .Flag("disabled", Disabled)
            .AttrIf("aria-describedby", describedBy)
            .Attrs(Attributes)
            .Add(Items.Where(i => i is not null).Select(i => Line(i!)));

    private Element Line(Option item)
    {
        var line = new Element("option");
        if (item.Value is not null)
        {
            line.Attr("value", item.Value);
        }

        var chosen = item.Selected is true || (item.Selected is null && !string.IsNullOrEmpty(Value) && (item.Value ?? item.Text) == Value);
        return line.Flag("selected", chosen).Flag("disabled", item.Disabled).Attrs(item.Attributes).Add(item.Text);
    }
}

internal sealed record FileUpload : Field
{
    public bool Multiple { get; init; }

    public bool Javascript { get; init; }

    public string? WrapperClasses { get; init; }

    public Attributes? WrapperAttributes { get; init; }

    public string? ChooseFilesButtonText { get; init; }

    public string? NoFileChosenText { get; init; }

    public Dictionary<string, string>? MultipleFilesChosenText { get; init; }

    public string? DropInstructionText { get; init; }

    public string? EnteredDropZoneText { get; init; }

    public string? LeftDropZoneText { get; init; }

    protected override IHtmlContent Control(string describedBy)
    {
        var input = new Element("input", "govuk-file-upload")
            .Class(Classes, ErrorMessage is null ? null : "govuk-file-upload--error")
            .Attr("id", ControlId)
            .Attr("name", Name)
            .Attr("type", "file")
            .Flag("disabled", Disabled)
            .Flag("multiple", Multiple)
            .AttrIf("aria-describedby", describedBy)
            .Attrs(Attributes);
        if (!Javascript)
        {
            return input;
        }

        Attributes several = [];
        Translation.Add(several, "multiple-files-chosen", MultipleFilesChosenText);
        return new Element("div", "govuk-file-upload-wrapper")
            .Class(WrapperClasses)
            .Attr("data-module", "govuk-file-upload")
            .AttrIf("data-i18n.choose-files-button", ChooseFilesButtonText)
            .AttrIf("data-i18n.no-file-chosen", NoFileChosenText)
            .Attrs(several)
            .AttrIf("data-i18n.drop-instruction", DropInstructionText)
            .AttrIf("data-i18n.entered-drop-zone", EnteredDropZoneText)
            .AttrIf("data-i18n.left-drop-zone", LeftDropZoneText)
            .Attrs(WrapperAttributes)
            .Add(input);
    }
}
