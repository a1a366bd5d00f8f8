// What the landlord's own earlier survey found: a figure of STAR, typed or imported, that no answers are kept of.
namespace Hearth.Insight.Measures.Perception.History;

internal sealed class EarlierFigure
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The calendar year of the survey.</summary>
    public int Year { get; init; }

    /// <summary>The key of an <see cref="Indicator"/>.</summary>
    public string Indicator { get; init; } = "";
    public decimal Percent { get; set; }

    /// <summary>How many answered; null where it is not known.</summary>
    public int? Base { get; set; }

    /// <summary>How it was asked: “Post”, “Post and online”.</summary>
    public string Method { get; set; } = "";
    public DateTimeOffset AddedAt { get; set; }
    public string AddedBy { get; set; } = "";
}
