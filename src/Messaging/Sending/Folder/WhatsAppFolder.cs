// WhatsApp messages as .txt files: the number, an empty line, the words as they would go.
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending.WhatsApp;

namespace Hearth.Messaging.Sending.Folder;

internal sealed class WhatsAppFolder(MessagingOptions options) : FolderWayOut(options, Channel.WhatsApp, ".whatsapp.txt")
{
    protected override string? Refusal(StoredMessage message) =>
        WhatsAppWayOut.IsNumber(message.ToAddress) ? null : "This is not a telephone number";

    protected override string Write(StoredMessage message) =>
        $"WhatsApp to: {message.ToAddress}\n\n{message.ToName}\n{WhatsAppWayOut.Words(message)}\n";
}
