// Words in a mail header: one line of ASCII whatever was typed, so that no name and no subject can become a header of its own. RFC 5322 and 2047.
using System.Text;

namespace Hearth.Messaging.Sending.Mail;

internal static class HeaderWords
{
    /// <summary>As unstructured text (a subject).</summary>
    public static string Text(string words)
    {
        var line = OneLine(words);
        return Plain(line) && line.Length <= 60 ? line : Encoded(line);
    }

    /// <summary>As a display name before an address.</summary>
    public static string Name(string words)
    {
        var line = OneLine(words);
        return Plain(line) && line.Length <= 60 ? $"\"{line.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"" : Encoded(line);
    }

    private static string OneLine(string words) =>
        string.Join(
            ' ',
            new string([.. words.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]).Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            )
        );

    private static bool Plain(string line) => line.All(c => c is >= ' ' and <= '~') && !line.Contains("=?", StringComparison.Ordinal);

    // Each encoded word holds whole characters and is at most 75 long; further ones stand on folded lines.
    private static string Encoded(string line)
    {
        List<string> words = [];
        var bytes = new List<byte>(48);
        foreach (var rune in line.EnumerateRunes())
        {
            var next = new byte[rune.Utf8SequenceLength];
            rune.EncodeToUtf8(next);
            if (bytes.Count + next.Length > 45)
            {
                words.Add(Convert.ToBase64String([.. bytes]));
                bytes.Clear();
            }
            bytes.AddRange(next);
        }
        words.Add(Convert.ToBase64String([.. bytes]));
        return string.Join("\r\n ", words.Select(word => $"=?utf-8?B?{word}?="));
    }
}
