// How many homes each answer stands for where homes were drawn with unequal chances: part of the recipe, so that an edition can be made again.
namespace Hearth.Insight.Measures.Perception;

/// <param name="By">What the strata are made of: “Ward”, “Age”.</param>
/// <param name="Strata">As they stand in the inputs’ column “stratum”.</param>
/// <param name="NotDrawn">Answers of homes that were not drawn: each stands for itself alone.</param>
/// <param name="ByGroups">Answers whose home has no line in the frame any more, counted in the stratum that their groups name.</param>
internal sealed record DrawRecipe(IReadOnlyList<string> By, IReadOnlyList<StratumTaken> Strata, int NotDrawn, int ByGroups);

/// <param name="Name">“Fennside”; “Survey 2: Fennside” where several surveys make the figures; “[c]” for those that fewer than ten answered of, together.</param>
/// <param name="Homes">That could be drawn.</param>
/// <param name="Asked">Of them.</param>
/// <param name="StoodFor">Homes that each answer stands for in its survey.</param>
/// <param name="Weight">The same, so that the answers of each survey count for one on average: surveys of one year speak for the same homes.</param>
internal sealed record StratumTaken(string Name, int Homes, int Asked, decimal StoodFor, decimal Weight);

/// <summary>What became of the draw in the figures.</summary>
/// <param name="By">“Ward”, “Age”.</param>
internal sealed record DrawDone(IReadOnlyList<string> By, IReadOnlyList<StratumDone> Strata, int NotDrawn, int ByGroups);

/// <param name="Answered">Ten or more, or those of several strata together.</param>
internal sealed record StratumDone(string Name, int Homes, int Asked, int Answered, decimal StoodFor);

/// <summary>Satisfaction overall by method, counted before methods are hidden beside the strata.</summary>
/// <param name="Overall">Sums of weights, six places; none under ten answers.</param>
/// <param name="Answers">As they may be shown.</param>
internal sealed record MethodsTold(IReadOnlyList<MethodSum> Overall, IReadOnlyList<MethodAnswers> Answers);

internal sealed record MethodSum(Hearth.Surveys.Public.AnswerMethod Method, decimal Satisfied, decimal Base);
