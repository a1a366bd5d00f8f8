// A questionnaire as it went out: its introduction, its messages, its questions in order. What must be published beside the figures.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Measures;
using Hearth.Surveys.Questionnaires.Translations;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Public;

/// <summary>A question as tenants read it.</summary>
/// <param name="Measure">The regulator's code where its words are prescribed: TP01, TP02-filter.</param>
/// <param name="AskedIf">“Only if question 2 was answered: Yes”; null where everybody was asked.</param>
/// <param name="Answers">The choices in their order; none where it was answered in words.</param>
public sealed record QuestionAsSent(int Number, string Text, string? Help, string? Measure, string? AskedIf, IReadOnlyList<string> Answers);

/// <summary>What a home was sent or told, by one way. Names and codes stand in square brackets.</summary>
public sealed record MessageAsSent(string Way, string Subject, string Body);

/// <summary>One survey, as it was put to people.</summary>
/// <param name="Ways">“E-mail; after 5 days a text”: how those who stayed silent were asked.</param>
/// <param name="Ladder">The ways by which homes were asked, in order: Email, Text, Letter, Telephone, Door.</param>
/// <param name="Languages">It could be read in beside English.</param>
/// <param name="StoppedBecause">Why it ended before its last day; null where it ran to the end.</param>
/// <param name="Versions">How often its questions were changed while it was open, and one.</param>
/// <param name="WordedOtherwise">The regulator's codes of questions that do not stand in the words of the pinned set, or that it asks out of their order.</param>
/// <param name="InOther">In the languages it could be read in; null where nobody kept them.</param>
/// <param name="LandlordNames">The names that stand in the prescribed questions: one, unless somebody wrote another.</param>
public sealed record QuestionnaireAsSent(
    Guid SurveyId,
    string Title,
    string Introduction,
    string? MeasureSet,
    DateOnly OpensOn,
    DateOnly LastDay,
    string Ways,
    IReadOnlyList<string> Ladder,
    IReadOnlyList<string> Languages,
    string? StoppedBecause,
    int Versions,
    IReadOnlyList<string> WordedOtherwise,
    IReadOnlyList<string> LandlordNames,
    IReadOnlyList<QuestionAsSent> Questions,
    IReadOnlyList<MessageAsSent> Messages,
    IReadOnlyList<QuestionnaireInLanguage>? InOther = null
);

/// <summary>What of a survey could be read in another language than English.</summary>
/// <param name="Language">As BCP 47 writes it: <c>pl</c>.</param>
/// <param name="Title">Null where it was English.</param>
/// <param name="Introduction">Null where it was English.</param>
/// <param name="Checked">Somebody who reads the language has checked all of it.</param>
/// <param name="Questions">Those that are translated whole.</param>
public sealed record QuestionnaireInLanguage(
    string Language,
    string? Title,
    string? Introduction,
    bool Checked,
    IReadOnlyList<QuestionInLanguage> Questions
);

/// <summary>A question in another language.</summary>
/// <param name="Number">The one it has in English.</param>
/// <param name="OnlyIf">It was asked only of those who answered this question so.</param>
/// <param name="OnlyIfAnswers">Those answers.</param>
public sealed record QuestionInLanguage(
    int Number,
    string Text,
    string? Help,
    IReadOnlyList<string> Answers,
    int? OnlyIf,
    IReadOnlyList<string> OnlyIfAnswers
);

public sealed class QuestionnaireReader
{
    private static readonly Channel[] Written = [Channel.Email, Channel.Text, Channel.Letter, Channel.Telephone, Channel.Door];

    private readonly HearthDb db;
    private readonly WordsOfSurveys words;
    private readonly LaddersOfSurveys ladders;
    private readonly Translations translations;

    internal QuestionnaireReader(HearthDb db, WordsOfSurveys words, LaddersOfSurveys ladders, Translations translations) =>
        (this.db, this.words, this.ladders, this.translations) = (db, words, ladders, translations);

