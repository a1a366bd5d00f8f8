// The summary of approach as sentences made from what happened: items a to k of paragraph 35 of the tenant survey requirements.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Approach;

internal static class ApproachText
{
    /// <summary>All eleven, in order.</summary>
    public static IReadOnlyList<ApproachItem> Of(FieldFacts facts, SurveyStatement? said) =>
        [
            new("a", [Achieved(facts)], facts.Figures.Population > 0 ? [] : ["how many homes there are"]),
            new("b", [.. When(facts)], facts.Figures.Surveys.Count > 0 ? [] : ["when you asked"]),
            new(
                "c",
                [
                    [.. Ways(facts, said)],
                ],
                facts.By(AnswerMethod.Other) > 0 && Empty(said?.OtherWay) ? ["what the other ways were"] : []
            ),
            new("d", [.. HowChosen.Of(facts)], []),
            new("e", [Alike(facts)], facts.Likeness.Count > 0 ? [] : ["how you judged it"]),
            new(
                "f",
                [
                    [.. WeightingWords.Of(facts.Figures.Weighting)],
                ],
                facts.Figures.Weighting is { Characteristics.Count: 0 } ? ["what the figures are weighted by"] : []
            ),
            Said("g", said?.Contractors, said?.ContractorWords, "whether a company from outside helped"),
            new(
                "h",
                [
                    [LeftOut(facts)],
                ],
                []
            ),
            new("i", [TooFew(facts, said)], facts.MissedTheSample && Empty(said?.ShortfallReason) ? ["why too few answered"] : []),
            Said("j", said?.Incentives, said?.IncentiveWords, "whether anything was given for answering"),
            Other(facts, said),
        ];

    private static IReadOnlyList<Sentence> Achieved(FieldFacts facts)
    {
        var year = facts.Figures;
        var answered = Filling.Number("count", year.Responses);
        if (year.Population <= 0)
        {
            return [new("approach.a.answered", answered)];
        }
        List<Sentence> said = [new("approach.a.answered-of", answered, Filling.Number("all", year.Population))];
        var required = Filling.Number("required", year.RequiredRoundedUp);
        var exact = Filling.Hundredths("exact", (decimal)year.RequiredExact);
        said.Add(
            facts.Short == 0
                ? new("approach.a.enough", required, exact)
                : new("approach.a.too-few", required, exact, Filling.Number("count", facts.Short))
        );
        if (year.Margin is { } half)
        {
            // a margin is a fraction
            said.Add(
                new("approach.a.margin", Filling.Tenths("points", decimal.Round((decimal)half * 100, 1, MidpointRounding.AwayFromZero)))
            );
        }
        return said;
    }

    private static IEnumerable<IReadOnlyList<Sentence>> When(FieldFacts facts)
    {
        foreach (var survey in facts.Figures.Surveys)
        {
            var (from, to) = (Filling.Day("from", survey.FirstDay), Filling.Day("to", survey.LastDay));
            List<Sentence> said =
            [
                facts.Figures.Surveys.Count > 1
                    ? new("approach.b.asked-in", from, to, Filling.Written("survey", survey.Title))
                    : new("approach.b.asked", from, to),
            ];
            if (facts.Asked.FirstOrDefault(sent => sent.SurveyId == survey.Id)?.StoppedBecause is { } why)
            {
                said.Add(new("approach.b.early", Filling.Written("words", Ended(why))));
            }
            yield return said;
        }
    }

