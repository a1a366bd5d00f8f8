// A sentence that Hearth makes from facts: which one, and what is put in. Kept as data, so that it can be read in every language there are words in.
using System.Globalization;
using System.Text.Encodings.Web;
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Html;

namespace Hearth.Insight.Measures.Approach;

/// <summary>How a value is written.</summary>
internal enum Fill
{
    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A number with one decimal place.</summary>
    Tenths,

    /// <summary>A number with two.</summary>
    Hundredths,

    /// <summary>A number with two at most.</summary>
    AtMostHundredths,
    Day,

    /// <summary>The same in every language: a year, a seed.</summary>
    Same,

    /// <summary>As somebody wrote it, in English.</summary>
    Written,

    /// <summary>Sentences or their parts, the last two joined with “and”.</summary>
    All,

    /// <summary>Parts with semicolons between them.</summary>
    Chain,

    /// <summary>Parts with commas between them.</summary>
    Commas,
}

/// <param name="Name">In braces in the words.</param>
/// <param name="Text">The value; numbers and days as every machine reads them.</param>
/// <param name="Parts">Of a list or a chain.</param>
internal sealed record Filling(string Name, Fill As, string Text = "", IReadOnlyList<Sentence>? Parts = null)
{
    public static Filling Number(string name, int number) => new(name, Fill.Number, number.ToString(CultureInfo.InvariantCulture));

    public static Filling Tenths(string name, decimal number) => new(name, Fill.Tenths, number.ToString(CultureInfo.InvariantCulture));

    public static Filling Hundredths(string name, decimal number) =>
        new(name, Fill.Hundredths, number.ToString(CultureInfo.InvariantCulture));

    public static Filling Day(string name, DateOnly day) => new(name, Fill.Day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static Filling Same(string name, string text) => new(name, Fill.Same, text);

    public static Filling Written(string name, string text) => new(name, Fill.Written, text);

    public static Filling All(string name, IEnumerable<Sentence> parts) => new(name, Fill.All, Parts: [.. parts]);

    public static Filling AtMostHundredths(string name, decimal number) =>
        new(name, Fill.AtMostHundredths, number.ToString(CultureInfo.InvariantCulture));

    public static Filling Commas(string name, IEnumerable<Sentence> parts) => new(name, Fill.Commas, Parts: [.. parts]);

    public static Filling Chain(string name, IEnumerable<Sentence> parts) => new(name, Fill.Chain, Parts: [.. parts]);

    /// <summary>For plain text.</summary>
    public object In(Phrases phrases) =>
        As switch
        {
            Fill.Number => int.Parse(Text, CultureInfo.InvariantCulture),
            Fill.Tenths or Fill.Hundredths or Fill.AtMostHundredths => Decimal(phrases),
            Fill.Day => DateOnly.ParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Fill.All => phrases.List(Parts!.Select(part => part.In(phrases))),
            Fill.Chain => string.Join("; ", Parts!.Select(part => part.In(phrases))),
            Fill.Commas => string.Join(", ", Parts!.Select(part => part.In(phrases))),
            _ => Text,
        };

    /// <summary>For a page: what somebody wrote says that it is English.</summary>
    public object Html(Phrases phrases) =>
        As switch
        {
            Fill.Written when !phrases.Language.IsEnglish => English(Text),
            Fill.All => All(phrases),
            Fill.Chain => Joined("; ", Parts!.Select(part => part.Html(phrases))),
            Fill.Commas => Joined(", ", Parts!.Select(part => part.Html(phrases))),
            _ => In(phrases),
        };

    private string Decimal(Phrases phrases) =>
        decimal.Parse(Text, CultureInfo.InvariantCulture)
            .ToString(
                As switch
                {
                    Fill.Tenths => "N1",
                    Fill.Hundredths => "N2",
                    _ => "#,0.##",
                },
                phrases.Language.Culture
            );

    private IHtmlContent All(Phrases phrases)
    {
        var parts = Parts!.Select(part => part.Html(phrases)).ToList();
        return parts.Count < 2
            ? Joined("", parts)
            : phrases.Html("list.and", ("first", Joined(", ", parts.SkipLast(1))), ("last", parts[^1]));
    }

    private static IHtmlContent English(string text) =>
        new HtmlContentBuilder()
            .AppendHtml($"""<span lang="{Language.English.Tag}" dir="ltr">""")
            .AppendHtml(HtmlEncoder.Default.Encode(text))
            .AppendHtml("</span>");

    private static IHtmlContent Joined(string between, IEnumerable<IHtmlContent> parts)
    {
        var all = new HtmlContentBuilder();
        foreach (var (at, part) in parts.Index())
        {
            if (at > 0)
            {
                all.AppendHtml(between);
            }
            all.AppendHtml(part);
        }
        return all;
    }
}

/// <param name="Key">Of the words.</param>
internal sealed record Sentence(string Key, params IReadOnlyList<Filling> With)
{
    /// <summary>Words of somebody's own.</summary>
    public static Sentence AsWritten(string words) => new("approach.as-written", Filling.Written("words", words));

    public string In(Phrases phrases) => phrases[Key, [.. With.Select(value => (value.Name, (object?)value.In(phrases)))]];

    public IHtmlContent Html(Phrases phrases) => phrases.Html(Key, [.. With.Select(value => (value.Name, (object?)value.Html(phrases)))]);

    /// <summary>Lines of sentences, as text.</summary>
    public static string Text(IEnumerable<IReadOnlyList<Sentence>> lines, Phrases phrases) =>
        string.Join("\n", lines.Select(line => string.Join(' ', line.Select(sentence => sentence.In(phrases)))));
}
