// A published year as its pages read it: a publication with its body and the frozen figures it names.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Quartiles;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Published;

/// <param name="Newest">The number of the version shown to whoever asks for none.</param>
/// <param name="Versions">Every version of the year, the newest first.</param>
internal sealed record PublishedYear(
    ReportingYear Year,
    Publication Publication,
    PublishedBody Body,
    IReadOnlyList<PerceptionYear> Perception,
    IReadOnlyList<Publication> Versions
)
{
    public int Newest => Versions[0].Number;

    public bool IsReplaced => Publication.Number != Newest;

    public RegulatorSet Set => RegulatorSet.Find(Body.MeasureSet) ?? Year.Set;

    /// <summary>Management lines that were published, in the order of the set.</summary>
    public IReadOnlyList<(Line Line, Counted Counted)> Management { get; } =
    [
        .. Line.All(RegulatorSet.Find(Body.MeasureSet) ?? Year.Set)
            .Select(line => (line, Body.Management.FirstOrDefault(figure => figure.Line == line.Key)?.Counted))
            .Where(found => found.Counted is not null)
            .Select(found => (found.line, found.Counted!)),
    ];

    /// <summary>All landlords, of this year or the last one known before it.</summary>
    public NationalYear? National => NationalFigures.Known.For(Year);

    /// <summary>The address of a page of this version.</summary>
    public string Href(string page = "") => Year.Public() + page + (IsReplaced ? $"?version={Publication.Number}" : "");
}
