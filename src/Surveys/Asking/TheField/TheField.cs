// A survey in the field: answers so far and by day, who is short of their share, and how people are being asked.
using System.Text.Json;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling;
using Hearth.Surveys.Sampling.ReleaseReserve;
using Hearth.Surveys.Sampling.SetQuotas;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.TheField;

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

/// <param name="Needed">Answers needed of the homes the survey speaks for.</param>
/// <param name="Margin">With the answers so far.</param>
/// <param name="Ahead">The last day, as it looks now; null where it is too early to say, or over.</param>
/// <param name="Shortest">The group that is or will be furthest behind or short.</param>
/// <param name="Parts">The sample and its reserve; empty where there is none.</param>
/// <param name="Days">Answers of each day by the way they came.</param>
/// <param name="Resting">Homes that will be asked when their rest is over.</param>
internal sealed record FieldPicture(
    Survey Survey,
    int Asked,
    int Answered,
    RequiredSample Needed,
    double? Margin,
    Projection? Ahead,
    GroupProgress? Shortest,
    ResponseLine Line,
    IReadOnlyList<WayOfAsking> Ways,
    IReadOnlyList<GroupSection> By,
    BarRows Answers,
    FiguresTable Days,
    IReadOnlyList<PartPicture> Parts,
    NotAsked NotAsked,
    bool HasLadder,
    int Ended,
    RestingPicture Resting,
    DateOnly Today
)
{
    public double? MarginAhead => Ahead is { } ahead ? Hearth.Statistics.Margin.Of(ahead.Expected, Needed.Population) : null;

    /// <summary>Groups that will be short, the furthest first, each once.</summary>
    public IReadOnlyList<GroupProgress> Behind =>
        [
            .. By.SelectMany(section => section.Compared)
                .Where(group => group is { IsUnknown: false, Missing: > 0 })
                .DistinctBy(group => group.Name)
                .OrderByDescending(group => group.Missing),
        ];
}

internal sealed class TheField(HearthDb db, SurveyReader surveys, Outbox outbox, SetQuotas groups, RestingReader atRest, TimeProvider time)
{
    public async Task<FieldPicture> PictureAsync(Survey survey, CancellationToken stop = default)
    {
        var tally = await surveys.TallyAsync(survey.Id, stop);
        var asked = tally.Sum(row => row.Asked);
        var answered = tally.Sum(row => row.Answered);
        var sample = await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(s => s.SurveyId == survey.Id && s.Chosen, stop);
        // a survey brought in from elsewhere knows only whom it asked
        var needed = Requirement.Of(Math.Max(sample?.Population ?? survey.Population, asked), survey.OpensOn);
        var days = await DaysOfAnswers.OfAsync(db, survey, time.Today(), stop);
        var ahead = survey.Status == SurveyStatus.Open ? Projection.Of(days.WholeDays, answered, days.Today, survey.ClosesOn, asked) : null;
        var by = await SectionsAsync(
            survey,
            sample,
            new(tally, await LatelyAsync(survey, ahead, stop), ahead, survey.Status == SurveyStatus.Open),
            needed.Required,
            stop
        );
        var resting = await atRest.PictureAsync(survey, stop);
        var notAsked = JsonSerializer.Deserialize<NotAsked>(survey.NotAsked) ?? new(0, 0, 0);
        return new(
            survey,
            asked,
            answered,
            needed,
            Margin.Of(answered, needed.Population),
            ahead,
            by.SelectMany(section => section.Compared)
                .Where(group => group is { IsUnknown: false, Missing: > 0 })
                .MaxBy(group => group.Missing),
            days.Line(survey, needed.Required, ahead),
            await WaysAsync(survey, stop),
            by,
            await AnswersAsync(survey, answered, stop),
            days.ByWay(),
            sample is { Replicates: > 0 } ? await ReleaseReserveModel.PartsAsync(db, survey.Id, stop) : [],
            // those that wait for their rest to be over are told of apart
            notAsked with
            {
                Resting = Math.Max(0, notAsked.Resting - resting.AtOpening),
            },
            await db.Set<Ladder>().AnyAsync(ladder => ladder.SurveyId == survey.Id, stop),
            await db.Ended(survey.Id).CountAsync(stop),
            resting,
            days.Today
        );
    }

