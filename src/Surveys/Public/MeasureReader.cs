// What Insight may know of the answers to the regulator's measures: columns of codes and groups, never who gave them.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Paper;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Editions;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Public;

/// <summary>How an answer came, as the regulator's return counts it.</summary>
public enum AnswerMethod
{
    Telephone,
    Internet,
    FaceToFace,
    Postal,
    Sms,
    Other,
}

/// <summary>A survey that asks measures of the regulator's and has been opened.</summary>
/// <param name="LastDay">The last day answers were or are taken.</param>
/// <param name="Set">The set of measures it was fielded under.</param>
/// <param name="Wording">Each measure and filter it asks, by code, in the words and with the answers as asked.</param>
/// <param name="Reworded">Changes of those words while it was open.</param>
/// <param name="AskedOf">Households asked, by the stock they are of.</param>
/// <param name="Asked">Households asked, those of neither stock too.</param>
/// <param name="Population">Households that it was for when it opened.</param>
public sealed record MeasuredSurvey(
    Guid Id,
    string Title,
    DateOnly FirstDay,
    DateOnly LastDay,
    bool Closed,
    RegulatorSet Set,
    IReadOnlyDictionary<string, string> Wording,
    IReadOnlyList<Rewording> Reworded,
    IReadOnlyDictionary<StockType, int> AskedOf,
    int Asked,
    int Answered,
    int Population
)
{
    /// <summary>The officer's page.</summary>
    public string Address => $"/surveys/{Id}";
}

/// <summary>A change of the words of measures while a survey was open.</summary>
/// <param name="Codes">Measures and filters whose words changed.</param>
public sealed record Rewording(DateOnly From, string Because, IReadOnlyList<string> Codes);

