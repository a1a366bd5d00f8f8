// What the summary of approach is made from: the figures, the surveys as they were sent, how their homes were chosen, who answered.
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Perception.Freezing;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Approach;

/// <param name="Edition">The frozen edition the figures are read from; null where they are worked out now.</param>
internal sealed record FieldFacts(
    PerceptionYear Figures,
    Edition? Edition,
    IReadOnlyList<QuestionnaireAsSent> Asked,
    IReadOnlyList<SampleFacts> Samples,
    IReadOnlyList<Likeness> Likeness
)
{
    /// <summary>Of the surveys that drew lots within strata.</summary>
    public IReadOnlyList<DrawOfSurvey> Draws { get; init; } = [];

    public StockType Stock => Figures.Stock;

    public int Short => Math.Max(0, Figures.RequiredRoundedUp - Figures.Responses);

    /// <summary>At 2,500 homes or fewer a census is enough, however many answered.</summary>
    public bool MissedTheSample => Short > 0 && !(Figures is { Census: true, Population: > 0 and <= CensusIsEnough });

    private const int CensusIsEnough = 2500;

    public int By(AnswerMethod method) => Figures.Methods.Where(m => m.Method == method).Sum(m => m.Responses);

    /// <summary>Somebody put the questions to people, on the telephone or face to face.</summary>
    public bool WasInterviewed => By(AnswerMethod.Telephone) + By(AnswerMethod.FaceToFace) > 0;
}
