// /feedback/{id}/was-it-done: how many were asked, what they say, in their words, and who wants to be rung.
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Feedback.Replies;
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.AskBack.SeeAnswers;

/// <summary>Somebody who wants to be rung.</summary>
internal sealed record ToRing(Guid Asked, string Name, string Home, string? Phone, string Answer, string? Words);

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
internal sealed class SeeAnswersModel(
    HearthDb db,
    ReplyFinder replies,
    CountAnswers counts,
    AskNow askNow,
    MarkRung rung,
    LoopLedger loop,
    Audience audience,
    Settings settings,
    Phrases phrases,
    TimeProvider time
) : PageModel
{
    private const int MostShown = 200;

    public Answering Answering { get; private set; } = null!;

    public Reply Reply => Answering.Reply;

    public DoneCounts Counts { get; private set; } = DoneCounts.None;

    public int CameBack { get; private set; }

    /// <summary>Knows the answer and was not asked yet.</summary>
    public int NotAsked { get; private set; }

    public DateOnly? From { get; private set; }

    public bool MayAskNow => From is not null && NotAsked > 0 && User.MayWrite();

    public IReadOnlyList<(WasDone Answer, string Words, DateOnly On)> Words { get; private set; } = [];

    public IReadOnlyList<ToRing> Ring { get; private set; } = [];

    public string? Done { get; private set; }

    public DateOnly Today => time.Today();

    public BarRows? Bars => Counts.Answered == 0 ? null : AnswerBars.Of(Counts, phrases);

    public async Task<IActionResult> OnGetAsync(Guid id, string? done, CancellationToken stop)
    {
        Done = done switch
        {
            "asked" => "Asked. Messages go out between ten and six.",
            "rung" => "Marked as rung.",
            _ => null,
        };
        return await ReadAsync(id, stop) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? asked, CancellationToken stop)
    {
        if (asked is { } one)
        {
            await rung.DoAsync(id, one, stop);
            return Redirect($"~/feedback/{id}/was-it-done?done=rung");
        }
        if (!User.MayWrite())
        {
            return Forbid();
        }
        if (await ReadAsync(id, stop) is { } elsewhere)
        {
            return elsewhere;
        }
        if (await askNow.DoAsync(id, stop) is { } refusal)
        {
            ModelState.Refuse([refusal], "");
            return Page();
        }
        return Redirect($"~/feedback/{id}/was-it-done?done=asked");
    }

    private async Task<IActionResult?> ReadAsync(Guid id, CancellationToken stop)
    {
        if (await replies.FindAsync(id, stop) is not { } answering)
        {
            return NotFound();
        }
        Answering = answering;
        if (Reply.Status == ReplyStatus.Draft)
        {
            return Redirect($"~/feedback/{id}");
        }
        From = AskBackRules.From(Reply, await settings.GetAsync<AskBackSettings>(AskBackSettings.Key, stop) ?? new());
        Counts = await counts.OfAsync(id, stop);
        var all = db.Set<AskedBack>().AsNoTracking().Where(a => a.ReplyId == id);
        CameBack = await all.CountAsync(a => a.CameBack && a.Answer == null, stop);
        var asked = all.Where(a => a.PersonId != null).Select(a => a.PersonId!.Value);
        NotAsked = await loop.Tellings.CountAsync(
            t => t.ReplyId == id && t.PersonId != null && t.ToldAt != null && !asked.Contains(t.PersonId.Value),
            stop
        );
        Words =
        [
            .. (
                await all.Where(a => a.Words != null && a.Answer != null && !a.RingMe)
                    .OrderByDescending(a => a.AnsweredAt)
                    .Take(MostShown)
                    .ToListAsync(stop)
            ).Select(a => (a.Answer!.Value, a.Words!, a.AnsweredAt!.Value.DayInLondon())),
        ];
        if (User.MaySeePeople())
        {
            Ring = await ToRingAsync(all, stop);
        }
        return null;
    }

    private async Task<IReadOnlyList<ToRing>> ToRingAsync(IQueryable<AskedBack> all, CancellationToken stop)
    {
        var wanted = await all.Where(a => a.RingMe && a.RungAt == null && a.PersonId != null && a.Answer != null)
            .OrderBy(a => a.AnsweredAt)
            .Take(MostShown)
            .ToListAsync(stop);
        var members = await audience.ForPeopleAsync([.. wanted.Select(a => a.PersonId!.Value)], stop);
        return
        [
            .. wanted.Select(a =>
            {
                var member = members.GetValueOrDefault(a.PersonId!.Value);
                return new ToRing(
                    a.Id,
                    member?.Name ?? "Name not held",
                    member?.PostalAddress.Split('\n')[0] ?? "",
                    member?.Phone is { } phone ? InWords.Phone(phone) : null,
                    AnswerWords.Of(a.Answer!.Value),
                    a.Words
                );
            }),
        ];
    }
}
