// Makes a new draft with the questions of a survey: the way to ask again, or to change what an open survey asks.
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires.CopySurvey;

internal sealed class CopySurvey(HearthDb db, AuditTrail audit, TimeProvider time, Translations.Translations translations)
{
    public async Task<Outcome<Survey>> RunAsync(Guid id, SurveyDetails details, CancellationToken stop = default)
    {
        if (await Questionnaire.LoadAsync(db, id, stop) is not { } source)
        {
            return new SurveyNotFound();
        }
        var copy = new Survey { CreatedAt = time.GetUtcNow(), Audience = source.Survey.Audience };
        details.WriteTo(copy);
        var faults = copy.Faults().ToList();
        if (faults.Count > 0)
        {
            return faults;
        }
        db.Add(copy);
        db.AddRange(source.CopyFor(copy.Id).Where(question => !question.Retired));
        if (await db.Set<Ladder>().AsNoTracking().FirstOrDefaultAsync(ladder => ladder.SurveyId == id, stop) is { } asks)
        {
            db.Add(
                new Ladder
                {
                    SurveyId = copy.Id,
                    Rungs = [.. asks.Rungs],
                    State = asks.State == LadderState.Off ? LadderState.Off : LadderState.Climbing,
                }
            );
        }
        await translations.CopyAsync(source.Survey.Stands, copy, source.Survey.Languages, stop);
        audit.Write("CopySurvey", "survey", copy.Id, $"from {source.Survey.Id}");
        await db.SaveChangesAsync(stop);
        return copy;
    }
}
