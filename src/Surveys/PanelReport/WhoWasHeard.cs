// The report's first part: who was asked, who answered, and who was not heard.
using System.Globalization;
using System.Text.Json;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.PanelReport;

internal static class WhoWasHeard
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static IEnumerable<Block> Of(ResultsNow now) => [.. Asked(now), .. Answered(now), .. NotHeard(now)];

    public static string Homes(int count) => count == 1 ? "1 home" : $"{Charted.Whole(count)} homes";

    private static IEnumerable<Block> Asked(ResultsNow now)
    {
        var survey = now.Survey;
        var none = JsonSerializer.Deserialize<NotAsked>(survey.NotAsked, JsonSerializerOptions.Web) ?? new NotAsked(0, 0, 0);
        yield return new Heading("Who was asked");
        yield return new Paragraph(
            $"{Homes(now.Snapshot.Asked.Total)} of {Charted.Whole(now.Population)} were asked, from {survey.OpensOn.Written()} to {survey.LastDay.Written()}. Asked were: {WhoIsAsked.Words(WhoIsAsked.Read(survey.Audience))}."
        );
        if (none.All > 0)
        {
            yield return new Paragraph($"{Homes(none.All)} that belonged to it were not asked:");
            yield return new Points([
                .. new[]
                {
                    (none.DoNotContact, "asked us not to contact them"),
                    (none.SaidNo, "said no to surveys"),
                    (none.NoWay, "cannot be reached in any way that we hold"),
                }
                    .Where(reason => reason.Item1 > 0)
                    .Select(reason => $"{Homes(reason.Item1)} {reason.Item2}"),
            ]);
        }
    }

    private static IEnumerable<Block> Answered(ResultsNow now)
    {
        var snapshot = now.Snapshot;
        yield return new Heading("Who answered");
        var margin = Margin.Of(snapshot.Count, now.Population);
        yield return new Paragraph(
            $"{Homes(snapshot.Count)} answered, {Charted.Percent(Rounding.Percentage(snapshot.Count, snapshot.Asked.Total))} of those asked. "
                + (
                    margin is { } points
                        ? string.Create(
                            British,
                            $"A figure for all homes may be out by {100 * points:0.0} points either way, at most, by chance alone."
                        )
                        : ""
                )
        );
        foreach (var grouping in new[] { Grouping.Channel, Grouping.Age, Grouping.Tenure, Grouping.Ward })
        {
            var rows = snapshot.ResponseBy(grouping);
            var channel = grouping == Grouping.Channel;
            yield return new Figures(
                new FiguresTable(
                    channel ? "How they answered" : $"Homes that answered, by {grouping.Title().ToLower(British)}",
                    channel ? ["Way", "Homes", "Of all answers"] : [grouping.Title(), "Asked", "Answered", "Of those asked"],
                    [
                        .. rows.Select(row => new FiguresRow(
                            row.Name,
                            channel
                                ?
                                [
                                    Charted.Whole(row.Answered),
                                    row.Answered is { } n ? Charted.Percent(Rounding.Percentage(n, snapshot.Count)) : Marker.Hidden.Text,
                                ]
                                :
                                [
                                    Charted.Whole(row.Asked),
                                    Charted.Whole(row.Answered),
                                    row.Percent is { } share ? Charted.Percent(share) : Marker.Hidden.Text,
                                ]
                        )),
                    ]
                )
            );
        }
    }

    // only from what is shown: a group is named where even the upper end of its range lies under all homes together
    private static IEnumerable<Block> NotHeard(ResultsNow now)
    {
        var snapshot = now.Snapshot;
        var silent = snapshot.Asked.Total - snapshot.Count;
        yield return new Heading("Who was not heard");
        yield return new Paragraph($"{Homes(silent)} were asked and did not answer. What they think is not in this report.");
        var all = snapshot.Asked.Total == 0 ? 0 : (double)snapshot.Count / snapshot.Asked.Total;
        List<string> less =
        [
            .. new[] { Grouping.Age, Grouping.Tenure, Grouping.HomeKind, Grouping.Ward, Grouping.Locality }.SelectMany(grouping =>
                snapshot
                    .ResponseBy(grouping)
                    .Where(row =>
                        row is { Asked: { } asked, Answered: { } answered }
                        && answered <= asked
                        && Proportion.Wilson(answered, asked)!.Value.Upper < all
                    )
                    .Select(row =>
                        $"{grouping.Title()}, {row.Name}: {Charted.Percent(row.Percent)} answered, against {Charted.Percent(Rounding.Percentage(snapshot.Count, snapshot.Asked.Total))} of all"
                    )
            ),
        ];
        if (less.Count == 0)
        {
            yield return new Paragraph("No group that can be shown answered clearly less often than all homes together.");
        }
        else
        {
            yield return new Paragraph("Clearly less often than all homes together answered:");
            yield return new Points(less);
        }
    }
}
