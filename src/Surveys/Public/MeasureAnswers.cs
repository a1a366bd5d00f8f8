// Answers to the regulator's measures as columns of codes and groups, and which stock a tenure is of.
using Hearth.People.Public;
using Hearth.Surveys.Results.ExportResponses;
using Hearth.Surveys.Sampling;

namespace Hearth.Surveys.Public;

/// <summary>Answers to measures, one entry a household in every column, in no order that tells anything.</summary>
/// <param name="Answers">By measure: 0 for none, 1 (the best) to 5, <see cref="NotApplicable"/>.</param>
/// <param name="Filters">By filter: 0 for no answer, <see cref="LeadsOn"/>, <see cref="LeadsPast"/>, <see cref="NotKnown"/>.</param>
/// <param name="Groups">What each was counted as on the day it was drawn.</param>
/// <param name="Surveys">The survey that each answered.</param>
/// <param name="Households">Whose home each is, to find its line in a draw and its answers of another year; never shown and never kept.</param>
/// <param name="Weights">What a survey company gave each to count for; null where it gave none.</param>
/// <param name="Superseded">Answers left out because the household answered a later survey of these too.</param>
public sealed record MeasureAnswers(
    IReadOnlyDictionary<string, byte[]> Answers,
    IReadOnlyDictionary<string, byte[]> Filters,
    IReadOnlyList<AnswerMethod> Methods,
    IReadOnlyList<GroupFacts> Groups,
    IReadOnlyList<StockType?> Stock,
    IReadOnlyList<DateOnly> Days,
    IReadOnlyList<Guid> Surveys,
    IReadOnlyList<Guid> Households,
    IReadOnlyList<decimal?> Weights,
    int Superseded
)
{
    public const byte NotApplicable = 6;
    public const byte LeadsOn = 1;
    public const byte LeadsPast = 2;
    public const byte NotKnown = 3;

    public int Count => Methods.Count;

    /// <summary>
    /// Groups as they may be kept beside answers: column by column “[c]” stands where fewer than ten homes would be alike, as in the file of responses.
    /// </summary>
    public static string[][] Protect(IReadOnlyList<string[]> columns) => GroupsThatHide.Of(columns);

    /// <summary>
    /// The stock that the regulator counts a tenure in; null for homes that are in neither: leaseholders, tenures of no kind that it names, and those not known.
    /// One rule for who is drawn, whose answers count and how many homes a management figure is of.
    /// </summary>
    public static StockType? StockOf(string tenure) => Stocks.Of(tenure);
}
