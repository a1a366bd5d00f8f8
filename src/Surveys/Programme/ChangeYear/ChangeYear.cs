// Changes the name, the breaks and the limits of a year. Cycles stay where they are: a break that one is in now becomes a warning.
using Hearth.Storage.Public;
using Hearth.Surveys.Programme.PlanYear;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Programme.ChangeYear;

internal sealed class ChangeYear(HearthDb db, AuditTrail audit)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid id, YearDetails details, CancellationToken stop = default)
    {
        if (await db.Set<ProgrammeYear>().FindAsync([id], stop) is not { } year)
        {
            return [new YearNotFound()];
        }
        year.Name = details.Name.Trim();
        (year.ChristmasWeeks, year.EasterWeeks, year.AugustWeeks) = details.Breaks;
        year.MostSurveys = details.MostSurveys;
        year.WithinDays = details.WithinDays;
        var faults = year.Faults().ToList();
        if (faults.Count > 0)
        {
            return db.Refuse(faults);
        }
        audit.Write("ChangeYear", "year", id, year.Name);
        return await db.SaveYearAsync(year, stop);
    }
}
