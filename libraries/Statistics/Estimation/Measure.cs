// What is to be estimated, as columns: a mean, a share, or a ratio of two totals.
namespace Hearth.Statistics.Estimation;

/// <summary>Something to estimate for everyone from those who answered. It holds columns of the sample's length, which are read and never copied.</summary>
public sealed class Measure
{
    private readonly ReadOnlyMemory<double> numbers;
    private readonly ReadOnlyMemory<double> bases;
    private readonly ReadOnlyMemory<int> answers;
    private readonly double[] values = [];

    private Measure(ReadOnlyMemory<double> numbers, ReadOnlyMemory<double> bases)
    {
        this.numbers = numbers;
        this.bases = bases;
        IsRatio = bases.Length > 0;
        Rows = numbers.Length;
    }

    private Measure(ReadOnlyMemory<int> answers, double[] values)
    {
        this.answers = answers;
        this.values = values;
        Rows = answers.Length;
    }

    /// <summary>The length of its columns.</summary>
    public int Rows { get; }

    /// <summary>Whether it is a ratio of two totals that both vary.</summary>
    public bool IsRatio { get; }

    /// <summary>The mean of a number (a score from 1 to 5, or 1 and 0: then it is a share).</summary>
    /// <param name="values">One a row, in any unit; <see cref="double.NaN"/> where the row is not in the base (not asked, not answered).</param>
    public static Measure Mean(ReadOnlyMemory<double> values) => new(values, default);

    /// <summary>The share whose answer is counted, out of those whose answer is in the base.</summary>
    /// <param name="answers">One code a row, from 0; a negative code is no answer.</param>
    /// <param name="counted">The codes that count (satisfied: the top two).</param>
    /// <param name="among">The codes in the base, those that count among them (all five; not "not applicable").</param>
    /// <exception cref="ArgumentException">A code is negative, no code is in the base, or one that counts is not in the base.</exception>
    public static Measure Share(ReadOnlyMemory<int> answers, ReadOnlySpan<int> counted, ReadOnlySpan<int> among)
    {
        var highest = -1;
        foreach (var code in among)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(code, nameof(among));
            highest = Math.Max(highest, code);
        }
        if (highest < 0)
        {
            throw new ArgumentException("No answer is in the base.", nameof(among));
        }
        var values = new double[highest + 1];
        Array.Fill(values, double.NaN);
        foreach (var code in among)
        {
            values[code] = 0;
        }
        foreach (var code in counted)
        {
            if (code < 0 || code > highest || double.IsNaN(values[code]))
            {
                throw new ArgumentException($"The answer {code} counts and is not in the base.", nameof(counted));
            }
            values[code] = 1;
        }
        return new Measure(answers, values);
    }

    /// <summary>The ratio of two totals (repairs done in time of all repairs).</summary>
    /// <param name="numerators">One a row, in any unit.</param>
    /// <param name="denominators">One a row. A row where either is <see cref="double.NaN"/> is not in the base.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static Measure Ratio(ReadOnlyMemory<double> numerators, ReadOnlyMemory<double> denominators) =>
        numerators.Length == denominators.Length
            ? new(numerators, denominators) { }
            : throw new ArgumentException($"There are {numerators.Length} numerators and {denominators.Length} denominators.");

    /// <summary>Writes each row's number, not a number where it is not in the base; and for a ratio its denominator.</summary>
    internal void Write(Span<double> number, Span<double> denominator)
    {
        if (values.Length > 0)
        {
            var codes = answers.Span;
            for (var row = 0; row < codes.Length; row++)
            {
                number[row] = (uint)codes[row] < (uint)values.Length ? values[codes[row]] : double.NaN;
            }
            return;
        }
        numbers.Span.CopyTo(number);
        if (!IsRatio)
        {
            return;
        }
        bases.Span.CopyTo(denominator);
        for (var row = 0; row < denominator.Length; row++)
        {
            if (double.IsNaN(denominator[row]))
            {
                number[row] = double.NaN;
            }
        }
    }
}
