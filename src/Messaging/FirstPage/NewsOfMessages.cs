// Messages on the officer's first page: letters to print, calls to make, and what did not arrive.
using System.Globalization;
using System.Security.Claims;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Messaging.Calls;
using Hearth.Messaging.Letters;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Messaging.FirstPage;

internal sealed class NewsOfMessages(HearthDb db, WaysOut ways, TimeProvider time) : IFirstPageNews
{
    public async Task<FirstPageNews> ReadAsync(ClaimsPrincipal reader, DateOnly until, CancellationToken stop)
    {
        var today = time.Today();
        var now = time.GetUtcNow();
        var due = new List<Due>();
        var messages = db.Set<StoredMessage>().AsNoTracking();
        if (
            Is(reader, Role.EngagementOfficer, Role.Manager)
            && await messages.WaitingToBePrinted(now, ways.LettersLeave).CountAsync(stop) is > 0 and var letters
        )
        {
            due.Add(
                new(
                    today,
                    $"{Count(letters, "letter", "letters")} to print and post",
                    "/messages/letters",
                    "People wait for them.",
                    "Print",
                    DueState.Waits
                )
            );
        }
        if (
            Is(reader, Role.EngagementOfficer, Role.Manager, Role.HousingOfficer)
            && await messages.ToMake(Channel.Telephone, now).CountAsync(stop) is > 0 and var calls
        )
        {
            due.Add(
                new(today, $"{Count(calls, "call", "calls")} to make", "/messages/calls", "They asked to be rung.", "Ring", DueState.Waits)
            );
        }
        if (
            Is(reader, Role.EngagementOfficer, Role.Manager, Role.HousingOfficer)
            && await messages.ToMake(Channel.Door, now).CountAsync(stop) is > 0 and var visits
        )
        {
            due.Add(
                new(
                    today,
                    $"{Count(visits, "visit", "visits")} to make",
                    "/messages/visits",
                    "Nothing else has reached them.",
                    "Visit",
                    DueState.Waits
                )
            );
        }
        if (Is(reader, Role.EngagementOfficer, Role.Manager, Role.HousingOfficer))
        {
            due.AddRange(await HeldUpAsync(messages, today, now, stop));
        }
        return new FirstPageNews([], due, []);
    }

    // What only a person can settle, and what has waited so long that somebody should know why.
    private async Task<IEnumerable<Due>> HeldUpAsync(
        IQueryable<StoredMessage> messages,
        DateOnly today,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var due = new List<Due>();
        if (await messages.CountAsync(m => m.Status == MessageStatus.InDoubt, stop) is > 0 and var doubts)
        {
            due.Add(
                new(
                    today,
                    $"{Count(doubts, "message", "messages")} may have gone",
                    "/messages?Status=InDoubt",
                    "Nobody knows. Hearth does not send them again by itself.",
                    "Decide",
                    DueState.Waits
                )
            );
        }
        var since = now - LongWait;
        // print runs and calls wait for people, and have lines of their own
        Channel[] leaving = [.. WaysOut.Automatic, .. ways.LettersLeave ? [Channel.Letter] : Array.Empty<Channel>()];
        var held = await messages
            .Where(m => m.Status == MessageStatus.Queued && leaving.Contains(m.Channel) && m.LastError != null && m.CreatedAt < since)
            .GroupBy(m => m.LastError!)
            .Select(g => new { Why = g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count)
            .ToListAsync(stop);
        if (held.Count > 0)
        {
            due.Add(
                new(
                    today,
                    $"{Count(held.Sum(g => g.Count), "message waits", "messages wait")} for an hour or more",
                    "/messages?Status=Queued",
                    held[0].Why.TrimEnd('.') + ".",
                    "See why",
                    DueState.Waits
                )
            );
        }
        return due;
    }

    private static readonly TimeSpan LongWait = TimeSpan.FromHours(1);

    private static bool Is(ClaimsPrincipal reader, params Role[] roles) =>
        roles.Append(Role.Administrator).Any(role => reader.IsInRole(role.ToString()));

    private static string Count(int number, string one, string many) =>
        number.ToString("N0", CultureInfo.GetCultureInfo("en-GB")) + " " + (number == 1 ? one : many);
}
