// What an Easy Read form shows beside each question: its lines, and its picture.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Paper;

/// <summary>A question as it stands on an Easy Read form.</summary>
/// <param name="Drawing">One of ours; null where the landlord's own picture is used.</param>
/// <param name="Shows">What the picture shows.</param>
internal sealed record EasyQuestion(IReadOnlyList<string> Lines, Drawing? Drawing, string Shows, bool HasUpload);

internal static class EasyForm
{
    /// <param name="printed">The same in the language of the form: its own lines, as the officer's shorter words are English.</param>
    public static async Task<IReadOnlyDictionary<Guid, EasyQuestion>> OfAsync(
        HearthDb db,
        Guid survey,
        IReadOnlyList<Question> questions,
        IReadOnlyList<Question> printed,
        CancellationToken stop
    )
    {
        var texts = printed.ToDictionary(question => question.Id, question => question.Text);
        // the bytes of a picture are asked for by the browser that draws it
        var chosen = await db.Set<QuestionPicture>()
            .AsNoTracking()
            .Where(p => p.SurveyId == survey)
            .Select(p => new
            {
                p.QuestionId,
                p.Picture,
                p.Shows,
                p.EasyWords,
                HasUpload = p.Upload != null,
            })
            .ToDictionaryAsync(p => p.QuestionId, stop);
        return questions.ToDictionary(
            question => question.Id,
            question =>
            {
                var own = chosen.GetValueOrDefault(question.Id);
                var drawing = own is { HasUpload: true } ? null : Drawings.Find(own?.Picture ?? "") ?? Drawings.For(question.Text);
                var inEnglish = texts[question.Id] == question.Text;
                return new EasyQuestion(
                    EasyLines.Of(inEnglish && !string.IsNullOrWhiteSpace(own?.EasyWords) ? own.EasyWords : texts[question.Id]),
                    drawing,
                    own?.Shows ?? drawing?.Shows ?? "",
                    own is { HasUpload: true }
                );
            }
        );
    }
}
