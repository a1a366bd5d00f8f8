// The regulator's perception measures: their exact words, answers and order. A set holds from a day on, so that the next one can stand beside it.
using Hearth.Surveys.Public;

namespace Hearth.Surveys.Questionnaires.Measures;

/// <summary>A question that decides who is asked a measure.</summary>
/// <param name="Code">Of its own: <c>TP02-filter</c>.</param>
/// <param name="ContinueOn">The answer that leads on to the measure.</param>
internal sealed record MeasureFilter(string Code, string Text, IReadOnlyList<string> Answers, string ContinueOn);

/// <summary>One perception measure of the Tenant Satisfaction Measures.</summary>
/// <param name="Text">With <c>[your landlord]</c> or <c>[my landlord]</c> where the name stands.</param>
/// <param name="NotApplicable">Whether “Not applicable/ don't know” is offered. Where it is not, it must not be.</param>
/// <param name="RentedOnly">Asked of tenants of rented homes only, not of shared owners.</param>
internal sealed record Measure(
    string Code,
    string Theme,
    string Name,
    string Text,
    ScaleKind Scale,
    bool NotApplicable,
    bool RentedOnly,
    MeasureFilter? Filter = null
)
{
    /// <summary>The wording with the landlord's name in its place; nothing else may change.</summary>
    public static string Named(string text, string landlord) =>
        text.Replace("[your landlord]", landlord, StringComparison.Ordinal).Replace("[my landlord]", landlord, StringComparison.Ordinal);
}

/// <summary>The measures in force from a day on, as the file of the set says them.</summary>
internal sealed record MeasureSet(string Id, DateOnly From, IReadOnlyList<Measure> Measures)
{
    private static readonly IReadOnlyList<MeasureSet> All = [.. RegulatorSet.All.Select(Of)];

    /// <summary>The set in force on this day; the oldest before any was.</summary>
    public static MeasureSet On(DateOnly day) => On(All, day);

    /// <summary>The set that a survey is held to which opens on this day, or on its first day where that is still to come; the pinned one once it has opened.</summary>
    public static MeasureSet ToHold(Survey survey, DateOnly today) => ToHold(All, survey, today);

    /// <summary>The same, of these sets, the oldest first.</summary>
    public static MeasureSet ToHold(IReadOnlyList<MeasureSet> sets, Survey survey, DateOnly today) =>
        sets.FirstOrDefault(set => set.Id == survey.MeasureSet) ?? On(sets, survey.OpensOn > today ? survey.OpensOn : today);

    /// <summary>The set that a survey was fielded under; the one in force on its first day where it has not been yet.</summary>
    public static MeasureSet Of(Survey survey) => All.FirstOrDefault(set => set.Id == survey.MeasureSet) ?? On(survey.OpensOn);

    private static MeasureSet On(IReadOnlyList<MeasureSet> sets, DateOnly day) => sets.LastOrDefault(set => set.From <= day) ?? sets[0];

    public Measure? Find(string code) => Measures.FirstOrDefault(measure => measure.Code == code);

    /// <summary>Place in the regulator's order; a filter stands just before the first measure it filters. Null for a question of one's own.</summary>
    public int? OrderOf(string? code)
    {
        for (var at = 0; at < Measures.Count; at++)
        {
            if (Measures[at].Filter?.Code == code && code is not null)
            {
                return at * 2;
            }
            if (Measures[at].Code == code)
            {
                return (at * 2) + 1;
            }
        }
        return null;
    }

    /// <summary>The theme a measure or a filter belongs to.</summary>
    public string? ThemeOf(string? code) =>
        Measures.FirstOrDefault(m => m.Code == code || (code is not null && m.Filter?.Code == code))?.Theme;

    private static MeasureSet Of(RegulatorSet set)
    {
        var filters = set.Filters.ToDictionary(
            filter => filter.Code,
            filter => new MeasureFilter(filter.Code, filter.Question, filter.Answers, filter.ContinueOn),
            StringComparer.Ordinal
        );
        return new(
            set.Id,
            set.From,
            [
                .. set.Perception.Select(measure => new Measure(
                    measure.Code,
                    measure.Theme,
                    measure.Name,
                    measure.Question,
                    measure.Agreement ? ScaleKind.Agreement : ScaleKind.Satisfaction,
                    measure.NotApplicable,
                    !measure.Tenures.Contains(StockType.LowCostHomeOwnership),
                    measure.Filter is { } filter ? filters[filter] : null
                )),
            ]
        );
    }
}
