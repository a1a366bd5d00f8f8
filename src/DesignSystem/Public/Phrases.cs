// The words of one language, by key: for pages, for messages and for letters.
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hearth.DesignSystem.Languages;
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Public;

/// <summary>
/// The words of one language. Injected, it speaks the language that this page's reader chose; <see cref="PhraseBook.In"/> gives another.
/// A key nobody wrote English for is a bug and throws; a phrase without a translation is English.
/// </summary>
public sealed class Phrases
{
    private static readonly Lazy<Phrases> Ours = new(() => new PhraseBook(WordFile.OfModules(), []).In(null));

    private static readonly HtmlEncoder Safe = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly IReadOnlyDictionary<string, Phrase> own;
    private readonly Phrases? english;

    internal Phrases(Language language, IReadOnlyDictionary<string, Phrase> own, Phrases? english) =>
        (Language, this.own, this.english) = (language, own, english);

    public Language Language { get; }

    /// <summary>The English that the modules carry, for colleagues and where nobody can say whose words are wanted.</summary>
    public static Phrases InEnglish => Ours.Value;

    /// <summary>The phrase as plain text: Razor escapes it.</summary>
    /// <param name="key">As in the files: <c>survey.start.title</c>.</param>
    /// <param name="values">For the names in braces. The value named <c>count</c> chooses the plural form. Numbers and days are written as the language writes them.</param>
    public string this[string key, params (string Name, object? Value)[] values] => Fill(Find(key, values), values);

    /// <summary>The phrase as HTML: everything is escaped but <c>&lt;b&gt;</c>, the tags that a <see cref="Link"/> is named for, and values that are HTML already.</summary>
    public IHtmlContent Html(string key, params (string Name, object? Value)[] values)
    {
        var text = Find(key, values);
        var page = new StringBuilder();
        var at = 0;
        foreach (var mark in PhraseParts.Mark().EnumerateMatches(text))
        {
            page.Append(Safe.Encode(text[at..mark.Index])).Append(Marked(text.Substring(mark.Index, mark.Length), values));
            at = mark.Index + mark.Length;
        }
        return new HtmlString(page.Append(Safe.Encode(text[at..])).ToString());
    }

    internal IReadOnlyList<string> Own(string key) => own.TryGetValue(key, out var phrase) ? phrase.Forms : [];

    internal IReadOnlyCollection<string> Keys => [.. own.Keys];

    /// <summary>Whether this language has words of its own for the key.</summary>
    public bool Has(string key) => own.ContainsKey(key);

    /// <summary>Whether there are words for the key, in English at least.</summary>
    public bool Knows(string key) => own.ContainsKey(key) || english?.Knows(key) == true;

    /// <summary>“3,412”, as the language writes it.</summary>
    public string Number(long number) => number.ToString("N0", Language.Culture);

    /// <summary>“Friday 18 December”.</summary>
    public string Weekday(DateOnly day) => day.ToString("dddd d MMMM", Language.Culture);

    /// <summary>“18 December 2026”.</summary>
    public string Day(DateOnly day) => day.ToString("d MMMM yyyy", Language.Culture);

    /// <summary>“18 December”.</summary>
    public string ShortDay(DateOnly day) => day.ToString("d MMMM", Language.Culture);

    /// <summary>“May 2026”.</summary>
    public string Month(DateOnly day) => day.ToString("MMMM yyyy", Language.Culture);

    /// <summary>“the survey, the walkabout and the forum”; each keeps its own direction.</summary>
    public string List(IEnumerable<string> items)
    {
        var all = items.Select(Apart).ToList();
        return all.Count < 2 ? string.Concat(all) : this["list.and", ("first", string.Join(", ", all[..^1])), ("last", all[^1])];
    }

    private string Find(string key, (string Name, object? Value)[] values)
    {
        if (!own.TryGetValue(key, out var phrase))
        {
            return english is not null
                ? english.Find(key, values)
                : throw new KeyNotFoundException($"No words stand under “{key}” in any Words/en.po.");
        }
        return phrase.For(Named(values, PhraseParts.Count) is { } count ? Convert.ToInt64(count, CultureInfo.InvariantCulture) : null);
    }

    private string Fill(string text, (string Name, object? Value)[] values) =>
        PhraseParts.Value().Replace(text, match => Written(match.Groups[1].Value, values));

    // A value in braces, or a tag; a tag that the page knows nothing of is shown as it stands.
    private string Marked(string mark, (string Name, object? Value)[] values)
    {
        var name = mark.Trim('{', '}', '<', '/', '>');
        var value = Named(values, name);
        return (mark[0], value) switch
        {
            ('{', IHtmlContent html) => Text(html),
            ('{', _) => Safe.Encode(Written(name, values)),
            (_, Link) when mark[1] == '/' => "</a>",
            (_, Link link) => $"""<a class="govuk-link" href="{Safe.Encode(link.Href)}">""",
            _ => name == "b" ? mark : Safe.Encode(mark),
        };
    }

    private string Written(string name, (string Name, object? Value)[] values) =>
        Named(values, name) switch
        {
            null => values.Any(v => v.Name == name) ? "" : $"{{{name}}}",
            int number => Number(number),
            long number => Number(number),
            DateOnly day => Day(day),
            IFormattable other => Apart(other.ToString(null, Language.Culture)),
            var other => Apart(other.ToString() ?? ""),
        };

    // A name or a telephone number keeps its own direction inside a sentence that runs the other way (Unicode's isolates).
    // An address is left alone: a mark behind it would be taken for a part of it.
    private string Apart(string value) =>
        Language.RightToLeft && value.Length > 0 && !value.StartsWith("http", StringComparison.Ordinal) ? $"\u2068{value}\u2069" : value;

    private static object? Named((string Name, object? Value)[] values, string name) =>
        Array.Find(values, value => value.Name == name).Value;

    private static string Text(IHtmlContent html)
    {
        using var writer = new StringWriter(new StringBuilder(), CultureInfo.InvariantCulture);
        html.WriteTo(writer, Safe);
        return writer.ToString();
    }
}
