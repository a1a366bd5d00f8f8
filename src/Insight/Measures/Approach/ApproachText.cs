// The summary of approach in words, made from what happened: items a to k of paragraph 35 of the tenant survey requirements.
using Hearth.Insight.Measures.Perception;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Approach;

internal static class ApproachText
{
    /// <summary>All eleven, in order.</summary>
    public static IReadOnlyList<ApproachItem> Of(FieldFacts facts, SurveyStatement? said) =>
        [
            new("a", "How many homes answered", Achieved(facts), facts.Figures.Population > 0 ? [] : ["how many homes there are"]),
            new("b", "When we asked", When(facts), facts.Figures.Surveys.Count > 0 ? [] : ["when you asked"]),
            new(
                "c",
                "How people answered",
                Ways(facts, said),
                facts.By(AnswerMethod.Other) > 0 && Empty(said?.OtherWay) ? ["what the other ways were"] : []
            ),
            new("d", "How homes were chosen", Chosen(facts), []),
            new("e", "Whether those who answered stand for everyone", Alike(facts), facts.Likeness.Count > 0 ? [] : ["how you judged it"]),
            new(
                "f",
                "Weighting",
                Weighted(facts),
                facts.Figures.Weighting is { Characteristics.Count: 0 } ? ["what the figures are weighted by"] : []
            ),
            Said(
                "g",
                "Who helped us",
                said?.Contractors,
                said?.ContractorWords,
                "No company from outside helped. We asked, counted and worked out the figures ourselves.",
                "Companies from outside helped:",
                "whether a company from outside helped"
            ),
            new("h", "Homes that were left out", LeftOut(facts), []),
            new(
                "i",
                "If too few homes answered",
                TooFew(facts, said),
                facts.MissedTheSample && Empty(said?.ShortfallReason) ? ["why too few answered"] : []
            ),
            Said(
                "j",
                "What people were given for answering",
                said?.Incentives,
                said?.IncentiveWords,
                "Nothing was given for answering.",
                "This was given for answering:",
                "whether anything was given for answering"
            ),
            Other(facts, said),
        ];

    private static string Achieved(FieldFacts facts)
    {
        var year = facts.Figures;
        if (year.Population <= 0)
        {
            return $"{Homes(year.Responses)} answered.";
        }
        var enough = facts.Short == 0 ? "that many answered, or more" : $"{Homes(facts.Short)} too few answered";
        var margin = year.Margin is { } half
            ? $" With so many answers a figure of all is within {Points(half)} percentage points of what everybody would have said, 19 times in 20."
            : "";
        return $"{Homes(year.Responses)} answered, of {Words.Whole(year.Population)}. The regulator requires {Words.Whole(year.RequiredRoundedUp)} ({year.RequiredExact.ToString("N2", Words.British)} before rounding up): {enough}.{margin}";
    }

    private static string When(FieldFacts facts) =>
        string.Join(
            "\n",
            facts.Figures.Surveys.Select(survey =>
                $"We asked from {Words.Day(survey.FirstDay)} to {Words.Day(survey.LastDay)}{(facts.Figures.Surveys.Count > 1 ? $" ({survey.Title})" : "")}."
                + (
                    facts.Asked.FirstOrDefault(sent => sent.SurveyId == survey.Id)?.StoppedBecause is { } why
                        ? $" It ended early: {Ended(why)}"
                        : ""
                )
            )
        );

    private static string Ways(FieldFacts facts, SurveyStatement? said)
    {
        var methods = facts.Figures.Methods.Where(method => method.Responses > 0).OrderByDescending(method => method.Responses).ToList();
        var came =
            methods.Count == 0
                ? "No answers have come in."
                : $"Answers came {List([.. methods.Select(method => $"{WaysOfAnswering.By(method.Method)} ({Words.Whole(method.Responses)})")])}.";
        var other = facts.By(AnswerMethod.Other) > 0 && !Empty(said?.OtherWay) ? $" Other: {Ended(said!.OtherWay!)}" : "";
        var asked = facts.Asked.Where(survey => survey.Ways.Length > 0).Select(survey => survey.Ways).Distinct().ToList();
        var ladder =
            asked.Count == 0
                ? ""
                : $" Homes that had not answered were asked in these ways, one after the other: {string.Join(". Then: ", asked)}.";
        return $"{came}{other}{ladder} One answer was counted for each home.";
    }

