// What a publication holds: which frozen figures, the summary of approach, the questionnaire, and the management figures with their targets.
using Hearth.Insight.Measures.Approach;
using Hearth.Insight.Measures.Management;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Published;

internal sealed record PublishedBody(
    string Landlord,
    string MeasureSet,
    IReadOnlyList<PublishedStock> Stocks,
    IReadOnlyList<PublishedFigure> Management
);

/// <param name="Edition">The frozen figures, by the checksum they had.</param>
internal sealed record PublishedStock(
    StockType Stock,
    Guid Edition,
    int EditionNumber,
    string EditionSha256,
    IReadOnlyList<PublishedPoint> Approach,
    IReadOnlyList<QuestionnaireAsSent> Questionnaires
);

/// <summary>A point of the summary of approach, as it is read.</summary>
/// <param name="Text">In English.</param>
/// <param name="Lines">The same as sentences, for readers of other languages; null where an officer wrote it, or it was published before they were kept.</param>
internal sealed record PublishedPoint(string Letter, string Title, string Text, IReadOnlyList<IReadOnlyList<Sentence>>? Lines = null);

/// <param name="Line">As <see cref="Line.Key"/> names it: CH01-1-LCRA.</param>
internal sealed record PublishedFigure(string Line, Counted Counted);
