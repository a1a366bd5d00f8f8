// E-mails and texts through GOV.UK Notify. Each carries the message's id as its reference, so that a repeat finds what went before and sends nothing.
using System.Net;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending.Mail;

namespace Hearth.Messaging.Sending.Notify;

internal sealed class NotifyWayOut(Channel channel, NotifyOptions options, NotifyClient client) : IWayOut
{
    public Channel Channel => channel;

    // a message that a dead node left behind is looked for by its reference first
    public bool SafeToRepeat => true;

    public bool Local => false;

    public string Where => "GOV.UK Notify";

    public async Task<Dispatch> SendAsync(StoredMessage message, CancellationToken stop)
    {
        if (channel == Channel.Email && MailAddress.ForWire(message.ToAddress) is null)
        {
            return new Refused(MailAddress.IsNone);
        }
        // tried before: it may be there though nobody told us
        if (message.Attempts > 1)
        {
            var found = await client.FindAsync(Reference(message), CancellationToken.None);
            if (found.Id is { } known)
            {
                return new Accepted(known);
            }
            if (found.Status != HttpStatusCode.OK)
            {
                return Of(found);
            }
        }
        var answer = await client.SendAsync(
            channel == Channel.Email ? "/v2/notifications/email" : "/v2/notifications/sms",
            Body(message),
            CancellationToken.None
        );
        return Of(answer);
    }

    /// <summary>No personal data: the message's own id.</summary>
    public static string Reference(StoredMessage message) => message.Id.ToString("D");

    private object Body(StoredMessage message) =>
        channel == Channel.Email
            ? new
            {
                email_address = message.ToAddress,
                template_id = options.EmailTemplate,
                personalisation = new { subject = message.Subject, body = Words.WithLink(message) },
                reference = Reference(message),
            }
            : new
            {
                phone_number = message.ToAddress,
                template_id = options.TextTemplate,
                personalisation = new { body = Words.WithLink(message) },
                reference = Reference(message),
            };

    private static Dispatch Of(NotifyAnswer answer) =>
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
