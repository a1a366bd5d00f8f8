// How many answers are wanted of one group of homes.
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

    /// <summary>Answers wanted.</summary>
    public int Wanted { get; init; }
}
