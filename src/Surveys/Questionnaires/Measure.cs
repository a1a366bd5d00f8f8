// The regulator's perception measures: their exact words, answers and order. A set holds from a day on, so that the next one can stand beside it.
namespace Hearth.Surveys.Questionnaires;

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

/// <summary>The measures in force from a day on.</summary>
internal sealed record MeasureSet(string Id, DateOnly From, IReadOnlyList<Measure> Measures)
{
    private const string Repair = "Keeping properties in good repair";
    private const string Engagement = "Respectful and helpful engagement";
    private const string Neighbourhood = "Responsible neighbourhood management";

    private static readonly MeasureFilter HadRepair = new(
        "TP02-filter",
        "Has [your landlord] carried out a repair to your home in the last 12 months?",
        ["Yes", "No"],
        "Yes"
    );

    /// <summary>
    /// In force for reporting years from 1 April 2023: Tenant Survey Requirements, wording and answers as in the data dictionary of the
    /// regulator's landlord-level data.
    /// </summary>
    public static MeasureSet Tsm2023 { get; } =
        new(
            "tsm-2023",
            new DateOnly(2023, 4, 1),
            [
                new(
                    "TP01",
                    "Overall satisfaction",
                    "Overall satisfaction",
                    "Taking everything into account, how satisfied or dissatisfied are you with the service provided by [your landlord]?",
                    ScaleKind.Satisfaction,
                    NotApplicable: false,
                    RentedOnly: false
                ),
                new(
                    "TP02",
                    Repair,
                    "Satisfaction with repairs",
                    "How satisfied or dissatisfied are you with the overall repairs service from [your landlord] over the last 12 months?",
                    ScaleKind.Satisfaction,
                    NotApplicable: false,
                    RentedOnly: true,
                    HadRepair
                ),
                new(
                    "TP03",
                    Repair,
                    "Satisfaction with time taken to complete most recent repair",
                    "How satisfied or dissatisfied are you with the time taken to complete your most recent repair after you reported it?",
                    ScaleKind.Satisfaction,
                    NotApplicable: false,
                    RentedOnly: true,
                    HadRepair
                ),
                new(
                    "TP04",
                    Repair,
                    "Satisfaction that the home is well maintained",
                    "How satisfied or dissatisfied are you that [your landlord] provides a home that is well maintained?",
                    ScaleKind.Satisfaction,
                    NotApplicable: false,
                    RentedOnly: true
                ),
                new(
                    "TP05",
                    "Maintaining building safety",
                    "Satisfaction that the home is safe",
                    "Thinking about the condition of the property or building you live in, how satisfied or dissatisfied are you that [your landlord] provides a home that is safe?",
                    ScaleKind.Satisfaction,
                    NotApplicable: true,
                    RentedOnly: false
                ),
                new(
                    "TP06",
                    Engagement,
                    "Satisfaction that the landlord listens to tenant views and acts upon them",
                    "How satisfied or dissatisfied are you that [your landlord] listens to your views and acts upon them?",
                    ScaleKind.Satisfaction,
                    NotApplicable: true,
                    RentedOnly: false
                ),
                new(
                    "TP07",
                    Engagement,
                    "Satisfaction that the landlord keeps tenants informed about things that matter to them",
                    "How satisfied or dissatisfied are you that [your landlord] keeps you informed about things that matter to you?",
                    ScaleKind.Satisfaction,
                    NotApplicable: true,
                    RentedOnly: false
                ),
                new(
                    "TP08",
                    Engagement,
                    "Agreement that the landlord treats tenants fairly and with respect",
                    "To what extent do you agree or disagree with the following “[my landlord] treats me fairly and with respect”?",
                    ScaleKind.Agreement,
                    NotApplicable: true,
                    RentedOnly: false
                ),
                new(
                    "TP09",
                    "Effective handling of complaints",
                    "Satisfaction with the landlord’s approach to handling of complaints",
                    "How satisfied or dissatisfied are you with [your landlord]’s approach to complaints handling?",
                    ScaleKind.Satisfaction,
                    NotApplicable: false,
                    RentedOnly: false,
                    new("TP09-filter", "Have you made a complaint to [your landlord] in the last 12 months?", ["Yes", "No"], "Yes")
                ),
                new(
                    "TP10",
                    Neighbourhood,
                    "Satisfaction that the landlord keeps communal areas clean and well maintained",
                    "How satisfied or dissatisfied are you that [your landlord] keeps these communal areas clean and well maintained?",
                    ScaleKind.Satisfaction,
                    NotApplicable: false,
                    RentedOnly: false,
                    new(
                        "TP10-filter",
                        "Do you live in a building with communal areas, either inside or outside, that [your landlord] is responsible for maintaining?",
                        ["Yes", "No", "Don't know"],
                        "Yes"
                    )
                ),
                new(
                    "TP11",
                    Neighbourhood,
                    "Satisfaction that the landlord makes a positive contribution to neighbourhoods",
                    "How satisfied or dissatisfied are you that [your landlord] makes a positive contribution to your neighbourhood?",
                    ScaleKind.Satisfaction,
                    NotApplicable: true,
                    RentedOnly: false
                ),
                new(
                    "TP12",
                    Neighbourhood,
                    "Satisfaction with the landlord’s approach to handling anti-social behaviour",
                    "How satisfied or dissatisfied are you with [your landlord]’s approach to handling anti-social behaviour?",
                    ScaleKind.Satisfaction,
                    NotApplicable: true,
                    RentedOnly: false
                ),
            ]
        );

    /// <summary>The set in force on this day.</summary>
    public static MeasureSet On(DateOnly day) => new[] { Tsm2023 }.Where(set => set.From <= day).MaxBy(set => set.From) ?? Tsm2023;

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
}
