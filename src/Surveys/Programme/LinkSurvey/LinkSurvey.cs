// Gives a cycle its survey: one that is there, or a draft made from the cycle; or takes it off again.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Programme.LinkSurvey;

internal sealed class LinkSurvey(HearthDb db, AuditTrail audit, TimeProvider time)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid id, Guid surveyId, CancellationToken stop = default)
    {
        if (await db.CycleAsync(id, stop) is not { } found)
        {
            return [new CycleNotFound()];
        }
        var (year, cycle, _) = found;
        if (cycle.SurveyId is not null)
        {
            return [new HasASurveyAlready()];
        }
        if (!await db.Set<Survey>().AnyAsync(s => s.Id == surveyId, stop))
        {
            return [new NoSurveyChosen()];
        }
        if (await db.Set<Cycle>().FirstOrDefaultAsync(c => c.SurveyId == surveyId, stop) is { } other)
        {
            return [new SurveyTaken(other.Title)];
        }
        cycle.SurveyId = surveyId;
        audit.Write("LinkSurvey", "cycle", id, $"survey {surveyId}");
        return await db.SaveYearAsync(year, stop);
    }

    /// <summary>A draft with the cycle's topic and days, for the group that is happy to be asked.</summary>
    public async Task<Outcome<Guid>> DraftAsync(Guid id, CancellationToken stop = default)
    {
        if (await db.CycleAsync(id, stop) is not { } found)
        {
            return new CycleNotFound();
        }
        var (year, cycle, _) = found;
        if (cycle.SurveyId is not null)
        {
            return new HasASurveyAlready();
        }
        if (cycle.Topic.Length == 0)
        {
            return new NoTopicForADraft();
        }
        var survey = new Survey
        {
            Title = cycle.Topic,
            OpensOn = cycle.StartsOn,
            ClosesOn = cycle.ClosesOn,
            TellWithinDays = cycle.TellBy.DayNumber - cycle.ClosesOn.DayNumber,
            Audience = WhoIsAsked.Write(new AudienceFilter { OnlyTenantLink = true }),
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(survey);
        cycle.SurveyId = survey.Id;
        audit.Write("CreateSurvey", "survey", survey.Id, survey.Title);
        audit.Write("LinkSurvey", "cycle", id, $"survey {survey.Id}, a draft made from it");
        var refusals = await db.SaveYearAsync(year, stop);
        return refusals.Count > 0 ? (List<Refusal>)[.. refusals] : survey.Id;
    }

    public async Task<IReadOnlyList<Refusal>> TakeOffAsync(Guid id, CancellationToken stop = default)
    {
        if (await db.CycleAsync(id, stop) is not { } found)
        {
            return [new CycleNotFound()];
        }
        var (year, cycle, _) = found;
        if (cycle.SurveyId is not { } survey)
        {
            return [];
        }
        cycle.SurveyId = null;
        audit.Write("TakeSurveyOff", "cycle", id, $"survey {survey}");
        return await db.SaveYearAsync(year, stop);
    }
}
