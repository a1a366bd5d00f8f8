// The officer chooses a picture for each question of an Easy Read form, and writes its easy words.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering.Files;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Paper.ChoosePictures;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[RequestSizeLimit(2 * 1024 * 1024)]
internal sealed class ChoosePicturesModel(HearthDb db, AuditTrail audit) : PageModel
{
    public const string Own = "own";

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The question that is being changed; the first where none is named.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Key { get; set; }

    [BindProperty]
    public string? Picture { get; set; }

    [BindProperty]
    public string? EasyWords { get; set; }

    [BindProperty]
    public string? Shows { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public IReadOnlyList<Question> Questions { get; private set; } = [];
    public Question? Question { get; private set; }
    public IReadOnlyDictionary<Guid, EasyQuestion> Easy { get; private set; } = new Dictionary<Guid, EasyQuestion>();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
        {
            return NotFound();
        }
        if (Question is not null)
        {
            var kept = await db.Set<QuestionPicture>().AsNoTracking().FirstOrDefaultAsync(p => p.QuestionId == Question.Id, stop);
            Picture = kept?.Upload is not null ? Own : Easy[Question.Id].Drawing?.Name;
            EasyWords = kept?.EasyWords ?? string.Join('\n', EasyLines.Of(Question.Text));
            Shows = kept?.Shows;
        }
        return Page();
    }

    /// <summary>The landlord's own picture, for whoever prints the form.</summary>
    public async Task<IActionResult> OnGetOwnAsync(CancellationToken stop)
    {
        var bytes = await (
            from picture in db.Set<QuestionPicture>()
            join question in db.Set<Question>() on picture.QuestionId equals question.Id
            where picture.SurveyId == Id && question.Key == Key
            select picture.Upload
        ).FirstOrDefaultAsync(stop);
        return bytes is null ? NotFound() : File(bytes, bytes[0] == 0xFF ? "image/jpeg" : "image/png");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop) || Question is null)
        {
            return NotFound();
        }
        var kept = await db.Set<QuestionPicture>().FirstOrDefaultAsync(p => p.QuestionId == Question.Id, stop);
        var bytes = await ReadAsync(stop);
        if (Picture != Own && Drawings.Find(Picture ?? "") is null)
        {
            ModelState.AddModelError(nameof(Picture), "Choose a picture");
        }
        if (Picture == Own && bytes is null && kept?.Upload is null && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Upload), "Choose a picture file");
        }
        if (Picture == Own && string.IsNullOrWhiteSpace(Shows))
        {
            ModelState.AddModelError(nameof(Shows), "Enter what your picture shows");
        }
        if (string.IsNullOrWhiteSpace(EasyWords) || EasyWords.Length > QuestionPicture.LongestWords)
        {
            ModelState.AddModelError(
                nameof(EasyWords),
                $"Enter the question in easy words, {QuestionPicture.LongestWords} letters or fewer"
            );
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        if (kept is null)
        {
            kept = new QuestionPicture { QuestionId = Question.Id, SurveyId = Id };
            db.Add(kept);
        }
        kept.Picture = Picture == Own ? "" : Picture!;
        kept.Upload = Picture == Own ? bytes ?? kept.Upload : null;
        kept.Shows = Picture == Own ? Shows!.Trim() : null;
        kept.EasyWords = EasyWords!.ReplaceLineEndings("\n").Trim();
        audit.Write("ChoosePicture", "survey", Id, Question.Key);
        await db.SaveChangesAsync(stop);
        Said = $"Question {Question.Position} is saved.";
        var next = Questions.FirstOrDefault(q => q.Position > Question.Position) ?? Question;
        return Redirect($"~/surveys/{Id}/paper/pictures?q={next.Key}");
    }

    private async Task<byte[]?> ReadAsync(CancellationToken stop)
    {
        if (Picture != Own || Upload is null || Upload.Length == 0)
        {
            return null;
        }
        if (Upload.Length > QuestionPicture.LargestUpload)
        {
            ModelState.AddModelError(nameof(Upload), $"The picture must be smaller than {QuestionPicture.LargestUpload / 1024} KB");
            return null;
        }
        using var memory = new MemoryStream();
        await Upload.CopyToAsync(memory, stop);
        // what the camera wrote about place, time and device is taken out
        if (Cleaned.From(memory.ToArray()) is { Refused: null, MediaType: "image/png" or "image/jpeg" } clean)
        {
            return clean.Content;
        }
        ModelState.AddModelError(nameof(Upload), "The picture must be a PNG or JPEG file");
        return null;
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire)
        {
            return false;
        }
        Survey = questionnaire.Survey;
        Questions = [.. questionnaire.Questions.OrderBy(q => q.Position)];
        Question = string.IsNullOrEmpty(Key) ? (Questions.Count > 0 ? Questions[0] : null) : Questions.FirstOrDefault(q => q.Key == Key);
        Easy = await EasyForm.OfAsync(db, Id, Questions, Questions, stop);
        return true;
    }
}
