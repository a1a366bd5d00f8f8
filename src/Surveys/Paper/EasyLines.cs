// Easy Read: one idea to a line. A question is broken where a speaker would take breath; an officer may write other lines.
namespace Hearth.Surveys.Paper;

internal static class EasyLines
{
    private const int FewestWords = 3;

    /// <summary>The lines of a text: after each sentence, semicolon, colon or comma that leaves three words or more on either side.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var lines = new List<string>();
        foreach (var given in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = given.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var start = 0;
            for (var at = 0; at < words.Length; at++)
            {
                var (length, left) = (at - start + 1, words.Length - at - 1);
                var sentence = words[at][^1] is '.' or '?' or '!' && left > 0 && char.IsUpper(words[at + 1][0]);
                if (sentence || (words[at][^1] is ',' or ';' or ':' && length >= FewestWords && left >= FewestWords))
                {
                    lines.Add(Line(words[start..(at + 1)]));
                    start = at + 1;
                }
            }
            if (start < words.Length)
            {
                lines.Add(Line(words[start..]));
            }
        }
        return lines;
    }

    // a comma at the end of a line says nothing that the line's end does not
    private static string Line(string[] words) => string.Join(' ', words).TrimEnd(',', ';');
}
