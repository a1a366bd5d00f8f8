// Text in lines of at most 76 ASCII characters that any mail server carries and a person can still read. RFC 2045, 6.7.
using System.Text;

namespace Hearth.Messaging.Sending.Mail;

internal static class QuotedPrintable
{
    private const int Longest = 76;

    public static string Encode(string text)
    {
        var written = new StringBuilder(text.Length + text.Length / 8);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var column = 0;
            var bytes = Encoding.UTF8.GetBytes(line);
            for (var i = 0; i < bytes.Length; i++)
            {
                var last = i == bytes.Length - 1;
                var asItIs = bytes[i] is >= (byte)'!' and <= (byte)'~' and not (byte)'=' || (bytes[i] is (byte)' ' or (byte)'\t' && !last);
                var length = asItIs ? 1 : 3;
                if (column + length > (last ? Longest : Longest - 1))
                {
                    written.Append("=\r\n");
                    column = 0;
                }
                if (asItIs)
                {
                    written.Append((char)bytes[i]);
                }
                else
                {
                    written.Append('=').Append(bytes[i].ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
                }
                column += length;
            }
            written.Append("\r\n");
        }
        return written.ToString();
    }
}
