// Puts a new version of an open survey's questions in use: all at once, with the old one kept, and no answer touched.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires.Editions.ChangeLive;

internal sealed record NothingChanged() : Refusal("Nothing has changed yet. Change a question first");

internal sealed record WhyMissing() : Refusal("Enter why the questions change. It stands beside the results", "Because");

internal sealed record WhyTooLong() : Refusal("The reason must be 300 letters or fewer", "Because");

internal sealed record NothingLeftToAsk() : Refusal("Keep at least one question");

internal sealed class UseEdition(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid id, string? because, CancellationToken stop = default)
    {
        var (live, copy) = await PairAsync(db, id, stop);
        if (live is null || copy is null)
        {
            return [new SurveyNotFound()];
        }
        if (live.Survey.Status != SurveyStatus.Open)
        {
            return [new OnlyWhileOpen()];
        }
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(because))
        {
            refusals.Add(new WhyMissing());
        }
        if (because?.Length > 300)
        {
            refusals.Add(new WhyTooLong());
        }
        if (copy.Questions.Count == 0)
        {
            refusals.Add(new NothingLeftToAsk());
        }
        if (Changes.Between(live.Questions, copy.Questions).Count == 0)
        {
            refusals.Add(new NothingChanged());
        }
        if (refusals.Count > 0)
        {
            return refusals;
        }
        var now = time.GetUtcNow();
        if (live.Survey.Edition == 1)
        {
            db.Add(Record(live, 1, live.Survey.OpenedAt ?? live.Survey.CreatedAt, ""));
        }
        Take(live, copy);
        live.Survey.Edition++;
        live.Survey.Touch();
        db.Add(Record(new Questionnaire(live.Survey, [.. Everything(live)]), live.Survey.Edition, now, because!.Trim()));
        db.RemoveRange(copy.Questions);
        db.RemoveRange(copy.Retired);
        db.Remove(copy.Survey);
        audit.Write("UseSurveyVersion", "survey", id, $"version {live.Survey.Edition}: {because.Trim()}");
        return await db.TrySaveAsync(stop);
    }

    /// <summary>The survey and its working copy, each null where there is none.</summary>
    public static async Task<(Questionnaire? Live, Questionnaire? Copy)> PairAsync(HearthDb db, Guid id, CancellationToken stop)
    {
        var live = await Questionnaire.LoadAsync(db, id, stop);
        return live is null or { Survey.IsWorkingCopy: true } ? (null, null)
            : await StartChange.WorkingCopyAsync(db, id, stop) is { } copy ? (live, await Questionnaire.LoadAsync(db, copy.Id, stop))
            : (live, null);
    }

    private Edition Record(Questionnaire questionnaire, int number, DateTimeOffset from, string because) =>
        new()
        {
            SurveyId = questionnaire.Survey.Id,
            Number = number,
            From = from,
            MadeBy = number == 1 ? "" : actor.Name,
            Because = because,
            Questions = Edition.Write(questionnaire.Questions),
        };

    private static IEnumerable<Question> Everything(Questionnaire questionnaire) => [.. questionnaire.Questions, .. questionnaire.Retired];

    // By key, so that every answer given so far still finds its question.
    private void Take(Questionnaire live, Questionnaire copy)
    {
        var here = Everything(live).ToDictionary(question => question.Key, StringComparer.Ordinal);
        var keyOf = Everything(copy).ToDictionary(question => question.Id, question => question.Key);
        var idOf = here.ToDictionary(pair => pair.Key, pair => pair.Value.Id, StringComparer.Ordinal);
        foreach (var question in copy.Questions.Where(question => !here.ContainsKey(question.Key)))
        {
            idOf[question.Key] = Guid.CreateVersion7();
        }
        foreach (var question in Everything(copy))
        {
            if (!here.TryGetValue(question.Key, out var its))
            {
                if (question.Retired)
                {
                    continue;
                }
                its = new Question
                {
                    Id = idOf[question.Key],
                    SurveyId = live.Survey.Id,
                    Key = question.Key,
                    Measure = question.Measure,
                };
                here.Add(question.Key, its);
                db.Add(its);
            }
            its.Kind = question.Kind;
            its.Position = question.Position;
            its.Text = question.Text;
            its.Help = question.Help;
            its.Required = question.Required;
            its.Options = [.. question.Options];
            its.Rows = [.. question.Rows];
            its.Least = question.Least;
            its.Most = question.Most;
            its.ShowIfQuestionId = question.ShowIfQuestionId is { } on ? idOf[keyOf[on]] : null;
            its.ShowIfCodes = [.. question.ShowIfCodes];
            its.Retired = question.Retired;
        }
    }
}
