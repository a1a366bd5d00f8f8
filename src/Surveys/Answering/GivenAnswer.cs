// Reads what was posted or imported for one question: the answer in its normal form, or what is wrong with it.
using System.Globalization;
using System.Text;
using Hearth.DesignSystem.Public.Forms;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Answering;

/// <summary>Either an answer (empty: none given) or an error in words for the person who gave it.</summary>
internal sealed record GivenAnswer(IReadOnlyList<string> Values, string? Error = null)
{
    private const decimal LargestNumber = 999_999_999m;
    private const string OrSkip = ", or press ‘Skip this question’";

    /// <summary>Reads the fields of a question's page.</summary>
    /// <param name="question">The question.</param>
    /// <param name="posted">The values posted under its name.</param>
    /// <param name="date">The three parts of a date.</param>
    public static GivenAnswer Read(Question question, IReadOnlyList<string> posted, DateParts date)
    {
        var given = posted.Select(Clean).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.Scale => One(question, given),
            QuestionKind.MultipleChoice => Several(question, given),
            QuestionKind.Number => given.Count == 0 ? Missing(question, "Enter a number") : Number(question, given[0]),
            QuestionKind.Date => date.Empty ? Missing(question, "Enter a date") : Day(date),
            QuestionKind.Grid => Rows(question, given),
            QuestionKind.Ranking => Order(question, given),
            // what was sent stands among the household's files; here come only their numbers
            QuestionKind.File => given.Count == 0 ? Missing(question, "Choose a photo or file") : new(given),
            _ => Words(question, given.Count == 0 ? "" : given[0]),
        };
    }

    private static GivenAnswer One(Question question, List<string> given) =>
        given.Count switch
        {
            0 => Missing(question, "Choose one answer"),
            1 => IsOffered(question, given[0]) ? new(given) : Wrong("Choose one of the answers on this page"),
            _ => Wrong("Choose one answer only"),
        };

    private static GivenAnswer Several(Question question, List<string> given)
    {
        if (given.Count == 0)
        {
            return Missing(question, "Choose at least one answer");
        }
        if (!given.TrueForAll(code => IsOffered(question, code)))
        {
            return Wrong("Choose from the answers on this page");
        }
        var alone = question.Options.FirstOrDefault(option => option.NotApplicable && given.Contains(option.Code));
        return alone is not null && given.Count > 1
            ? Wrong($"Choose ‘{alone.Label}’ by itself, or untick it")
            : new([.. question.Options.Select(option => option.Code).Where(given.Contains)]);
    }

    // Each as row:option.
    private static GivenAnswer Rows(Question question, List<string> given)
    {
        var chosen = given.Select(one => one.Split(':', 2)).Where(parts => parts.Length == 2).ToList();
        var rows = question.Rows.Where(row => chosen.Exists(parts => parts[0] == row.Code)).ToList();
        if (chosen.Exists(parts => !IsOffered(question, parts[1])) || chosen.Count != rows.Count)
        {
            return Wrong("Choose one of the answers on this page for each line");
        }
        if (rows.Count == 0)
        {
            return Missing(question, "Choose an answer for at least one line");
        }
        return question.Required && rows.Count < question.Rows.Count
            ? Wrong($"Choose an answer for: {string.Join(", ", question.Rows.Except(rows).Select(row => row.Label))}")
            : new([.. rows.Select(row => $"{row.Code}:{chosen.First(parts => parts[0] == row.Code)[1]}")]);
    }

    private static GivenAnswer Order(Question question, List<string> given) =>
        given.Count == 0 ? Missing(question, "Choose what comes first")
        : !given.TrueForAll(code => IsOffered(question, code)) ? Wrong("Choose from the list on this page")
        : given.Count > question.RankAtMost ? Wrong($"Choose {question.RankAtMost} at most. Take out the others")
        : new(given);

    private static GivenAnswer Number(Question question, string typed)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        if (!decimal.TryParse(typed, Style, CultureInfo.InvariantCulture, out var number))
        {
            return Wrong("Enter a number, like 4");
        }
        var least = question.Least ?? -LargestNumber;
        var most = question.Most ?? LargestNumber;
        if (number < least || number > most)
        {
            return Wrong(
                question switch
                {
                    { Least: { } from, Most: { } to } => $"Enter a number from {Say(from)} to {Say(to)}",
                    { Least: not null } when number < least => $"Enter a number that is {Say(least)} or more",
                    _ when number > most => $"Enter a number that is {Say(most)} or less",
                    _ => $"Enter a number that is {Say(least)} or more",
                }
            );
        }
        return new([number.ToString("0.############", CultureInfo.InvariantCulture)]);
    }

    private static GivenAnswer Day(DateParts date) =>
        date.Read("your date", out var day) is { } error ? Wrong(error)
        : day.Year is < 1900 or > 2100 ? Wrong("Enter a year from 1900 to 2100")
        : new([day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);

    private static GivenAnswer Words(Question question, string words)
    {
        var most = question.Kind == QuestionKind.ShortText ? Question.LongestShortText : Question.LongestText;
        if (words.Length == 0)
        {
            // Nothing written and “Continue” pressed is how people skip a box for words.
            return question.Required ? Wrong("Write your answer") : new([]);
        }
        return words.Length > most
            ? Wrong(
                string.Create(British, $"Your answer is {words.Length - most:N0} letters too long. Keep it to {most:N0} letters or fewer")
            )
            : new([words]);
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

    private static GivenAnswer Missing(Question question, string words) => Wrong(question.Required ? words : words + OrSkip);

    private static GivenAnswer Wrong(string words) => new([], words);

    private static string Say(decimal number) => number.ToString("#,0.############", British);

    private static CultureInfo British => CultureInfo.GetCultureInfo("en-GB");
}
