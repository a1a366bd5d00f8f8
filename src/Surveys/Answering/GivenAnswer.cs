// Reads what was posted or imported for one question: the answer in its normal form, or what is wrong with it.
using System.Globalization;
using System.Text;
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.Forms;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Answering;

/// <summary>Either an answer (empty: none given) or an error in words for the person who gave it.</summary>
internal sealed record GivenAnswer(IReadOnlyList<string> Values, string? Error = null)
{
    private const decimal LargestNumber = 999_999_999m;

    /// <summary>Reads the fields of a question's page.</summary>
    /// <param name="question">The question.</param>
    /// <param name="posted">The values posted under its name.</param>
    /// <param name="date">The three parts of a date.</param>
    /// <param name="phrases">The words of whoever gave it; English where a colleague did.</param>
    public static GivenAnswer Read(Question question, IReadOnlyList<string> posted, DateParts date, Phrases? phrases = null)
    {
        var say = phrases ?? Phrases.InEnglish;
        var given = posted.Select(Clean).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.Scale => One(question, given, say),
            QuestionKind.MultipleChoice => Several(question, given, say),
            QuestionKind.Number => given.Count == 0 ? Missing(question, "answer.number", say) : Number(question, given[0], say),
            QuestionKind.Date => date.Empty ? Missing(question, "answer.date", say) : Day(date, say),
            QuestionKind.Grid => Rows(question, given, say),
            QuestionKind.Ranking => Order(question, given, say),
            // what was sent stands among the household's files; here come only their numbers
            QuestionKind.File => given.Count == 0 ? Missing(question, "answer.file", say) : new(given),
            _ => Words(question, given.Count == 0 ? "" : given[0], say),
        };
    }

    private static GivenAnswer One(Question question, List<string> given, Phrases say) =>
        given.Count switch
        {
            0 => Missing(question, "answer.one", say),
            1 => IsOffered(question, given[0]) ? new(given) : Wrong(say["answer.one-offered"]),
            _ => Wrong(say["answer.one-only"]),
        };

    private static GivenAnswer Several(Question question, List<string> given, Phrases say)
    {
        if (given.Count == 0)
        {
            return Missing(question, "answer.some", say);
        }
        if (!given.TrueForAll(code => IsOffered(question, code)))
        {
            return Wrong(say["answer.some-offered"]);
        }
        var alone = question.Options.FirstOrDefault(option => option.NotApplicable && given.Contains(option.Code));
        return alone is not null && given.Count > 1
            ? Wrong(say["answer.alone", ("answer", alone.Label)])
            : new([.. question.Options.Select(option => option.Code).Where(given.Contains)]);
    }

    // Each as row:option.
    private static GivenAnswer Rows(Question question, List<string> given, Phrases say)
    {
        var chosen = given.Select(one => one.Split(':', 2)).Where(parts => parts.Length == 2).ToList();
        var rows = question.Lines.Where(row => chosen.Exists(parts => parts[0] == row.Code)).ToList();
        if (chosen.Exists(parts => !IsOffered(question, parts[1])) || chosen.Count != rows.Count)
        {
            return Wrong(say["answer.line-offered"]);
        }
        if (rows.Count == 0)
        {
            return Missing(question, "answer.line", say);
        }
        return question.Required && rows.Count < question.Lines.Count()
            ? Wrong(say["answer.lines", ("lines", string.Join(", ", question.Lines.Except(rows).Select(row => row.Label)))])
            : new([.. rows.Select(row => $"{row.Code}:{chosen.First(parts => parts[0] == row.Code)[1]}")]);
    }

    private static GivenAnswer Order(Question question, List<string> given, Phrases say) =>
        given.Count == 0 ? Missing(question, "answer.rank", say)
        : !given.TrueForAll(code => IsOffered(question, code)) ? Wrong(say["answer.rank-offered"])
        : given.Count > question.RankAtMost ? Wrong(say["answer.rank-most", ("number", question.RankAtMost)])
        : new(given);

    private static GivenAnswer Number(Question question, string typed, Phrases say)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        if (!decimal.TryParse(typed, Style, CultureInfo.InvariantCulture, out var number))
        {
            return Wrong(say["answer.number-like"]);
        }
        var least = question.Least ?? -LargestNumber;
        var most = question.Most ?? LargestNumber;
        if (number < least || number > most)
        {
            (string, object?)[] range = [("least", Said(least, say)), ("most", Said(most, say))];
            return Wrong(
                say[
                    question switch
                    {
                        { Least: not null, Most: not null } => "answer.number-between",
                        _ when number > most => "answer.number-most",
                        _ => "answer.number-least",
                    },
                    range
                ]
            );
        }
        return new([number.ToString("0.############", CultureInfo.InvariantCulture)]);
    }

    private static GivenAnswer Day(DateParts date, Phrases say) =>
        date.Problem(out var day) is { } wrong ? Wrong(Dated(date, wrong, say))
        : day.Year is < 1900 or > 2100 ? Wrong(say["answer.year"])
        : new([day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);

    private static GivenAnswer Words(Question question, string words, Phrases say)
    {
        var most = question.Kind == QuestionKind.ShortText ? Question.LongestShortText : Question.LongestText;
        if (words.Length == 0)
        {
            // Nothing written and “Continue” pressed is how people skip a box for words.
            return question.Required ? Wrong(say["answer.write"]) : new([]);
        }
        return words.Length > most ? Wrong(say["answer.too-long", ("over", words.Length - most), ("most", most)]) : new([words]);
    }

    /// <summary>Line ends are \n; what no person types (a nought byte, which PostgreSQL refuses, or other controls) is left out.</summary>
    private static string Clean(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return "";
        }
        var clean = new StringBuilder(typed.Length);
        foreach (var letter in typed.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'))
        {
            if (!char.IsControl(letter) || letter is '\n' or '\t')
            {
                clean.Append(letter);
            }
        }
        return clean.ToString().Trim();
    }

    private static bool IsOffered(Question question, string code) => question.Offered.Any(option => option.Code == code);

    // a tenant may pass over a question that is not required
    private static GivenAnswer Missing(Question question, string key, Phrases say) =>
        Wrong(say[question.Required ? key : key + "-or-skip"]);

    private static GivenAnswer Wrong(string words) => new([], words);

    private static string Dated(DateParts date, DateProblem wrong, Phrases say)
    {
        var missing = new[] { (date.Day, "answer.a-day"), (date.Month, "answer.a-month"), (date.Year, "answer.a-year") }
            .Where(part => string.IsNullOrWhiteSpace(part.Item1))
            .Select(part => say[part.Item2]);
        return wrong switch
        {
            DateProblem.Incomplete => say["answer.date-missing", ("parts", say.List(missing))],
            DateProblem.ShortYear => say["answer.date-year"],
            _ => say["answer.date-real"],
        };
    }

    private static string Said(decimal number, Phrases say) => number.ToString("#,0.############", say.Language.Culture);
}
