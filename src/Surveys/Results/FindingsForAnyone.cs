// What a closed survey found, as anyone may read it beside what came of it: whole figures and released words; small numbers hidden.
using System.Globalization;
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Results;

internal sealed class FindingsForAnyone(SurveyResults results, HearthDb db) : IPublicFindings
{
    /// <summary>Released comments shown.</summary>
    private const int Words = 4;

    public async Task<PublicFindings?> OfAsync(Guid activity, CancellationToken stop)
    {
        if (await results.FindAsync(activity, stop) is not { Survey.Status: SurveyStatus.Closed } now)
        {
            return null;
        }
        var snapshot = now.Snapshot;
        return snapshot.Count < QuestionResult.Fewest
            ? new PublicFindings($"Fewer than {QuestionResult.Fewest} homes answered. We do not show what so few said, to protect them.")
            : new PublicFindings($"{Charted.Whole(snapshot.Count)} of the {Charted.Whole(snapshot.Asked.Total)} homes we asked answered.")
            {
                Heard =
                [
                    .. now
                        .Questions.Where(question => !question.IsWords && !question.IsFile)
                        .Select(question => Heard(snapshot.Of(question))),
                ],
                Groups = [Group(Grouping.Channel, snapshot), Group(Grouping.Age, snapshot)],
                Said = await SaidAsync(activity, stop),
            };
    }

    private static PublicFinding Heard(QuestionResult result)
    {
        var asked = result.Question.Text;
        if (result.Base < QuestionResult.Fewest)
        {
            return new(asked, null, null);
        }
        var heard = result switch
        {
            { Score.Percent: { } percent } =>
                $"{Charted.InAHundred(percent)} in 100 {(result.Question.TopTwoName() == "Agree" ? "agree" : "are satisfied")}",
            { Numbers: { } numbers } => $"The middle answer is {Charted.Number(numbers.Median)}",
            { Days: { } days } => $"The middle day is {days.Median.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}",
            { Ranking: [{ } top, ..] } => $"Most important to you: {top.Option.Label}",
            _ when result.Options.MaxBy(option => option.People) is { Percent: { } share } most =>
                $"Most often “{most.Option.Label}”: {Charted.InAHundred(share)} in 100",
            _ => null,
        };
        return new(asked, heard, result.Base);
    }

    private static PublicGroups Group(Grouping grouping, Snapshot snapshot) =>
        new(
            grouping == Grouping.Age ? "Age of the person we wrote to" : grouping.Title(),
            [.. snapshot.ResponseBy(grouping).Select(row => new PublicGroup(row.Name, row.Answered))]
        );

    // by the alphabet, so that their order tells nothing of when they came
    private async Task<List<string>> SaidAsync(Guid survey, CancellationToken stop) =>
        await db.Set<Comment>()
            .Where(comment => comment.SurveyId == survey && comment.ReleasedAt != null && comment.ReleasedText != null)
            .Select(comment => comment.ReleasedText!)
            .OrderBy(words => words)
            .Take(Words)
            .ToListAsync(stop);
}
