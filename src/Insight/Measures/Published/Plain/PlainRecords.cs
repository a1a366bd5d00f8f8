// What our own records say, in plain words and bars: the management figures of one part of the page.
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Quartiles;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Published.Plain;

internal static class PlainRecords
{
    /// <summary>Shares and figures for every 1,000 homes, each on a scale of its own.</summary>
    public static IReadOnlyList<BarRows> Of(PublishedYear year, string part, Phrases phrases)
    {
        var lines = year.Management.Where(found => Naming.PartOf(found.Line.Measure.Code) == part).ToList();
        // what does not apply is said only where no other stock has the figure
        lines =
        [
            .. lines.Where(found => found.Counted.Applies || !lines.Exists(other => other.Counted.Applies && Same(other.Line, found.Line))),
        ];
        bool Apart(Line line) => lines.Count(other => Same(other.Line, line)) > 1;
        List<BarRows> charts = [];
        foreach (var group in lines.GroupBy(found => found.Line.IsShare))
        {
            charts.Add(Chart([.. group], phrases[$"measures.part.{part}"], group.Key, Apart, year, phrases));
        }
        return charts;
    }

    private static BarRows Chart(
        IReadOnlyList<(Line Line, Counted Counted)> lines,
        string title,
        bool share,
        Func<Line, bool> apart,
        PublishedYear year,
        Phrases phrases
    )
    {
        var rows = lines
            .Select(found =>
            {
                var figure = found.Line.Work(found.Counted);
                var all = National(found.Line, year);
                var middle = all is null ? phrases["measures.no-figure"] : Value(all.Middle, share, phrases);
                return new BarRow(
                    Naming.Of(found.Line, apart(found.Line), phrases),
                    (double)(figure ?? 0),
                    Words(found.Counted, figure, share, phrases),
                    Tick: (double?)all?.Middle,
                    More:
                    [
                        found.Counted.Numerator is { } part && found.Counted.Applies ? phrases.Number(part) : phrases["measures.no-figure"],
                        found.Counted.Denominator is { } whole && found.Counted.Applies
                            ? phrases.Number(whole)
                            : phrases["measures.no-figure"],
                        middle,
                    ],
                    Says: string.Join(" ", Sentences(found.Line, found.Counted, year, phrases))
                );
            })
            .ToList();
        var first = rows[0];
        var ticks = rows.Exists(row => row.Tick is not null);
        return new(
            phrases["measures.records.finding", ("what", first.Name), ("figure", first.Words)],
            phrases[share ? "measures.records.caption" : "measures.records.caption-1000", ("part", title), ("day", year.Year.To)],
            [
                phrases["measures.column.what"],
                phrases["measures.column.figure"],
                phrases["measures.column.part"],
                phrases["measures.column.whole"],
                phrases["measures.column.middle"],
            ],
            rows,
            LineName: ticks && year.National is { } national ? phrases["measures.middle", ("year", national.Year.Name)] : null,
            Most: share ? 100 : null
        );
    }

    private static IReadOnlyList<string> Sentences(Line line, Counted counted, PublishedYear year, Phrases phrases)
    {
        List<string> said = [];
        var figure = line.Work(counted);
        if (line.Measure.Target is { } unit && counted is { Applies: true, Target: { } target })
        {
            said.Add(phrases[unit == TargetUnit.Days ? "measures.target.days" : "measures.target.hours", ("count", target)]);
            if (counted.SeveralTargets)
            {
                said.Add(phrases["measures.target.several", ("targets", counted.TargetsInWords)]);
            }
        }
        if (line.Is("CH02") && counted.Applies)
        {
            // the Complaint Handling Code's own times
            said.Add(phrases["measures.target.code", ("number", line.Measure.Part == 1 ? 10 : 20)]);
        }
        if (figure is { } value && National(line, year) is { } all)
        {
            var share = line.IsShare;
            if (Standings.Of(all, value, value, line.Measure.MoreIsBetter) is { } standing)
            {
                said.Add(phrases[$"measures.compare.{standing.ToString().ToLowerInvariant()}"]);
            }
            else
            {
                said.Add(
                    phrases[
                        "measures.compare.between",
                        ("low", Number(all.Quarter, share, phrases)),
                        ("high", Number(all.ThreeQuarters, share, phrases))
                    ]
                );
            }
        }
        return said;
    }

    private static bool Same(Line one, Line other) => one.Measure.Code == other.Measure.Code && one.Measure.Part == other.Measure.Part;

    private static NationalFigure? National(Line line, PublishedYear year) =>
        year.National?.Find(line.Measure.Code, line.Measure.Part, line.Stock);

    private static string Words(Counted counted, decimal? figure, bool share, Phrases phrases) =>
        !counted.Applies ? phrases["measures.does-not-apply"]
        : figure is { } value ? Value(value, share, phrases)
        : phrases["measures.no-figure"];

    private static string Number(decimal value, bool share, Phrases phrases) =>
        share ? PlainMeasure.Exactly(value, phrases) : value.ToString("N1", phrases.Language.Culture);

    private static string Value(decimal value, bool share, Phrases phrases) =>
        share
            ? PlainMeasure.Exactly(value, phrases)
            : phrases["measures.per-1000", ("number", value.ToString("N1", phrases.Language.Culture))];
}
