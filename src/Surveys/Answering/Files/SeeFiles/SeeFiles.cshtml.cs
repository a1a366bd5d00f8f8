// /surveys/{id}/files: what people sent with their answers, by question; never who sent it.
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering.Files.SeeFiles;

internal sealed record FileRow(Guid Id, string Name, string MediaType, int Size, string Ward);

[StaffOnly(Role.EngagementOfficer)]
internal sealed class SeeFilesModel(HearthDb db) : PageModel
{
    public Survey Survey { get; private set; } = null!;
    public IReadOnlyList<(Question Question, IReadOnlyList<FileRow> Files)> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, id, stop) is not { } questionnaire)
        {
            return NotFound();
        }
        Survey = questionnaire.Survey;
        var rows = await (
            from file in db.Set<SentFile>()
            where file.SurveyId == id && file.SentAt != null
            join invitation in db.Set<Invitation>() on file.InvitationId equals invitation.Id
            orderby file.Name, file.Id
            select new { file.QuestionId, Row = new FileRow(file.Id, file.Name, file.MediaType, file.Size, invitation.Ward) }
        ).ToListAsync(stop);
        var byQuestion = rows.ToLookup(row => row.QuestionId, row => row.Row);
        Files =
        [
            .. questionnaire
                .Questions.Where(question => question.IsFile)
                .Select(question => (question, (IReadOnlyList<FileRow>)[.. byQuestion[question.Id]])),
        ];
        return Page();
    }

    public static string KindOf(string mediaType) => mediaType == "application/pdf" ? "PDF" : "Photo";
}
