// How many answers hold each theme, as anyone may see it: a theme that few, or all but few, wrote of is hidden.
using Hearth.DesignSystem.Public.Charts;
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Crosstabs;
using Hearth.Surveys.Results;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Themes;

/// <param name="Homes">Null where hidden.</param>
internal sealed record ThemeCount(Guid Id, string Name, string Description, int? Homes);

/// <param name="Coded">Homes whose words have been coded.</param>
/// <param name="Written">Homes that wrote something.</param>
internal sealed record ThemeCounts(int Coded, int Written, IReadOnlyList<ThemeCount> Themes)
{
    /// <summary>Too few have been coded to show anything.</summary>
    public bool TooFew => Coded < QuestionResult.Fewest;

    /// <summary>Themes in what was written in answer to one question.</summary>
    public static async Task<ThemeCounts> OfAsync(HearthDb db, Guid survey, Guid question, CancellationToken stop)
    {
        var codes = await Codes.LoadAsync(db, survey, stop);
        var comments = await db.Set<Comment>()
            .Where(c => c.SurveyId == survey && c.QuestionId == question)
            .Select(c => c.Id)
            .ToListAsync(stop);
        var counted = comments.Where(codes.Counted.ContainsKey).Select(comment => codes.Counted[comment]).ToList();
        return new ThemeCounts(
            counted.Count,
            comments.Count,
            [
                .. codes
                    .Frame.Themes.Select(theme =>
                    {
                        var with = counted.Count(themes => themes.Contains(theme.Id));
                        // one table each, with it or without: an answer may hold several
                        var shown = Suppression.ProtectList([with, counted.Count - with]);
                        return new ThemeCount(theme.Id, theme.Name, theme.Description, shown.Total.IsHidden ? null : shown.Counts[0].Value);
                    })
                    .OrderByDescending(theme => theme.Homes ?? -1)
                    .ThenBy(theme => theme.Name, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>A bar for each theme.</summary>
    public BarRows Bars(string caption) =>
        new(
            Themes.FirstOrDefault(theme => theme.Homes is not null) is { } most
                ? $"Most often: {most.Name}, in {Charted.Percent(Rounding.Percentage(most.Homes!.Value, Coded))} of {Charted.Whole(Coded)} answers."
                : "No theme was written of by enough homes to show.",
            caption,
            ["Theme", "Share of answers (range)", "Homes"],
            [
                .. Themes.Select(theme => new BarRow(
                    theme.Name,
                    theme.Homes is { } homes ? (double)Rounding.Percentage(homes, Coded)!.Value : 0,
                    theme.Homes is null ? Marker.Hidden.Text : CrosstabWords.Share(theme.Homes, Coded),
                    Marker: theme.Homes is null ? Marker.Hidden : null,
                    More: [Charted.Whole(theme.Homes)]
                )),
            ],
            Most: 100,
            Note: $"{Charted.WhyHidden} An answer may hold several themes."
        );

    /// <summary>Themes as axes of a table: with it or without, for homes whose words have been coded.</summary>
    public static async Task<IReadOnlyList<Axis>> AxesAsync(HearthDb db, ResultsNow now, CancellationToken stop)
    {
        var codes = await Codes.LoadAsync(db, now.Survey.Id, stop);
        if (codes.Frame.Themes.Count == 0)
        {
            return [];
        }
        var rows = now.Snapshot.Rows();
        var written = await db.Set<Comment>()
            .Where(c => c.SurveyId == now.Survey.Id)
            .Select(c => new { c.Id, c.ResponseId })
            .ToListAsync(stop);
        return
        [
            .. codes.Frame.Themes.Select(
                (theme, order) =>
                {
                    var places = new int[now.Snapshot.Count];
                    Array.Fill(places, -1);
                    foreach (var comment in written)
                    {
                        if (codes.Counted.TryGetValue(comment.Id, out var themes) && rows.TryGetValue(comment.ResponseId, out var row))
                        {
                            // who wrote of it once, wrote of it
                            places[row] = places[row] == 0 || themes.Contains(theme.Id) ? 0 : 1;
                        }
                    }
                    return new Axis($"theme:{theme.Id}", $"Wrote of: {theme.Name}", ["Wrote of it", "Did not"], places)
                    {
                        Order = 100_000 + order,
                    };
                }
            ),
        ];
    }
}
