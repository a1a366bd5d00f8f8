// TenantLink, the year's programme: nine or ten short surveys, the breaks between them, and how often a home may be asked.
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Programme;

internal sealed class ProgrammeYear
{
    public const int LongestName = 80;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>“TenantLink 2026 to 2027”.</summary>
    public string Name { get; set; } = "";

    /// <summary>The first day of the year; its last is the day before the same date a year on.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>Weeks in which nothing is asked, at each of three times of the year.</summary>
    public int ChristmasWeeks { get; set; }
    public int EasterWeeks { get; set; }
    public int AugustWeeks { get; set; }

    /// <summary>A home is asked too often where more surveys than this ask it within so many days.</summary>
    public int MostSurveys { get; set; } = 2;
    public int WithinDays { get; set; } = 90;
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Guards against two officers changing the year at once.</summary>
    public int Version { get; set; }

    public DateOnly EndsOn => StartsOn.AddYears(1).AddDays(-1);

    public Breaks Breaks => new(ChristmasWeeks, EasterWeeks, AugustWeeks);

    /// <summary>The change that two officers at once cannot both make.</summary>
    public void Touch() => Version++;

    /// <summary>What is wrong with the name, the breaks and the limits.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new YearNameMissing();
        }
        else if (Name.Length > LongestName)
        {
            yield return new YearNameTooLong();
        }
        foreach (
            var (weeks, field, what) in new[]
            {
                (ChristmasWeeks, "ChristmasWeeks", "at Christmas"),
                (EasterWeeks, "EasterWeeks", "at Easter"),
                (AugustWeeks, "AugustWeeks", "in August"),
            }
        )
        {
            if (weeks is < 0 or > 5)
            {
                yield return new BreakOutOfRange(field, what);
            }
        }
        if (MostSurveys is < 1 or > 12)
        {
            yield return new MostSurveysOutOfRange();
        }
        if (WithinDays is < 7 or > 365)
        {
            yield return new WithinDaysOutOfRange();
        }
    }
}
