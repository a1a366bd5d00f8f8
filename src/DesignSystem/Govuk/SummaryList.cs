// Questions and answers in a list, with what can be done to each.
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed record SummaryAction : Words
{
    public string? Href { get; init; }

    public string? VisuallyHiddenText { get; init; }

    public IHtmlContent Render(Words? card)
    {
        var link = new Element("a", "govuk-link").Class(Classes).Attr("href", Href).Attrs(Attributes).Add(Content);
        if (string.IsNullOrEmpty(VisuallyHiddenText) && card is null)
        {
            return link;
        }

        var hidden = new Element("span", "govuk-visually-hidden");
        if (!string.IsNullOrEmpty(VisuallyHiddenText))
        {
            hidden.Add(" " + VisuallyHiddenText);
        }

        if (card is not null)
        {
            hidden.Add(" (").Add(card.Content).Add(")");
        }

        return link.Add(hidden);
    }
}

internal sealed record SummaryActions
{
    public string? Classes { get; init; }

    public IReadOnlyList<SummaryAction>? Items { get; init; }
}

internal sealed record SummaryRow
{
    public string? Classes { get; init; }

    public Words? Key { get; init; }

    public Words? Value { get; init; }

    public SummaryActions? Actions { get; init; }
}

internal sealed record SummaryTitle : Words
{
    public int? HeadingLevel { get; init; }
}

internal sealed record SummaryCard
{
    public SummaryTitle? Title { get; init; }

    public SummaryActions? Actions { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }
}

internal sealed record SummaryList
{
    public IReadOnlyList<SummaryRow?>? Rows { get; init; }

    public SummaryCard? Card { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    public IHtmlContent Render()
    {
        var rows = (Rows ?? []).Where(r => r is not null).Select(r => r!).ToArray();
        var anyActions = rows.Any(r => r.Actions?.Items is { Count: > 0 });
        var list = new Element("dl", "govuk-summary-list").Class(Classes).Attrs(Attributes).Add(rows.Select(r => Row(r, anyActions)));
        return Card is null ? list : InCard(Card, list);
    }

    private Element Row(SummaryRow row, bool anyActions)
    {
        var line = new Element("div", "govuk-summary-list__row")
            .Class(anyActions && row.Actions?.Items is null ? "govuk-summary-list__row--no-actions" : null, row.Classes)
            .Add(new Element("dt", "govuk-summary-list__key").Class(row.Key?.Classes).Add(row.Key?.Content))
            .Add(new Element("dd", "govuk-summary-list__value").Class(row.Value?.Classes).Add(row.Value?.Content));
        if (row.Actions?.Items is { Count: > 0 } actions)
        {
            line.Add(
                new Element("dd", "govuk-summary-list__actions")
                    .Class(row.Actions.Classes)
                    .Add(
                        actions.Count == 1
                            ? actions[0].Render(Card?.Title)
                            : new Element("ul", "govuk-summary-list__actions-list").Add(
                                actions.Select(a => new Element("li", "govuk-summary-list__actions-list-item").Add(a.Render(Card?.Title)))
                            )
                    )
            );
        }

        return line;
    }

    private static Element InCard(SummaryCard card, Element list)
    {
        var top = new Element("div", "govuk-summary-card__title-wrapper");
        if (card.Title is { } title)
        {
            top.Add(new Element("h" + (title.HeadingLevel ?? 2), "govuk-summary-card__title").Class(title.Classes).Add(title.Content));
        }

        if (card.Actions?.Items is { Count: > 0 } actions)
        {
            top.Add(
                actions.Count == 1
                    ? new Element("div", "govuk-summary-card__actions").Class(card.Actions.Classes).Add(actions[0].Render(card.Title))
                    : new Element("ul", "govuk-summary-card__actions")
                        .Class(card.Actions.Classes)
                        .Add(actions.Select(a => new Element("li", "govuk-summary-card__action").Add(a.Render(card.Title))))
            );
        }

        return new Element("div", "govuk-summary-card")
            .Class(card.Classes)
            .Attrs(card.Attributes)
            .Add(top)
            .Add(new Element("div", "govuk-summary-card__content").Add(list));
    }
}
