// The way from a finding to an answer: the page where "you said, we did" is written, with the survey and what was said filled in.
using System.Globalization;
using System.Security.Claims;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Results;

internal static class WriteAnAnswer
{
    /// <summary>The longest "you said" that an answer takes.</summary>
    private const int Longest = 400;

    /// <summary>Whether somebody may write what tenants are answered.</summary>
    public static bool MayAnswer(this ClaimsPrincipal user) => user.RunsSurveys() || user.IsInRole(nameof(Role.Manager));

    /// <summary>The address of the page, for <c>href</c>.</summary>
    /// <param name="survey">What is answered.</param>
    /// <param name="said">What people said; cut at a word where it is too long. Only figures that may be shown, or words that were released.</param>
    public static string To(Survey survey, string? said = null) =>
        $"~/feedback/new?about={survey.Id}"
        + (string.IsNullOrWhiteSpace(said) ? "" : "&said=" + Uri.EscapeDataString(Cut(said.ReplaceLineEndings(" "))));

    /// <summary>What the answers to a question say, as a sentence to tenants; null where too few have answered, or it has no such sentence.</summary>
    public static string? Said(QuestionResult result)
    {
        if (result.Base < QuestionResult.Fewest)
        {
            return null;
        }
        if (result.Score is { Percent: { } percent })
        {
            var how = result.Question.TopTwoName() == "Agree" ? "agreed" : "were satisfied";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Charted.InAHundred(percent)} in 100 of you {how} when we asked: {result.Question.Text}"
            );
        }
        if (result.Ranking is [{ } top, ..])
        {
            return $"“{top.Option.Label}” came out on top when we asked: {result.Question.Text}";
        }
        return result.Options.MaxBy(option => option.People) is { Percent: { } share } most
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Charted.InAHundred(share)} in 100 of you said “{most.Option.Label}” when we asked: {result.Question.Text}"
            )
            : null;
    }

    private static string Cut(string words)
    {
        if (words.Length <= Longest)
        {
            return words;
        }
        var space = words.LastIndexOf(' ', Longest - 2);
        return words[..(space > 0 ? space : Longest - 1)] + "…";
    }
}
