// The questions of one survey in their order, and the rules that hold between them.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires.Measures;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires;

internal sealed class Questionnaire(Survey survey, IEnumerable<Question> questions)
{
    public const int MostQuestions = 100;

    private readonly List<Question> inOrder = [.. questions.Where(question => !question.Retired).OrderBy(question => question.Position)];
    private readonly List<Question> retired = [.. questions.Where(question => question.Retired)];
    private readonly MeasureSet measures = MeasureSet.Of(survey);

    public Survey Survey => survey;

    public IReadOnlyList<Question> Questions => inOrder;

    /// <summary>No longer asked; their answers stay counted, and their keys are never used again.</summary>
    public IReadOnlyList<Question> Retired => retired;

    /// <summary>The survey's questionnaire, tracked; null where there is no such survey.</summary>
    public static async Task<Questionnaire?> LoadAsync(HearthDb db, Guid surveyId, CancellationToken stop = default) =>
        await db.Set<Survey>().IgnoreQueryFilters([Survey.Copies]).FirstOrDefaultAsync(survey => survey.Id == surveyId, stop) is { } survey
            ? new(
                survey,
                await db.Set<Question>()
                    .IgnoreQueryFilters([Question.AskedNoMore])
                    .Where(question => question.SurveyId == surveyId)
                    .ToListAsync(stop)
            )
            : null;

    /// <summary>The regulator's measures that hold for it.</summary>
    public MeasureSet Measures => measures;

    public Question? Find(Guid id) => inOrder.Find(question => question.Id == id);

    /// <summary>“Question 3, ‘Why?’”, as refusals name it.</summary>
    public string Named(Question question)
    {
        var text = question.Text.Length <= 60 ? question.Text : question.Text[..57].TrimEnd() + "…";
        return $"Question {inOrder.IndexOf(question) + 1}, “{text}”";
    }

    /// <summary>Questions that are shown only after an answer to this one.</summary>
    public IEnumerable<Question> DependingOn(Question question) => inOrder.Where(other => other.ShowIfQuestionId == question.Id);

    /// <summary>Earlier questions that a rule of this one can look at: those answered by choosing.</summary>
    public IReadOnlyList<Question> CanDependOn(Question question) => [.. inOrder.TakeWhile(other => other != question).Where(IsChosenFrom)];

    /// <summary>Adds a question of one's own at the end.</summary>
    public Outcome<Question> Add(QuestionDraft draft)
    {
        List<Refusal> refusals = [.. new[] { survey.QuestionsLocked() }.OfType<Refusal>(), .. draft.Faults()];
        if (inOrder.Count >= MostQuestions)
        {
            refusals.Add(new TooManyQuestions());
        }
        if (refusals.Count > 0)
        {
            return refusals;
        }
        var number =
            inOrder
                .Concat(retired)
                .Select(question => question.Key.StartsWith('q') && int.TryParse(question.Key[1..], out var n) ? n : 0)
                .DefaultIfEmpty(0)
                .Max() + 1;
        var made = new Question { SurveyId = survey.Id, Key = $"q{number}" };
        Write(made, draft);
        inOrder.Add(made);
        Number();
        return made;
    }

    /// <summary>Changes a question of one's own.</summary>
    public IReadOnlyList<Refusal> Change(Question question, QuestionDraft draft)
    {
        List<Refusal> refusals = [.. new[] { survey.QuestionsLocked() }.OfType<Refusal>()];
        if (question.Measure is { } measure)
        {
            refusals.Add(new WordingIsLocked(measure));
            return refusals;
        }
        refusals.AddRange(draft.Faults());
        draft = draft with { Live = survey.RevisionOf is not null };
        var after = draft.OptionsFrom(question.Options);
        foreach (var other in DependingOn(question))
        {
            var lost = question.Options.FirstOrDefault(option =>
                other.ShowIfCodes.Contains(option.Code) && after.TrueForAll(o => o.Code != option.Code)
            );
            if (lost is not null)
            {
                refusals.Add(new ChoiceIsNeeded(lost.Label, Named(other)));
            }
        }
        if (refusals.Count == 0)
        {
            Write(question, draft);
        }
        return refusals;
    }