    private static string Chosen(FieldFacts facts)
    {
        if (facts.Samples.Count == 0)
        {
            return facts.Figures.Census ? "Every home was asked (a census)." : "Some homes were drawn and asked (a sample).";
        }
        return string.Join(
            "\n",
            facts.Samples.Select(sample =>
            {
                if (sample.Census)
                {
                    return $"Every home was asked (a census): {Words.Whole(sample.Population)} of them.";
                }
                var strata =
                    sample.StrataBy.Count == 0 ? "" : $" within groups by {List([.. sample.StrataBy.Select(by => by.ToLowerInvariant())])}";
                var reserve =
                    sample.Released < sample.Drawn
                        ? $" Of these {Words.Whole(sample.Released)} were asked; the rest were kept in reserve."
                        : "";
                var seed = sample.Seed is { } value ? $" The draw can be repeated: its seed is {value}." : "";
                return $"{Words.Whole(sample.Drawn)} of {Words.Whole(sample.Population)} homes were drawn by chance{strata} ({sample.Allocation.ToLowerInvariant()}).{reserve}{seed}";
            })
        );
    }

    private static string Alike(FieldFacts facts) =>
        facts.Likeness.Count == 0
            ? "Too little is known of the homes asked to compare those who answered with all of them."
            : $"We compared the homes that answered with all homes asked, by {List([.. facts.Likeness.Select(one => one.By)])}. "
                + string.Join(
                    " ",
                    facts.Likeness.Select(one =>
                        $"By {one.By} they differ by {Points(one.Apart)} percentage points in all"
                        + (
                            one.Group is { } group
                                ? $", most for {group}: {Points(one.OfAll)}% of homes, {Points(one.OfAnswers)}% of answers."
                                : "."
                        )
                    )
                );

    private static string Weighted(FieldFacts facts)
    {
        if (facts.Figures.Weighting is not { } weighting)
        {
            return "The figures are not weighted: every answer counts the same.";
        }
        var by = weighting.Draw is null ? weighting.Characteristics : weighting.RakedBy;
        List<string> sentences = [];
        if (weighting.Draw is { } draw)
        {
            sentences.Add(
                $"Homes were drawn with unequal chances by {List([.. draw.By.Select(one => one.ToLowerInvariant())])}, so each answer counts for as many homes as it was drawn for. {DrawWords.StoodFor(draw)}"
            );
            sentences.AddRange(DrawWords.NotExplained(draw));
        }
        if (weighting.Draw is null || by.Count > 0)
        {
            sentences.Add(
                $"The figures are {(weighting.Draw is null ? "" : "then ")}weighted{(by.Count == 0 ? "" : $" by {List([.. by.Select(one => one.ToLowerInvariant())])}")}, so that groups that answered less often count for as much as they are of all homes."
            );
        }
        return $"{string.Join(" ", sentences)} {WeightingWords.Of(weighting)}";
    }

    private static string LeftOut(FieldFacts facts)
    {
        var groups = facts.Figures.LeftOut.Where(one => one.Homes > 0).ToList();
        if (groups.Count == 0)
        {
            return "No home was left out.";
        }
        // how many for each reason would say of a handful of homes what is wrong there
        var reasons = List([.. groups.Select(one => one.Reason.ToLowerInvariant())]);
        return $"{Homes(groups.Sum(one => one.Homes))} were left out of those who could be asked, because asking would not have been right: {reasons}.";
    }

    private static string TooFew(FieldFacts facts, SurveyStatement? said) =>
        facts.Short == 0 ? "Enough homes answered, so there is nothing to explain."
        : !facts.MissedTheSample
            ? $"{Homes(facts.Short)} fewer answered than the regulator requires. Every home was asked, and with 2,500 homes or fewer that is enough."
        : $"{Homes(facts.Short)} fewer answered than the regulator requires. {(Empty(said?.ShortfallReason) ? "" : Ended(said!.ShortfallReason!))}".TrimEnd();

    private static ApproachItem Other(FieldFacts facts, SurveyStatement? said)
    {
        List<string> lines = [.. IssuesOfField.Of(facts)];
        if (said?.OtherIssues == true)
        {
            lines.Add(Ended(said.OtherIssuesWords ?? ""));
        }
        return new(
            "k",
            "What else may affect the figures",
            lines.Count == 0 ? "We know of nothing else that is likely to change the figures much." : string.Join("\n", lines),
            said?.OtherIssues is null ? ["whether anything else may affect the figures"] : []
        );
    }

    private static ApproachItem Said(string letter, string title, bool? answer, string? words, string no, string yes, string missing) =>
        new(
            letter,
            title,
            answer == true ? $"{yes} {Ended(words ?? "")}"
                : answer == false ? no
                : "",
            answer is null ? [missing] : []
        );

    private static string Homes(int number) => Words.Count(number, "home", "homes");

    private static string Points(decimal number) => number.ToString("N1", Words.British);

    // a margin is a fraction
    private static string Points(double fraction) =>
        decimal.Round((decimal)fraction * 100, 1, MidpointRounding.AwayFromZero).ToString("N1", Words.British);

    private static string Ended(string words) =>
        words.Trim() is { Length: > 0 } text && text[^1] is not ('.' or '?' or '!') ? text + "." : words.Trim();

    private static bool Empty(string? words) => string.IsNullOrWhiteSpace(words);

    private static string List(IReadOnlyList<string> all) =>
        all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
}
