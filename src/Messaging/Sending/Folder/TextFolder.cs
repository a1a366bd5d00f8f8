// Texts as .txt files: the number, an empty line, the words.
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending.Mail;

namespace Hearth.Messaging.Sending.Folder;

internal sealed class TextFolder(MessagingOptions options) : FolderWayOut(options, Channel.Text, ".txt")
{
    // E.164: a plus and at most fifteen digits.
    protected override string? Refusal(StoredMessage message) =>
        message.ToAddress is ['+', .. { Length: >= 7 and <= 15 } digits] && digits.All(char.IsAsciiDigit)
            ? null
            : "This is not a telephone number";

    protected override string Write(StoredMessage message) => $"To: {message.ToAddress}\n\n{Words.WithLink(message)}\n";
}
