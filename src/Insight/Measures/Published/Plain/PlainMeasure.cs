// One measure in plain words: the figure, its range, how it stands beside other landlords, and what changed.
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Quartiles;

namespace Hearth.Insight.Measures.Published.Plain;

internal sealed record PlainMeasure(MeasureFigure Figure, string Name, BarRow Row)
{
    /// <summary>Fewer answered than this, and nothing is shown: it would say what a few homes think.</summary>
    public const int Fewest = 10;

    /// <summary>Fewer than this, and the figure is shown with a warning: the law asks for it.</summary>
    public const int Few = 30;

    public bool IsHidden => Figure.Base is > 0 and < Fewest;

    public bool HasFigure => Figure.Published is not null && !IsHidden;

    public static PlainMeasure Of(PerceptionYear year, MeasureFigure figure, NationalYear? national, Phrases phrases)
    {
        var name = Naming.Of(figure, phrases);
        var all = national?.Find(figure.Code, null, year.Stock);
        var compared = year.Compared.FirstOrDefault(one => one.Code == figure.Code);
        var none = phrases["measures.no-figure"];
        var middle = all is null ? none : InHundred(all.Middle, phrases);
        if (figure.Published is not { } percent || figure.Base < Fewest)
        {
            var marker = figure.Base is > 0 and < Fewest ? Marker.Hidden : null;
            var shown = marker?.Text ?? none;
            return new(figure, name, new(name, 0, none, Marker: marker, More: [shown, marker?.Text ?? "0", middle]));
        }
        return new(
            figure,
            name,
            new(
                name,
                (double)percent,
                InHundred(percent, phrases),
                Tick: (double?)all?.Middle,
                More: [Exactly(percent, phrases), phrases.Number(figure.Base), middle],
                Says: string.Join(" ", Said(figure, all, compared, year, phrases))
            )
        );
    }

    /// <summary>“72 in 100”.</summary>
    public static string InHundred(decimal percent, Phrases phrases) => phrases["measures.in-100", ("number", Whole(percent))];

    public static int Whole(decimal percent) => (int)decimal.Round(percent, 0, MidpointRounding.AwayFromZero);

    /// <summary>“71.8%”, as the language writes it.</summary>
    public static string Exactly(decimal percent, Phrases phrases) => percent.ToString("N1", phrases.Language.Culture) + "%";

    private static IEnumerable<string> Said(
        MeasureFigure figure,
        NationalFigure? all,
        ComparisonWithBefore? compared,
        PerceptionYear year,
        Phrases phrases
    )
    {
        if (figure.Base < Few)
        {
            yield return phrases["measures.few"];
        }
        if (figure is { Low: { } low, High: { } high })
        {
            yield return phrases["measures.range", ("low", Whole(low)), ("high", Whole(high))];
        }
        if (all is not null && figure.Published is { } percent)
        {
            var standing = Standings.Of(all, figure.Low ?? percent, figure.High ?? percent, moreIsBetter: true);
            yield return phrases[$"measures.compare.{standing!.Value.ToString().ToLowerInvariant()}"];
        }
        if (Change.Of(compared) is { } change && compared?.Before is { } before)
        {
            yield return phrases[
                $"measures.change.{change.ToString().ToLowerInvariant()}",
                ("before", Whole(before)),
                ("year", (year.Before ?? year.Year.Before).Name)
            ];
        }
    }
}
