// What doors and calls hold on a person, and how they forget them: tries and answers set aside are deleted, claims lead to nobody.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Fieldwork;

internal sealed class FieldworkHeld(HearthDb db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } = [typeof(Attempt), typeof(AnswersSetAside), typeof(HouseholdClaim)];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop)
    {
        var tries = await (
            from attempt in db.Set<Attempt>().AsNoTracking()
            join invitation in db.Set<Invitation>() on attempt.InvitationId equals invitation.Id
            join survey in db.Set<Survey>() on attempt.SurveyId equals survey.Id
            where invitation.PersonId == personId
            orderby attempt.At
            select new { attempt, survey.Title }
        ).ToListAsync(stop);
        var aside = await (
            from kept in db.Set<AnswersSetAside>().AsNoTracking()
            join invitation in db.Set<Invitation>() on kept.InvitationId equals invitation.Id
            join survey in db.Set<Survey>() on kept.SurveyId equals survey.Id
            where invitation.PersonId == personId
            orderby kept.CameAt
            select new { kept, survey.Title }
        ).ToListAsync(stop);
        var items = tries
            .Select(x => new HeldItem(
                $"{(x.attempt.Way == AttemptWay.Door ? "We came to your door" : "We rang you")}: {x.Title}",
                AttemptWords.Name(x.attempt.Outcome, x.attempt.Way) + (x.attempt.Note is null ? "" : $". {x.attempt.Note}"),
                x.attempt.At
            ))
            .ToList();
        foreach (var one in aside)
        {
            var questions = await db.Set<Question>().AsNoTracking().Where(q => q.SurveyId == one.kept.SurveyId).ToListAsync(stop);
            items.Add(
                new(
                    $"Answers kept apart, not counted ({AsideWords.Of(one.kept.Why)}): {one.Title}",
                    string.Join('\n', SaidIn(questions, one.kept.Answers).Select(said => $"{said.Question.Text} {said.Words}")),
                    one.kept.CameAt
                )
            );
        }
        return items;
    }

    public async Task ForgetAsync(Guid personId, CancellationToken stop)
    {
        var ids = await db.Set<Invitation>().Where(i => i.PersonId == personId).Select(i => i.Id).ToListAsync(stop);
        db.RemoveRange(await db.Set<Attempt>().Where(a => ids.Contains(a.InvitationId)).ToListAsync(stop));
        db.RemoveRange(await db.Set<AnswersSetAside>().Where(a => ids.Contains(a.InvitationId)).ToListAsync(stop));
        db.RemoveRange(await db.Set<HouseholdClaim>().Where(c => ids.Contains(c.InvitationId)).ToListAsync(stop));
    }

    /// <summary>What was said, in the order of the questions; answers that fit no question are left out.</summary>
    public static IReadOnlyList<(Question Question, string Words)> SaidIn(IReadOnlyList<Question> questions, string answers)
    {
        var sheet = AnswerSheet.Read(answers);
        var said = new List<(Question, string)>();
        foreach (var question in questions.OrderBy(q => q.Position).Where(sheet.HasAnswered))
        {
            var given = GivenValues.Read(question, sheet.Of(question));
            said.Add((question, given.Error is null ? AnswerWords.Of(question, given.Values) : string.Join(", ", sheet.Of(question))));
        }
        return said;
    }
}
