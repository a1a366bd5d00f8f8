// Responses to twelve questions, raked to six margins: drawn from a seed, the same every time.
using System.Globalization;
using Hearth.Statistics.Estimation;

namespace Hearth.Bench.Estimates;

internal sealed class RakedResponses
{
    public const int Groups = 30;
    private const int Rounds = 500;
    private static readonly int[] Sizes = [12, 6, 2, 4, 6, 3];

    private RakedResponses(int[][] margins, int[] group, double[] before, double[][] answers)
    {
        Margins = [.. margins.Zip(Sizes, (codes, count) => new Categories(codes, count))];
        Group = new Categories(group, Groups);
        Before = before;
        Answers = answers;
        Weights = Rake(margins, before);
    }

    public IReadOnlyList<Categories> Margins { get; }

    public Categories Group { get; }

    public double[] Before { get; }

    public double[] Weights { get; }

    /// <summary>1 satisfied, 0 not, not a number where it was not asked or not answered.</summary>
    public IReadOnlyList<double[]> Answers { get; }

    public int Rows => Weights.Length;

    /// <summary>What the columns take, in bytes.</summary>
    public long Bytes => Rows * ((8L * (2 + Answers.Count)) + (4L * (1 + Margins.Count)));

    public static RakedResponses Draw(int rows, int measures)
    {
        var chance = new Random(20_261_122);
        int[][] margins = [.. Sizes.Select(size => Column(() => Math.Min(chance.Next(size), chance.Next(size + 1))))];
        var group = Column(() => chance.Next(Groups));
        var before = Column(() => 1 + (0.5 * chance.Next(4)));
        double[][] answers =
        [
            .. Enumerable
                .Range(0, measures)
                .Select(measure =>
                    Column(() => chance.Next(10) == 0)
                        .Select(
                            (missing, row) =>
                                missing ? double.NaN
                                : chance.NextDouble() < Likely(measure, margins, row) ? 1.0
                                : 0
                        )
                        .ToArray()
                ),
        ];
        return new(margins, group, before, answers);

        T[] Column<T>(Func<T> one) => [.. Enumerable.Range(0, rows).Select(_ => one())];
    }

    public async Task WriteAsync(string path)
    {
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync(
            $"{string.Join(',', Margins.Select((_, at) => $"m{at}"))},group,before,weight,{string.Join(',', Answers.Select((_, at) => $"q{at}"))}"
        );
        for (var row = 0; row < Rows; row++)
        {
            var at = row;
            var codes = Margins.Select(margin => margin.Codes.Span[at]).Append(Group.Codes.Span[row]);
            var answers = Answers.Select(answer => double.IsNaN(answer[at]) ? "" : answer[at].ToString(CultureInfo.InvariantCulture));
            await file.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{string.Join(',', codes)},{Before[row]:R},{Weights[row]:R},{string.Join(',', answers)}"
                )
            );
        }
    }

    private static double Likely(int measure, int[][] margins, int row) =>
        Math.Clamp(0.5 + (0.03 * measure) - (0.02 * margins[0][row]) + (0.04 * margins[1][row]), 0.05, 0.95);

    /// <summary>To the shares that even groups would have, half way from what was found.</summary>
    private static double[] Rake(int[][] margins, double[] before)
    {
        var weights = before.ToArray();
        var all = before.Sum();
        var wanted = margins
            .Select((codes, at) => Totals(codes, before, Sizes[at]).Select(total => (total + (all / Sizes[at])) / 2).ToArray())
            .ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var moved = 0.0;
            foreach (var (codes, totals) in margins.Zip(wanted))
            {
                var now = Totals(codes, weights, totals.Length);
                for (var row = 0; row < weights.Length; row++)
                {
                    weights[row] *= totals[codes[row]] / now[codes[row]];
                }
                moved = Math.Max(moved, totals.Zip(now, (want, have) => Math.Abs((want / have) - 1)).Max());
            }
            if (moved < 1e-13)
            {
                break;
            }
        }
        return weights;
    }

    private static double[] Totals(int[] codes, double[] weights, int count)
    {
        var totals = new double[count];
        for (var row = 0; row < codes.Length; row++)
        {
            totals[codes[row]] += weights[row];
        }
        return totals;
    }
}
