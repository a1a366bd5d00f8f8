// A survey's page: while a draft, what is still to do; from its first day, how it goes.
using Hearth.DesignSystem.Public;
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.TheField;
using Hearth.Surveys.Questionnaires.Measures;
using Hearth.Surveys.Results;
using Hearth.Surveys.Sampling;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires.ShowSurvey;

[StaffOnly]
internal sealed class ShowSurveyModel(
    HearthDb db,
    TheField field,
    LaddersOfSurveys ladders,
    LoopLedger ledger,
    ILandlord landlord,
    TimeProvider time
) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Questionnaire Questionnaire { get; private set; } = null!;
    public Survey Survey => Questionnaire.Survey;
    public DateOnly Today => time.Today();

    /// <summary>Null while it has not opened.</summary>
    public FieldPicture? Field { get; private set; }

    /// <summary>How those who stay silent are asked.</summary>
    public Ladder Ladder { get; private set; } = new();

    /// <summary>The page anyone may see of it, once there is one.</summary>
    public string? PublicAddress { get; private set; }

    /// <summary>How its homes were chosen; null where nobody chose: then every home is asked.</summary>
    public Sample? Sample { get; private set; }

    public string HowChosen =>
        Sample switch
        {
            null => "Every home that matches",
            { Census: true } => $"Every home: {Sample.Stock.Name().ToLowerInvariant()}",
            _ => $"A sample: {Sample.Size:N0} homes by lot, {Sample.Stock.Name().ToLowerInvariant()}",
        };

    public bool IsMeasured => Questionnaire.Questions.Any(question => question.Measure is not null);

    public AudienceFilter Audience => WhoIsAsked.Read(Survey.Audience);

    /// <summary>What stands in the way of opening it today.</summary>
    public IReadOnlyList<Refusal> NotReady =>
        [
            .. Survey.NotReadyToOpen(Questionnaire.Questions.Count, Today),
            .. new[] { PrescribedWording.Fault(Questionnaire, MeasureSet.ToHold(Survey, Today), landlord.Current.Name) }.OfType<Refusal>(),
        ];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire)
        {
            return NotFound();
        }
        if (questionnaire.Survey.IsWorkingCopy)
        {
            return Redirect($"~/surveys/{questionnaire.Survey.Stands}/{(questionnaire.Survey.PilotOf is null ? "change" : "pilot")}");
        }
        if (!User.RunsSurveys())
        {
            // whoever comes from an answer or the loop wants to know what people said
            return questionnaire.Survey.Status is SurveyStatus.Open or SurveyStatus.Closed ? Redirect($"~/surveys/{Id}/results") : Forbid();
        }
        Questionnaire = questionnaire;
        Sample = await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(sample => sample.SurveyId == Id, stop);
        Ladder = await ladders.OfAsync(Survey, stop);
        if (Survey.Status is SurveyStatus.Open or SurveyStatus.Closed)
        {
            Field = await field.PictureAsync(Survey, stop);
            PublicAddress = await ledger
                .Things.Where(thing => thing.Id == Id)
                .Select(thing => thing.PublicAddress)
                .FirstOrDefaultAsync(stop);
        }
        return Page();
    }
}
