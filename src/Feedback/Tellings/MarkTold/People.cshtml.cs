// The people who wait for an answer, and how each is reached: to tell them by hand. Never what they said.
using Hearth.DesignSystem.Public.Forms;
using Hearth.Feedback.Replies;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Tellings.MarkTold;

/// <summary>Somebody who waits.</summary>
/// <param name="Why">Why they have not been told yet.</param>
internal sealed record WhoWaits(Guid PersonId, string Name, string Home, string? Phone, string Way, string Why, bool Stuck);

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer)]
internal sealed class PeopleModel(ReplyFinder replies, LoopLedger loop, Audience audience, MarkTold mark, TimeProvider time)
    : PageModel,
        IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => Waiting.Select(person => person.PersonId);

    private const int OnAPage = 50;

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public DateParts On { get; set; } = new();

    public Answering Answering { get; private set; } = null!;

    public IReadOnlyList<WhoWaits> Waiting { get; private set; } = [];

    public int AskedNot { get; private set; }

    public int All { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; }

    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? done, [FromQuery(Name = "page")] string? page, CancellationToken stop)
    {
        if (await ReadAsync(id, page, stop) is { } elsewhere)
        {
            return elsewhere;
        }
        On = DateParts.Of(time.Today());
        Done = done switch
        {
            "told" => "Marked as told.",
            "list" => "Put on the call list.",
            _ => null,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? then, [FromQuery(Name = "page")] string? page, CancellationToken stop)
    {
        if (await ReadAsync(id, page, stop) is { } elsewhere)
        {
            return elsewhere;
        }
        IReadOnlyList<Refusal> refusals;
        if (then == "ring")
        {
            refusals = await mark.RingAsync(Answering, Chosen, stop);
        }
        else if (On.Read("the day they were told", out var on) is { } error)
        {
            refusals = [new NoDay(nameof(On), error)];
        }
        else
        {
            refusals = await mark.ToldAsync(Answering, Chosen, Way, on, stop);
        }
        if (refusals.Count == 0)
        {
            return Redirect($"/feedback/{id}/people?done={(then == "ring" ? "list" : "told")}");
        }
        ModelState.Refuse(refusals, "");
        return Page();
    }

    private async Task<IActionResult?> ReadAsync(Guid id, string? page, CancellationToken stop)
    {
        if (await replies.FindAsync(id, stop) is not { } answering)
        {
            return NotFound();
        }
        if (!answering.Reply.Standing)
        {
            return Redirect($"/feedback/{id}");
        }
        Answering = answering;
        var owed = (await StillOwed.ListAsync(loop, answering, stop)).Keys.ToList();
        var tellings = await loop
            .Tellings.Where(t => t.ReplyId == id && t.ToldAt == null && t.PersonId != null)
            .ToDictionaryAsync(t => t.PersonId!.Value, stop);
        var members = await audience.ForPeopleAsync(owed, stop);
        var rows = owed.Where(p => members.GetValueOrDefault(p)?.AskedNot() != true)
            .Select(p => Row(p, members.GetValueOrDefault(p), tellings.GetValueOrDefault(p)))
            .OrderByDescending(r => r.Stuck)
            .ThenBy(r => r.Name, StringComparer.Ordinal)
            .ToList();
        AskedNot = owed.Count - rows.Count;
        All = rows.Count;
        Pages = (All + OnAPage - 1) / OnAPage;
        Number = int.TryParse(page, out var number) ? Math.Clamp(number, 1, Math.Max(1, Pages)) : 1;
        Waiting = [.. rows.Skip((Number - 1) * OnAPage).Take(OnAPage)];
        return null;
    }

    private static WhoWaits Row(Guid person, AudienceMember? member, Telling? telling)
    {
        var way = telling is null ? "None" : Tellings.Way.InWords(telling.Channel);
        var why =
            telling is null ? (member is null ? "No longer on the tenant list" : "No way to reach them is held")
            : telling.CameBack is { } back ? back
            : telling.Channel is "Telephone" or Tellings.Way.FaceToFace ? "On the call list"
            : "Message on its way";
        if (member?.Safe is { Care: { Count: > 0 } care })
        {
            why += $". Mind: {string.Join(". ", care)}";
        }
        return new(
            person,
            member?.Name ?? "Name not held",
            member?.HomeAddress.Split('\n')[0] ?? "",
            member?.Reach(Channel.Telephone)?.Address,
            way,
            why,
            telling is null || telling.CameBack is not null
        );
    }
}
