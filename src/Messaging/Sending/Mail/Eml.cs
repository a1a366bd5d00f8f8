// An e-mail as it goes over the wire: headers, the words as plain text, and the same as simple HTML. RFC 5322 and 2046.
using System.Globalization;
using System.Text;

namespace Hearth.Messaging.Sending.Mail;

internal static class Eml
{
    /// <summary>The same message always makes the same e-mail, its Message-ID and its date included, so a mail server can tell a second one from a new one.</summary>
    public static string Write(StoredMessage message, MailHead head)
    {
        var to = MailAddress.ForWire(message.ToAddress) ?? "invalid@invalid.example";
        var from = MailAddress.ForWire(head.From) ?? "hearth@localhost.example";
        var boundary = $"=_hearth_{message.Id:N}";
        var text = Words.Whole(message);

        var eml = new StringBuilder();
        Header("Message-ID", $"<{message.Id:N}@{from[(from.LastIndexOf('@') + 1)..]}>");
        Header("Date", message.CreatedAt.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header("From", $"{HeaderWords.Name(head.FromName)} <{from}>");
        Header("To", $"{HeaderWords.Name(message.ToName)} <{to}>");
        if (head.ReplyTo is not null && MailAddress.ForWire(head.ReplyTo) is { } replyTo)
        {
            Header("Reply-To", $"<{replyTo}>");
        }
        Header("Subject", HeaderWords.Text(message.Subject));
        Header("Auto-Submitted", "auto-generated");
        if (!message.Secret)
        {
            // RFC 2369. A code that somebody has just asked for is not a mailing.
            Header("List-Unsubscribe", $"<mailto:{MailAddress.ForWire(head.ReplyTo ?? "") ?? from}?subject=Stop%20e-mails>");
        }
        Header("MIME-Version", "1.0");
        if (message.Language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            Header("Content-Language", message.Language);
        }
        Header("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        eml.Append("\r\n");
        Part("text/plain", PlainWords(text, head));
        Part("text/html", MailHtml.Write(message, head));
        eml.Append("--").Append(boundary).Append("--\r\n");
        return eml.ToString();

        void Header(string name, string value) => eml.Append(name).Append(": ").Append(value).Append("\r\n");

        void Part(string type, string content) =>
            eml.Append("--")
                .Append(boundary)
                .Append("\r\n")
                .Append("Content-Type: ")
                .Append(type)
                .Append("; charset=utf-8\r\n")
                .Append("Content-Transfer-Encoding: quoted-printable\r\n\r\n")
                .Append(QuotedPrintable.Encode(content));
    }

    private static string PlainWords(string text, MailHead head) =>
        $"{text.TrimEnd()}\n\n-- \n{head.FromName}{(head.Phone is null ? "" : $"\n{head.Phone}")}\n";
}
