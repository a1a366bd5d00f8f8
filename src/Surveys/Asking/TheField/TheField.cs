// A survey in the field: answers so far and by day, who is short of their share, and how people are being asked.
using System.Text.Json;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.TheField;

/// <summary>One group of those asked: how many answers, and how many its share of the needed ones is.</summary>
/// <param name="Short">Answers fewer than its share of the answers so far.</param>
internal sealed record GroupProgress(string Name, int Asked, int SoFar, int Needed, int Short, bool IsUnknown);

/// <summary>One way of asking.</summary>
/// <param name="Asked">Households asked this way first.</param>
/// <param name="Answered">Of them, answered by any way.</param>
internal sealed record WayOfAsking(
    Channel Channel,
    int Asked,
    int Answered,
    int Sent,
    int Waiting,
    int NotArrived,
    int Reminded,
    DateTimeOffset? LastSent
);

internal sealed record FieldPicture(
    Survey Survey,
    int Asked,
    int Answered,
    RequiredSample Needed,
    double? Margin,
    GroupProgress? Shortest,
    ResponseLine Line,
    IReadOnlyList<WayOfAsking> Ways,
    IReadOnlyList<(string Title, string RowTitle, IReadOnlyList<GroupProgress> Groups)> By,
    BarRows Answers,
    NotAsked NotAsked,
    bool HasLadder,
    int Ended
);

internal sealed class TheField(HearthDb db, SurveyReader surveys, Outbox outbox, TimeProvider time)
{
    public async Task<FieldPicture> PictureAsync(Survey survey, CancellationToken stop = default)
    {
        var tally = await surveys.TallyAsync(survey.Id, stop);
        var asked = tally.Sum(row => row.Asked);
        var answered = tally.Sum(row => row.Answered);
        // a survey brought in from elsewhere knows only whom it asked
        var population = Math.Max(survey.Population, asked);
        var needed = SampleSize.ForRegulator(population);
        (string, string, IReadOnlyList<GroupProgress>)[] by =
        [
            ("By ward", "Ward", Progress(tally, facts => facts.Ward, needed.Required, null)),
            ("By age", "Age", Progress(tally, facts => AgeBands.Widen(facts.AgeBand), needed.Required, AgeBands.Wide)),
            ("By tenure", "Tenure", Progress(tally, facts => facts.Tenure, needed.Required, null)),
        ];
        return new(
            survey,
            asked,
            answered,
            needed,
            Margin.Of(answered, population),
            by.SelectMany(x => x.Item3).Where(group => group is { IsUnknown: false, Short: > 0 }).MaxBy(group => group.Short),
            await LineAsync(survey, needed.Required, stop),
            await WaysAsync(survey, stop),
            by,
            await AnswersAsync(survey, answered, stop),
            JsonSerializer.Deserialize<NotAsked>(survey.NotAsked) ?? new(0, 0, 0),
            await db.Set<Ladder>().AnyAsync(ladder => ladder.SurveyId == survey.Id, stop),
            await db.Ended(survey.Id).CountAsync(stop)
        );
    }

