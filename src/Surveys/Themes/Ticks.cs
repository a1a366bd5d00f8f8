// The themes that a coder ticked, as a form sends them: read once for coding and for settling.
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Hearth.Surveys.Themes;

/// <summary>The boxes of one answer.</summary>
/// <param name="Frame">The themes to tick.</param>
/// <param name="Ticked">Ids, or <see cref="Ticks.NoneOfThese"/>.</param>
/// <param name="Suggested">Suggestions with their reasons; none while the answer is coded blind or settled.</param>
internal sealed record ThemeBoxes(Frame Frame, IReadOnlyList<string> Ticked, string Legend, IReadOnlyList<Suggestion> Suggested)
{
    public string? Hint { get; init; }
}

internal static class Ticks
{
    public const string NoneOfThese = "none";

    /// <summary>What was ticked, and whether none of the themes was said to fit. What is no theme at all is refused by the handler.</summary>
    public static (IReadOnlyList<Guid> Themes, bool None) Read(IReadOnlyList<string> ticked) =>
        (
            [.. ticked.Where(t => t != NoneOfThese).Select(t => Guid.TryParse(t, out var theme) ? theme : Guid.Empty)],
            ticked.Contains(NoneOfThese)
        );

    /// <summary>Refusals beside their boxes.</summary>
    public static void Refuse(this ModelStateDictionary state, IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            state.AddModelError(refusal.Field == "Themes" ? "themes" : "", refusal.Words);
        }
    }
}
