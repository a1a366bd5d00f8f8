// /surveys/{id}/results/comments.csv: the words that were released, by question, tied to no answer and no group.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Results.ExportComments;

[StaffOnly]
internal sealed class ExportCommentsModel(HearthDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await db.Set<Survey>().AnyAsync(survey => survey.Id == id, stop))
        {
            return NotFound();
        }
        var released = await (
            from comment in db.Set<Comment>()
            where comment.SurveyId == id && comment.ReleasedAt != null
            join question in db.Set<Question>() on comment.QuestionId equals question.Id
            select new
            {
                question.Position,
                question.Key,
                question.Text,
                Words = comment.ReleasedText,
            }
        ).ToListAsync(stop);
        var sheet = new CsvSheet();
        sheet.Cell("question").Cell("wording").Cell("words").End();
        // By the alphabet, so that their order tells nothing of when they came.
        foreach (var line in released.OrderBy(line => line.Position).ThenBy(line => line.Words, StringComparer.Ordinal))
        {
            sheet.Cell(line.Key).Cell(line.Text).Cell(line.Words).End();
        }
        return File(sheet.Bytes(), "text/csv; charset=utf-8", "comments.csv");
    }
}
