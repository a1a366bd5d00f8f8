// Finds for each answer how many homes it stands for, where one of a year's surveys drew some homes likelier than others.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception;

/// <param name="Strata">By row, as they may be kept.</param>
internal sealed record DrawnAnswers(string[] Strata, DrawRecipe Recipe)
{
    public const string NotDrawn = "Not drawn";
    private const string Everybody = "All homes";
    private const int Places = 9;

    // fewer answers in a stratum than this, and it stands with others
    private const int Fewest = 10;

    /// <summary>Null where every home of each survey had the same chance.</summary>
    /// <param name="surveys">The draw of each survey, in the order of the recipe, and how many homes it speaks for; null where there were no strata.</param>
    /// <param name="answers">What was answered.</param>
    /// <param name="rows">Those that count.</param>
    public static DrawnAnswers? Of(IReadOnlyList<(Guid Survey, int Homes, DrawOfSurvey? Draw)> surveys, MeasureAnswers answers, int[] rows)
    {
        if (!surveys.Any(one => one.Draw is { IsUneven: true }) || rows.Length == 0)
        {
            return null;
        }
        var number = surveys.Index().ToDictionary(one => one.Item.Survey, one => one.Index);
        var (found, how) = (new Place[rows.Length], new HomeInDraw[rows.Length]);
        foreach (var (at, row) in rows.Index())
        {
            var survey = number[answers.Surveys[row]];
            (found[at], how[at]) = PlaceOf(
                survey,
                surveys[survey].Homes,
                surveys[survey].Draw,
                answers.Households[row],
                answers.Groups[row]
            );
        }
        // of a survey its answers average 1: how often it was answered says how much it counts beside another
        var average = found
            .GroupBy(place => place.Survey)
            .ToDictionary(survey => survey.Key, survey => survey.Average(place => place.StoodFor));
        var strata = found
            .GroupBy(place => (place.Survey, place.Name))
            .Select(stratum =>
            {
                var one = stratum.First();
                var homes = one.Name == NotDrawn ? stratum.Count() : one.Homes;
                return new Counted(
                    surveys.Count > 1 ? $"Survey {one.Survey + 1}: {one.Name}" : one.Name,
                    [stratum.Key],
                    stratum.Count(),
                    homes,
                    one.Name == NotDrawn ? homes : one.Asked,
                    one.StoodFor,
                    one.StoodFor / average[one.Survey]
                );
            })
            .ToList();
        var shown = Together(strata);
        var label = shown.SelectMany(one => one.Of.Select(key => (key, one.Name))).ToDictionary();
        return new(
            [.. found.Select(place => label[(place.Survey, place.Name)])],
            new(
                [.. surveys.SelectMany(one => one.Draw is { IsUneven: true } draw ? draw.StrataBy : []).Distinct(StringComparer.Ordinal)],
                [
                    .. shown
                        .OrderBy(one => one.Name == Inputs.Hidden)
                        .ThenBy(one => one.Name, StringComparer.Ordinal)
                        .Select(one => new StratumTaken(one.Name, one.Homes, one.Asked, Round(one.StoodFor, 4), Round(one.Weight, Places))),
                ],
                found.Count(place => place.Name == NotDrawn),
                how.Count(one => one == HomeInDraw.ByItsGroups)
            )
        );
    }

    private static (Place Place, HomeInDraw How) PlaceOf(
        int survey,
        int homes,
        DrawOfSurvey? draw,
        Guid household,
        Hearth.People.Public.GroupFacts facts
    )
    {
        if (draw is not { IsUneven: true })
        {
            return (new(survey, Everybody, homes, homes, 1), HomeInDraw.Drawn);
        }
        var (stratum, how) = draw.Find(household, facts);
        if (stratum < 0)
        {
            return (new(survey, NotDrawn, 1, 1, 1), how);
        }
        var drawn = draw.Strata[stratum];
        // nothing that a spreadsheet would take for a formula
        var name = drawn.Name is ['=' or '+' or '-' or '@', ..] ? "'" + drawn.Name : drawn.Name;
        return (new(survey, name, drawn.Homes, drawn.Asked, drawn.StoodFor), how);
    }

    // what fewer than ten answered of stands together, with the next smallest until ten do: their answers count for what they stand for on average
    private static List<Counted> Together(List<Counted> strata)
    {
        var (small, shown) = (new List<Counted>(), new List<Counted>());
        foreach (var one in strata.OrderBy(one => one.Answers).ThenBy(one => one.Name, StringComparer.Ordinal))
        {
            (one.Answers < Fewest || (small.Count > 0 && small.Sum(with => with.Answers) < Fewest) ? small : shown).Add(one);
        }
        if (small.Count > 0)
        {
            double all = small.Sum(one => one.Answers);
            shown.Add(
                new(
                    Inputs.Hidden,
                    [.. small.SelectMany(one => one.Of)],
                    small.Sum(one => one.Answers),
                    small.Sum(one => one.Homes),
                    small.Sum(one => one.Asked),
                    small.Sum(one => one.StoodFor * one.Answers) / all,
                    small.Sum(one => one.Weight * one.Answers) / all
                )
            );
        }
        return shown;
    }

    private static decimal Round(double number, int places) => decimal.Round((decimal)number, places, MidpointRounding.AwayFromZero);

    private sealed record Place(int Survey, string Name, int Homes, int Asked, double StoodFor);

    private sealed record Counted(
        string Name,
        IReadOnlyList<(int Survey, string Name)> Of,
        int Answers,
        int Homes,
        int Asked,
        double StoodFor,
        double Weight
    );
}
