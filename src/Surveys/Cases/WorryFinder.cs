// Finds worries in one household's answers: words of the landlord's lists, answers that raise one, words that were promised a reply. Pure.
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Cases;

internal static class WorryFinder
{
    // the landlord's few hundred phrases, made plain once and not for every answer
    private static readonly ConcurrentDictionary<string, string> Phrases = new(StringComparer.Ordinal);

    /// <summary>One worry of each kind at most: the first that was found.</summary>
    public static IReadOnlyList<Found> In(
        IEnumerable<Question> shown,
        AnswerSheet answers,
        WorrySettings settings,
        IReadOnlyList<RaisingAnswer> raising
    )
    {
        var found = new Dictionary<Worry, Found>();
        foreach (var question in shown.Where(answers.HasAnswered))
        {
            foreach (var one in Of(question, answers.Of(question), settings, raising))
            {
                found.TryAdd(one.Kind, one);
            }
        }
        return [.. found.Values.OrderBy(one => one.Kind)];
    }

    private static IEnumerable<Found> Of(
        Question question,
        IReadOnlyList<string> given,
        WorrySettings settings,
        IReadOnlyList<RaisingAnswer> raising
    )
    {
        foreach (var rule in raising.Where(rule => rule.QuestionId == question.Id))
        {
            if (rule.Kind == Worry.Reply && question.IsWords)
            {
                yield return new(Worry.Reply, $"reply:{question.Key}", $"They were promised a reply to “{question.Text}”", question.Id);
            }
            else if (given.Contains(rule.Code))
            {
                var label = question.Options.Find(option => option.Code == rule.Code)?.Label ?? rule.Code;
                yield return new(
                    rule.Kind,
                    $"answer:{question.Key}={rule.Code}",
                    $"They answered “{label}” to “{question.Text}”",
                    question.Id
                );
            }
        }
        if (!question.IsWords)
        {
            yield break;
        }
        var text = Plain(given[0]);
        foreach (var (kind, words) in settings.Words)
        {
            if (words.Find(word => Holds(text, word)) is { } hit)
            {
                yield return new(kind, $"word:{hit}", $"They wrote “{hit.TrimEnd('*')}” under “{question.Text}”", question.Id);
            }
        }
    }

    /// <summary>Whether a text holds the word or phrase: whole words, whatever the case, the accents and the signs between.</summary>
    public static bool Holds(string plain, string phrase)
    {
        var open = phrase.EndsWith('*');
        var wanted = Phrases.GetOrAdd(phrase, typed => Plain(typed.TrimEnd('*')).TrimEnd());
        if (wanted.Trim().Length == 0)
        {
            return false;
        }
        return plain.Contains(open ? wanted : wanted + " ", StringComparison.Ordinal);
    }

    /// <summary>“It’s DAMP!” is “ its damp ”: small letters without accents, one space before and after each word.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var sign in text.InForm(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(sign))
            {
                plain.Append(char.ToLowerInvariant(sign));
            }
            else if (
                sign is not ('\'' or '’')
                && CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark
                && plain[^1] != ' '
            )
            {
                plain.Append(' ');
            }
        }
        if (plain[^1] != ' ')
        {
            plain.Append(' ');
        }
        return plain.ToString();
    }
}
