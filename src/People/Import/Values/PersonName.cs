// Takes a name apart as exports write it: "Novak, Kasia", "Mrs K NOVAK", "Mr A Khan & Mrs B Khan".
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hearth.People.Import.Values;

internal sealed record PersonName(string? Title, string Given, string Family);

internal static partial class Names
{
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Mx",
        "Dr",
        "Rev",
        "Revd",
        "Reverend",
        "Prof",
        "Professor",
        "Sir",
        "Lady",
        "Dame",
        "Master",
        "Capt",
        "Cllr",
        "Fr",
    };

    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "ter",
        "ten",
        "bin",
        "ibn",
        "al",
        "el",
        "st",
    };

    /// <summary>The people named in one cell, in order; none where it names nobody.</summary>
    public static IReadOnlyList<PersonName> Read(string text)
    {
        text = Spaces().Replace(text, " ").Trim().Trim('*', ',', ';').Trim();
        if (text.Length == 0)
        {
            return [];
        }
        var parts = And().Split(text);
        if (parts.Length == 1)
        {
            return [One(text)];
        }
        var people = parts.Where(part => part.Length > 0).Select(One).ToList();
        // "Mr & Mrs J Smith", "Jan and Kasia Novak": the family name stands once, at the end (or, with a comma, at the start)
        var whole = people.LastOrDefault(p => p.Family.Length > 0 && p.Given.Length > 0);
        var family = whole?.Family ?? people[^1].Family;
        if (parts[0].Contains(',', StringComparison.Ordinal))
        {
            family = people[0].Family;
        }
        for (var i = 0; i < people.Count; i++)
        {
            var person = people[i];
            if (person.Given.Length == 0 && IsTitle(person.Family))
            {
                people[i] = new PersonName(Tidy(person.Family), "", family);
            }
            else if (person.Given.Length == 0 && person.Title is null && whole is not null)
            {
                people[i] = person with { Given = person.Family, Family = family };
            }
        }
        return people;
    }

    /// <summary>A family name and a given name that stand in cells of their own.</summary>
    public static PersonName Of(string? title, string given, string family)
    {
        var (foundTitle, rest) = TakeTitle(given.Trim());
        return new(Title(title) ?? foundTitle, Cased(rest), Cased(Spaces().Replace(family, " ").Trim()));
    }

    public static string? Title(string? text)
    {
        var word = text?.Trim().TrimEnd('.');
        return string.IsNullOrEmpty(word) ? null : Tidy(word);
    }

    /// <summary>Words that say the tenant has died: nobody may write to them by name.</summary>
    public static bool SpeaksOfDeath(string text) => Death().IsMatch(text);

    /// <summary>Words that stand where a name would and name nobody: "VOID", "Vacant".</summary>
    public static bool NamesNobody(string text) => Nobody().IsMatch(text.Trim());

    /// <summary>For search, order and comparison: "novak kasia".</summary>
    public static string Key(string given, string family) => Fold.Key($"{family} {given}");

    private static PersonName One(string text)
    {
        if (text.Contains(',', StringComparison.Ordinal))
        {
            var halves = text.Split(',', 2, StringSplitOptions.TrimEntries);
            var (titleAfter, given) = TakeTitle(halves[1]);
            var (titleBefore, family) = TakeTitle(halves[0]);
            // "Novak, Kasia, Mrs"
            if (given.Contains(',', StringComparison.Ordinal))
            {
                var more = given.Split(',', 2, StringSplitOptions.TrimEntries);
                given = more[0];
                titleAfter ??= IsTitle(more[1]) ? Tidy(more[1]) : null;
            }
            if (TrailingTitle(given) is var (trailing, rest) && trailing is not null)
            {
                (titleAfter, given) = (titleAfter ?? trailing, rest);
            }
            return new(titleAfter ?? titleBefore, Cased(given), Cased(family));
        }
        var (title, name) = TakeTitle(text);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length <= 1)
        {
            return new(title, "", Cased(name));
        }
        var start = words.Length - 1;
        while (start > 1 && Particles.Contains(words[start - 1]))
        {
            start--;
        }
        return new(title, Cased(string.Join(' ', words[..start])), Cased(string.Join(' ', words[start..])));
    }

    private static (string? Title, string Name) TakeTitle(string text)
    {
        var words = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 2 && IsTitle(words[0]) ? (Tidy(words[0].TrimEnd('.')), words[1]) : (null, text.Trim());
    }

    private static (string? Title, string Name) TrailingTitle(string text)
    {
        var open = text.LastIndexOf(' ');
        var last = text[(open + 1)..].Trim('(', ')');
        return open > 0 && IsTitle(last) ? (Tidy(last), text[..open].TrimEnd()) : (null, text);
    }

    private static bool IsTitle(string word) => Titles.Contains(word.TrimEnd('.'));

    private static string Tidy(string word)
    {
        var plain = word.Trim().TrimEnd('.');
        return Titles.TryGetValue(plain, out var known) ? known : plain;
    }

    /// <summary>A name all in capitals (or all small) is written as people write it; any other is left as it stands.</summary>
    private static string Cased(string name)
    {
        if (name.Length < 2 || (name != name.ToUpperInvariant() && name != name.ToLowerInvariant()))
        {
            return name;
        }
        var low = CultureInfo.InvariantCulture.TextInfo.ToLower(name);
        return Starts().Replace(low, match => match.Value.ToUpperInvariant());
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+(?:&|\+|and)\s+|\s*/\s*", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"(?<![\p{L}])\p{L}|(?<=\bmc)\p{L}|(?<=[’'])\p{L}(?=\p{L})")]
    private static partial Regex Starts();

    [GeneratedRegex(
        @"\b(deceased|dec'?d|executors?|exors?|personal representatives?|(?:the )?estate of|the late)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Death();

    [GeneratedRegex(@"^(void|vacant|empty|no tenant|unoccupied|not let|unlet|n/?a|none|-+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Nobody();
}
