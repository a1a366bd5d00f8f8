// /s/{code}/{key}: one question to a page. The answer is kept before the next page opens.
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.Forms;
using Hearth.Surveys.Answering.Files;
using Hearth.Surveys.Asking.Pilots;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Audio;
using Hearth.Surveys.Questionnaires.Editions;
using Hearth.Surveys.Questionnaires.Translations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Answering.AnswerQuestion;

// a photograph that is too large comes back in plain words, not as a broken connection
[AllowAnonymous, RequestSizeLimit(64 * 1024 * 1024)]
internal sealed class AnswerQuestionModel(
    SurveyDoor door,
    KeepDraft keepDraft,
    KeepFile files,
    QuestionVoices voices,
    EditionsOfSurvey editions,
    KeepRemark remarks,
    Phrases phrases
) : PageModel
{
    public Visit Visit { get; private set; } = null!;
    public Question Question { get; private set; } = null!;
    public IReadOnlyList<Question> Shown { get; private set; } = [];

    /// <summary>Place among the questions shown, from 0.</summary>
    public int At { get; private set; }

    /// <summary>True when the way here was “Change” on the page of all answers.</summary>
    [BindProperty(SupportsGet = true, Name = "change")]
    public bool FromCheck { get; set; }

    /// <summary>Of a ranking: the choice that a button just moved.</summary>
    [BindProperty(SupportsGet = true, Name = "moved")]
    public string? Moved { get; set; }

    /// <summary>Photographs and documents added to this answer so far.</summary>
    public IReadOnlyList<KeptFile> Files { get; private set; } = [];

    /// <summary>In a try-out: what this person said of the question.</summary>
    public string? Remark { get; private set; }

    /// <summary>Whether somebody recorded the question to be heard.</summary>
    public bool HasVoice { get; private set; }

    public int MinutesLeft => Route.Minutes(Shown.Skip(At));

    public string Back =>
        FromCheck ? Visit.Page("check")
        : At == 0 ? Visit.Page()
        : Visit.Page(Shown[At - 1].Key);

    public async Task<IActionResult> OnGetAsync(string code, string key, CancellationToken stop) =>
        await TurnAwayAsync(code, key, stop) ?? await ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(string code, string key, string? go, CancellationToken stop)
    {
        if (await TurnAwayAsync(code, key, stop) is { } away)
        {
            return away;
        }
        if (Visit.IsPilot)
        {
            await remarks.RunAsync(Visit, Question, Request.Form["Remark"], stop);
        }
        if (await ChangedMeanwhileAsync(stop))
        {
            KeepTyped();
            ModelState.AddModelError("Answer", phrases["survey.question.changed-open"]);
            return await ShowAsync(stop);
        }
        if (Question.Kind == QuestionKind.Ranking && Request.Form["rank"] is [{ } button])
        {
            var (order, moved) = RankMoves.Apply(Question, Posted(), button);
            await keepDraft.RunAsync(Visit, Question, order, stop);
            return Redirect("~" + Visit.Page(Question.Key) + Query(moved));
        }
        if (Question.IsFile && go != "skip")
        {
            return await FilesAsync(go, stop);
        }
        if (go == "skip" && !Question.Required)
        {
            await keepDraft.RunAsync(Visit, Question, [], stop);
        }
        else
        {
            var form = Request.Form;
            var date = new DateParts
            {
                Day = form["Answer.Day"],
                Month = form["Answer.Month"],
                Year = form["Answer.Year"],
            };
            var given = GivenAnswer.Read(Question, Posted(), date, phrases);
            if (given.Error is not null)
            {
                KeepTyped();
                ModelState.AddModelError("Answer", given.Error);
                return await ShowAsync(stop);
            }
            await keepDraft.RunAsync(Visit, Question, given.Values, stop);
            Visit.Sheet.Set(Question, given.Values);
        }
        return go == "later" ? Redirect("~" + Visit.Page("later")) : Redirect("~" + Next());
    }

    // What was typed stands in the fields again, however long or wrong it is.
    private void KeepTyped()
    {
        foreach (var field in Request.Form.Where(field => field.Key.StartsWith("Answer", StringComparison.Ordinal)))
        {
            ModelState.SetModelValue(field.Key, field.Value.ToArray(), field.Value.ToString());
        }
    }

    /// <summary>What was posted under the question's name: of a grid as row:option.</summary>
    private List<string> Posted() =>
        Question.Kind == QuestionKind.Grid
            ?
            [
                .. Question
                    .Lines.Select(row => (row.Code, Given: Request.Form[$"Answer.{row.Code}"].ToString()))
                    .Where(row => row.Given.Length > 0)
                    .Select(row => $"{row.Code}:{row.Given}"),
            ]
            : [.. Request.Form["Answer"].Select(value => value ?? "")];

    // Each file is kept as it comes, so that an error later loses none of them.
    private async Task<IActionResult> FilesAsync(string? go, CancellationToken stop)
    {
        List<string> kept = [.. Visit.Sheet.Of(Question)];
        if (Guid.TryParse(Request.Form["remove"], out var gone))
        {
            kept.Remove(gone.ToString());
            await files.TakeOutAsync(Visit, gone, stop);
            await keepDraft.RunAsync(Visit, Question, kept, stop);
            return Redirect("~" + Visit.Page(Question.Key) + Query());
        }
        if (Request.Form.Files.GetFile("Answer") is { } sent)
        {
            var (id, refused) = await files.RunAsync(Visit, Question, sent, stop);
            if (refused is not null)
            {
                ModelState.AddModelError("Answer", phrases[refused, ("number", Question.MostFiles)]);
                return await ShowAsync(stop);
            }
            kept.Add(id!.Value.ToString());
            await keepDraft.RunAsync(Visit, Question, kept, stop);
            Visit.Sheet.Set(Question, kept);
        }
        else if (go == "add" || (kept.Count == 0 && go != "later"))
        {
            ModelState.AddModelError("Answer", GivenAnswer.Read(Question, [], new DateParts(), phrases).Error!);
            return await ShowAsync(stop);
        }
        return go switch
        {
            "add" => Redirect("~" + Visit.Page(Question.Key) + Query()),
            "later" => Redirect("~" + Visit.Page("later")),
            _ => Redirect("~" + Next()),
        };
    }

    // The page was drawn before a new version, and this question is not what it was.
    private async Task<bool> ChangedMeanwhileAsync(CancellationToken stop) =>
        int.TryParse(Request.Form["Edition"], out var seen)
        && seen < Visit.Edition
        && (await editions.AskedAgainSinceAsync(Visit.Survey, Visit.Source, seen, stop)).Contains(Question.Key);

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        Files = Question.IsFile ? await files.OfAsync(Visit, Question, stop) : [];
        Remark = Visit.IsPilot ? await remarks.OfAsync(Visit, Question, stop) : null;
        // recorded in English: no help to somebody who reads another language
        HasVoice = Visit.TongueOf(Question) == Tongue.Source && await voices.HasAsync(Question, stop);
        return Page();
    }

    private string Query(string? moved = null)
    {
        string[] parts =
        [
            .. FromCheck ? ["change=true"] : Array.Empty<string>(),
            .. moved is null ? Array.Empty<string>() : [$"moved={moved}"],
        ];
        return parts.Length == 0 ? "" : "?" + string.Join('&', parts);
    }

    private string Next()
    {
        Visit.Sheet.Set(Question, Visit.Sheet.Of(Question));
        var shown = Visit.Shown;
        if (FromCheck)
        {
            // A changed answer may have opened questions not seen before: those come first.
            return Route.FirstUnseen(shown, Visit.Sheet) is { } unseen ? Visit.Page(unseen.Key) + "?change=true" : Visit.Page("check");
        }
        var after = shown.FirstOrDefault(question => question.Position > Question.Position);
        return Visit.Page(after?.Key ?? "check");
    }

    private async Task<IActionResult?> TurnAwayAsync(string code, string key, CancellationToken stop)
    {
        if (await door.FindAsync(code, stop) is not { } visit)
        {
            return this.UnknownCode(code);
        }
        if (visit.State != DoorState.Open)
        {
            return Redirect("~" + visit.Page("not-now"));
        }
        Visit = visit;
        Shown = visit.Shown;
        if (Shown.FirstOrDefault(question => question.Key == key) is not { } question)
        {
            // Hidden by an answer changed on another device, or never there: go on where the household stands.
            return Redirect("~" + visit.Page());
        }
        Question = question;
        At = Shown.ToList().IndexOf(question);
        return null;
    }
}
