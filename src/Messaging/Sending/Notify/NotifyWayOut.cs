// E-mails and texts through GOV.UK Notify. Each carries the message's id as its reference, so that a repeat finds what went before and sends nothing.
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
        if (await client.LookAsync(message) is { } known)
        {
            return known;
        }
        var answer = await client.SendAsync(
            channel == Channel.Email ? "/v2/notifications/email" : "/v2/notifications/sms",
            Body(message),
            CancellationToken.None
        );
        return NotifyAnswers.Of(answer);
    }

    private object Body(StoredMessage message) =>
        channel == Channel.Email
            ? new
            {
                email_address = message.ToAddress,
                template_id = options.EmailTemplate,
                personalisation = new { subject = message.Subject, body = Words.Whole(message) },
                reference = NotifyAnswers.Reference(message),
            }
            : new
            {
                phone_number = message.ToAddress,
                template_id = options.TextTemplate,
                personalisation = new { body = Words.WithLink(message) },
                reference = NotifyAnswers.Reference(message),
            };
}
