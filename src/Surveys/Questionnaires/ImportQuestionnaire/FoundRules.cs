// Rules of other programs, as far as ours can say the same: one earlier question, one or more of its answers.
using System.Text.RegularExpressions;

namespace Hearth.Surveys.Questionnaires.ImportQuestionnaire;

internal static partial class FoundRules
{
    private const int Longest = 2000;

    /// <summary>
    /// LimeSurvey's relevance, <c>((q1.NAOK == "A1" or q1 == "A2"))</c>, and XLSForm's relevant, <c>${q1} = 'a' or selected(${q1}, 'b')</c>.
    /// Null with false where it says something that we cannot.
    /// </summary>
    public static (FoundRule? Rule, bool Understood) Read(string? expression)
    {
        var text = (expression ?? "").Trim();
        if (text is "" or "1" or "true" or "true()")
        {
            return (null, true);
        }
        if (text.Length > Longest)
        {
            return (null, false);
        }
        var parts = Or().Split(text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal));
        var found = new List<(string Name, string Code)>();
        foreach (var part in parts)
        {
            var bare = Brackets().Replace(part, " ").Trim();
            var match = Selected().Match(bare) is { Success: true } selected ? selected : Equal().Match(bare);
            if (!match.Success)
            {
                return (null, false);
            }
            found.Add((match.Groups["name"].Value, match.Groups["code"].Value));
        }
        return found.Select(one => one.Name).Distinct(StringComparer.Ordinal).Count() == 1
            ? (new FoundRule(found[0].Name, [.. found.Select(one => one.Code)]), true)
            : (null, false);
    }

    [GeneratedRegex(@"\s(?:or|\|\|)\s", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Or();

    [GeneratedRegex(@"[()]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(
        @"^(?:\$\{)?(?<name>[A-Za-z]\w*)(?:\.NAOK|\.shown)?\}?\s*(?:==|=|eq)\s*[""'](?<code>[^""']*)[""']$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Equal();

    [GeneratedRegex(
        @"^selected\s+\$\{(?<name>[A-Za-z]\w*)\}\s*,\s*[""'](?<code>[^""']*)[""']$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Selected();
}
