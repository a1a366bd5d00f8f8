// Finds what a person would read in a page's source that does not come from the word files.
using System.Text;
using System.Text.RegularExpressions;

namespace Hearth.House.Tests;

internal static partial class WordsOfPages
{
    /// <summary>Words that stand in the markup, in attributes that are read, or in sentences of the page's code.</summary>
    public static IReadOnlyList<string> In(SourceFile file)
    {
        if (file.Path.EndsWith(".cs", StringComparison.Ordinal))
        {
            return Told(file, Sentences(file.Text));
        }
        // an attribute such as label="@Phrases["…"]" holds quotation marks of its own: code and markup are looked at apart
        var (markup, code) = Apart(Comment().Replace(file.Text, ""));
        return Told(
            file,
            [
                .. code.SelectMany(Sentences),
                .. markup
                    .Split('\n')
                    .Where(line => !line.TrimStart().StartsWith('<') && CodeLine().IsMatch(line.Trim()))
                    .SelectMany(Sentences),
                .. Attributes().Matches(markup).Select(m => m.Groups[2].Value).Where(words => Letters().IsMatch(words)),
                .. Texts(markup),
            ]
        );
    }

    /// <summary>Partials that this page draws, by name or path, as they are written.</summary>
    public static IEnumerable<string> Partials(string text) => PartialNames().Matches(text).Select(m => m.Groups[1].Value);

    private static List<string> Told(SourceFile file, IEnumerable<string> found) =>
        [.. found.Select(words => $"{file.Path}: “{words.Trim()}”").Distinct()];

    // A string that begins like a sentence or a title, but for what only the program reads: roles, audit actions, names of fields.
    private static IEnumerable<string> Sentences(string code) =>
        Strings()
            .Matches(code)
            .Where(m => !NotRead().IsMatch(code[(code.LastIndexOf('\n', m.Index) + 1)..m.Index]))
            .Select(m => Hole().Replace(m.Groups[1].Value, ""))
            .Where(literal => Sentence().IsMatch(literal));

    private static IEnumerable<string> Texts(string markup) =>
        Between()
            .Matches(Values().Replace(markup, "=\"\""))
            .SelectMany(match => match.Groups[1].Value.Split('\n'))
            .Select(line => line.Trim())
            .Where(line => Letters().IsMatch(line) && !CodeLine().IsMatch(line));

    // Razor's expressions and blocks of code, with their brackets balanced, and what is left of the page without them.
    private static (string Markup, List<string> Code) Apart(string text)
    {
        var markup = new StringBuilder(text.Length);
        var code = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '@' || at + 1 == text.Length || text[at + 1] == '@')
            {
                markup.Append(text[at]);
                continue;
            }
            var end = EndOfCode(text, at + 1);
            code.Add(text[at..end]);
            at = Math.Max(at, end - 1);
        }
        return (markup.ToString(), code);
    }

    private static int EndOfCode(string text, int at)
    {
        if (text[at] == '{')
        {
            return Closed(text, at);
        }
        if (Directive().Match(text, at, Math.Min(20, text.Length - at)) is { Success: true } directive && directive.Index == at)
        {
            var line = text.IndexOf('\n', at);
            return line < 0 ? text.Length : line;
        }
        var keyword =
            Keyword().Match(text, at, Math.Min(20, text.Length - at)) is { Success: true } match && match.Index == at ? match.Length : 0;
        for (var end = at + keyword; end < text.Length; )
        {
            var next = text[end];
            if (next is '(' or '[')
            {
                end = Closed(text, end);
                if (keyword > 0 && text[at] != 'a')
                {
                    return end;
                }
            }
            else if (
                char.IsLetterOrDigit(next)
                || next is '_' or '!'
                || (next == '.' && end + 1 < text.Length && char.IsLetter(text[end + 1]))
            )
            {
                end++;
            }
            else
            {
                return end;
            }
        }
        return text.Length;
    }

    private static int Closed(string text, int open)
    {
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                var quote = text.IndexOf('"', at + 1);
                at = quote < 0 ? text.Length - 1 : quote;
                continue;
            }
            if (text[at] is '(' or '[' or '{')
            {
                depth++;
            }
            else if (text[at] is ')' or ']' or '}' && --depth == 0)
            {
                return at + 1;
            }
        }
        return text.Length;
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(page|model|using|inject|addTagHelper|attribute|inherits)\b")]
    private static partial Regex Directive();

    [GeneratedRegex(@"(if|foreach|for|switch|while)\s*(?=\()|await\s+")]
    private static partial Regex Keyword();

    [GeneratedRegex(
        @"\b(label|legend|hint|title|alt|placeholder|aria-label|summary|suffix|prefix|key|change-what|change-text|caption|left|link-text|since)=""([^""]*)"""
    )]
    private static partial Regex Attributes();

    [GeneratedRegex("=\"[^\"]*\"")]
    private static partial Regex Values();

    [GeneratedRegex(">([^<]+)<")]
    private static partial Regex Between();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^(else|[{}@]|case\b|default:|break;|var |string |return |if |foreach |//)|[;{}]$|=>")]
    private static partial Regex CodeLine();

    [GeneratedRegex("\"((?:[^\"\\\\\\n]|\\\\.)*)\"")]
    private static partial Regex Strings();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^[‘“]?[A-Z][\p{L}’]*([ ,.?!:].*)?$")]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"(Layout = |==\s*|!=\s*|\bis |\bor |case |IsInRole\(|CreateProtector\(|Form\[|form\[|GetFile\(|AddModelError\(|Section\w*\(|ViewData\[|Name = |TryAsync\(|InEnglish\(|\.Replace\(|StartsWith\(|ToString\()[$@]*$|(audit\.Write|DoAsync|JoinAsync|LeaveAsync|BeginAsync)\([^""]*$"
    )]
    private static partial Regex NotRead();

    [GeneratedRegex("<partial name=\"@?([^\"]+)\" ")]
    private static partial Regex PartialNames();
}