    private async Task<IReadOnlyList<GroupSection>> SectionsAsync(
        Survey survey,
        Sample? sample,
        GroupsInTheField field,
        int required,
        CancellationToken stop
    )
    {
        var until = field.Ahead is null ? null : $"By {survey.ClosesOn.Short()}";
        var frame = sample is { Census: false };
        async Task<IReadOnlyDictionary<string, int>?> HomesAsync(params Characteristic[] by) =>
            frame ? await groups.CellsAsync(survey, by, stop) : null;
        List<GroupSection> sections = [];
        var quotas = await db.Set<Quota>().AsNoTracking().Where(quota => quota.SurveyId == survey.Id).ToListAsync(stop);
        if (quotas.Count > 0)
        {
            var by = quotas[0].Characteristics;
            sections.Add(
                new(
                    $"Quotas by {Named(by)}",
                    "Group",
                    field.Wanted(
                        by.CellOf,
                        [
                            .. quotas
                                .OrderBy(quota => quota.Cell, StringComparer.Ordinal)
                                .Select(quota => (quota.Cell, quota.Wanted, quota.IsTyped)),
                        ]
                    ),
                    until
                )
            );
        }
        if (sample is { By: { Count: > 0 } strata } && (strata.Count > 1 || strata[0] == Characteristic.HomeKind))
        {
            sections.Add(
                new($"By {Named(strata)}", "Group", field.Progress(strata.CellOf, required, await HomesAsync([.. strata])), until)
            );
        }
        sections.Add(new("By ward", "Ward", field.Progress(facts => facts.Ward, required, await HomesAsync(Characteristic.Ward)), until));
        sections.Add(
            new(
                "By age",
                "Age",
                field.Progress(facts => AgeBands.Widen(facts.AgeBand), required, await HomesAsync(Characteristic.Age), AgeBands.Wide),
                until
            )
        );
        sections.Add(
            new("By tenure", "Tenure", field.Progress(facts => facts.Tenure, required, await HomesAsync(Characteristic.Tenure)), until)
        );
        return sections;
    }

    private static string Named(IEnumerable<Characteristic> by) =>
        string.Join(" and ", by.Select(one => one.Name().ToLower(Culture.English)));

    // whoever answered on the whole days that the projection goes by
    private async Task<IReadOnlyList<GroupFacts>> LatelyAsync(Survey survey, Projection? ahead, CancellationToken stop)
    {
        if (ahead is null)
        {
            return [];
        }
        var (since, until) = (ahead.From.AddDays(-ahead.Days).StartInLondon(), ahead.From.StartInLondon());
        return
        [
            .. (
                await (
                    from response in db.Set<Response>()
                    where response.SurveyId == survey.Id && response.At >= since && response.At < until
                    join invitation in db.Set<Invitation>() on response.InvitationId equals invitation.Id
                    select new
                    {
                        invitation.Ward,
                        invitation.Neighbourhood,
                        invitation.Patch,
                        invitation.Tenure,
                        invitation.Locality,
                        invitation.AgeBand,
                        invitation.HomeKind,
                    }
                ).ToListAsync(stop)
            ).Select(row => new GroupFacts(row.Ward, row.Neighbourhood, row.Patch, row.Tenure, row.Locality, row.AgeBand)
            {
                HomeKind = row.HomeKind,
            }),
        ];
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

    public static string Name(ResponseChannel channel) =>
        channel switch
        {
            ResponseChannel.Paper => "Paper form",
            ResponseChannel.Telephone => "Telephone",
            ResponseChannel.FaceToFace => "Face to face",
            ResponseChannel.Text => "Text",
            _ => "Online",
        };
}
