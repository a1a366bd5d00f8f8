// A questionnaire as it went out: its introduction, its messages, its questions in order. What must be published beside the figures.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Measures;
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
    IReadOnlyList<MessageAsSent> Messages
);

public sealed class QuestionnaireReader
{
    private static readonly Channel[] Written = [Channel.Email, Channel.Text, Channel.Letter, Channel.Telephone, Channel.Door];

    private readonly HearthDb db;
    private readonly WordsOfSurveys words;
    private readonly LaddersOfSurveys ladders;

    internal QuestionnaireReader(HearthDb db, WordsOfSurveys words, LaddersOfSurveys ladders) =>
        (this.db, this.words, this.ladders) = (db, words, ladders);

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
            [.. ways.Select(way => Sent(messages.Example(way)))]
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
