// Suggests themes for an answer from what people have coded so far, and shows the words that led to each. Nothing leaves the house.
using System.Globalization;

namespace Hearth.Surveys.Themes;

/// <param name="Chance">How likely, by what was coded so far; 0 to 1.</param>
/// <param name="Why">The words that led to it, in a sentence.</param>
internal sealed record Suggestion(Guid Theme, string Name, double Chance, string Why);

/// <summary>
/// Naive Bayes, a yes or no for each theme, on whether a word stands in an answer (D. Lewis, <i>Naive (Bayes) at forty</i>, ECML 1998); halves added
/// to every count; words that lead elsewhere count a quarter. The words of a theme's name and description count as one answer coded with it, so that there is something to go by from the start.
/// </summary>
internal sealed class Suggestions
{
    private const double Sure = 0.5;
    private const int WordsShown = 3;

    private readonly IReadOnlyList<Theme> themes;
    private readonly List<(IReadOnlyCollection<string> Words, IReadOnlySet<Guid> Themes)> coded;
    private readonly Dictionary<Guid, IReadOnlyDictionary<string, string>> described;

    /// <param name="themes">The frame.</param>
    /// <param name="coded">Answers whose themes are decided.</param>
    public Suggestions(IReadOnlyList<Theme> themes, IEnumerable<(string Text, IReadOnlySet<Guid> Themes)> coded)
    {
        this.themes = themes;
        this.coded = [.. coded.Select(answer => ((IReadOnlyCollection<string>)[.. WordsOf.In(answer.Text).Keys], answer.Themes))];
        described = themes.ToDictionary(theme => theme.Id, theme => WordsOf.In($"{theme.Name} {theme.Description}"));
    }

    /// <summary>Themes that are more likely than not, the likeliest first.</summary>
    public IReadOnlyList<Suggestion> For(string text)
    {
        var words = WordsOf.In(text);
        return
        [
            .. themes
                .Select(theme => Weigh(theme, words))
                .OfType<Suggestion>()
                .OrderByDescending(suggestion => suggestion.Chance)
                .ThenBy(suggestion => suggestion.Name, StringComparer.Ordinal),
        ];
    }

    private Suggestion? Weigh(Theme theme, IReadOnlyDictionary<string, string> words)
    {
        var own = described[theme.Id];
        var with = coded.Count(answer => answer.Themes.Contains(theme.Id)) + 1;
        var without = coded.Count - with + 1 + themes.Count - 1;
        var odds = Math.Log((with + 0.5) / (without + 0.5));
        var reasons = new List<(string Word, string Written, double Weight)>();
        foreach (var (word, written) in words)
        {
            var there =
                coded.Count(answer => answer.Themes.Contains(theme.Id) && answer.Words.Contains(word)) + (own.ContainsKey(word) ? 1 : 0);
            var elsewhere =
                coded.Count(answer => !answer.Themes.Contains(theme.Id) && answer.Words.Contains(word))
                + described.Count(other => other.Key != theme.Id && other.Value.ContainsKey(word));
            if (there + elsewhere == 0)
            {
                // nobody has used it so far: it says nothing
                continue;
            }
            var weight = Math.Log((there + 0.5) / (with + 1)) - Math.Log((elsewhere + 0.5) / (without + 1));
            // an answer may hold several themes: a word that leads to another says little against this one
            odds += weight < 0 ? weight / 4 : weight;
            reasons.Add((word, written, weight));
        }
        var chance = 1 / (1 + Math.Exp(-odds));
        var led = reasons.Where(reason => reason.Weight > 0).OrderByDescending(reason => reason.Weight).Take(WordsShown).ToList();
        return chance > Sure && led.Count > 0
            ? new Suggestion(theme.Id, theme.Name, chance, string.Join("; ", led.Select(reason => Say(theme, reason.Word, reason.Written))))
            : null;
    }

    private string Say(Theme theme, string word, string written)
    {
        var (all, there) = (
            coded.Count(answer => answer.Words.Contains(word)),
            coded.Count(answer => answer.Words.Contains(word) && answer.Themes.Contains(theme.Id))
        );
        return there == 0
            ? $"‘{written}’ is in what belongs to this theme"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"‘{written}’: {there} of {all} coded {(all == 1 ? "answer" : "answers")} with this word had it"
            );
    }
}
