// Numbers and days laid out in four bands of about as many homes each: cut at the quarters that the results page shows anyway.
using System.Globalization;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Crosstabs;

internal static class Bands
{
    public static Axis Of(Question question, ReadOnlySpan<decimal?> rows)
    {
        var given = new List<decimal>();
        foreach (var row in rows)
        {
            if (row is { } number)
            {
                given.Add(number);
            }
        }
        var cuts = Cuts(given);
        var places = new int[rows.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = rows[i] is { } number ? cuts.Count(cut => number > cut) : -1;
        }
        return new Axis(question.Key, question.Text, Names(cuts, Charted.Number), places);
    }

    public static Axis Of(Question question, ReadOnlySpan<int> days)
    {
        var given = new List<int>();
        foreach (var day in days)
        {
            if (day > 0)
            {
                given.Add(day);
            }
        }
        var cuts = Cuts(given);
        var places = new int[days.Length];
        for (var i = 0; i < places.Length; i++)
        {
            var day = days[i];
            places[i] = day > 0 ? cuts.Count(cut => day > cut) : -1;
        }
        return new Axis(
            question.Key,
            question.Text,
            Names(cuts, day => DateOnly.FromDayNumber(day).ToString("d MMM yyyy", CultureInfo.GetCultureInfo("en-GB"))),
            places
        );
    }

    // a band under the lowest quarter, and so on; fewer where many gave the same
    private static List<T> Cuts<T>(List<T> given)
        where T : IComparable<T>
    {
        if (given.Count < QuestionResult.Fewest)
        {
            return [];
        }
        given.Sort();
        return
        [
            .. new[] { 1, 2, 3 }
                .Select(quarter => given[(given.Count * quarter / 4) - 1])
                .Distinct()
                .Where(cut => cut.CompareTo(given[^1]) < 0),
        ];
    }

    private static List<string> Names<T>(List<T> cuts, Func<T, string> say) =>
        cuts.Count == 0
            ? ["Any"]
            :
            [
                $"Up to {say(cuts[0])}",
                .. cuts.Zip(cuts.Skip(1), (from, to) => $"Over {say(from)}, up to {say(to)}"),
                $"Over {say(cuts[^1])}",
            ];
}
