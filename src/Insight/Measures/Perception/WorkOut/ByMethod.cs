// How many answered by each method, and what they said overall, where enough did.
using Hearth.Statistics;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception.WorkOut;

internal static class ByMethod
{
    /// <summary>Satisfaction by method before methods are hidden: sums for those that as many answered by as are shown.</summary>
    /// <param name="exact">The inputs with every method.</param>
    public static MethodsTold Told(Recipe recipe, Inputs exact)
    {
        var set = RegulatorSet.Find(recipe.MeasureSet)!;
        if (!exact.Answers.ContainsKey("TP01"))
        {
            return new([], []);
        }
        var overall = Tally.Of(set.Perception.First(measure => measure.Code == "TP01"), exact);
        var weights = Weights.Of(exact, recipe).Values;
        return new(
            [
                .. recipe
                    .Responses.Where(one => one.Responses >= recipe.LeastForMethod)
                    .OrderBy(one => one.Method)
                    .Select(one =>
                    {
                        var (satisfied, all) = Sums(one.Method, exact, overall, weights);
                        return new MethodSum(one.Method, satisfied, all);
                    }),
            ],
            Table(exact, overall)
        );
    }

    public static IReadOnlyList<MethodCount> Counts(Recipe recipe, Inputs inputs, Tally? overall, decimal[]? weights) =>
        [
            .. recipe
                .Responses.OrderBy(one => one.Method)
                .Select(one => new MethodCount(
                    one.Method,
                    one.Responses,
                    overall is null || one.Responses < recipe.LeastForMethod ? null
                        : recipe.ByMethod is { } told
                            ? told
                                .Overall.Where(sum => sum.Method == one.Method)
                                .Select(sum => Rounding.Percentage(sum.Satisfied, sum.Base))
                                .FirstOrDefault()
                        : Percent(one.Method, inputs, overall, weights)
                )),
        ];

    /// <summary>Satisfied, neither and dissatisfied by method: small counts are hidden, and those from which they could be worked out.</summary>
    public static IReadOnlyList<MethodAnswers> Table(Inputs inputs, Tally? overall)
    {
        AnswerMethod[] methods =
        [
            .. Enum.GetValues<AnswerMethod>().Where(method => inputs.Methods.Contains(method.ToString(), StringComparer.Ordinal)),
        ];
        if (overall is null || methods.Length == 0)
        {
            return [];
        }
        var rows = new int[3][];
        for (var answer = 0; answer < rows.Length; answer++)
        {
            rows[answer] = new int[methods.Length];
        }
        for (var row = 0; row < inputs.Count; row++)
        {
            var place = overall.Answers[row] switch
            {
                1 or 2 => 0,
                3 => 1,
                4 or 5 => 2,
                _ => -1,
            };
            var column = Array.FindIndex(methods, method => method.ToString() == inputs.Methods[row]);
            if (place >= 0 && column >= 0)
            {
                rows[place][column]++;
            }
        }
        var shown = LinkedTables.Protect([rows])[0];
        return
        [
            .. methods.Select(
                (method, at) =>
                    new MethodAnswers(
                        method,
                        shown.Rows[0][at].ToString(),
                        shown.Rows[1][at].ToString(),
                        shown.Rows[2][at].ToString(),
                        shown.ColumnTotals[at].ToString()
                    )
            ),
        ];
    }

    private static decimal? Percent(AnswerMethod method, Inputs inputs, Tally overall, decimal[]? weights)
    {
        var (satisfied, all) = Sums(method, inputs, overall, weights);
        return Rounding.Percentage(satisfied, all);
    }

    private static (decimal Satisfied, decimal All) Sums(AnswerMethod method, Inputs inputs, Tally overall, decimal[]? weights)
    {
        var name = method.ToString();
        var (satisfied, all) = (0m, 0m);
        for (var row = 0; row < inputs.Count; row++)
        {
            if (overall.Answers[row] is >= 1 and <= 5 && inputs.Methods[row] == name)
            {
                var weight = weights?[row] ?? 1;
                all += weight;
                satisfied += overall.Answers[row] <= 2 ? weight : 0;
            }
        }
        return (satisfied, all);
    }
}
