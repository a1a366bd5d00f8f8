// Turns the name of a deed into words: CloseSurvey is “Close survey”.
using System.Text.RegularExpressions;

namespace Hearth.Web.Audit;

internal static partial class AuditWords
{
    public static string Of(string action) => First(Humps().Replace(action, " ").ToLowerInvariant());

    public static string First(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex Humps();
}
