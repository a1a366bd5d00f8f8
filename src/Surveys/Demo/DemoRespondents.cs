// Draws who answers a demo survey: older tenants more often than younger, some wards more than others; and how content each is.
using Hearth.People.Public;
using Hearth.Surveys.Asking;

namespace Hearth.Surveys.Demo;

/// <summary>A household that answers.</summary>
/// <param name="Mood">How content it is on the whole: about 0, mostly between -2 and 2.</param>
internal sealed record DemoRespondent(string Tenancy, string AgeBand, string Ward, string Tenure, double Mood);

internal static class DemoRespondents
{
    // Of 100 who answered a landlord's postal and online survey in 2017, 6 were 16 to 34, 25 were 35 to 54 and 69 older (table 1 of its strategy).
    private static readonly (string Band, double Share)[] Ages =
    [
        ("16 to 34", 0.06),
        ("35 to 54", 0.25),
        ("55 and over", 0.67),
        (GroupFacts.Unknown, 0.02),
    ];

    public static List<DemoRespondent> Draw(IReadOnlyList<(Invitation Invitation, string Tenancy)> asked, int count, Random random)
    {
        var wards = asked
            .Select(a => a.Invitation.Ward)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToDictionary(w => w, _ => (Zeal: 0.7 + (0.6 * random.NextDouble()), Mood: 0.25 * Normal(random)));
        var result = new List<DemoRespondent>(count);
        var byAge = asked.ToLookup(a => AgeBands.Widen(a.Invitation.AgeBand));
        foreach (var (band, share) in Ages.OrderBy(age => age.Share))
        {
            var wanted = band == "55 and over" ? count - result.Count : (int)Math.Round(count * share);
            result.AddRange(
                byAge[band]
                    .OrderBy(home => -Math.Log(1 - random.NextDouble()) / wards[home.Invitation.Ward].Zeal)
                    .Take(wanted)
                    .Select(home => new DemoRespondent(
                        home.Tenancy,
                        home.Invitation.AgeBand,
                        home.Invitation.Ward,
                        home.Invitation.Tenure,
                        (0.8 * Normal(random))
                            + wards[home.Invitation.Ward].Mood
                            + MoodOfAge(band)
                            + (home.Invitation.Tenure == "Sheltered" ? 0.3 : 0)
                    ))
            );
        }
        var shuffled = result.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    /// <summary>A number from the normal distribution (Box and Muller).</summary>
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double MoodOfAge(string band) =>
        band switch
        {
            "16 to 34" => -0.45,
            "35 to 54" => -0.25,
            _ => 0.1,
        };
}
