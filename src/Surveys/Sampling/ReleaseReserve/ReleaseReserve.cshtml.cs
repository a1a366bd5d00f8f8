// The parts of a sample and its reserve: asked, answered, released by whom and why; and the release of the next.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling.ReleaseReserve;

/// <summary>The sample (0) or a part of its reserve.</summary>
internal sealed record PartPicture(int Number, int Homes, int Asked, int Answered, ReleasedReserve? Released);

internal sealed class ReleaseForm
{
    public int Number { get; set; }
    public string? Because { get; set; }
}

[StaffOnly(Role.EngagementOfficer)]
[WholeLandlordOnly]
internal sealed class ReleaseReserveModel(HearthDb db, ReleaseReserve release) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ReleaseForm Form { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public Survey Survey { get; private set; } = null!;
    public Sample Sample { get; private set; } = null!;
    public IReadOnlyList<PartPicture> Parts { get; private set; } = [];
    public PartPicture? Next => Parts.FirstOrDefault(part => part.Number > 0 && part.Released is null);
    public int Answered => Parts.Sum(part => part.Answered);
    public int Asked => Parts.Sum(part => part.Asked);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid)
        {
            // a part that is no number: only a tampered form sends it
            return BadRequest();
        }
        var released = await release.RunAsync(Id, Form.Number, Form.Because, stop);
        if (released.Refused)
        {
            db.ChangeTracker.Clear();
            ModelState.Refuse(released.Refusals);
            return await FindAsync(stop) ? Page() : NotFound();
        }
        var made = released.Made!;
        static string Homes(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count:N0} {many}";
        Said =
            $"Part {made.Number} is released: {Homes(made.Asked, "home is being asked", "homes are being asked")}"
            + (made.Later > 0 ? $", {Homes(made.Later, "rests and is asked", "rest and are asked")} later" : "")
            + (made.LeftAlone > 0 ? $", {Homes(made.LeftAlone, "is left alone", "are left alone")}" : "")
            + ".";
        return Redirect($"~/surveys/{Id}/sample/release");
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (
            await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(survey => survey.Id == Id, stop) is not { } survey
            || await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(s => s.SurveyId == Id && !s.Census, stop) is not { } sample
        )
        {
            return false;
        }
        (Survey, Sample) = (survey, sample);
        Parts = await PartsAsync(db, Id, stop);
        return true;
    }

    /// <summary>The sample and the parts of its reserve, with what they brought.</summary>
    public static async Task<IReadOnlyList<PartPicture>> PartsAsync(HearthDb db, Guid survey, CancellationToken stop)
    {
        var homes = await (
            from home in db.Set<FrameHome>()
            where home.SurveyId == survey && home.Replicate != null
            join invitation in db.Set<Invitation>().Where(i => i.SurveyId == survey)
                on home.HouseholdId equals invitation.HouseholdId
                into invitations
            from invitation in invitations.DefaultIfEmpty()
            join response in db.Set<Response>().Where(r => r.SurveyId == survey)
                on home.HouseholdId equals response.HouseholdId
                into responses
            from response in responses.DefaultIfEmpty()
            select new
            {
                Number = home.Replicate!.Value,
                Asked = invitation != null,
                Answered = response != null,
            }
        ).ToListAsync(stop);
        var released = await db.Set<ReleasedReserve>().AsNoTracking().Where(r => r.SurveyId == survey).ToListAsync(stop);
        return
        [
            .. homes
                .GroupBy(home => home.Number)
                .OrderBy(part => part.Key)
                .Select(part => new PartPicture(
                    part.Key,
                    part.Count(),
                    part.Count(home => home.Asked),
                    part.Count(home => home.Answered),
                    released.Find(r => r.Number == part.Key)
                )),
        ];
    }
}