public sealed class MeasureReader(HearthDb db, Actor actor, AskedTenures tenures)
{
    /// <summary>Every survey, open or closed, that asks one of the measures, the last to close first.</summary>
    public async Task<IReadOnlyList<MeasuredSurvey>> SurveysAsync(CancellationToken stop = default)
    {
        using var all = actor.SeeAll();
        var asked = await AskedAsync(null, stop);
        var ids = asked.Select(question => question.SurveyId).Distinct().ToList();
        var surveys = await db.Set<Survey>()
            .AsNoTracking()
            .Where(survey => ids.Contains(survey.Id) && (survey.Status == SurveyStatus.Open || survey.Status == SurveyStatus.Closed))
            .ToListAsync(stop);
        var editions = (await db.Set<Edition>().AsNoTracking().Where(edition => ids.Contains(edition.SurveyId)).ToListAsync(stop)).ToLookup(
            edition => edition.SurveyId
        );
        var asks = await AskedTenures.CountAsync(db, ids, stop);
        var invited = new List<(Guid Survey, string Tenure, int Count)>();
        foreach (var (survey, count) in asks)
        {
            invited.AddRange((await tenures.OfAsync(db, survey, count, stop)).Select(group => (survey, group.Tenure, group.Homes)));
        }
        var answered = await db.Set<Response>()
            .Where(one => ids.Contains(one.SurveyId))
            .GroupBy(one => one.SurveyId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        return
        [
            .. surveys
                .OrderByDescending(survey => survey.LastDay)
                .ThenBy(survey => survey.Title, StringComparer.Ordinal)
                .Select(survey => new MeasuredSurvey(
                    survey.Id,
                    survey.Title,
                    survey.OpensOn,
                    survey.LastDay,
                    survey.Status == SurveyStatus.Closed,
                    SetOf(survey),
                    asked
                        .Where(question => question.SurveyId == survey.Id)
                        .DistinctBy(question => question.Measure)
                        .ToDictionary(question => question.Measure!, Words, StringComparer.Ordinal),
                    Rewordings([.. editions[survey.Id].OrderBy(edition => edition.Number)]),
                    invited
                        .Where(group => group.Survey == survey.Id)
                        .Select(group => (Stock: MeasureAnswers.StockOf(group.Tenure), group.Count))
                        .Where(group => group.Stock is not null)
                        .GroupBy(group => group.Stock!.Value, group => group.Count)
                        .ToDictionary(group => group.Key, group => group.Sum()),
                    asks.GetValueOrDefault(survey.Id),
                    answered.GetValueOrDefault(survey.Id),
                    survey.Population
                )),
        ];
    }

    /// <summary>
    /// Another text whenever the answers to these surveys are others: a coded answer is never changed in place, but where a paper form was looked at again,
    /// and one that was forgotten while another came in shows by the time of the latest.
    /// </summary>
    public async Task<string> StampAsync(IReadOnlyCollection<Guid> surveys, CancellationToken stop = default)
    {
        using var all = actor.SeeAll();
        var answered = await db.Set<Response>()
            .Where(one => surveys.Contains(one.SurveyId))
            .GroupBy(one => one.SurveyId)
            .Select(group => new
            {
                group.Key,
                Count = group.Count(),
                Latest = group.Max(one => one.At),
            })
            .ToDictionaryAsync(group => group.Key, group => $"{group.Count},{group.Latest.UtcTicks}", stop);
        var asks = await AskedTenures.CountAsync(db, surveys, stop);
        var settled = await db.Set<PaperSheet>().CountAsync(sheet => surveys.Contains(sheet.SurveyId) && sheet.SettledAt != null, stop);
        var asked = await db.Set<Survey>()
            .Where(one => surveys.Contains(one.Id))
            .Select(one => new
            {
                one.Id,
                one.Edition,
                one.MeasureSet,
            })
            .ToListAsync(stop);
        return string.Join(
            ';',
            asked
                .OrderBy(one => one.Id)
                .Select(one =>
                    $"{one.Id},{one.Edition},{one.MeasureSet},{asks.GetValueOrDefault(one.Id)},{answered.GetValueOrDefault(one.Id)}"
                )
                .Append($"{settled}")
        );
    }

    /// <summary>What was answered in these surveys, a household once: its latest answer where it answered several.</summary>
    public async Task<MeasureAnswers> AnswersAsync(IReadOnlyCollection<Guid> surveys, CancellationToken stop = default)
    {
        using var all = actor.SeeAll();
        var sets = await db.Set<Survey>().AsNoTracking().Where(survey => surveys.Contains(survey.Id)).ToDictionaryAsync(s => s.Id, stop);
        var bySurvey = (await AskedAsync(surveys, stop)).ToLookup(question => question.SurveyId);
        var columns = surveys.ToDictionary(survey => survey, survey => new Columns(SetOf(sets[survey]), [.. bySurvey[survey]]));
        var rows = await (
            from response in db.Set<Response>().AsNoTracking()
            where surveys.Contains(response.SurveyId)
            join invitation in db.Set<Invitation>() on response.InvitationId equals invitation.Id into invitations
            from invitation in invitations.DefaultIfEmpty()
            select new
            {
                response.Id,
                response.SurveyId,
                response.HouseholdId,
                response.Channel,
                response.At,
                response.Ward,
                response.Tenure,
                response.Locality,
                response.AgeBand,
                response.HomeKind,
                response.Answers,
                response.Weight,
                Neighbourhood = invitation == null ? GroupFacts.Unknown : invitation.Neighbourhood,
                Patch = invitation == null ? GroupFacts.Unknown : invitation.Patch,
            }
        ).ToListAsync(stop);
        var kept = rows.GroupBy(row => row.HouseholdId)
            .Select(home => home.OrderByDescending(row => row.At).ThenBy(row => row.Id).First())
            // the database's order would be that in which they came in
            .OrderBy(row => row.Id.ToString("N")[20..], StringComparer.Ordinal)
            .ToList();
        var measures = columns.Values.SelectMany(one => one.Measures).Distinct().ToDictionary(code => code, _ => new byte[kept.Count]);
        var filters = columns.Values.SelectMany(one => one.Filters).Distinct().ToDictionary(code => code, _ => new byte[kept.Count]);
        for (var row = 0; row < kept.Count; row++)
        {
            columns[kept[row].SurveyId].Read(AnswerSheet.Read(kept[row].Answers), row, measures, filters);
        }
        return new(
            measures,
            filters,
            [.. kept.Select(row => MethodOf(row.Channel))],
            [
                .. kept.Select(row => new GroupFacts(row.Ward, row.Neighbourhood, row.Patch, row.Tenure, row.Locality, row.AgeBand)
                {
                    HomeKind = row.HomeKind,
                }),
            ],
            [.. kept.Select(row => MeasureAnswers.StockOf(row.Tenure))],
            [.. kept.Select(row => row.At.DayInLondon())],
            [.. kept.Select(row => row.SurveyId)],
            [.. kept.Select(row => row.HouseholdId)],
            [.. kept.Select(row => row.Weight)],
            rows.Count - kept.Count
        );
    }

    private async Task<List<Question>> AskedAsync(IReadOnlyCollection<Guid>? surveys, CancellationToken stop) =>
        await db.Set<Question>()
            // one taken out while the survey was open has answers all the same
            .IgnoreQueryFilters([Question.AskedNoMore])
            .AsNoTracking()
            .Where(question => question.Measure != null && (surveys == null || surveys.Contains(question.SurveyId)))
            .OrderBy(question => question.Retired)
            .ThenBy(question => question.Position)
            .ToListAsync(stop);

    private static RegulatorSet SetOf(Survey survey) => RegulatorSet.Find(survey.MeasureSet) ?? RegulatorSet.On(survey.OpensOn);

    private static AnswerMethod MethodOf(ResponseChannel channel) =>
        channel switch
        {
            ResponseChannel.Online => AnswerMethod.Internet,
            ResponseChannel.Paper => AnswerMethod.Postal,
            ResponseChannel.Telephone => AnswerMethod.Telephone,
            ResponseChannel.FaceToFace => AnswerMethod.FaceToFace,
            ResponseChannel.Text => AnswerMethod.Sms,
            _ => AnswerMethod.Other,
        };

    private static string Words(Question question) => $"{question.Text} [{string.Join(" / ", question.Offered.Select(o => o.Label))}]";

    private static IReadOnlyList<Rewording> Rewordings(IReadOnlyList<Edition> editions)
    {
        List<Rewording> found = [];
        foreach (var (before, after) in editions.Zip(editions.Skip(1)))
        {
            var (then, now) = (Of(before), Of(after));
            List<string> codes =
            [
                .. then
                    .Keys.Union(now.Keys)
                    .Where(code => then.GetValueOrDefault(code) != now.GetValueOrDefault(code))
                    .Order(StringComparer.Ordinal),
            ];
            if (codes.Count > 0)
            {
                found.Add(new(after.From.DayInLondon(), after.Because, codes));
            }
        }
        return found;

        static Dictionary<string, string> Of(Edition edition) =>
            edition
                .Read()
                .Where(question => question.Measure is not null && !question.Retired)
                .DistinctBy(question => question.Measure)
                .ToDictionary(question => question.Measure!, Words, StringComparer.Ordinal);
    }

    /// <summary>Where the measures and filters of one survey stand in its answers.</summary>
    private sealed class Columns
    {
        private readonly List<(string Code, Question Question)> measures = [];
        private readonly List<(string Code, Question Question, Dictionary<string, byte> Meanings)> filters = [];

        public Columns(RegulatorSet set, IReadOnlyList<Question> asked)
        {
            var filter = set.Filters.ToDictionary(one => one.Code, StringComparer.Ordinal);
            foreach (var question in asked)
            {
                if (filter.TryGetValue(question.Measure!, out var found))
                {
                    filters.Add((found.Code, question, question.Options.ToDictionary(o => o.Code, o => Meaning(found, o.Label))));
                }
                else if (set.Perception.Any(measure => measure.Code == question.Measure))
                {
                    measures.Add((question.Measure!, question));
                }
            }
        }

        public IEnumerable<string> Measures => measures.Select(one => one.Code);

        public IEnumerable<string> Filters => filters.Select(one => one.Code);

        public void Read(AnswerSheet sheet, int row, Dictionary<string, byte[]> answers, Dictionary<string, byte[]> said)
        {
            foreach (var (code, question) in measures)
            {
                if (sheet.Of(question) is [var given, ..] && answers[code][row] == 0)
                {
                    answers[code][row] =
                        given is ['1' or '2' or '3' or '4' or '5'] ? (byte)(given[0] - '0')
                        : question.Options.Exists(option => option.Code == given && option.NotApplicable) ? MeasureAnswers.NotApplicable
                        : (byte)0;
                }
            }
            foreach (var (code, question, meanings) in filters)
            {
                if (sheet.Of(question) is [var given, ..] && said[code][row] == 0)
                {
                    said[code][row] = meanings.GetValueOrDefault(given);
                }
            }
        }

        private static byte Meaning(FilterQuestion filter, string label) =>
            label == filter.ContinueOn ? MeasureAnswers.LeadsOn
            : label == "No" || (filter.Answers.Count > 1 && label == filter.Answers[1]) ? MeasureAnswers.LeadsPast
            : MeasureAnswers.NotKnown;
    }
}
