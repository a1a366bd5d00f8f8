// What a file from another survey program holds, as far as we can ask it; and what we cannot, in words.
using System.Net;
using System.Text.RegularExpressions;

namespace Hearth.Surveys.Questionnaires.ImportQuestionnaire;

/// <param name="Name">As the file calls it: rules name it so.</param>
/// <param name="Codes">The file's codes of the draft's choices, in their order.</param>
/// <param name="OnlyIf">Who is asked; null for everybody.</param>
internal sealed record FoundQuestion(string Name, QuestionDraft Draft, IReadOnlyList<string> Codes, FoundRule? OnlyIf);

/// <summary>Asked only of those who chose one of these at that question.</summary>
internal sealed record FoundRule(string Name, IReadOnlyList<string> Codes);

internal sealed record FoundSurvey(
    string Title,
    string Introduction,
    IReadOnlyList<FoundQuestion> Questions,
    IReadOnlyList<string> NotUnderstood
);

internal sealed record FileIsNone()
    : Refusal(
        "This file is no questionnaire we know. Choose a LimeSurvey survey (.lss), its tab-separated file (.txt), or an XLSForm (.xlsx)",
        "Upload"
    );

internal sealed record FileTooLarge() : Refusal("The file must be smaller than 2 MB", "Upload");

internal static partial class FoundWords
{
    /// <summary>Words without HTML, white space folded.</summary>
    public static string Plain(string? html) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html ?? "", " ")), " ").Trim();

    /// <summary>No longer than may be; what is lost is said.</summary>
    public static string Cut(string words, int most, string name, ICollection<string> said)
    {
        if (words.Length <= most)
        {
            return words;
        }
        said.Add($"{name}: its words are cut to {most} letters.");
        return words[..most].TrimEnd();
    }

    // no nesting, so no amount of “<<<<” takes long
    [GeneratedRegex("<[^<>]{0,2000}>", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Spaces();
}
