// One side of a table, or what it is filtered by: a group or a question, with each response's place among its values.
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Crosstabs;

/// <param name="Id">As it stands in the page's address: “ward”, “q3”, “q4:bed”.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Values">The values' names, in the order they are shown.</param>
/// <param name="Places">For each response its value, from 0; −1 where it is not counted.</param>
internal sealed record Axis(string Id, string Title, IReadOnlyList<string> Values, int[] Places)
{
    /// <summary>The grouping it is; null for a question.</summary>
    public Grouping? Grouping { get; init; }

    /// <summary>The question it comes from; null for a group.</summary>
    public Question? Question { get; init; }

    /// <summary>Its place in the order in which tables are protected: groups first, then questions. The same table is always protected the same way round.</summary>
    public int Order { get; init; }

    /// <summary>The value that stands for the question where one is to be spoken of: satisfied, yes, ticked.</summary>
    public string Main => Values[0];

    /// <summary>Whether anybody may be without a value.</summary>
    public bool HasBlanks { get; } = Places.AsSpan().IndexOf(-1) >= 0;
}
