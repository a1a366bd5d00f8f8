// What is wrong with the dates of a year: clashes, breaks, holidays on the days of closing and meeting.
using Hearth.Surveys.Questionnaires;
using Hearth.WorkingDays;

namespace Hearth.Surveys.Programme;

internal enum WarningKind
{
    TwoCyclesAtOnce,
    AnotherSurveyIsOpen,
    InABreak,
    ClosesOnAHoliday,
    MeetsOnAHoliday,
    AsksOnOtherDays,
}

/// <summary>Something wrong with a cycle's dates.</summary>
/// <param name="What">In one sentence.</param>
/// <param name="Why">The days and the rule.</param>
internal sealed record Warning(Guid Cycle, WarningKind Kind, string What, string Why);

/// <summary>Finds what is wrong with the dates of cycles, from nothing but dates.</summary>
/// <param name="breaks">The breaks of the year.</param>
/// <param name="surveys">Surveys that are set to open, open or closed.</param>
internal sealed class Warnings(IReadOnlyList<Break> breaks, IReadOnlyList<SurveyFacts> surveys, WorkingWeek week)
{
    /// <summary>Warnings of every cycle that has not ended before today, in the order of their days.</summary>
    public IReadOnlyList<Warning> Find(IReadOnlyList<Cycle> cycles, DateOnly today) =>
        [.. cycles.Where(cycle => cycle.EndsOn >= today).OrderBy(cycle => cycle.StartsOn).SelectMany(cycle => Of(cycle, cycles))];

    /// <summary>Warnings of one cycle among the others.</summary>
    public IEnumerable<Warning> Of(Cycle cycle, IReadOnlyList<Cycle> all)
    {
        foreach (var other in all.Where(other => other.Id != cycle.Id && other.StartsOn <= cycle.EndsOn && other.EndsOn >= cycle.StartsOn))
        {
            yield return new(
                cycle.Id,
                WarningKind.TwoCyclesAtOnce,
                other.StartsOn <= cycle.ClosesOn && other.ClosesOn >= cycle.StartsOn
                    ? $"It asks on the same days as survey {other.Number}."
                    : $"Its four weeks overlap those of survey {other.Number}.",
                $"Survey {other.Number} runs from {other.StartsOn.Short()} to {other.EndsOn.Short()}."
            );
        }
        var linked = all.Select(other => other.SurveyId).ToHashSet();
        foreach (
            var survey in surveys.Where(survey =>
                !linked.Contains(survey.Id) && survey.OpensOn <= cycle.ClosesOn && survey.LastDay >= cycle.StartsOn
            )
        )
        {
            yield return new(
                cycle.Id,
                WarningKind.AnotherSurveyIsOpen,
                $"It asks while “{survey.Title}” is in the field.",
                $"That survey takes answers from {survey.OpensOn.Short()} to {survey.LastDay.Short()}."
            );
        }
        foreach (var gap in breaks.Where(gap => gap.Touches(cycle.StartsOn, cycle.EndsOn)))
        {
            var weeks = Enumerable.Range(1, 4).Where(n => gap.Touches(cycle.Week(n).From, cycle.Week(n).Until)).ToList();
            yield return new(
                cycle.Id,
                WarningKind.InABreak,
                $"{Weeks(weeks)} in the {gap.Name} break.",
                $"Nothing is asked from {gap.From.Short()} to {gap.Until.Short()}."
            );
        }
        if (week.Holiday(cycle.ClosesOn) is { } closing)
        {
            yield return new(
                cycle.Id,
                WarningKind.ClosesOnAHoliday,
                "The survey closes on a bank holiday.",
                $"{cycle.ClosesOn.Spoken()} is {closing}. Nobody is there to help."
            );
        }
        if (week.WhyNot(cycle.MeetsOn) is { } meeting)
        {
            yield return new(
                cycle.Id,
                WarningKind.MeetsOnAHoliday,
                week.Holiday(cycle.MeetsOn) is null ? "The meeting is at a weekend." : "The meeting is on a bank holiday.",
                week.Holiday(cycle.MeetsOn) is null ? $"It is set for {cycle.MeetsOn.Spoken()}." : $"{cycle.MeetsOn.Spoken()} is {meeting}."
            );
        }
        if (
            surveys.FirstOrDefault(s => s.Id == cycle.SurveyId) is { } own
            && (own.OpensOn < cycle.StartsOn || own.LastDay > cycle.ClosesOn)
        )
        {
            yield return new(
                cycle.Id,
                WarningKind.AsksOnOtherDays,
                "Its survey takes answers on days outside week 1.",
                $"It is open from {own.OpensOn.Short()} to {own.LastDay.Short()}; week 1 is {cycle.StartsOn.Short()} to {cycle.ClosesOn.Short()}."
            );
        }
    }

    /// <summary>The Monday nearest its own first day, from today on and later rather than earlier, on which moving the cycle alone clears every warning that its dates can clear; null where there is none in the year.</summary>
    public DateOnly? BetterStart(Cycle cycle, IReadOnlyList<Cycle> all, DateOnly today, DateOnly yearEnds)
    {
        var monday = Breaks.Monday(cycle.StartsOn);
        foreach (var weeks in Enumerable.Range(1, 40).SelectMany(weeks => new[] { weeks, -weeks }))
        {
            var start = monday.AddDays(7 * weeks);
            if (start < today || start.AddDays(Cycle.Days - 1) > yearEnds)
            {
                continue;
            }
            var moved = new Cycle
            {
                Id = cycle.Id,
                Number = cycle.Number,
                SurveyId = null,
                StartsOn = start,
                MeetsOn = YearPlan.MeetingOf(start, week),
            };
            if (!Of(moved, [.. all.Where(other => other.Id != cycle.Id), moved]).Any())
            {
                return start;
            }
        }
        return null;
    }

    private static string Weeks(List<int> weeks) =>
        weeks.Count switch
        {
            4 => "All four weeks are",
            1 => $"Week {weeks[0]} is",
            _ => $"Weeks {string.Join(", ", weeks.SkipLast(1))} and {weeks[^1]} are",
        };
}
