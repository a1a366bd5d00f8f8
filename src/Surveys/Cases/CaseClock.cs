// The legal clock of a case: each step, the day or hour by which it is due, and how that was worked out.
using System.Globalization;
using Hearth.Storage.Public;
using Hearth.WorkingDays;

namespace Hearth.Surveys.Cases;

internal enum CaseStep
{
    Investigated,
    SummarySent,
    MadeSafe,
    Acknowledged,
    Answered,
    SpokenWith,
}

/// <summary>A step of the clock.</summary>
/// <param name="By">The last moment: of a working day, its end.</param>
/// <param name="Why">How the day was worked out, and by what rule.</param>
/// <param name="DoneAt">When it was done; null while it is to do.</param>
internal sealed record CaseDue(CaseStep Step, DateTimeOffset By, string Why, DateTimeOffset? DoneAt)
{
    public bool IsLate(DateTimeOffset now) => (DoneAt ?? now) > By;
}

internal static class CaseClock
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The steps of this case in order, each counted from when the one before was done; one that waits for another is not there yet.</summary>
    public static IReadOnlyList<CaseDue> Of(Case opened, IReadOnlyList<CaseEntry> entries, WorrySettings set, WorkingWeek week)
    {
        DateTimeOffset? Done(CaseStep step) => entries.Where(entry => entry.Step == step).Select(entry => (DateTimeOffset?)entry.At).Min();
        var dues = new List<CaseDue>();
        void Days(CaseStep step, DateTimeOffset from, string since, int days, string rule)
        {
            var (by, why) = WorkingDaysAfter(from, days, since, week);
            dues.Add(new(step, by, $"{why} {rule}", Done(step)));
        }
        switch (opened.Kind)
        {
            case Worry.Damp:
                // Hazards in Social Housing (Prescribed Requirements) (England) Regulations 2025, SI 2025/1042: regs 6, 9 and 11(2)(a)
                Days(
                    CaseStep.Investigated,
                    opened.OpenedAt,
                    "you knew",
                    set.InvestigateDays,
                    "Awaab’s Law: a significant hazard is investigated in this time. If it is an emergency, open the safety clock and act within 24 hours."
                );
                if (Done(CaseStep.Investigated) is { } investigated)
                {
                    Days(
                        CaseStep.SummarySent,
                        investigated,
                        "the investigation ended",
                        set.SummaryDays,
                        "Awaab’s Law: the tenant has a written summary in this time."
                    );
                    Days(
                        CaseStep.MadeSafe,
                        investigated,
                        "the investigation ended",
                        set.MakeSafeDays,
                        "Awaab’s Law: the home is made safe in this time, or they are offered somewhere else to stay."
                    );
                }
                break;
            case Worry.Safety:
                dues.Add(
                    new(
                        CaseStep.MadeSafe,
                        opened.OpenedAt.AddHours(set.EmergencyHours),
                        $"{set.EmergencyHours} hours from {opened.OpenedAt.InLondon().ToString("HH:mm 'on' dddd d MMMM", British)}, when you knew; nights, weekends and holidays count. Awaab’s Law: an emergency hazard is investigated and made safe as soon as can be, and in any case in this time.",
                        Done(CaseStep.MadeSafe)
                    )
                );
                break;
            case Worry.Complaint:
                Days(
                    CaseStep.Acknowledged,
                    opened.OpenedAt,
                    "the complaint came",
                    set.AcknowledgeDays,
                    "Housing Ombudsman’s Complaint Handling Code, stage 1: acknowledged, defined and logged in this time."
                );
                if (Done(CaseStep.Acknowledged) is { } acknowledged)
                {
                    Days(
                        CaseStep.Answered,
                        acknowledged,
                        "it was acknowledged",
                        set.AnswerDays,
                        "Complaint Handling Code, stage 1: answered in this time, or the extension and its reason are given in writing."
                    );
                }
                break;
            case Worry.Distress:
                Days(
                    CaseStep.SpokenWith,
                    opened.OpenedAt,
                    "you knew",
                    set.DistressDays,
                    "Your landlord’s own promise. In danger of life, ring 999 now."
                );
                break;
            default:
                Days(CaseStep.Answered, opened.OpenedAt, "they wrote", set.ReplyDays, "Your landlord’s own promise.");
                break;
        }
        return dues;
    }

    /// <summary>The end of the working day that lies so many working days after an instant, and how it was counted.</summary>
    public static (DateTimeOffset By, string Why) WorkingDaysAfter(DateTimeOffset from, int days, string since, WorkingWeek week)
    {
        var start = from.DayInLondon();
        var last = week.Add(start, days);
        var skipped = new List<string>();
        for (var day = start.AddDays(1); day < last; day = day.AddDays(1))
        {
            if (week.Holiday(day) is { } holiday)
            {
                skipped.Add($"{day.ToString("d MMMM", British)} ({holiday})");
            }
        }
        var without = skipped.Count == 0 ? "weekends left out" : $"weekends and {string.Join(", ", skipped)} left out";
        return (
            last.AddDays(1).StartInLondon().AddTicks(-1),
            $"{days} working {(days == 1 ? "day" : "days")} after {start.ToString("dddd d MMMM", British)}, when {since}; that day not counted, {without}."
        );
    }

    public static string Name(CaseStep step) =>
        step switch
        {
            CaseStep.Investigated => "Investigate",
            CaseStep.SummarySent => "Send the written summary",
            CaseStep.MadeSafe => "Make safe",
            CaseStep.Acknowledged => "Acknowledge",
            CaseStep.Answered => "Answer",
            _ => "Speak with them",
        };
}
