// Lays a real landlord's published counts out as single responses, in the file a survey company would send. Every count comes out exactly.
using System.Globalization;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Demo;

/// <summary>A comment of the demo: what was written, in which mood, and what an officer made of it (“yes”, “withhold”, or the words released).</summary>
internal sealed record DemoComment(string Mood, string Words, string Release);

internal sealed class PerceptionFile(
    PublishedCounts published,
    IReadOnlyList<Question> questions,
    IReadOnlyList<DemoComment> comments,
    int seed
)
{
    private readonly Random random = new(seed + 30);

    /// <summary>The file, a row a respondent.</summary>
    /// <param name="asked">Households asked, with their tenancy references.</param>
    /// <param name="from">First day of answering.</param>
    /// <param name="to">Last.</param>
    public byte[] Write(IReadOnlyList<(Asking.Invitation, string)> asked, DateOnly from, DateOnly to)
    {
        var people = DemoRespondents.Draw(asked, published.Responses, random);
        var answers = people.Select(_ => new Dictionary<string, string>(StringComparer.Ordinal)).ToList();
        foreach (var (code, measure) in published.Measures)
        {
            Lay(code, measure, people, answers);
        }
        var paper = Lot(people.Count)
            .OrderByDescending(at => (people[at].AgeBand == "75 and over" ? 1.6 : 0) + random.NextDouble())
            .Take(published.Paper)
            .ToHashSet();
        var words = Words(people);

        var sheet = new CsvSheet();
        var measures = questions.Where(question => question.Measure is not null).ToList();
        foreach (
            var heading in new[] { "Tenancy reference", "Channel", "Date" }
                .Concat(measures.Select(q => q.Measure!))
                .Append(questions[^1].Text)
        )
        {
            sheet.Cell(heading);
        }
        sheet.End();
        for (var at = 0; at < people.Count; at++)
        {
            // Most answer in the first days and after each reminder; paper takes its time.
            var late = Math.Min(random.NextDouble(), random.NextDouble()) + (paper.Contains(at) ? 0.2 : 0);
            var day = from.AddDays((int)(Math.Min(0.999, late) * (to.DayNumber - from.DayNumber + 1)));
            sheet
                .Cell(people[at].Tenancy)
                .Cell(paper.Contains(at) ? "Paper" : "Online")
                .Cell(day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
            foreach (var question in measures)
            {
                sheet.Cell(answers[at].GetValueOrDefault(question.Measure!));
            }
            sheet.Cell(words.GetValueOrDefault(at)).End();
        }
        return sheet.Bytes();
    }

    /// <summary>Gives the measure's answers to as many as the counts say: the more content, the better the answer, with chance in it.</summary>
    private void Lay(string code, PublishedMeasure measure, List<DemoRespondent> people, List<Dictionary<string, string>> answers)
    {
        var question = questions.Single(q => q.Measure == code);
        var may = Lot(people.Count);
        if (question.ShowIfQuestionId is { } on)
        {
            var filter = questions.Single(q => q.Id == on);
            if (answers.TrueForAll(given => !given.ContainsKey(filter.Measure!)))
            {
                // Who complained is less content; having had a repair says nothing.
                var order = code == "TP09" ? [.. may.OrderBy(at => people[at].Mood + random.NextDouble())] : may;
                foreach (
                    var (at, place) in order
                        .Take(measure.FilterYes!.Value)
                        .Concat(may.Where(a => !order.Take(measure.FilterYes.Value).Contains(a)).Take(measure.FilterNo!.Value))
                        .Select((at, place) => (at, place))
                )
                {
                    answers[at][filter.Measure!] = filter.Options[place < measure.FilterYes ? 0 : 1].Label;
                }
            }
            may = [.. may.Where(at => answers[at].GetValueOrDefault(filter.Measure!) == filter.Options[0].Label)];
        }
        var answering = may.Take(measure.Counts.Sum() + measure.NotApplicable).ToList();
        foreach (var at in answering.Take(measure.NotApplicable))
        {
            answers[at][code] = question.Options[^1].Label;
        }
        var content = answering
            .Skip(measure.NotApplicable)
            .OrderByDescending(at => people[at].Mood + (0.7 * DemoRespondents.Normal(random)))
            .ToList();
        var next = 0;
        foreach (var (option, count) in question.Options.Zip(measure.Counts))
        {
            foreach (var at in content.Skip(next).Take(count))
            {
                answers[at][code] = option.Label;
            }
            next += count;
        }
    }

    // A comment goes to somebody in its mood.
    private Dictionary<int, string> Words(List<DemoRespondent> people)
    {
        var words = new Dictionary<int, string>();
        foreach (var comment in comments)
        {
            var mood = comment.Mood switch
            {
                "bad" => -0.8,
                "good" => 1.0,
                _ => 0.0,
            };
            var at = Lot(people.Count).Take(40).Where(home => !words.ContainsKey(home)).MinBy(home => Math.Abs(people[home].Mood - mood));
            words[at] = comment.Words;
        }
        return words;
    }

    private int[] Lot(int count)
    {
        var lot = Enumerable.Range(0, count).ToArray();
        random.Shuffle(lot);
        return lot;
    }
}
