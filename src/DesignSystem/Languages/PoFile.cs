// A translation file as translators' tools write it (gettext's .po): each entry holds a key, the English, and the words in the language.
using System.Globalization;
using System.Text;

namespace Hearth.DesignSystem.Languages;

/// <param name="Key">msgctxt.</param>
/// <param name="English">msgid: what the translator saw.</param>
/// <param name="EnglishMany">msgid_plural, where the sentence counts something.</param>
/// <param name="Texts">msgstr, one for each plural form; empty where nothing is translated yet.</param>
/// <param name="Unsure">Marked “fuzzy”: not to be used yet.</param>
/// <param name="Line">Where it starts, for telling somebody.</param>
internal sealed record PoEntry(string Key, string English, string? EnglishMany, IReadOnlyList<string> Texts, bool Unsure, int Line);

/// <param name="Headers">Language, X-Language-Name, X-Checked-By …, without regard to case.</param>
/// <param name="Problems">What cannot be read, each with its line. The rest is read all the same.</param>
internal sealed record PoFile(IReadOnlyDictionary<string, string> Headers, IReadOnlyList<PoEntry> Entries, IReadOnlyList<string> Problems)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public static PoFile Read(string text)
    {
        var reader = new Reader();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            reader.Take(line.Trim().TrimStart('\uFEFF'), ++number);
        }
        reader.End();
        return new(reader.Headers, reader.Entries, reader.Problems);
    }

    private sealed class Reader
    {
        private readonly Dictionary<string, StringBuilder> fields = new(StringComparer.Ordinal);
        private StringBuilder? current;
        private bool unsure;
        private int start;

        public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<PoEntry> Entries { get; } = [];

        public List<string> Problems { get; } = [];

        public void Take(string line, int number)
        {
            if (line.Length == 0)
            {
                End();
                return;
            }
            if (line[0] == '#')
            {
                // a comment after an entry's words belongs to the next entry
                if (fields.ContainsKey("msgstr") || fields.ContainsKey("msgstr[0]"))
                {
                    End();
                }
                unsure |= line.StartsWith("#,", StringComparison.Ordinal) && line.Contains("fuzzy", StringComparison.Ordinal);
                return;
            }
            if (line[0] != '"')
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                var field = space < 0 ? line : line[..space];
                if (field is not ("msgctxt" or "msgid" or "msgid_plural" or "msgstr") && !IsForm(field))
                {
                    Problems.Add($"line {number}: “{(field.Length > 30 ? field[..30] + "…" : field)}” is not known");
                    current = null;
                    return;
                }
                if (field == "msgctxt" || (field == "msgid" && fields.ContainsKey("msgid")))
                {
                    End();
                }
                start = fields.Count == 0 ? number : start;
                fields[field] = current = new StringBuilder();
                line = space < 0 ? "" : line[space..].TrimStart();
            }
            Append(line, number);
        }

        public void End()
        {
            if (fields.Count > 0 && Field("msgid") is { } english)
            {
                var forms = Enumerable
                    .Range(0, 10)
                    .Select(i => Field($"msgstr[{i}]"))
                    .TakeWhile(form => form is not null)
                    .Select(form => form!);
                var texts = Field("msgstr") is { } one ? [one] : forms.ToList();
                if (english.Length == 0 && Field("msgctxt") is null)
                {
                    ReadHeaders(texts.FirstOrDefault() ?? "");
                }
                else if (Field("msgctxt") is not { Length: > 0 } key)
                {
                    Problems.Add($"line {start}: the entry has no key (msgctxt)");
                }
                else
                {
                    Entries.Add(
                        new(key, english, Field("msgid_plural"), [.. texts.SkipWhile(t => texts.All(x => x.Length == 0))], unsure, start)
                    );
                }
            }
            fields.Clear();
            (current, unsure) = (null, false);
        }

        private string? Field(string name) => fields.GetValueOrDefault(name)?.ToString();

        private static bool IsForm(string field) =>
            field.Length == "msgstr[0]".Length
            && field.StartsWith("msgstr[", StringComparison.Ordinal)
            && char.IsAsciiDigit(field[7])
            && field[8] == ']';

        private void ReadHeaders(string text)
        {
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0)
                {
                    Headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
                }
            }
        }

        private void Append(string quoted, int number)
        {
            if (current is null || quoted.Length < 2 || quoted[0] != '"' || quoted[^1] != '"')
            {
                Problems.Add(string.Create(CultureInfo.InvariantCulture, $"line {number}: words must stand between two quotation marks"));
                return;
            }
            for (var i = 1; i < quoted.Length - 1; i++)
            {
                if (quoted[i] != '\\' || i == quoted.Length - 2)
                {
                    current.Append(quoted[i]);
                    continue;
                }
                i++;
                current.Append(
                    quoted[i] switch
                    {
                        'n' => '\n',
                        't' => '\t',
                        var other => other,
                    }
                );
            }
        }
    }
}