    /// <summary>Moves a question one place up or down. At the end of the list nothing happens.</summary>
    public Refusal? Move(Question question, bool up)
    {
        if (survey.QuestionsLocked() is { } locked)
        {
            return locked;
        }
        var from = inOrder.IndexOf(question);
        var to = up ? from - 1 : from + 1;
        if (to < 0 || to >= inOrder.Count)
        {
            return null;
        }
        List<Question> moved = [.. inOrder];
        (moved[from], moved[to]) = (moved[to], moved[from]);
        var (first, second) = up ? (question, inOrder[to]) : (inOrder[to], question);
        if (first.ShowIfQuestionId == second.Id)
        {
            return new WouldComeFirst(Named(first), Named(second));
        }
        if (MeasureOrder.Broken(moved, measures) is { } broken && MeasureOrder.Broken(inOrder, measures) is null)
        {
            return broken;
        }
        (inOrder[from], inOrder[to]) = (inOrder[to], inOrder[from]);
        Number();
        return null;
    }

    /// <summary>Takes a question out; the caller deletes it.</summary>
    public Refusal? Remove(Question question)
    {
        if (survey.QuestionsLocked() is { } locked)
        {
            return locked;
        }
        if (DependingOn(question).FirstOrDefault() is { } needs)
        {
            return new QuestionIsNeeded(Named(needs));
        }
        inOrder.Remove(question);
        if (survey.RevisionOf is not null)
        {
            // people have answered it: its key and its words are kept
            question.Retired = true;
            retired.Add(question);
        }
        Number();
        return null;
    }

    /// <summary>The questions once more, for another survey: same keys and codes, rules among themselves.</summary>
    public IReadOnlyList<Question> CopyFor(Guid other)
    {
        List<Question> all = [.. inOrder, .. retired];
        var ids = all.ToDictionary(question => question.Id, _ => Guid.CreateVersion7());
        return
        [
            .. all.Select(question => new Question
            {
                Id = ids[question.Id],
                SurveyId = other,
                Key = question.Key,
                Position = question.Position,
                Kind = question.Kind,
                Text = question.Text,
                Help = question.Help,
                Required = question.Required,
                Measure = question.Measure,
                Options = [.. question.Options],
                Rows = [.. question.Rows],
                ShowIfQuestionId = question.ShowIfQuestionId is { } on ? ids[on] : null,
                ShowIfCodes = [.. question.ShowIfCodes],
                Least = question.Least,
                Most = question.Most,
                Retired = question.Retired,
            }),
        ];
    }

    /// <summary>Shows a question only to people who gave one of these answers; to everyone where <paramref name="on"/> is null.</summary>
    public Refusal? ShowOnlyIf(Question question, Question? on, IReadOnlyList<string> codes)
    {
        if (survey.QuestionsLocked() is { } locked)
        {
            return locked;
        }
        if (question.Measure is { } measure)
        {
            return new FilterIsFixed(measure);
        }
        if (on is null)
        {
            (question.ShowIfQuestionId, question.ShowIfCodes) = (null, []);
            return null;
        }
        if (inOrder.IndexOf(on) >= inOrder.IndexOf(question))
        {
            return new RuleOnLaterQuestion();
        }
        if (!IsChosenFrom(on))
        {
            return new RuleNeedsChoices();
        }
        List<string> known = [.. on.Options.Select(option => option.Code).Where(codes.Contains)];
        if (known.Count == 0)
        {
            return new RuleNeedsAnAnswer();
        }
        (question.ShowIfQuestionId, question.ShowIfCodes) = (on.Id, known);
        return null;
    }

