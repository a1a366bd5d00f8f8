// E-mail through the landlord's mail server.
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending.Mail;

namespace Hearth.Messaging.Sending.Smtp;

internal sealed class SmtpWayOut(MessagingOptions options, Letterhead letterhead) : IWayOut
{
    private readonly SmtpConversation conversation = new(options.Smtp);

    public Channel Channel => Channel.Email;

    public bool SafeToRepeat => false;

    public bool Local => false;

    public string Where => $"{options.Smtp.Host}:{options.Smtp.Port}";

    public async Task<Dispatch> SendAsync(StoredMessage message, CancellationToken stop)
    {
        var head = letterhead.Current;
        if (MailAddress.ForWire(head.From) is not { } from || from.EndsWith("@localhost.example", StringComparison.Ordinal))
        {
            return new WayClosed("Nobody to send from: set Messaging:Smtp:From to an e-mail address of yours");
        }
        if (MailAddress.ForWire(message.ToAddress) is not { } to)
        {
            return new Refused(MailAddress.IsNone);
        }
        return await conversation.SendAsync(from, to, Eml.Write(message, head), stop);
    }
}
