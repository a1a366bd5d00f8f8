// Counts the answers to one measure as the regulator does: who is asked, who is in the base, what does not count.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception.WorkOut;

/// <param name="Answers">By row: 0 where nothing counts, 1 to 5, 6 not applicable.</param>
internal sealed record Tally(PerceptionMeasure Measure, byte[] Answers, byte[]? Filter, int BehindFilter, int NotOffered)
{
    public static Tally Of(PerceptionMeasure measure, Inputs inputs)
    {
        var given = inputs.Answers[measure.Code];
        var filter = measure.Filter is { } code && inputs.Filters.TryGetValue(code, out var found) ? found : null;
        var counted = new byte[given.Length];
        var (behind, notOffered) = (0, 0);
        for (var row = 0; row < given.Length; row++)
        {
            if (filter is not null && filter[row] != MeasureAnswers.LeadsOn)
            {
                // “not applicable” behind a filter is how some programs write that nothing was asked
                behind += given[row] is 0 or MeasureAnswers.NotApplicable ? 0 : 1;
            }
            else if (given[row] == MeasureAnswers.NotApplicable && !measure.NotApplicable)
            {
                notOffered++;
            }
            else
            {
                counted[row] = given[row];
            }
        }
        return new(measure, counted, filter, behind, notOffered);
    }

    public int Count(byte answer) => Answers.Count(given => given == answer);

    public int Said(byte filter) => Filter!.Count(given => given == filter);

    public decimal Weigh(byte answer, decimal[] weights) => Sum(Answers, answer, weights);

    public decimal WeighSaid(byte filter, decimal[] weights) => Sum(Filter!, filter, weights);

    /// <summary>For estimates: 0 to 4, best first; -1 out of the base.</summary>
    public int[] Codes => [.. Answers.Select(given => given is >= 1 and <= 5 ? given - 1 : -1)];

    private static decimal Sum(byte[] column, byte value, decimal[] weights)
    {
        var sum = 0m;
        for (var row = 0; row < column.Length; row++)
        {
            sum += column[row] == value ? weights[row] : 0;
        }
        return sum;
    }
}
