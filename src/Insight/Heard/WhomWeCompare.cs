// Which people a page of Who is heard is about, as its address says it.
using System.Globalization;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Heard;

internal enum Whom
{
    Survey,
    Involved,
    Period,
}

/// <summary>A survey's answers, the involved, or everyone who took part in anything between two days.</summary>
internal sealed record WhomWeCompare(Whom Whom, SurveySummary? Survey = null, DateOnly? From = null, DateOnly? To = null)
{
    // years in which a landlord could have kept a record
    private const int Earliest = 1900;
    private const int Latest = 2100;

    /// <summary>The query of the page's address.</summary>
    public string Query =>
        Whom switch
        {
            Whom.Survey => $"?survey={Survey!.Id}",
            Whom.Involved => "?who=involved",
            _ => string.Create(CultureInfo.InvariantCulture, $"?who=period&from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}"),
        };

    public string Address(Grouping by) => $"/insight/who-is-heard{Query}&by={by.Key}";

    /// <summary>What the address asks for; null where it names a survey that is not there or days that are not a period.</summary>
    /// <remarks>With nothing asked, the survey that closed or closes last of those anyone has answered; without one, the involved.</remarks>
    public static WhomWeCompare? Asked(Guid? survey, string? who, DateOnly? from, DateOnly? to, IReadOnlyList<SurveySummary> surveys) =>
        (survey, who) switch
        {
            ({ } id, _) => surveys.FirstOrDefault(s => s.Id == id) is { } found ? new(Whom.Survey, found) : null,
            (_, "involved") => new(Whom.Involved),
            (_, "period") => from <= to && from.Value.Year >= Earliest && to.Value.Year <= Latest
                ? new(Whom.Period, From: from, To: to)
                : null,
            _ => surveys.FirstOrDefault(s => s.Answered > 0) is { } latest ? new(Whom.Survey, latest) : new(Whom.Involved),
        };
}