    /// <summary>Adds measures in the regulator's order, each filter with them, asked once; returns what was added.</summary>
    public Outcome<IReadOnlyList<Question>> AddMeasures(IReadOnlyCollection<string> codes, string landlord)
    {
        List<Refusal> refusals = [.. new[] { survey.QuestionsLocked() }.OfType<Refusal>()];
        if (codes.Count == 0)
        {
            refusals.Add(new NoMeasureChosen());
        }
        refusals.AddRange(codes.Where(code => measures.Find(code) is null).Select(code => new UnknownMeasure(code)));
        refusals.AddRange(
            codes.Where(code => inOrder.Exists(question => question.Measure == code)).Select(code => new MeasureAlreadyThere(code))
        );
        refusals.AddRange(
            codes.Where(code => retired.Exists(question => question.Measure == code)).Select(code => new MeasureWasTakenOut(code))
        );
        if (refusals.Count > 0)
        {
            return refusals;
        }
        List<Question> added = [];
        foreach (var measure in measures.Measures.Where(measure => codes.Contains(measure.Code)))
        {
            var filter = measure.Filter is { } asked ? FilterOf(asked, landlord, added) : null;
            var (text, options) = PrescribedWording.Of(measure, landlord);
            added.Add(
                Insert(
                    new Question
                    {
                        SurveyId = survey.Id,
                        Key = measure.Code.ToLowerInvariant(),
                        Kind = QuestionKind.Scale,
                        Measure = measure.Code,
                        Text = text,
                        Options = [.. options],
                        ShowIfQuestionId = filter?.Id,
                        ShowIfCodes = filter is null
                            ? []
                            : [filter.Options.First(option => option.Label == measure.Filter!.ContinueOn).Code],
                    }
                )
            );
        }
        Number();
        return added;
    }

    private static bool IsChosenFrom(Question question) =>
        question.Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice or QuestionKind.Scale;

    private Question FilterOf(MeasureFilter filter, string landlord, List<Question> added)
    {
        if (retired.Find(question => question.Measure == filter.Code) is { } back)
        {
            (back.Retired, _) = (false, retired.Remove(back));
            return Insert(back);
        }
        if (inOrder.Find(question => question.Measure == filter.Code) is { } there)
        {
            return there;
        }
        var (text, options) = PrescribedWording.Of(filter, landlord);
        var made = Insert(
            new Question
            {
                SurveyId = survey.Id,
                Key = filter.Code.ToLowerInvariant(),
                Kind = QuestionKind.SingleChoice,
                Measure = filter.Code,
                Text = text,
                Options = [.. options],
            }
        );
        added.Add(made);
        return made;
    }

    // After the last measure that comes before it; before everything else where there is none.
    private Question Insert(Question question)
    {
        var order = measures.OrderOf(question.Measure);
        inOrder.Insert(inOrder.FindLastIndex(other => measures.OrderOf(other.Measure) < order) + 1, question);
        return question;
    }

    private void Write(Question question, QuestionDraft draft)
    {
        question.Kind = draft.Kind;
        question.Text = draft.Text.Trim();
        question.Help = string.IsNullOrWhiteSpace(draft.Help) ? null : draft.Help.Trim();
        question.Required = draft.Required;
        var (options, rows) = (draft.OptionsFrom(question.Options), draft.RowsFrom(question.Rows));
        if (survey.RevisionOf is not null)
        {
            // what people have chosen before stays known
            options.AddRange(
                question.Options.Where(old => options.TrueForAll(o => o.Code != old.Code)).Select(old => old with { Retired = true })
            );
            rows.AddRange(question.Rows.Where(old => rows.TrueForAll(r => r.Code != old.Code)).Select(old => old with { Retired = true }));
        }
        (question.Options, question.Rows) = (options, rows);
        question.Least = draft.Kind == QuestionKind.Number ? draft.Least : null;
        question.Most = draft.Kind is QuestionKind.Number or QuestionKind.Ranking ? draft.Most : null;
    }

    private void Number()
    {
        for (var at = 0; at < inOrder.Count; at++)
        {
            inOrder[at].Position = at + 1;
        }
        survey.Touch();
    }
}
