// The homes that a survey speaks for, who of them is left out, and who will not be asked although they count.
using System.Text.Json;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling;

/// <param name="Homes">Running tenancies of the stock that the survey is for, one a household.</param>
/// <param name="Reasons">Households left out, of any stock; empty for a survey that asks none of the regulator's measures.</param>
/// <param name="Within">Where the survey is for some of the stock only: in words.</param>
internal sealed record RelevantPopulation(
    StockType Stock,
    IReadOnlyList<AudienceMember> Homes,
    IReadOnlyDictionary<Guid, LeftOutReason> Reasons,
    string? Within
)
{
    /// <summary>Those that may be drawn.</summary>
    public IReadOnlyList<AudienceMember> Frame { get; } = [.. Homes.Where(home => !Reasons.ContainsKey(home.HouseholdId))];

    public IReadOnlyList<LeftOutCount> LeftOut =>
        [
            .. Homes
                .Where(home => Reasons.ContainsKey(home.HouseholdId))
                .CountBy(home => LeftOutOfSurveys.NameOf(Reasons[home.HouseholdId]))
                .OrderBy(reason => reason.Key, StringComparer.Ordinal)
                .Select(reason => new LeftOutCount(reason.Key, reason.Value)),
        ];

    public string LeftOutJson => JsonSerializer.Serialize(LeftOut);

    /// <summary>They count, and are not asked: a non-response.</summary>
    public NotAsked OptedOut =>
        new(
            Frame.Count(home => home.DoNotContact),
            Frame.Count(home => !home.DoNotContact && home.Refused.Contains(MessageKind.Surveys)),
            Frame.Count(home => !home.DoNotContact && !home.Refused.Contains(MessageKind.Surveys) && Reach.WayTo(home) is null)
        );
}

internal sealed class PopulationReader(HearthDb db, Audience audience, LeftOutOfSurveys leftOut)
{
    /// <summary>The population of a stock, of those whom the survey is for in everything but tenure.</summary>
    public async Task<RelevantPopulation> OfAsync(Survey survey, StockType stock, CancellationToken stop)
    {
        var filter = AudienceOf(survey, stock);
        var homes = await audience.ListAsync(filter, stop);
        var wider = filter with { Tenures = [] };
        return new(
            stock,
            [.. homes.DistinctBy(home => home.HouseholdId)],
            await LeftOutAsync(survey.Id, stop),
            WhoIsAsked.IsEveryone(wider) ? null : WhoIsAsked.Words(wider)
        );
    }

    /// <summary>Whom the survey asks once it is for this stock.</summary>
    public static AudienceFilter AudienceOf(Survey survey, StockType stock) =>
        WhoIsAsked.Read(survey.Audience) with
        {
            Tenures = Stocks.TenuresOf(stock),
        };

    /// <summary>Households left out of this survey: only of one that asks the regulator's measures.</summary>
    public async Task<IReadOnlyDictionary<Guid, LeftOutReason>> LeftOutAsync(Guid survey, CancellationToken stop) =>
        await IsMeasuredAsync(survey, stop) ? await leftOut.AllAsync(stop) : new Dictionary<Guid, LeftOutReason>();

    public Task<bool> IsMeasuredAsync(Guid survey, CancellationToken stop) =>
        db.Set<Question>().AnyAsync(question => question.SurveyId == survey && question.Measure != null, stop);
}
