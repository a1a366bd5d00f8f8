// /surveys/{id}/results/{key}: one question: the answer, by ward with ranges, by group, and words that were released.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Results.ShowQuestion;

/// <summary>Words released, and the ward they came from where that names nobody.</summary>
internal sealed record ReleasedWords(string Text, string? Ward);

[StaffOnly]
internal sealed class ShowQuestionModel(SurveyResults results, HearthDb db, ILandlord landlord) : PageModel
{
    public const int WordsToAPage = 40;

    public ResultsNow Now { get; private set; } = null!;
    public Question Question { get; private set; } = null!;
    public QuestionResult Result { get; private set; } = null!;
    public IReadOnlyList<ReleasedWords> Released { get; private set; } = [];

    /// <summary>Themes in what was written; null for a question that is not answered in words.</summary>
    public ThemeCounts? Themes { get; private set; }

    [FromQuery(Name = "page")]
    public int At { get; set; } = 1;

    public int Pages => (Now.WordsOf(Question).Released + WordsToAPage - 1) / WordsToAPage;

    public string Landlord => landlord.Current.Name;

    public bool MayReadComments => User.RunsSurveys();

    /// <summary>The ward with the lowest share whose range lies under the whole, if there is one.</summary>
    public GroupRow? Lowest =>
        Now
            .Snapshot.By(Question, Grouping.Ward)
            .Rows.Where(row => row.Shares[0] is { Value: not null } share && share.High < Result.Score!.Percent)
            .MinBy(row => row.Shares[0].Value);

    public async Task<IActionResult> OnGetAsync(Guid id, string key, CancellationToken stop)
    {
        if (await results.FindAsync(id, stop) is not { } now || now.Questions.FirstOrDefault(q => q.Key == key) is not { } question)
        {
            return NotFound();
        }
        (Now, Question, Result) = (now, question, now.Snapshot.Of(question));
        if (question.IsWords)
        {
            Released = await ReleasedAsync(question.Id, stop);
            Themes = await ThemeCounts.OfAsync(db, id, question.Id, stop);
        }
        return Page();
    }

    private async Task<List<ReleasedWords>> ReleasedAsync(Guid question, CancellationToken stop)
    {
        At = Math.Clamp(At, 1, Math.Max(1, Pages));
        var rows = await (
            from comment in db.Set<Comment>()
            where comment.QuestionId == question && comment.ReleasedAt != null
            join response in db.Set<Response>() on comment.ResponseId equals response.Id
            orderby comment.ReleasedAt, comment.Id
            select new { comment.ReleasedText, response.Ward }
        )
            .Skip((At - 1) * WordsToAPage)
            .Take(WordsToAPage)
            .ToListAsync(stop);
        var shown = Now
            .Snapshot.ResponseBy(Grouping.Ward)
            .Where(row => row.Answered is not null)
            .Select(row => row.Name)
            .ToHashSet(StringComparer.Ordinal);
        return [.. rows.Select(row => new ReleasedWords(row.ReleasedText!, shown.Contains(row.Ward) ? row.Ward : null))];
    }
}
