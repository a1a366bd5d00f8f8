// All phrases of a language as one file that translators' tools read, with the English beside them.
using System.Text;
using Hearth.DesignSystem.Public;

namespace Hearth.Web.Languages.SeeLanguages;

internal static class TranslationFile
{
    /// <param name="book">All languages.</param>
    /// <param name="language">Null for one that is not there yet: nothing is translated.</param>
    public static string Of(PhraseBook book, Language? language)
    {
        var file = new StringBuilder();
        file.Append("msgid \"\"\nmsgstr \"\"\n");
        foreach (
            var line in new[]
            {
                $"Language: {language?.Code ?? "xx"}",
                "Content-Type: text/plain; charset=UTF-8",
                $"X-Language-Name: {language?.Name ?? ""}",
                $"X-Culture: {language?.Culture.Name ?? ""}",
                $"Plural-Forms: {book.PluralLine(language)}",
                "X-Checked-By: ",
            }
        )
        {
            file.Append(Quoted(line + "\n")).Append('\n');
        }
        foreach (var phrase in book.All(language))
        {
            file.Append('\n').Append("msgctxt ").Append(Quoted(phrase.Key)).Append('\n');
            file.Append("msgid ").Append(Quoted(phrase.English)).Append('\n');
            if (phrase.EnglishMany is null)
            {
                file.Append("msgstr ").Append(Quoted(phrase.Texts.FirstOrDefault() ?? "")).Append('\n');
                continue;
            }
            file.Append("msgid_plural ").Append(Quoted(phrase.EnglishMany)).Append('\n');
            for (var form = 0; form < phrase.Forms; form++)
            {
                file.Append("msgstr[").Append(form).Append("] ").Append(Quoted(phrase.Texts.ElementAtOrDefault(form) ?? "")).Append('\n');
            }
        }
        return file.ToString();
    }

    private static string Quoted(string words) =>
        "\""
        + words
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
        + "\"";
}
