// The words as simple HTML: paragraphs and links, nothing that a mail program might block.
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Hearth.Messaging.Sending.Mail;

internal static partial class MailHtml
{
    private static readonly HtmlEncoder Safe = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(StoredMessage message, MailHead head)
    {
        var language = Words.LanguageOf(message);
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"")
            .Append(Safe.Encode(language))
            .Append("\" dir=\"")
            .Append(Words.Direction(language))
            .Append("\">\n<head><meta charset=\"utf-8\"><title>")
            .Append(Safe.Encode(message.Subject))
            .Append("</title></head>\n")
            .Append("<body style=\"margin:0;padding:24px;font:18px/1.5 Arial,sans-serif;color:#2b1b2c;background:#fff\">\n")
            .Append("<div style=\"max-width:36em\">\n");
        foreach (var paragraph in Words.Paragraphs(message, Words.WithLink(message)))
        {
            html.Append("<p style=\"margin:0 0 16px\"");
            if (paragraph.Language != language)
            {
                html.Append(" lang=\"").Append(Safe.Encode(paragraph.Language)).Append("\" dir=\"").Append(paragraph.Direction).Append('"');
            }
            html.Append('>').Append(Linked(paragraph.Text)).Append("</p>\n");
        }
        if (Words.EnglishOf(message) is { SentToo: true } english)
        {
            html.Append("<div lang=\"en-GB\" dir=\"ltr\" style=\"margin:24px 0 0;padding-top:16px;border-top:1px solid #8a7b75\">\n")
                .Append("<p style=\"margin:0 0 16px\"><b>")
                .Append(Safe.Encode(english.Subject))
                .Append("</b></p>\n");
            foreach (var paragraph in Words.Paragraphs(english.Body))
            {
                html.Append("<p style=\"margin:0 0 16px\">").Append(Linked(paragraph)).Append("</p>\n");
            }
            html.Append("</div>\n");
        }
        html.Append("<p style=\"margin:24px 0 0;padding-top:12px;border-top:1px solid #8a7b75;font-size:16px;color:#5c4d5e\"><b>")
            .Append(Safe.Encode(head.FromName))
            .Append("</b>");
        if (head.Phone is not null)
        {
            html.Append("<br><bdi>").Append(Safe.Encode(head.Phone)).Append("</bdi>");
        }
        return html.Append("</p>\n</div>\n</body>\n</html>\n").ToString();
    }

    /// <summary>A paragraph with its web addresses made links; everything else is escaped.</summary>
    public static string Linked(string paragraph)
    {
        var html = new StringBuilder();
        var from = 0;
        foreach (Match match in WebAddress().Matches(paragraph))
        {
            html.Append(Lines(paragraph[from..match.Index]));
            var address = Safe.Encode(match.Value);
            html.Append("<a dir=\"ltr\" href=\"").Append(address).Append("\">").Append(address).Append("</a>");
            from = match.Index + match.Length;
        }
        return html.Append(Lines(paragraph[from..])).ToString();
    }

    private static string Lines(string text) => string.Join("<br>", text.Split('\n').Select(line => Safe.Encode(line)));

    // A full stop or a bracket after an address belongs to the sentence.
    [GeneratedRegex(@"https?://[^\s<>""']+[^\s<>""'.,;:!?)\]]", RegexOptions.CultureInvariant)]
    private static partial Regex WebAddress();
}
