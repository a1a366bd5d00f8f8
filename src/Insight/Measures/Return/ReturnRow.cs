// One row of the return: a datapoint with its code, or a question of the return whose code is not known.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Return;

/// <param name="Code">The regulator's datapoint code; empty where only the question's number is known. None is made up.</param>
/// <param name="Question">What is asked; with its number in the return where there is one.</param>
/// <param name="Stock">LCRA, LCHO, COMBINED; “all” for what is reported of all homes or of the landlord.</param>
internal sealed record ReturnRow(string Code, string Question, StockType Stock, string Value)
{
    /// <summary>Where there is nothing to divide by: never 0, never a blank.</summary>
    public const string NoFigure = "No figure";
}
