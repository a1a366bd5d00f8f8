// How many answers are wanted of one group of homes: its share by size, or the number that somebody typed.
namespace Hearth.Surveys.Sampling.SetQuotas;

internal sealed class Quota
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }

    /// <summary>The characteristics that make the groups, parted by commas: “Age,Ward”; the same in every line of a survey.</summary>
    public string By { get; init; } = "";

    /// <summary>“16 to 34, Fennside”.</summary>
    public string Cell { get; init; } = "";

    /// <summary>Homes of the group when the quota was set.</summary>
    public int Homes { get; init; }

    /// <summary>Answers wanted in all when the quotas were set; the same in every line of a survey.</summary>
    public int InAll { get; init; }

    /// <summary>Answers wanted of this group.</summary>
    public int Wanted { get; set; }

    /// <summary>Who typed the number; null where it is a share.</summary>
    public string? TypedBy { get; set; }
    public DateTimeOffset? TypedAt { get; set; }

    /// <summary>Guards against two officers saving over each other.</summary>
    public int Version { get; set; }

    public bool IsTyped => TypedAt is not null;

    public IReadOnlyList<Characteristic> Characteristics => [.. By.Split(',').Select(Enum.Parse<Characteristic>)];
}
