// What an answer of GOV.UK Notify means for a message, and how a repeat is told from a first try.
using System.Net;

namespace Hearth.Messaging.Sending.Notify;

internal static class NotifyAnswers
{
    /// <summary>No personal data: the message's own id.</summary>
    public static string Reference(StoredMessage message) => message.Id.ToString("D");

    /// <summary>For a message that was tried before: it may be there though nobody told us. Null where Notify does not have it, so that it may go.</summary>
    public static async Task<Dispatch?> LookAsync(this NotifyClient client, StoredMessage message)
    {
        if (message.Attempts <= 1)
        {
            return null;
        }
        var found = await client.FindAsync(Reference(message), CancellationToken.None);
        // the one that an officer sends again is known by its own number: it is not this try
        return found.Id is { } known && known != message.ProviderId ? new Accepted(known)
            : found.Status == HttpStatusCode.OK ? null
            : Of(found);
    }

    public static Dispatch Of(NotifyAnswer answer) =>
        answer switch
        {
            { Id: { } id } => new Accepted(id),
            { Reached: false } => new WayClosed(answer.Reason!),
            // too many a minute or a day, or a key that is not taken: it says nothing about this message
            { Status: HttpStatusCode.TooManyRequests } => new WayClosed("GOV.UK Notify asks us to wait: " + answer.Reason),
            { Status: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } => new WayClosed(
                "GOV.UK Notify does not take our key: " + answer.Reason
            ),
            { Status: HttpStatusCode.BadRequest } => new Refused("GOV.UK Notify refused it: " + answer.Reason),
            // perhaps it has it: the next try looks first
            { Status: { } status } => new NotNow($"GOV.UK Notify answered {(int)status}"),
            _ => new NotNow(answer.Reason!),
        };
}