    private static IEnumerable<Sentence> Ways(FieldFacts facts, SurveyStatement? said)
    {
        var methods = facts.Figures.Methods.Where(method => method.Responses > 0).OrderByDescending(method => method.Responses).ToList();
        yield return methods.Count == 0
            ? new("approach.c.none")
            : new(
                "approach.c.came",
                Filling.All(
                    "ways",
                    methods.Select(method => new Sentence(
                        "approach.c.way",
                        Filling.All("way", [WaysOfAnswering.By(method.Method)]),
                        Filling.Number("number", method.Responses)
                    ))
                )
            );
        if (facts.By(AnswerMethod.Other) > 0 && !Empty(said?.OtherWay))
        {
            yield return new("approach.c.other", Filling.Written("words", Ended(said!.OtherWay!)));
        }
        var asked = facts.Asked.Where(survey => survey.Ways.Length > 0).DistinctBy(survey => survey.Ways).ToList();
        foreach (var (at, survey) in asked.Index())
        {
            yield return new(at == 0 ? "approach.c.ladder" : "approach.c.then", Filling.Chain("ways", LadderWords.Of(survey)));
        }
        yield return new("approach.c.once");
    }

    private static IReadOnlyList<Sentence> Alike(FieldFacts facts) =>
        facts.Likeness.Count == 0
            ? [new("approach.e.none")]
            :
            [
                new("approach.e.compared", Filling.All("groups", facts.Likeness.Select(one => GroupWords.Of(one.By)))),
                .. facts.Likeness.Select(one =>
                {
                    var (by, points) = (Filling.All("by", [GroupWords.Of(one.By)]), Filling.Tenths("points", one.Apart));
                    return one.Group is { } group
                        ? new Sentence(
                            "approach.e.apart-most",
                            by,
                            points,
                            Filling.Written("group", group),
                            Filling.Tenths("homes", one.OfAll),
                            Filling.Tenths("answers", one.OfAnswers)
                        )
                        : new Sentence("approach.e.apart", by, points);
                }),
            ];

    private static Sentence LeftOut(FieldFacts facts)
    {
        var groups = facts.Figures.LeftOut.Where(one => one.Homes > 0).ToList();
        // how many for each reason would say of a handful of homes what is wrong there
        return groups.Count == 0
            ? new("approach.h.none")
            : new(
                "approach.h.left",
                Filling.Number("count", groups.Sum(one => one.Homes)),
                Filling.All("reasons", groups.Select(one => GroupWords.OfReason(one.Reason)))
            );
    }

    private static IReadOnlyList<Sentence> TooFew(FieldFacts facts, SurveyStatement? said)
    {
        if (facts.Short == 0)
        {
            return [new("approach.i.enough")];
        }
        var fewer = new Sentence("approach.i.fewer", Filling.Number("count", facts.Short));
        return !facts.MissedTheSample ? [fewer, new("approach.i.census")]
            : Empty(said?.ShortfallReason) ? [fewer]
            : [fewer, Sentence.AsWritten(Ended(said!.ShortfallReason!))];
    }

    private static ApproachItem Other(FieldFacts facts, SurveyStatement? said)
    {
        List<IReadOnlyList<Sentence>> lines = [.. IssuesOfField.Of(facts).Select(issue => (IReadOnlyList<Sentence>)[issue])];
        if (said?.OtherIssues == true)
        {
            lines.Add([Sentence.AsWritten(Ended(said.OtherIssuesWords ?? ""))]);
        }
        return new(
            "k",
            lines.Count == 0
                ?
                [
                    [new("approach.k.none")],
                ]
                : lines,
            said?.OtherIssues is null ? ["whether anything else may affect the figures"] : []
        );
    }

    private static ApproachItem Said(string letter, bool? answer, string? words, string missing) =>
        new(
            letter,
            answer == true
                    ?
                    [
                        [new($"approach.{letter}.yes", Filling.Written("words", Ended(words ?? "")))],
                    ]
                : answer == false
                    ?
                    [
                        [new($"approach.{letter}.no")],
                    ]
                : [],
            answer is null ? [missing] : []
        );

    private static string Ended(string words) =>
        words.Trim() is { Length: > 0 } text && text[^1] is not ('.' or '?' or '!') ? text + "." : words.Trim();

    private static bool Empty(string? words) => string.IsNullOrWhiteSpace(words);
}
