// Texts as .txt files: the number, an empty line, the words.
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending.Mail;

namespace Hearth.Messaging.Sending.Folder;

internal sealed class TextFolder(MessagingOptions options) : FolderWayOut(options, Channel.Text, ".txt")
{
    protected override string Write(StoredMessage message) => $"To: {message.ToAddress}\n\n{Words.WithLink(message)}\n";
}
