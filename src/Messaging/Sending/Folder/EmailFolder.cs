// E-mails as .eml files, which any mail program opens.
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending.Mail;

namespace Hearth.Messaging.Sending.Folder;

internal sealed class EmailFolder(MessagingOptions options, Letterhead letterhead) : FolderWayOut(options, Channel.Email, ".eml")
{
    protected override string? Refusal(StoredMessage message) => MailAddress.ForWire(message.ToAddress) is null ? MailAddress.IsNone : null;

    protected override string Write(StoredMessage message) => Eml.Write(message, letterhead.Current);
}
