// The board of messages: what went, what waits and why, and first of all what needs a person.
using System.ComponentModel.DataAnnotations;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.Board.All;

[StaffOnly(Role.EngagementOfficer, Role.HousingOfficer, Role.Manager)]
internal sealed class MessagesModel(HearthDb db, WaysOut ways, ClockLeap clock, TimeProvider time) : PageModel, IShowsPeople
{
    public IEnumerable<Guid> PeopleShown => Rows.Select(row => row.PersonId).OfType<Guid>();

    private const int PerPage = 50;

    /// <summary>Failures older than this have been seen; they are still in the list, among the others.</summary>
    private const int FreshDays = 30;

    [BindProperty(SupportsGet = true)]
    public Channel? Channel { get; set; }

    [BindProperty(SupportsGet = true)]
    public MessageStatus? Status { get; set; }

    [BindProperty(SupportsGet = true), StringLength(100)]
    public string? Purpose { get; set; }

    [BindProperty(SupportsGet = true), StringLength(100)]
    public string? Name { get; set; }

    /// <summary>Only those about one survey or reply; its page links here.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? About { get; set; }

    public BoardCounts Counts { get; private set; } = new([]);

    public IReadOnlyList<WaitingGroup> Waiting { get; private set; } = [];

    public IReadOnlyList<MessageRow> Rows { get; private set; } = [];

    /// <summary>The leap of the clock for which nothing goes; null where there is none.</summary>
    public Leap? Leap { get; private set; }

    public int Found { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Found + PerPage - 1) / PerPage);

    public bool Filtered =>
        Channel is not null
        || Status is not null
        || About is not null
        || !string.IsNullOrWhiteSpace(Purpose)
        || !string.IsNullOrWhiteSpace(Name);

    /// <summary>The folder, where nothing leaves this computer.</summary>
    public string? Folder => ways.Local ? ways.All.First().Where : null;

    public IReadOnlyList<SelectListItem> Purposes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Ways { get; } =
    [new("All", ""), .. Enum.GetValues<Channel>().Select(c => new SelectListItem(Say.Way(c), c.ToString()))];

    public IReadOnlyList<SelectListItem> Statuses { get; } =
    [new("All", ""), .. Enum.GetValues<MessageStatus>().Select(s => new SelectListItem(Say.Status(s, Public.Channel.Email), s.ToString()))];

    public async Task OnGetAsync(CancellationToken stop, [FromQuery(Name = "page")] int number = 1)
    {
        var messages = db.Set<StoredMessage>().AsNoTracking();
        Counts = new(
            await messages
                .GroupBy(m => new { m.Channel, m.Status })
                .Select(g => new BoardCount(g.Key.Channel, g.Key.Status, g.Count()))
                .ToListAsync(stop)
        );
        Leap = await clock.FindAsync(stop);
        Waiting = await WaitingAsync(messages, stop);
        Purposes =
        [
            new("All", ""),
            .. (await messages.Select(m => m.Purpose).Distinct().ToListAsync(stop))
                .Order(StringComparer.Ordinal)
                .Select(p => new SelectListItem(Say.Purpose(p), p)),
        ];

        var found = Narrowed(messages);
        Found = Filtered ? await found.CountAsync(stop) : Counts.Total;
        Number = Math.Clamp(number, 1, Pages);
        var fresh = time.GetUtcNow().AddDays(-FreshDays);
        Rows = await found
            .OrderByDescending(m => m.Status == MessageStatus.InDoubt || (m.Status == MessageStatus.Failed && m.EndedAt > fresh))
            .ThenByDescending(m => m.CreatedAt)
            .ThenByDescending(m => m.Id)
            .Skip((Number - 1) * PerPage)
            .Take(PerPage)
            .Select(m => new MessageRow(
                m.Id,
                m.Channel,
                m.Status,
                m.Purpose,
                m.ToName,
                m.Subject,
                m.Language,
                m.CreatedAt,
                m.EndedAt,
                m.LastError,
                m.PersonId
            ))
            .ToListAsync(stop);
    }

    private async Task<IReadOnlyList<WaitingGroup>> WaitingAsync(IQueryable<StoredMessage> messages, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var groups = await messages
            .Where(m => m.Status == MessageStatus.Queued)
            .GroupBy(m => new
            {
                m.Channel,
                m.LastError,
                m.PrintHere,
                Later = m.DueAt > now,
            })
            .Select(g => new
            {
                g.Key.Channel,
                g.Key.LastError,
                g.Key.PrintHere,
                g.Key.Later,
                Count = g.Count(),
                Next = g.Min(m => m.DueAt),
            })
            .ToListAsync(stop);
        return
        [
            .. groups
                .Select(g => new WaitingGroup(g.Channel, g.Count, Why(g.Channel, g.LastError, g.PrintHere, g.Later, g.Next)))
                .OrderBy(g => g.Channel)
                .ThenByDescending(g => g.Count),
        ];
    }

    private string Why(Channel channel, string? error, string? printHere, bool later, DateTimeOffset next) =>
        channel switch
        {
            Public.Channel.Letter when printHere is not null => $"For a print run here: {printHere}",
            Public.Channel.Letter when !ways.LettersLeave => later ? $"Not due before {Say.Moment(next)}" : "For a print run",
            Public.Channel.Telephone => later ? $"To be rung from {Say.Moment(next)}" : "For somebody to ring",
            Public.Channel.Door => later ? $"To be visited from {Say.Moment(next)}" : "For somebody to knock",
            _ when ways.For(channel) is null => "No way to send them is set up",
            _ when error is not null => $"{error}. Tried again by itself",
            _ when Leap is not null => "Waits until somebody says that the clock is right",
            _ => later ? $"Not due before {Say.Moment(next)}" : "Goes within seconds",
        };

    private IQueryable<StoredMessage> Narrowed(IQueryable<StoredMessage> messages)
    {
        if (Channel is { } channel)
        {
            messages = messages.Where(m => m.Channel == channel);
        }
        if (Status is { } status)
        {
            messages = messages.Where(m => m.Status == status);
        }
        if (About is { } about)
        {
            messages = messages.Where(m => m.About == about);
        }
        if (!string.IsNullOrWhiteSpace(Purpose))
        {
            var purpose = Purpose;
            messages = messages.Where(m => m.Purpose == purpose);
        }
        if (!string.IsNullOrWhiteSpace(Name))
        {
            var name = Name.Trim().ToLowerInvariant();
            messages = messages.Where(m => m.ToName.ToLower().Contains(name));
        }
        return messages;
    }
}

internal sealed record WaitingGroup(Channel Channel, int Count, string Why);

internal sealed record MessageRow(
    Guid Id,
    Channel Channel,
    MessageStatus Status,
    string Purpose,
    string ToName,
    string Subject,
    string Language,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt,
    string? LastError,
    Guid? PersonId
);
