// A question's shares with each home counted by its weight, to stand beside the plain ones.
using Hearth.Statistics;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Results;

/// <param name="Shares">Per cent of each answer, as <see cref="QuestionResult.Options"/>; null where it is not given.</param>
/// <param name="Effective">Homes drawn by lot that would give as sure an answer to this question.</param>
internal sealed record WeightedResult(IReadOnlyList<decimal?> Shares, double Effective)
{
    /// <summary>The range of the share at the top two answers; null for a question without a score.</summary>
    public ProportionInterval? Score { get; private init; }

    public decimal? Percent => Score is { } score ? Charted.PerCent(score.Estimate) : null;

    /// <summary>
    /// Null where weights change nothing, where fewer than 30 homes count, and for a question that is not answered by choosing. An
    /// answer that few chose is not given: its weighted share would tell which group those few belong to, and so would what is left of the others.
    /// </summary>
    public static WeightedResult? Of(QuestionResult result, Snapshot snapshot, int population)
    {
        var question = result.Question;
        if (result.Base < GroupTable.FewestForShare || !snapshot.Weights.Matter)
        {
            return null;
        }
        return question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.Scale => OfOne(result, snapshot, population),
            QuestionKind.MultipleChoice => OfSeveral(result, snapshot),
            _ => null,
        };
    }

    private static WeightedResult OfOne(QuestionResult result, Snapshot snapshot, int population)
    {
        var question = result.Question;
        var sums = new double[question.Options.Count];
        var squares = 0.0;
        var rows = snapshot.Column<OneChoice>(question).Rows.First(snapshot.Count);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] > 0 && !question.Options[rows[i] - 1].NotApplicable)
            {
                var weight = snapshot.Weights.Values[i];
                sums[rows[i] - 1] += weight;
                squares += weight * weight;
            }
        }
        var all = sums.Sum();
        var effective = all * all / squares;
        double[] counted = [.. question.Options.Zip(sums).Where(o => !o.First.NotApplicable).Select(o => o.Second)];
        var few = result.Options.Any(option => option.People is > 0 and < QuestionResult.Fewest);
        return new WeightedResult([.. counted.Select(sum => few ? null : (decimal?)Charted.PerCent(sum / all))], effective)
        {
            Score =
                result.Score is { } score && Enough((int)score.Satisfied, result.Base)
                    ? Proportion.WilsonWeighted(
                        (counted[0] + counted[1]) / all,
                        effective,
                        result.Base,
                        population: question.ShowIfQuestionId is null ? population : null
                    )
                    : null,
        };
    }

    private static WeightedResult OfSeveral(QuestionResult result, Snapshot snapshot)
    {
        var question = result.Question;
        var mask = QuestionResult.MaskOf(question, notApplicable: false);
        var sums = new double[question.Options.Count];
        var (all, squares) = (0.0, 0.0);
        var rows = snapshot.Column<SeveralChoices>(question).Rows.First(snapshot.Count);
        for (var i = 0; i < rows.Length; i++)
        {
            if ((rows[i] & mask) == 0)
            {
                continue;
            }
            var weight = snapshot.Weights.Values[i];
            all += weight;
            squares += weight * weight;
            for (var option = 0; option < sums.Length; option++)
            {
                sums[option] += ((rows[i] >> option) & 1) == 1 ? weight : 0;
            }
        }
        var counted = question.Options.Zip(sums).Where(o => !o.First.NotApplicable).Select(o => o.Second);
        return new WeightedResult(
            [
                .. counted.Zip(
                    result.Options,
                    (sum, option) => Enough(option.People, result.Base) ? (decimal?)Charted.PerCent(sum / all) : null
                ),
            ],
            all * all / squares
        );
    }

    private static bool Enough(int people, int @base) => people >= QuestionResult.Fewest && @base - people >= QuestionResult.Fewest;
}
