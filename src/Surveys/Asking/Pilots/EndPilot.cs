// Stops a try-out; or, where the questions are still the same, counts its answers with the others because an officer chose so.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Editions;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.Pilots;

internal sealed class EndPilot(HearthDb db, AuditTrail audit, Outbox outbox, TimeProvider time)
{
    /// <summary>Takes no more answers.</summary>
    public async Task StopAsync(Guid survey, CancellationToken stop = default)
    {
        var running = await db.Set<Survey>()
            .IgnoreQueryFilters([Survey.Copies])
            .Where(s => s.PilotOf == survey && s.Status == SurveyStatus.Open)
            .ToListAsync(stop);
        foreach (var pilot in running)
        {
            (pilot.Status, pilot.ClosedAt) = (SurveyStatus.Closed, time.GetUtcNow());
            pilot.Touch();
        }
        audit.Write("StopPilot", "survey", survey);
        await db.TrySaveAsync(stop);
    }

    /// <summary>
    /// Copies the answers of a try-out to the homes' own invitations, once, for those that have not answered since. The answers of the
    /// try-out stay where they are. Gives how many.
    /// </summary>
    public async Task<Outcome<int>> CountAsync(Guid surveyId, Guid pilotId, CancellationToken stop = default)
    {
        var live = await Questionnaire.LoadAsync(db, surveyId, stop);
        var pilot = await Questionnaire.LoadAsync(db, pilotId, stop);
        if (live is null || pilot?.Survey.PilotOf != surveyId)
        {
            return new SurveyNotFound();
        }
        if (live.Survey.Status != SurveyStatus.Open)
        {
            return new NotYetOpen();
        }
        if (!IsTheSame(live, pilot))
        {
            return new QuestionsHaveChanged();
        }
        var homes = await (
            from tried in db.Set<Response>()
            where tried.SurveyId == pilotId
            join asked in db.Set<Invitation>() on tried.HouseholdId equals asked.HouseholdId
            where asked.SurveyId == surveyId && asked.PersonId != null && !db.Set<Response>().Any(r => r.InvitationId == asked.Id)
            select new { Tried = tried, Asked = asked }
        )
            .AsNoTracking()
            .ToListAsync(stop);
        var idOf = live.Questions.ToDictionary(question => question.Key, question => question.Id, StringComparer.Ordinal);
        var newId = pilot.Questions.ToDictionary(question => question.Id, question => idOf[question.Key]);
        foreach (var home in homes)
        {
            var counted = Response.To(
                home.Asked,
                home.Tried.Channel,
                home.Tried.At,
                AnswerSheet.Read(home.Tried.Answers),
                live.Questions,
                edition: live.Survey.Edition
            );
            db.Add(counted);
            var said = await db.Set<Comment>().AsNoTracking().Where(c => c.ResponseId == home.Tried.Id).ToListAsync(stop);
            db.AddRange(
                said.Select(words => new Comment
                {
                    SurveyId = surveyId,
                    ResponseId = counted.Id,
                    QuestionId = newId[words.QuestionId],
                    Text = words.Text,
                    Language = words.Language,
                })
            );
        }
        audit.Write("CountPilot", "survey", surveyId, $"{homes.Count} homes");
        await db.SaveChangesAsync(stop);
        await outbox.CancelAsync(surveyId, [.. homes.Select(home => home.Asked.PersonId!.Value).Distinct()], stop);
        return homes.Count;
    }

    /// <summary>Whether both ask the same, question for question; answers with files stay apart, for a file belongs to one answer.</summary>
    public static bool IsTheSame(Questionnaire live, Questionnaire pilot) =>
        Changes.Between(pilot.Questions, live.Questions).Count == 0 && !live.Questions.Any(question => question.IsFile);
}
