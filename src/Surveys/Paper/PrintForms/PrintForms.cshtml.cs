// The forms to print and post: one for each home asked by letter that has not answered, or one home's.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Translations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Paper.PrintForms;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
internal sealed class PrintFormsModel(HearthDb db, Translations translations, PhraseBook book, ILandlord landlord) : PageModel
{
    /// <summary>Forms in one print: a browser that is given thousands of sheets stops answering.</summary>
    public const int AtOnce = 50;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public PaperLook Look { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>One of the survey's languages; English where it is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? In { get; set; }

    public TranslatedSurvey? Texts { get; private set; }

    /// <summary>What stands on the form beside the questions, in its language.</summary>
    public Phrases Say => book.In(Texts?.Tongue.Code);

    /// <summary>The same for the language that a question is printed in.</summary>
    public Phrases SayAt(Question question) => translated.Contains(question.Id) ? Say : book.In(null);

    /// <summary>In the form's language, where it is translated and not out of date.</summary>
    public (string Text, Tongue Tongue) Title => Texts?.Of(Parts.Title, Survey.Title) ?? (Survey.Title, Tongue.Source);

    /// <summary>Which print, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Survey Survey { get; private set; } = null!;
    public LandlordLook Landlord => landlord.Current;

    /// <summary>With a sheet of its own that asks about the person, for fairness.</summary>
    [BindProperty(SupportsGet = true)]
    public bool About { get; set; }

    public IReadOnlyList<PrintedSide> Sides { get; private set; } = [];

    /// <summary>Codes of the homes, a form each.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];
    public int All { get; private set; }

    /// <summary>Lines and pictures of an Easy Read form; empty for the others.</summary>
    public IReadOnlyDictionary<Guid, EasyQuestion> Easy { get; private set; } = new Dictionary<Guid, EasyQuestion>();
    public int Prints => Math.Max(1, (All + AtOnce - 1) / AtOnce);

    private HashSet<Guid> translated = [];

    /// <summary>The language that a question is printed in.</summary>
    public Tongue TongueOf(Question question) => translated.Contains(question.Id) ? Texts!.Tongue : Tongue.Source;

    public string Address => Survey.PublicAddress.Split("://", 2)[^1] + "/s";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await Questionnaire.LoadAsync(db, Id, stop) is not { } questionnaire)
        {
            return NotFound();
        }
        Survey = questionnaire.Survey;
        if (Survey.Status is not (SurveyStatus.Open or SurveyStatus.Closed))
        {
            return Redirect($"~/surveys/{Id}/paper");
        }
        Texts = await translations.InAsync(Survey, In, stop);
        In = Texts?.Tongue.Code;
        translated = Texts is null ? [] : [.. questionnaire.Questions.Where(Texts.Has).Select(question => question.Id)];
        IReadOnlyList<Question> printed = Texts is null ? questionnaire.Questions : [.. questionnaire.Questions.Select(Texts.Of)];
        Sides = PrintedSides.Of(printed, SayAt, Look, About);
        Easy = Look == PaperLook.Easy ? await EasyForm.OfAsync(db, Id, questionnaire.Questions, printed, stop) : Easy;
        var one = InvitationCode.Read(Code);
        var homes = db.Silent(Id).Where(i => string.IsNullOrWhiteSpace(Code) ? i.AskedBy == Channel.Letter : i.Code == one);
        All = await homes.CountAsync(stop);
        Number = Math.Clamp(Number, 1, Prints);
        Codes = await homes.OrderBy(i => i.Id).Skip((Number - 1) * AtOnce).Take(AtOnce).Select(i => i.Code).ToListAsync(stop);
        return Page();
    }
}