    private static List<GroupProgress> Progress(
        IReadOnlyList<GroupTally> tally,
        Func<GroupFacts, string> of,
        int required,
        IReadOnlyList<string>? order
    )
    {
        var groups = tally
            .GroupBy(row => of(row.Facts))
            .Select(group => new GroupCount(
                group.Key,
                group.Sum(row => row.Asked),
                group.Sum(row => row.Answered),
                group.Key == GroupFacts.Unknown
            ))
            .OrderBy(group => group.IsUnknown)
            .ThenBy(group => order?.ToList().IndexOf(group.Name) ?? 0)
            .ThenBy(group => group.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("en-GB"), ignoreCase: true))
            .ToList();
        var shares = Rounding.LargestRemainder([.. groups.Select(group => group.Population)], required);
        var compared = Representativeness.Compare(groups);
        return
        [
            .. groups.Select(
                (group, at) =>
                    new GroupProgress(
                        group.Name,
                        group.Population,
                        group.Observed,
                        shares[at],
                        compared.Groups[at].Shortfall,
                        group.IsUnknown
                    )
            ),
        ];
    }

    private async Task<ResponseLine> LineAsync(Survey survey, int needed, CancellationToken stop)
    {
        var days = (await db.Set<Response>().Where(r => r.SurveyId == survey.Id).Select(r => r.At).ToListAsync(stop))
            .GroupBy(at => at.DayInLondon())
            .ToDictionary(day => day.Key, day => day.Count());
        var first = days.Keys.Append(survey.OpensOn).Min();
        var today = time.Today();
        var last = survey.Status == SurveyStatus.Closed ? days.Keys.Append(survey.LastDay).Max() : today;
        List<AnswersByDay> soFar = [];
        var total = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            total += days.GetValueOrDefault(day);
            soFar.Add(new(day, total));
        }
        var end = survey.ClosesOn > last ? survey.ClosesOn : last;
        return new(Finding(survey, soFar, needed, days, today), "Answers in all, at the end of each day", first, end, soFar, needed);
    }

    private static string Finding(Survey survey, List<AnswersByDay> soFar, int needed, Dictionary<DateOnly, int> days, DateOnly today)
    {
        var total = soFar.Count == 0 ? 0 : soFar[^1].Answers;
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
        var week = days.Where(day => day.Key > today.AddDays(-7)).Sum(day => day.Value);
        return $"{needed - total:N0} more answers are needed. {week:N0} came in the last 7 days.";
    }

    private async Task<List<WayOfAsking>> WaysAsync(Survey survey, CancellationToken stop)
    {
        var asked = await (
            from invitation in db.Set<Invitation>()
            where invitation.SurveyId == survey.Id && invitation.AskedBy != null
            join response in db.Set<Response>() on invitation.Id equals response.InvitationId into responses
            from response in responses.DefaultIfEmpty()
            group response by invitation.AskedBy into way
            select new
            {
                Channel = way.Key!.Value,
                Asked = way.Count(),
                Answered = way.Count(r => r != null),
            }
        ).ToDictionaryAsync(way => way.Channel, stop);
        var counts = await outbox.CountsAsync(survey.Id, stop);
        return
        [
            .. WaysOfChannels
                .InOrder.Select(channel =>
                {
                    var mine = counts.Where(count => count.Channel == channel).ToList();
                    int In(params MessageStatus[] statuses) =>
                        mine.Where(count => statuses.Contains(count.Status)).Sum(count => count.Count);
                    var way = asked.GetValueOrDefault(channel);
                    return new WayOfAsking(
                        channel,
                        way?.Asked ?? 0,
                        way?.Answered ?? 0,
                        In(MessageStatus.Sent),
                        In(MessageStatus.Queued, MessageStatus.Sending),
                        In(MessageStatus.Failed, MessageStatus.InDoubt),
                        mine.Where(count => count.Purpose == InvitationWords.ReminderPurpose && count.Status != MessageStatus.Cancelled)
                            .Sum(count => count.Count),
                        mine.Where(count => count.Status == MessageStatus.Sent).Max(count => count.LastEndedAt)
                    );
                })
                .Where(way => way.Asked + way.Sent + way.Waiting + way.NotArrived > 0),
        ];
    }

    private async Task<BarRows> AnswersAsync(Survey survey, int answered, CancellationToken stop)
    {
        var channels = await db.Set<Response>()
            .Where(r => r.SurveyId == survey.Id)
            .GroupBy(r => r.Channel)
            .Select(way => new { way.Key, Count = way.Count() })
            .ToListAsync(stop);
        var rows = channels
            .OrderByDescending(way => way.Count)
            .Select(way => new BarRow(Name(way.Key), way.Count, way.Count.ToString("N0", Culture.English)))
            .ToList();
        var most = channels.MaxBy(way => way.Count);
        var finding = most is null
            ? "No answers yet."
            : $"{Rounding.Percentage(most.Count, answered, 0):0} in 100 answers came {FirstAnswer.Way(most.Key)}.";
        return new(finding, "Answers by the way they came", ["Way", "Answers"], rows);
    }

    private static string Name(ResponseChannel channel) =>
        channel switch
        {
            ResponseChannel.Paper => "Paper form",
            ResponseChannel.Telephone => "Telephone",
            ResponseChannel.FaceToFace => "Face to face",
            ResponseChannel.Text => "Text",
            _ => "Online",
        };
}
