// A part of the page: what tenants said of it, stock by stock, and what our records say.
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Insight.Measures.Perception;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Published.Plain;

internal sealed record PlainSaid(string Name, BarRows Chart);

internal sealed record PlainPart(string Key, string Title, IReadOnlyList<PlainSaid> Said, IReadOnlyList<BarRows> Records)
{
    public static IReadOnlyList<PlainPart> Of(PublishedYear year, Phrases phrases) =>
        [
            .. Naming
                .Parts.Select(key => new PlainPart(
                    key,
                    phrases[$"measures.part.{key}"],
                    [.. year.Perception.Select(figures => Heard(year, figures, key, phrases)).OfType<PlainSaid>()],
                    PlainRecords.Of(year, key, phrases)
                ))
                .Where(part => part.Said.Count > 0 || part.Records.Count > 0)
                .Select(part => part.ExplainedOnce()),
        ];

    private static PlainSaid? Heard(PublishedYear year, PerceptionYear figures, string key, Phrases phrases)
    {
        var measures = figures
            .Measures.Where(figure => Naming.PartOf(figure.Code) == key)
            .Select(figure => PlainMeasure.Of(figures, figure, year.National, phrases))
            .ToList();
        if (measures.Count == 0)
        {
            return null;
        }
        var stock = Naming.Stock(figures.Stock, phrases);
        return new(
            stock,
            new(
                Finding(measures, phrases),
                phrases["measures.said.caption", ("part", phrases[$"measures.part.{key}"]), ("who", stock), ("year", year.Year.Name)],
                [
                    phrases["measures.column.what"],
                    phrases["measures.column.in-100"],
                    phrases["measures.column.exact"],
                    phrases["measures.column.homes"],
                    phrases["measures.column.middle"],
                ],
                [.. measures.Select(measure => measure.Row)],
                LineName: year.National is { } national ? phrases["measures.middle", ("year", national.Year.Name)] : null,
                Most: 100
            )
        );
    }

    /// <summary>What the black line is stands over the first bars only; the sentence under each bar says how it stands beside others.</summary>
    private PlainPart ExplainedOnce() =>
        this with
        {
            Said = [.. Said.Select((said, at) => at == 0 ? said : said with { Chart = said.Chart with { LineName = null } })],
            Records = [.. Records.Select((chart, at) => at == 0 && Said.Count == 0 ? chart : chart with { LineName = null })],
        };

    private static string Finding(List<PlainMeasure> measures, Phrases phrases)
    {
        var shown = measures.Where(measure => measure.HasFigure).OrderByDescending(measure => measure.Figure.Published).ToList();
        if (shown.Count == 0)
        {
            return phrases["measures.finding.none"];
        }
        var (most, fewest) = (shown[0], shown[^1]);
        return shown.Count == 1
            ? phrases["measures.finding.one", ("what", most.Name), ("number", PlainMeasure.Whole(most.Figure.Published!.Value))]
            : phrases[
                "measures.finding.many",
                ("most", most.Name),
                ("high", PlainMeasure.Whole(most.Figure.Published!.Value)),
                ("fewest", fewest.Name),
                ("low", PlainMeasure.Whole(fewest.Figure.Published!.Value))
            ];
    }
}
