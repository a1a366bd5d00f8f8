// Makes a year: the cycles laid out from its first day, ready to be given topics.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.WorkingDays;

namespace Hearth.Surveys.Programme.PlanYear;

/// <summary>What an officer says of a year.</summary>
internal sealed record YearDetails(string Name, DateOnly StartsOn, int Surveys, Breaks Breaks, int MostSurveys, int WithinDays);

internal sealed class PlanYear(HearthDb db, AuditTrail audit, TimeProvider time)
{
    public async Task<Outcome<ProgrammeYear>> RunAsync(YearDetails details, CancellationToken stop = default)
    {
        var year = new ProgrammeYear
        {
            Name = details.Name.Trim(),
            StartsOn = details.StartsOn,
            ChristmasWeeks = details.Breaks.Christmas,
            EasterWeeks = details.Breaks.Easter,
            AugustWeeks = details.Breaks.August,
            MostSurveys = details.MostSurveys,
            WithinDays = details.WithinDays,
            CreatedAt = time.GetUtcNow(),
        };
        List<Refusal> faults = [.. year.Faults()];
        if (details.StartsOn.Year is < 2000 or > 2100)
        {
            faults.Add(new YearOutOfRange());
        }
        if (details.Surveys is < 1 or > 12)
        {
            faults.Add(new SurveysOutOfRange());
        }
        if (faults.Count > 0)
        {
            return faults;
        }
        if (YearPlan.Lay(details.StartsOn, details.Surveys, details.Breaks) is not { } starts)
        {
            return new TooManyForTheYear(details.Surveys, YearPlan.Room(details.StartsOn, details.Breaks));
        }
        var week = new WorkingWeek();
        db.Add(year);
        db.AddRange(
            starts.Select(
                (start, at) =>
                    new Cycle
                    {
                        YearId = year.Id,
                        Number = at + 1,
                        StartsOn = start,
                        MeetsOn = YearPlan.MeetingOf(start, week),
                    }
            )
        );
        audit.Write("PlanYear", "year", year.Id, $"{year.Name}: {details.Surveys} surveys from {year.StartsOn:yyyy-MM-dd}");
        await db.SaveChangesAsync(stop);
        return year;
    }
}
