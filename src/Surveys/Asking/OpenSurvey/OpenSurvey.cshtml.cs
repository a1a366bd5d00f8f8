// The last look before a survey goes out: what, whom, how and when, and the words of a message.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Measures;
using Hearth.Surveys.Sampling;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Asking.OpenSurvey;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class OpenSurveyModel(
    HearthDb db,
    Audience audience,
    OpenSurvey open,
    LaddersOfSurveys ladders,
    LadderReader reader,
    RestReader rest,
    ChosenHomes chosen,
    FrameChanges changes,
    WordsOfSurveys written,
    TimeProvider time,
    PublicAddress address,
    ILandlord landlord
) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public int Questions { get; private set; }
    public Reach Reach { get; private set; } = Reach.Nobody;
    public Ladder Ladder { get; private set; } = new();

    /// <summary>What each rung will ask and cost; null where everybody is asked once.</summary>
    public Outlook? Outlook { get; private set; }
    public IReadOnlyList<Refusal> NotReady { get; private set; } = [];

    /// <summary>Whether it opens at once rather than by itself on its first day.</summary>
    public bool OpensNow => Survey.OpensOn <= time.Today();

    /// <summary>The first message that would go out in each language, as it would read. English first.</summary>
    public IReadOnlyList<ExampleMessage> Examples { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var opened = await open.RunAsync(new Opening(Id, address.Of(Request)), stop);
        if (opened.Refused)
        {
            db.ChangeTracker.Clear();
            ModelState.Refuse(opened.Refusals);
            return await FindAsync(stop) ? Page() : NotFound();
        }
        var survey = opened.Made!.Survey;
        Said =
            survey.Status == SurveyStatus.Open
                ? $"The survey is open. {opened.Made.Asked:N0} households are being asked."
                : $"The survey opens by itself on {survey.OpensOn.Spoken()}.";
        return Redirect($"~/surveys/{Id}");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire)
        {
            return false;
        }
        Survey = questionnaire.Survey;
        Questions = questionnaire.Questions.Count;
        NotReady =
        [
            .. Survey.NotReadyToOpen(Questions, time.Today()),
            .. new[]
            {
                PrescribedWording.Fault(questionnaire, MeasureSet.ToHold(Survey, time.Today()), landlord.Current.Name),
                Survey.Status == SurveyStatus.Draft ? await changes.FaultAsync(Survey, stop) : null,
            }.OfType<Refusal>(),
        ];
        Ladder = await ladders.OfAsync(Survey, stop);
        Reach = new(
            await audience.ListAsync(WhoIsAsked.Read(Survey.Audience), stop),
            Ladder.Asks,
            await rest.OfAsync(Survey, time.GetUtcNow(), null, stop),
            time.Today(),
            await chosen.OfAsync(Survey, null, stop)
        );
        if (Ladder.State != LadderState.Off)
        {
            Outlook = new(Survey, Ladder, await reader.BeforeAsync(Survey, Ladder, Reach, stop), await reader.CostsAsync(stop));
        }
        if (NotReady.Count == 0 && Reach.Asked.Count == 0)
        {
            NotReady = [new NobodyToAsk()];
        }
        if (Reach.Asked.Count > 0)
        {
            db.Entry(Survey).State = Microsoft.EntityFrameworkCore.EntityState.Detached;
            Survey.PublicAddress = address.Of(Request);
            Examples = ExampleMessage.Of(await written.OfAsync(Survey, stop), Reach);
        }
        return true;
    }
}
