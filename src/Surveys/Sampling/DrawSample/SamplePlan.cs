// How a sample is to be drawn, and what comes of it: strata, sizes, lots, reserve. Pure: the same homes and the same plan give the same sample.
using Hearth.People.Public;
using Hearth.Statistics.Sampling;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Sampling.DrawSample;

/// <param name="BothAgreed">Both stocks in one only where the regulator has agreed to it.</param>
/// <param name="Size">Homes asked at first.</param>
/// <param name="Seed">Null: by chance.</param>
internal sealed record SamplePlan(
    StockType? Stock,
    bool BothAgreed,
    bool Census,
    int Rate,
    int Size,
    IReadOnlyList<Characteristic> StrataBy,
    AllocationRule Allocation,
    ulong? Seed,
    int Replicates,
    int ReplicateSize
)
{
    public const int MostReplicates = 20;

    /// <summary>What is wrong with it for this population; drawing is safe where nothing is.</summary>
    public IEnumerable<Refusal> Faults(RelevantPopulation population)
    {
        if (Stock == StockType.Combined && !BothAgreed)
        {
            yield return new BothNotAgreed();
        }
        if (population.Frame.Count == 0)
        {
            yield return new NobodyInTheFrame(population.Stock);
            yield break;
        }
        if (Census)
        {
            yield break;
        }
        if (StrataBy.Distinct().Count() < StrataBy.Count)
        {
            yield return new SameStrataTwice();
        }
        if (Size > population.Frame.Count)
        {
            yield return new SampleLargerThanItsFrame(Size, population.Frame.Count);
        }
        if (Replicates > MostReplicates)
        {
            yield return new TooManyReplicates();
        }
        else if (Size <= population.Frame.Count && Size + ((long)Replicates * ReplicateSize) > population.Frame.Count)
        {
            yield return new ReserveLargerThanWhatIsLeft(population.Frame.Count - Size, Replicates);
        }
        var strata = StrataOf(population.Frame);
        if (strata.Count > Size)
        {
            yield return new MoreStrataThanHomes(strata.Count, Size);
        }
        if (StrataOf(population.Homes).Except(strata).FirstOrDefault() is { } empty && StrataBy.Count > 0)
        {
            yield return new StratumOfNobody(empty);
        }
    }

    /// <summary>The strata by name, in an order that does not hang on the order of the homes.</summary>
    private List<string> StrataOf(IEnumerable<AudienceMember> homes) =>
        [.. homes.Select(home => StrataBy.CellOf(home.Facts)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Draws. The lots go by the tenancy references, so that <c>hearth draw</c> finds the same homes in the file of the frame.</summary>
    public IReadOnlyList<FrameHome> Draw(Guid survey, IReadOnlyList<AudienceMember> frame, ulong seed)
    {
        var names = StrataOf(frame);
        var strata = frame.Select(home => names.BinarySearch(StrataBy.CellOf(home.Facts), StringComparer.Ordinal)).ToArray();
        var drawn = Statistics.Sampling.Draw.Stratified(
            // as it stands in the file: a reference that a spreadsheet would run leaves with an apostrophe in front
            [.. frame.Select(home => CsvSheet.Safe(home.TenancyReference))],
            strata,
            SizesOf(strata, names.Count),
            seed
        );
        var replicate = new int?[frame.Count];
        foreach (var row in drawn.Rows)
        {
            replicate[row] = 0;
        }
        for (var number = 1; number <= Replicates; number++)
        {
            foreach (var row in drawn.Reserve(number, ReplicateSize))
            {
                replicate[row] = number;
            }
        }
        return
        [
            .. drawn.Order.Select(
                (row, place) =>
                    new FrameHome
                    {
                        SurveyId = survey,
                        HouseholdId = frame[row].HouseholdId,
                        Reference = frame[row].TenancyReference,
                        Stratum = names[strata[row]],
                        Place = place,
                        Replicate = replicate[row],
                        Ward = Characteristic.Ward.Of(frame[row].Facts),
                        Age = Characteristic.Age.Of(frame[row].Facts),
                        Tenure = Characteristic.Tenure.Of(frame[row].Facts),
                        HomeKind = Characteristic.HomeKind.Of(frame[row].Facts),
                    }
            ),
        ];
    }

    private IReadOnlyList<int> SizesOf(int[] strata, int count)
    {
        if (StrataBy.Count == 0)
        {
            return [Size];
        }
        var populations = new int[count];
        foreach (var stratum in strata)
        {
            populations[stratum]++;
        }
        // at least one of each, or some homes would have had no chance
        return Allocation == AllocationRule.Equal
            ? Statistics.Sampling.Allocation.Equal(populations, Size, 1).Sizes
            : Statistics.Sampling.Allocation.Proportional(populations, Size, 1).Sizes;
    }
}
