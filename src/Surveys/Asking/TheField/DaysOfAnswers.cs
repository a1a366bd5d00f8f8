// The answers of a survey day by day: for the line, for the projection, and by the way they came.
using Hearth.DesignSystem.Public.Charts;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.TheField;

/// <param name="Came">Answers of each day, by the way they came.</param>
/// <param name="First">The survey's first day, or that of the first answer where it came before.</param>
internal sealed record DaysOfAnswers(
    IReadOnlyDictionary<DateOnly, IReadOnlyDictionary<ResponseChannel, int>> Came,
    DateOnly First,
    DateOnly Today
)
{
    public static async Task<DaysOfAnswers> OfAsync(HearthDb db, Survey survey, DateOnly today, CancellationToken stop)
    {
        var came = (await db.Set<Response>().Where(r => r.SurveyId == survey.Id).Select(r => new { r.At, r.Channel }).ToListAsync(stop))
            .GroupBy(answer => answer.At.DayInLondon())
            .ToDictionary(
                day => day.Key,
                day => (IReadOnlyDictionary<ResponseChannel, int>)day.CountBy(answer => answer.Channel).ToDictionary()
            );
        return new(came, came.Keys.Append(survey.OpensOn).Min(), today);
    }

    /// <summary>Answers of each whole day so far: the first of the survey to yesterday.</summary>
    public IReadOnlyList<int> WholeDays =>
        [.. Enumerable.Range(0, Math.Max(0, Today.DayNumber - First.DayNumber)).Select(at => Of(First.AddDays(at)))];

    /// <summary>The answers in all at the end of each day, and what is to come.</summary>
    public ResponseLine Line(Survey survey, int needed, Projection? ahead)
    {
        var last = survey.Status == SurveyStatus.Closed ? Came.Keys.Append(survey.LastDay).Max() : Today;
        List<AnswersByDay> soFar = [];
        var total = 0;
        for (var day = First; day <= last; day = day.AddDays(1))
        {
            total += Of(day);
            soFar.Add(new(day, total));
        }
        var end = survey.ClosesOn > last ? survey.ClosesOn : last;
        IReadOnlyList<ExpectedByDay>? expected = ahead is null
            ? null
            :
            [
                .. Enumerable
                    .Range(0, ahead.DaysLeft + 1)
                    .Select(at => ahead.From.AddDays(at))
                    .Select(day => (Day: day, On: ahead.On(day)))
                    .Select(x => new ExpectedByDay(x.Day, x.On.Answers, x.On.Low, x.On.High)),
            ];
        return new(Finding(survey, total, needed, ahead), "Answers in all, at the end of each day", First, end, soFar, needed, expected);
    }

    /// <summary>A row a day, a column a way; days without an answer are left out.</summary>
    public FiguresTable ByWay()
    {
        ResponseChannel[] ways = [.. Came.Values.SelectMany(day => day.Keys).Distinct().Order()];
        return new(
            "Answers of each day, by the way they came",
            ["Day", .. ways.Select(TheField.Name), "All"],
            [
                .. Came.OrderBy(day => day.Key)
                    .Select(day => new FiguresRow(
                        day.Key.Short(),
                        [.. ways.Select(way => $"{day.Value.GetValueOrDefault(way):N0}"), $"{Of(day.Key):N0}"]
                    )),
            ]
        );
    }

    private int Of(DateOnly day) => Came.TryGetValue(day, out var ways) ? ways.Values.Sum() : 0;

    private string Finding(Survey survey, int total, int needed, Projection? ahead)
    {
        if (total == 0)
        {
            return survey.Status == SurveyStatus.Open ? "No answers yet." : "Nobody answered.";
        }
        if (total >= needed)
        {
            return $"{total:N0} answers: more than the {needed:N0} needed.";
        }
        if (survey.Status != SurveyStatus.Open)
        {
            return $"{total:N0} answers: {needed - total:N0} fewer than the {needed:N0} needed.";
        }
        if (ahead is not null)
        {
            return ahead.Reaches(needed) is { } day
                ? $"You will pass {needed:N0} answers around {day.Short()}, at this pace."
                : $"At this pace you will be {needed - ahead.Expected:N0} answers short of the {needed:N0} needed.";
        }
        var week = Enumerable.Range(0, 7).Sum(at => Of(Today.AddDays(-at)));
        return $"{needed - total:N0} more answers are needed. {week:N0} came in the last 7 days.";
    }
}
