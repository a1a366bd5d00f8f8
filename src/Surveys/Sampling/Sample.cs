// How the homes of one survey were chosen, frozen: the stock, the population as it was, and, where lots were drawn, by which seed.
using System.Text.Json;
using Hearth.Surveys.Public;

namespace Hearth.Surveys.Sampling;

internal enum AllocationRule
{
    /// <summary>Each stratum the same share of its homes.</summary>
    Proportional,

    /// <summary>Each stratum the same number.</summary>
    Equal,
}

internal sealed class Sample
{
    public Guid SurveyId { get; init; }
    public StockType Stock { get; set; }

    /// <summary>An officer chose it; false where it was written down as the survey opened, from what it asked.</summary>
    public bool Chosen { get; set; }

    /// <summary>Every home is asked that is not left out; no lots were drawn.</summary>
    public bool Census { get; set; }

    /// <summary>Running tenancies of the stock, those left out still in.</summary>
    public int Population { get; set; }

    /// <summary>Those left out, by the reason: JSON of a list of <see cref="LeftOutCount"/>.</summary>
    public string LeftOut { get; set; } = "[]";

    /// <summary>Of those drawn, not to be asked for other reasons, as it was at the draw.</summary>
    public int OptedOut { get; set; }

    /// <summary>Answers expected of 100 homes asked.</summary>
    public int Rate { get; set; }

    /// <summary>Homes drawn to be asked at first; of a census all.</summary>
    public int Size { get; set; }
    public List<string> StrataBy { get; set; } = [];
    public AllocationRule Allocation { get; set; }

    /// <summary>A whole number, in words of digits: it is unsigned and long.</summary>
    public string? Seed { get; set; }

    /// <summary>Parts of the reserve.</summary>
    public int Replicates { get; set; }

    /// <summary>Homes in each.</summary>
    public int ReplicateSize { get; set; }
    public DateTimeOffset DrawnAt { get; set; }
    public string DrawnBy { get; set; } = "";

    /// <summary>What had changed when somebody decided to keep the draw all the same; null while nobody had to.</summary>
    public string? Kept { get; set; }
    public string? KeptBy { get; set; }
    public int Version { get; set; }

    public IReadOnlyList<Characteristic> By => [.. StrataBy.Select(Enum.Parse<Characteristic>)];

    public IReadOnlyList<LeftOutCount> LeftOutCounts => JsonSerializer.Deserialize<List<LeftOutCount>>(LeftOut) ?? [];

    /// <summary>One more home left out, after the survey opened.</summary>
    public void LeaveOut(string reason) =>
        LeftOut = JsonSerializer.Serialize(
            LeftOutCounts
                .Where(count => count.Reason != reason)
                .Append(new LeftOutCount(reason, (LeftOutCounts.FirstOrDefault(count => count.Reason == reason)?.Homes ?? 0) + 1))
                .OrderBy(count => count.Reason, StringComparer.Ordinal)
        );
}

/// <summary>A home that could be drawn, with its lot. It names nobody: the tenancy's reference is what the lot goes by.</summary>
internal sealed class FrameHome
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }
    public Guid HouseholdId { get; init; }

    /// <summary>What its lot goes by: the tenancy's reference on the day of the draw.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Its group of each characteristic, in their order: “Fennside, 16 to 34”; empty where there are no strata.</summary>
    public string Stratum { get; init; } = "";

    /// <summary>Its place in the order of the lots, from 0, over all strata.</summary>
    public int Place { get; init; }

    /// <summary>0 is the sample, 1 and on the parts of the reserve; null where it was not drawn.</summary>
    public int? Replicate { get; init; }

    public string Ward { get; init; } = "";
    public string Age { get; init; } = "";
    public string Tenure { get; init; } = "";
    public string HomeKind { get; init; } = "";

    /// <summary>Its group of one characteristic.</summary>
    public string Of(Characteristic by) =>
        by switch
        {
            Characteristic.Ward => Ward,
            Characteristic.Age => Age,
            Characteristic.Tenure => Tenure,
            _ => HomeKind,
        };
}

/// <summary>A part of the reserve that was released.</summary>
internal sealed class ReleasedReserve
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";
    public string Because { get; init; } = "";
}
