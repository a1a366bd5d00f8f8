// Every figure that two waves or more have in common, with its changes counted together and the warnings that belong to it.
using System.Text;
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Trends;

internal sealed record SeriesTrends(
    IReadOnlyList<ResultsNow> Waves,
    IReadOnlyList<Trend> All,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> NotCompared
)
{
    /// <summary>Points by which a channel's share of answers must differ before it is warned of.</summary>
    private const decimal ChannelApart = 10;

    /// <param name="waves">The earliest first; the last is the one looked at.</param>
    public static SeriesTrends Of(IReadOnlyList<ResultsNow> waves)
    {
        var trends = new List<Trend>();
        var alone = new List<string>();
        foreach (
            var question in waves[^1]
                .Questions.Where(question =>
                    question.Kind is QuestionKind.SingleChoice or QuestionKind.Scale or QuestionKind.MultipleChoice
                )
        )
        {
            var asked = waves
                .Select(wave => (Wave: wave, Question: Match(question, wave)))
                .Where(w => w.Question is not null)
                .Select(w => (w.Wave, w.Question!))
                .ToList();
            if (asked.Count < 2)
            {
                alone.Add(question.Name());
                continue;
            }
            var warnings = asked
                .Zip(asked.Skip(1), (from, to) => Reworded(from.Item2, to.Item2, to.Wave.Survey))
                .SelectMany(words => words)
                .Concat(asked.SelectMany(one => ChangedWithin(one.Item1, one.Item2)))
                .ToList();
            trends.AddRange(Trend.Of(question, asked).Select(trend => trend with { Warnings = warnings }));
        }
        return new SeriesTrends(waves, Together(trends), [.. waves.Zip(waves.Skip(1), AskedOtherwise).SelectMany(words => words)], alone);
    }

    /// <summary>The same question in another wave: the regulator’s measure, the same words, or the same place in a copied survey.</summary>
    private static Question? Match(Question question, ResultsNow wave)
    {
        var kind = wave.Questions.Where(other => other.Kind == question.Kind).ToList();
        return question.Measure is { } measure
            ? kind.Find(other => other.Measure == measure)
            : kind.Find(other => other.Measure is null && Same(other.Text, question.Text))
                ?? kind.Find(other => other.Measure is null && other.Key == question.Key && Shares(other, question));
    }

    // a copied question keeps its key and most of its answers
    private static bool Shares(Question one, Question other) =>
        one.Options.Count(option => other.Options.Exists(o => o.Code == option.Code && Same(o.Label, option.Label))) * 2
        >= one.Options.Count;

    private static IEnumerable<string> Reworded(Question from, Question to, Survey now)
    {
        if (!Same(from.Text, to.Text))
        {
            yield return $"The wording changed in “{now.Title}”: before, “{from.Text}”. Some of the change may come from that.";
        }
        if (
            !from
                .Options.Select(o => o.Label.Trim())
                .SequenceEqual(to.Options.Select(o => o.Label.Trim()), StringComparer.OrdinalIgnoreCase)
        )
        {
            yield return $"The answers to choose from changed in “{now.Title}”.";
        }
        if (from.ShowIfQuestionId is null != to.ShowIfQuestionId is null)
        {
            yield return $"In “{now.Title}” it is asked of {(to.ShowIfQuestionId is null ? "everyone; before, only of some" : "some only; before, of everyone")}.";
        }
    }

    // a wave whose questions changed while people answered counts all its versions together
    private static IEnumerable<string> ChangedWithin(ResultsNow wave, Question question)
    {
        var wordings = wave.WordingsOf(question);
        if (wordings.Count > 1)
        {
            var words =
                wordings.Select(one => one.Text).Distinct(StringComparer.Ordinal).Count() == 1
                    ? $"the answers to choose from changed ({string.Join("; ", wordings.Select(one => $"{one.Versions}: {string.Join(", ", one.Answers)}"))})"
                    : $"the question changed ({string.Join("; ", wordings.Select(one => $"{one.Versions}: “{one.Text}”"))})";
            yield return $"While “{wave.Survey.Title}” ran, {words}. Its figure counts all versions together.";
        }
        else if (wordings is [var only] && (only.From > 1 || only.To < wave.Editions[^1].Number))
        {
            yield return $"“{wave.Survey.Title}” asked it in {char.ToLowerInvariant(only.Versions[0]) + only.Versions[1..]} only, so some who answered were never asked.";
        }
    }

    private static IEnumerable<string> AskedOtherwise(ResultsNow from, ResultsNow to)
    {
        var before = Channels(from);
        foreach (var (channel, now) in Channels(to))
        {
            if (before.TryGetValue(channel, out var then) && Math.Abs(now - then) >= ChannelApart)
            {
                yield return $"{channel}: {then:0} in 100 answered that way in “{from.Survey.Title}” ({from.Survey.LastDay.Written()}), {now:0} in 100 in “{to.Survey.Title}”. People answer otherwise on the telephone than on paper or online, so a change may come from that.";
            }
        }
        if (from.Survey.MeasureSet is { } set && to.Survey.MeasureSet is { } other && set != other)
        {
            yield return $"“{to.Survey.Title}” asked the regulator’s measures of the set {other}, “{from.Survey.Title}” those of the set {set}. Some of the change may come from that.";
        }
        if (from.Survey.Audience != to.Survey.Audience)
        {
            yield return $"“{to.Survey.Title}” asked other homes than “{from.Survey.Title}”. Compare only what both asked of.";
        }
    }

    // only what the results page shows of channels; nought where a channel that is used elsewhere is not
    private static Dictionary<string, decimal> Channels(ResultsNow wave)
    {
        var rows = wave.Snapshot.ResponseBy(Grouping.Channel);
        var shares = rows.Where(row => row.Answered is not null)
            .ToDictionary(
                row => row.Name,
                row => Rounding.Percentage(row.Answered!.Value, wave.Snapshot.Count) ?? 0,
                StringComparer.Ordinal
            );
        foreach (var name in Enum.GetValues<Answering.ResponseChannel>().Select(Groupings.Name).Except(rows.Select(row => row.Name)))
        {
            shares[name] = 0;
        }
        return shares;
    }

    private static List<Trend> Together(List<Trend> trends)
    {
        var steps = trends
            .Index()
            .SelectMany(trend =>
                trend
                    .Item.Points.Zip(trend.Item.Points.Skip(1))
                    .Where(pair => pair.First.Percent is not null && pair.Second.Percent is not null)
                    .Select(pair =>
                        (
                            trend.Index,
                            pair.First,
                            pair.Second,
                            Apart: Difference
                                .Between(pair.Second.People!.Value, pair.Second.Base, pair.First.People!.Value, pair.First.Base)!
                                .Value
                        )
                    )
            )
            .ToList();
        var chances = Difference.Together([.. steps.Select(step => step.Apart.Chance)]);
        var changes = steps
            .Zip(chances, (step, chance) => (step.Index, Change: new Change(step.First, step.Second, step.Apart, chance)))
            .ToLookup(step => step.Index, step => step.Change);
        return [.. trends.Select((trend, i) => trend with { Changes = [.. changes[i]] })];
    }

    private static bool Same(string one, string other) => Plain(one) == Plain(other);

    private static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var letter in words.InForm(NormalizationForm.FormKC).Where(char.IsLetterOrDigit))
        {
            plain.Append(char.ToLowerInvariant(letter));
        }
        return plain.ToString();
    }
}
