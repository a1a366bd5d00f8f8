// /s/{code}/{key}: one question to a page. The answer is kept before the next page opens.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Answering.AnswerQuestion;

[AllowAnonymous]
internal sealed class AnswerQuestionModel(SurveyDoor door, KeepDraft keepDraft) : PageModel
{
    public Visit Visit { get; private set; } = null!;
    public Question Question { get; private set; } = null!;
    public IReadOnlyList<Question> Shown { get; private set; } = [];

    /// <summary>Place among the questions shown, from 0.</summary>
    public int At { get; private set; }

    /// <summary>True when the way here was “Change” on the page of all answers.</summary>
    [BindProperty(SupportsGet = true, Name = "change")]
    public bool FromCheck { get; set; }

    public int MinutesLeft => Route.Minutes(Shown.Skip(At));

    public string Back =>
        FromCheck ? Visit.Page("check")
        : At == 0 ? Visit.Page()
        : Visit.Page(Shown[At - 1].Key);

    public async Task<IActionResult> OnGetAsync(string code, string key, CancellationToken stop) =>
        await TurnAwayAsync(code, key, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(string code, string key, string? go, CancellationToken stop)
    {
        if (await TurnAwayAsync(code, key, stop) is { } away)
        {
            return away;
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
            var given = GivenAnswer.Read(Question, [.. form["Answer"].Select(value => value ?? "")], date);
            if (given.Error is not null)
            {
                // What was typed stands in the fields again, however long or wrong it is.
                foreach (var field in form.Where(field => field.Key.StartsWith("Answer", StringComparison.Ordinal)))
                {
                    ModelState.SetModelValue(field.Key, field.Value.ToArray(), field.Value.ToString());
                }
                ModelState.AddModelError("Answer", given.Error);
                return Page();
            }
            await keepDraft.RunAsync(Visit, Question, given.Values, stop);
            Visit.Sheet.Set(Question, given.Values);
        }
        return go == "later" ? Redirect("~" + Visit.Page("later")) : Redirect("~" + Next());
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
