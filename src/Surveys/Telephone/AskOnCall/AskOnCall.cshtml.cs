// One question of a call: the words to read out, and one field for a key. Enter takes the answer and brings the next.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Telephone.AskOnCall;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
[WithinSight]
internal sealed class AskOnCallModel(OnTheLine line, RingUp ringUp, KeepDraft keep) : PageModel, IShowsPeople
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid InvitationId { get; set; }

    /// <summary>The language to read the questions out in; null for English.</summary>
    [BindProperty(SupportsGet = true, Name = LanguageOfQuestions.Query)]
    public string? In { get; set; }

    /// <summary>The question's key; none for the first that has not been asked.</summary>
    [FromRoute]
    public string? Key { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public CallInHand Call { get; private set; } = null!;
    public IEnumerable<Guid> PeopleShown => Call is null ? [] : Call.People;
    public Question Question { get; private set; } = null!;
    public IReadOnlyList<Question> Shown { get; private set; } = [];
    public int At { get; private set; }
    public string Back => At == 0 ? Call.Page() : Call.Page($"ask/{Shown[At - 1].Key}");

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await TurnAwayAsync(stop) is { } away)
        {
            return away;
        }
        Answer = KeyOf(Question, Call.Visit.Sheet.Of(Question));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await TurnAwayAsync(stop) is { } away)
        {
            return away;
        }
        var given = KeyedOnCall.Read(Question, Answer);
        if (given.Error is not null)
        {
            ModelState.AddModelError(nameof(Answer), given.Error);
            return Page();
        }
        await keep.RunAsync(Call.Visit, Question, given.Values, stop);
        Call.Visit.Sheet.Set(Question, given.Values);
        // the call goes on: nobody else is given this home
        await ringUp.TakeAsync(Id, InvitationId, stop);
        var after = Call.Visit.Shown.FirstOrDefault(question => question.Position > Question.Position);
        return Redirect("~" + Call.Page(after is null ? "check" : $"ask/{after.Key}"));
    }

    /// <summary>What was keyed for an answer: the numbers of its boxes, or the words.</summary>
    private static string? KeyOf(Question question, IReadOnlyList<string> values) =>
        values.Count == 0 ? null
        : question.IsChoice || question.Kind == QuestionKind.Ranking
            ? string.Join(' ', values.Select(value => question.Offered.ToList().FindIndex(option => option.Code == value) + 1))
        : question.Kind == QuestionKind.Grid
            ? string.Join(
                ' ',
                question.Lines.Select(row =>
                    values.FirstOrDefault(value => value.StartsWith(row.Code + ":", StringComparison.Ordinal)) is { } given
                        ? (question.Offered.ToList().FindIndex(option => option.Code == given[(row.Code.Length + 1)..]) + 1).ToString(
                            System.Globalization.CultureInfo.InvariantCulture
                        )
                        : "-"
                )
            )
        : question.IsFile ? null
        : values[0];

    private async Task<IActionResult?> TurnAwayAsync(CancellationToken stop)
    {
        if (await line.FindAsync(Id, InvitationId, In, stop) is not { } call)
        {
            return NotFound();
        }
        Call = call;
        if (!call.Mine || call.Visit.State != DoorState.Open)
        {
            return Redirect("~" + call.Page());
        }
        Shown = call.Visit.Shown;
        if (string.IsNullOrEmpty(Key))
        {
            return Redirect("~" + call.Page(Route.FirstUnseen(Shown, call.Visit.Sheet) is { } first ? $"ask/{first.Key}" : "check"));
        }
        if (Shown.FirstOrDefault(question => question.Key == Key) is not { } question)
        {
            return Redirect("~" + call.Page("ask"));
        }
        Question = question;
        At = Shown.ToList().IndexOf(question);
        return null;
    }
}
