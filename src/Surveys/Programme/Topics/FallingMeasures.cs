// What is falling: a score that is lower in the latest survey than in the one before that asked the same thing.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Measures;
using Hearth.Surveys.Results;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Programme.Topics;

/// <summary>A score that went down from one wave to the next.</summary>
/// <param name="Topic">What it is about, as the topic of a survey.</param>
/// <param name="BeyondChance">The two ranges do not meet. Where they do, chance alone could explain the fall.</param>
internal sealed record Falling(string Topic, decimal Was, string WasIn, decimal Is, string IsIn, bool BeyondChance)
{
    public decimal Points => Was - Is;
}

/// <summary>A score in one survey, with its range.</summary>
internal sealed record Wave(string Survey, DateOnly ClosedOn, decimal Percent, double Lower, double Upper);

internal sealed class FallingMeasures(HearthDb db, SurveyResults results)
{
    /// <summary>Closed surveys looked at, the newest first.</summary>
    private const int Newest = 12;

    /// <summary>Fewer answers than this show no change worth a survey.</summary>
    private const int Fewest = 30;

    public async Task<IReadOnlyList<Falling>> ListAsync(CancellationToken stop)
    {
        var closed = await db.Set<Survey>()
            .Where(s => s.Status == SurveyStatus.Closed)
            .OrderByDescending(s => s.ClosesOn)
            .Take(Newest)
            .Select(s => s.Id)
            .ToListAsync(stop);
        // one survey alone has no wave before it
        if (closed.Count < 2)
        {
            return [];
        }
        Dictionary<string, (string Topic, List<Wave> Waves)> series = new(StringComparer.Ordinal);
        foreach (var id in closed)
        {
            if (await results.FindAsync(id, stop) is not { } now)
            {
                continue;
            }
            foreach (var question in now.Questions.Where(QuestionResult.HasScore))
            {
                var result = now.Snapshot.Of(question);
                if (result.Base < Fewest || result.Score?.Percent is not { } percent || result.Interval(now.Population) is not { } range)
                {
                    continue;
                }
                var key = question.Measure ?? question.Text;
                if (!series.TryGetValue(key, out var known))
                {
                    series[key] = known = (TopicOf(question, now.Survey.OpensOn), []);
                }
                known.Waves.Add(new(now.Survey.Title, now.Survey.LastDay, percent, range.Lower, range.Upper));
            }
        }
        return Compare(series.Values);
    }

    /// <summary>The last wave of each against the one before: those that fell, beyond chance first, then by how far.</summary>
    public static IReadOnlyList<Falling> Compare(IEnumerable<(string Topic, List<Wave> Waves)> series) =>
        [
            .. series
                .Select(one => (one.Topic, Last: one.Waves.OrderByDescending(w => w.ClosedOn).Take(2).ToList()))
                .Where(one => one.Last.Count == 2 && one.Last[0].Percent < one.Last[1].Percent)
                .Select(one => new Falling(
                    one.Topic,
                    one.Last[1].Percent,
                    one.Last[1].Survey,
                    one.Last[0].Percent,
                    one.Last[0].Survey,
                    one.Last[0].Upper < one.Last[1].Lower
                ))
                .OrderByDescending(f => f.BeyondChance)
                .ThenByDescending(f => f.Points)
                .ThenBy(f => f.Topic, StringComparer.Ordinal)
                .Take(8),
        ];

    private static string TopicOf(Question question, DateOnly on) =>
        question.Measure is { } code && MeasureSet.On(on).Measures.FirstOrDefault(m => m.Code == code) is { } measure
            ? measure.Name
            : Short(question.Text);

    /// <summary>A question as a topic, cut where a topic may not be longer.</summary>
    public static string Short(string text) => text.Length <= Cycle.LongestTopic ? text : text[..(Cycle.LongestTopic - 1)].TrimEnd() + "…";
}
