// Adds up the answers to one measure, each person as one and each by their weight.
using Hearth.Statistics;

namespace Hearth.Cli.Analysts.CountMeasures;

internal sealed class MeasureTally(Measure measure)
{
    private readonly Sums plain = new();
    private readonly Sums weighted = new();
    private readonly Dictionary<string, LeftOut> leftOut = new(StringComparer.Ordinal);

    public Measure Measure => measure;

    public IEnumerable<LeftOut> LeftOut => leftOut.Values;

    public void Add(Filtered filter, int answer, decimal weight, int line)
    {
        plain.Add(filter, 1);
        weighted.Add(filter, weight);
        if (filter is Filtered.No or Filtered.DontKnow or Filtered.Empty)
        {
            // “na” behind a filter is how some programs write that nothing was asked
            if (answer is not (Answers.None or Answers.NotApplicable))
            {
                Leave(
                    filter switch
                    {
                        Filtered.No => "no and an answer stands behind it",
                        Filtered.DontKnow => "don’t know and an answer stands behind it",
                        _ => "nothing and an answer stands behind it",
                    },
                    line
                );
            }
            return;
        }
        if (answer == Answers.NotApplicable && !measure.OffersNotApplicable)
        {
            Leave("na", line);
            answer = Answers.None;
        }
        plain.Add(answer, 1);
        weighted.Add(answer, weight);
    }

    /// <param name="byWeight">Whether there are weights.</param>
    /// <param name="filtered">Whether there is a column of the filter.</param>
    public MeasureResult Result(bool byWeight, bool filtered)
    {
        var unweighted = plain.Figures(filtered);
        return new(measure.Code, measure.Name, measure.Filter, byWeight ? weighted.Figures(filtered) : unweighted, unweighted);
    }

    private void Leave(string reason, int line)
    {
        if (!leftOut.TryGetValue(reason, out var found))
        {
            var asks = reason == "na" ? measure.Code : measure.Filter!;
            var words =
                reason == "na"
                    ? $"{measure.Code} says na, which the regulator does not offer there: taken as no answer"
                    : $"{asks} says {reason} in {measure.Code}: the answer is left out";
            leftOut.Add(reason, found = new(measure.Code, words));
        }
        found.Add(line);
    }

    private sealed class Sums
    {
        private readonly decimal[] answers = new decimal[Answers.NotApplicable + 1];
        private readonly decimal[] filters = new decimal[(int)Filtered.Empty + 1];

        public void Add(int answer, decimal weight) => answers[answer] += weight;

        public void Add(Filtered filter, decimal weight) => filters[(int)filter] += weight;

        public MeasureFigures Figures(bool filtered)
        {
            decimal[] counts = answers[1..Answers.NotApplicable];
            var score = ScaleScore.FromWeights(counts);
            return new(
                counts,
                answers[Answers.NotApplicable],
                answers[Answers.None],
                filtered ? filters[(int)Filtered.Yes] : null,
                filtered ? filters[(int)Filtered.No] : null,
                score.Satisfied,
                score.Base,
                score.Percent
            );
        }
    }
}

/// <summary>What was not counted, and on which lines it stands.</summary>
internal sealed class LeftOut(string measure, string words)
{
    // more lines than anybody goes through by hand
    private const int Most = 1_000;
    private readonly List<int> lines = [];

    public string Measure => measure;

    public string Words => words;

    public int Rows { get; private set; }

    /// <summary>The lines, the first thousand of them.</summary>
    public IReadOnlyList<int> Lines => lines;

    public void Add(int line)
    {
        Rows++;
        if (lines.Count < Most)
        {
            lines.Add(line);
        }
    }
}
