// What an officer types to choose the homes of a survey; nothing typed is lost.
using System.Globalization;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Sampling.DrawSample;

internal sealed record NotAWholeNumber(string What, int Least, int Most, string Of)
    : Refusal($"{What} must be a whole number from {Least:N0} to {Most:N0}", Of);

internal sealed record SeedIsNoNumber() : Refusal($"The seed must be a whole number, or left empty to draw one by chance", "Seed");

internal sealed class SampleForm
{
    public StockType? Stock { get; set; }
    public bool BothAgreed { get; set; }
    public bool Census { get; set; }

    /// <summary>Answers expected of 100 homes asked.</summary>
    public string? Rate { get; set; } = "30";

    /// <summary>Homes to ask at first; empty: as many as should bring the answers needed.</summary>
    public string? Size { get; set; }

    /// <summary>Answers for which the margin is worked out; empty for none.</summary>
    public string? Answers { get; set; }
    public Characteristic? First { get; set; }
    public Characteristic? Second { get; set; }
    public AllocationRule Allocation { get; set; }
    public string? Seed { get; set; }
    public string? Replicates { get; set; } = "0";
    public string? ReplicateSize { get; set; }

    /// <summary>The plan, with a refusal for each field that cannot be read. What cannot be read is taken as the least.</summary>
    /// <param name="needed">Answers needed of the stock chosen.</param>
    public (SamplePlan Plan, IReadOnlyList<Refusal> Refusals) Read(int needed)
    {
        List<Refusal> refusals = [];
        int Whole(string? typed, string what, int least, int most, string field)
        {
            if (
                int.TryParse(typed?.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
            )
            {
                return number;
            }
            refusals.Add(new NotAWholeNumber(what, least, most, field));
            return least;
        }
        if (Stock is null)
        {
            refusals.Add(new StockNotChosen());
        }
        if (Census)
        {
            return (new(Stock, BothAgreed, true, 0, 0, [], AllocationRule.Proportional, null, 0, 0), refusals);
        }
        var rate = Whole(Rate, "Answers expected of 100 homes", 1, 100, nameof(Rate));
        var size = string.IsNullOrWhiteSpace(Size) ? ToAsk(needed, rate) : Whole(Size, "Homes to ask", 1, 1_000_000, nameof(Size));
        var replicates = string.IsNullOrWhiteSpace(Replicates) ? 0 : Whole(Replicates, "Parts of the reserve", 0, 1000, nameof(Replicates));
        var each = replicates == 0 ? 0 : Whole(ReplicateSize, "Homes in each part", 1, 1_000_000, nameof(ReplicateSize));
        ulong? seed = null;
        if (!string.IsNullOrWhiteSpace(Seed))
        {
            if (ulong.TryParse(Seed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed))
            {
                seed = typed;
            }
            else
            {
                refusals.Add(new SeedIsNoNumber());
            }
        }
        var strata = new[] { First, Second }.OfType<Characteristic>().ToList();
        return (new(Stock, BothAgreed, false, rate, size, strata, Allocation, seed, replicates, each), refusals);
    }

    /// <summary>The answers typed, or null.</summary>
    public int? AnswersTyped =>
        int.TryParse(Answers?.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var answers) && answers > 0
            ? answers
            : null;

    /// <summary>How many homes to ask for so many answers, where so many of 100 answer.</summary>
    public static int ToAsk(int needed, int rate) => (int)Math.Min(1_000_000, Math.Ceiling(needed * 100m / rate));
}