    /// <summary>As it was put to people, or null where there is no such survey.</summary>
    public async Task<QuestionnaireAsSent?> OfAsync(Guid surveyId, CancellationToken stop = default)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == surveyId, stop) is not { } survey)
        {
            return null;
        }
        var questions = await db.Set<Question>().AsNoTracking().Where(q => q.SurveyId == surveyId).ToListAsync(stop);
        var questionnaire = new Questionnaire(survey, questions);
        var ladder = await ladders.OfAsync(survey, stop);
        var messages = await words.OfAsync(survey, stop);
        // where nobody was asked again, everybody was asked once by the first of the ways that reached them
        var rungs = ladder.Rungs.Count > 0 ? ladder.Rungs : [.. Ladder.Usual];
        var ways = Written.Where(way => rungs.Any(rung => rung.Channel == way)).ToList();
        var (otherwise, names) = PrescribedWording.Otherwise(questionnaire);
        return new(
            survey.Id,
            survey.Title,
            survey.Introduction,
            survey.MeasureSet,
            survey.OpensOn,
            survey.LastDay,
            ladder.State == LadderState.Off ? "" : Ladder.Words(ladder.Rungs),
            [.. ladder.Asks.Select(rung => rung.Channel.ToString())],
            [.. survey.Languages],
            survey.StoppedBecause,
            survey.Edition,
            otherwise,
            names,
            [.. questionnaire.Questions.Select((question, at) => Asked(questionnaire, question, at + 1))],
            [.. ways.Select(way => Sent(messages.Example(way)))],
            await InOtherAsync(questionnaire, stop)
        );
    }

    private async Task<IReadOnlyList<QuestionnaireInLanguage>> InOtherAsync(Questionnaire all, CancellationToken stop)
    {
        List<QuestionnaireInLanguage> found = [];
        foreach (var language in all.Survey.Languages)
        {
            if (await translations.InAsync(all.Survey, language, stop) is not { } read)
            {
                continue;
            }
            string? Own(string key, string source) => read.Of(key, source) is var (text, tongue) && tongue != Tongue.Source ? text : null;
            var (title, introduction) = (Own(Parts.Title, all.Survey.Title), Own(Parts.Introduction, all.Survey.Introduction));
            var questions = all
                .Questions.Select((question, at) => (Question: question, Number: at + 1))
                .Where(one => read.Has(one.Question))
                .ToList();
            if (title is null && introduction is null && questions.Count == 0)
            {
                continue;
            }
            found.Add(
                new(
                    language,
                    title,
                    introduction,
                    questions.All(one => read.IsChecked(one.Question)),
                    [.. questions.Select(one => InLanguage(all, read, one.Question, one.Number))]
                )
            );
        }
        return found;
    }

    private static QuestionInLanguage InLanguage(Questionnaire all, TranslatedSurvey read, Question question, int number)
    {
        var words = read.Of(question);
        var earlier = question.ShowIfQuestionId is { } id ? all.Find(id) : null;
        return new(
            number,
            words.Text,
            words.Help,
            Answers(words),
            earlier is null ? null : all.Questions.ToList().IndexOf(earlier) + 1,
            earlier is null
                ? []
                : [.. read.Of(earlier).Options.Where(option => question.ShowIfCodes.Contains(option.Code)).Select(option => option.Label)]
        );
    }

    private static QuestionAsSent Asked(Questionnaire all, Question question, int number) =>
        new(number, question.Text, question.Help, question.Measure, Condition(all, question), Answers(question));

    private static List<string> Answers(Question question) =>
        [
            .. question.Kind == QuestionKind.Grid
                ? question.Lines.Select(line => $"{line.Label}: {string.Join(", ", question.Offered.Select(option => option.Label))}")
                : question.Offered.Select(option => option.Label),
        ];

    private static string? Condition(Questionnaire all, Question question)
    {
        if (question.ShowIfQuestionId is not { } id || all.Find(id) is not { } earlier)
        {
            return null;
        }
        var number = all.Questions.ToList().IndexOf(earlier) + 1;
        var answers = earlier.Options.Where(option => question.ShowIfCodes.Contains(option.Code)).Select(option => option.Label);
        return $"Only if question {number} was answered: {string.Join(" or ", answers)}";
    }

    private static MessageAsSent Sent(MessageToSend message) =>
        new(LadderWords.Name(message.Channel), Bare(message.Subject), Bare(message.Body));

    private static string Bare(string text) =>
        text.Replace(InvitationWords.AnyCode, "[code]", StringComparison.Ordinal)
            .Replace(InvitationCode.Shown(InvitationWords.AnyCode), "[code]", StringComparison.Ordinal);
}
