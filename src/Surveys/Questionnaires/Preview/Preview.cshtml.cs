// The survey as a tenant's phone shows it, one question at a time. Nothing typed here is kept.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires.Translations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Questionnaires.Preview;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class PreviewModel(HearthDb db, Translations.Translations translations) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Number of the question; 0 is what tenants read first.</summary>
    [FromQuery]
    public int Q { get; set; }

    /// <summary>One of the survey's languages; English where it is none.</summary>
    [FromQuery]
    public string? In { get; set; }

    public TranslatedSurvey? Texts { get; private set; }

    /// <summary>The language that is shown.</summary>
    public Tongue Tongue { get; private set; } = Tongue.Source;

    public Questionnaire Questionnaire { get; private set; } = null!;
    public Question? Question { get; private set; }
    public IReadOnlyList<string> Given { get; private set; } = [];
    public string? Moved { get; private set; }
    public int Count => Questionnaire.Questions.Count;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire)
        {
            return NotFound();
        }
        Questionnaire = questionnaire;
        Q = Math.Clamp(Q, 0, Count);
        Question = Q == 0 ? null : questionnaire.Questions[Q - 1];
        Texts = await translations.InAsync(questionnaire.Survey, In, stop);
        In = Texts?.Tongue.Code;
        if (Question is not null && Texts is not null && Texts.Has(Question))
        {
            (Question, Tongue) = (Texts.Of(Question), Texts.Tongue);
        }
        if (Question is { Kind: QuestionKind.Ranking } ranking)
        {
            // so that an officer can try the buttons
            (Given, Moved) = RankMoves.Apply(ranking, Request.Query["Answer"].OfType<string>(), Request.Query["rank"].ToString());
        }
        return Page();
    }

    /// <summary>Paragraphs of the first words.</summary>
    public IEnumerable<string> Paragraphs =>
        Questionnaire.Survey.Introduction.Split("\n\n").Select(part => part.Trim()).Where(part => part.Length > 0);

    /// <summary>Who gets to this question, where not everyone does.</summary>
    public string? Rule =>
        Question?.ShowIfQuestionId is { } on && Questionnaire.Find(on) is { } earlier
            ? $"Shown only to people who answered {string.Join(" or ", earlier.Options.Where(o => Question.ShowIfCodes.Contains(o.Code)).Select(o => $"“{o.Label}”"))} to question {earlier.Position}."
            : null;
}
