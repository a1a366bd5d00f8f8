// Everything a survey's answers can be laid out by: its groups, its questions, and each answer of a question that takes several.
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Crosstabs;

/// <summary>What can be chosen, before any response is looked at.</summary>
/// <param name="Part">The heading it stands under in the list: “Groups”, “Questions”.</param>
internal sealed record AxisName(string Id, string Title, string Part);

internal static class Axes
{
    private const int LongestTitle = 110;

    /// <summary>The names to choose from.</summary>
    public static IReadOnlyList<AxisName> Names(ResultsNow now) =>
        [
            .. Groupings.OfPeople.Select(grouping => new AxisName(IdOf(grouping), grouping.Title(), "Groups")),
            .. now.Questions.SelectMany(OfQuestion),
        ];

    /// <summary>The axis of a name, over the responses of this moment; null where there is no such name.</summary>
    public static Axis? Find(ResultsNow now, string? id)
    {
        if (Enum.GetValues<Grouping>().Where(g => IdOf(g) == id).Select(g => (Grouping?)g).FirstOrDefault() is { } grouping)
        {
            return OfGroup(grouping, now.Snapshot);
        }
        if (Names(now).FirstOrDefault(name => name.Id == id) is not { } known)
        {
            return null;
        }
        var parts = known.Id.Split(':', 2);
        var (position, question) = now.Questions.Index().First(q => q.Item.Key == parts[0]);
        var axis = question.Kind switch
        {
            QuestionKind.MultipleChoice => OneOfSeveral(question, parts[1], now.Snapshot),
            QuestionKind.Number => Bands.Of(question, now.Snapshot.Column<Numbers>(question).Rows.First(now.Snapshot.Count)),
            QuestionKind.Date => Bands.Of(question, now.Snapshot.Column<Days>(question).Rows.First(now.Snapshot.Count)),
            _ when QuestionResult.HasScore(question) => Score(question, now.Snapshot),
            _ => OneOfMany(question, now.Snapshot),
        };
        return axis with
        {
            Id = known.Id,
            Title = known.Title.EndsWith('…') ? question.Name() : known.Title,
            Question = question,
            Order = 100 + (position * 100) + (parts.Length == 2 ? question.Options.FindIndex(o => o.Code == parts[1]) : 0),
        };
    }

    private static string IdOf(Grouping grouping) => grouping.ToString().ToLowerInvariant();

    private static IEnumerable<AxisName> OfQuestion(Question question) =>
        question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.Scale or QuestionKind.Ranking or QuestionKind.Number or QuestionKind.Date =>
            [
                new(question.Key, Cut(question.Name()) + (question.Kind == QuestionKind.Ranking ? " Put first" : ""), "Questions"),
            ],
            QuestionKind.MultipleChoice => question
                .Options.Take(64)
                .Where(option => !option.NotApplicable)
                .Select(option => new AxisName($"{question.Key}:{option.Code}", $"{Cut(question.Text)} {option.Label}", "Questions")),
            _ => [],
        };

    private static string Cut(string text) => text.Length <= LongestTitle ? text : text[..(LongestTitle - 1)].TrimEnd() + "…";

    private static Axis OfGroup(Grouping grouping, Snapshot snapshot)
    {
        var names = snapshot.Names(grouping);
        List<string> order = [.. grouping.InOrder(names)];
        int[] place = [.. names.Select(name => order.IndexOf(name))];
        var groups = snapshot.Groups(grouping);
        var places = new int[groups.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = place[groups[i]];
        }
        return new Axis(IdOf(grouping), grouping.Title(), order, places) { Grouping = grouping, Order = (int)grouping };
    }

    // The same two answers as on every other results page, so that no two pages can be set against each other.
    private static Axis Score(Question question, Snapshot snapshot)
    {
        int[] counted = [.. question.Options.Index().Where(o => !o.Item.NotApplicable).Select(o => o.Index)];
        int[] place =
        [
            .. Enumerable
                .Range(0, question.Options.Count)
                .Select(option =>
                    Array.IndexOf(counted, option) switch
                    {
                        < 0 => -1,
                        < 2 => 0,
                        _ => 1,
                    }
                ),
        ];
        var top = question.TopTwoName();
        return new Axis("", "", [top, top == "Agree" ? "Do not agree" : "Not satisfied"], Chosen(question, snapshot, place));
    }

    private static Axis OneOfMany(Question question, Snapshot snapshot)
    {
        var rows = GroupCounts.FirstChoices(question, snapshot);
        var totals = new int[question.Options.Count];
        foreach (var chosen in rows)
        {
            if (chosen > 0)
            {
                totals[chosen - 1]++;
            }
        }
        // As in the tables by group: answers that hardly anyone chose are taken together.
        var values = new List<string>();
        var place = new int[question.Options.Count];
        List<int> rare = [];
        foreach (var (i, option) in question.Options.Index())
        {
            place[i] = -1;
            if (option.NotApplicable)
            {
                continue;
            }
            if (totals[i] < QuestionResult.Fewest)
            {
                rare.Add(i);
                continue;
            }
            place[i] = values.Count;
            values.Add(option.Label);
        }
        rare.ForEach(i => place[i] = values.Count);
        if (rare.Count > 0)
        {
            values.Add("Other answers");
        }
        return new Axis("", "", values, Chosen(question, snapshot, place));
    }

    private static int[] Chosen(Question question, Snapshot snapshot, int[] place)
    {
        var rows = GroupCounts.FirstChoices(question, snapshot);
        var places = new int[rows.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = rows[i] == 0 ? -1 : place[rows[i] - 1];
        }
        return places;
    }

    private static Axis OneOfSeveral(Question question, string code, Snapshot snapshot)
    {
        var counted = QuestionResult.MaskOf(question, notApplicable: false);
        var bit = 1UL << question.Options.FindIndex(option => option.Code == code);
        var rows = snapshot.Column<SeveralChoices>(question).Rows.First(snapshot.Count);
        var places = new int[rows.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] =
                (rows[i] & counted) == 0 ? -1
                : (rows[i] & bit) != 0 ? 0
                : 1;
        }
        return new Axis("", "", ["Chosen", "Not chosen"], places);
    }
}
