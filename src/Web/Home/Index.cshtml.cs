// The landlord's public first page: what we ask now, what changed, who to talk to.
using Hearth.DesignSystem.Public;
using Hearth.Feedback.Public;
using Hearth.People.Public;
using Hearth.Surveys.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Web.Home;

[AllowAnonymous]
internal sealed class IndexModel(
    SurveyReader surveys,
    HomesHeard homes,
    HousingOfficers officers,
    PublishedReplies replies,
    ILandlord landlord
) : PageModel
{
    public LandlordLook Landlord => landlord.Current;

    public HeardOfAll Heard { get; private set; } = new(0, 0);

    public IReadOnlyList<SurveySummary> Open { get; private set; } = [];

    /// <summary>The newest answers; the rest are one link away.</summary>
    public IReadOnlyList<PublishedReply> Changed { get; private set; } = [];

    public ReplyScore Score { get; private set; } = new(0, 0, 0);

    /// <summary>Null until a postcode was asked for.</summary>
    public IReadOnlyList<HousingOfficer>? Officers { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Postcode { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Heard = await homes.CountAsync(stop);
        Open = [.. (await surveys.ListAsync(stop)).Where(survey => survey.Status == "Open").OrderBy(survey => survey.ClosesOn)];
        Changed = await replies.LatestAsync(3, stop);
        Score = await replies.ScoreAsync(stop);
        if (!string.IsNullOrWhiteSpace(Postcode))
        {
            Officers = await officers.AtAsync(Postcode[..Math.Min(Postcode.Length, 12)], stop);
        }
    }

    /// <summary>A quarter of a minute a question, and a half to begin: measured on phones as "about".</summary>
    public static int Minutes(SurveySummary survey) =>
        Math.Max(1, (int)Math.Round(0.5 + survey.Questions * 0.25, MidpointRounding.AwayFromZero));

    public static string Initials(string name) =>
        string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(part => part[..1]));
}
