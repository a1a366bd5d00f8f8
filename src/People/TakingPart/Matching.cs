// Which ways suit a person: what they have, the time they would give, their language, what they need. Says why one does not suit yet.
namespace Hearth.People.TakingPart;

/// <summary>Why a way does not suit a person as it is.</summary>
internal enum Misfit
{
    NeedsTheInternet,
    AsksMoreTime,
    NotInTheirLanguage,
    DoesNotOffer,
}

/// <summary>One reason, with what it is about.</summary>
internal sealed record WhyNot(Misfit Reason, TimeToGive? Time = null, string? Language = null, AccessNeed? Need = null);

/// <param name="Way">The way.</param>
/// <param name="Why">Each reason; none where it suits.</param>
internal sealed record Matched(WayToTakePart Way, IReadOnlyList<WhyNot> Why)
{
    public bool Suits => Why.Count == 0;
}

internal static class Matching
{
    /// <summary>Every way, those that suit first, the shortest first among them.</summary>
    /// <param name="ways">The menu.</param>
    /// <param name="needs">What the person said; null where nothing.</param>
    /// <param name="language">Their language, BCP 47.</param>
    public static IReadOnlyList<Matched> For(IEnumerable<WayToTakePart> ways, PersonNeeds? needs, string language) =>
        [
            .. ways.Where(way => way.WithdrawnAt is null)
                .Select(way => new Matched(way, Misfits(way, needs, language)))
                .OrderBy(match => match.Suits ? 0 : 1)
                .ThenBy(match => match.Way.Time)
                .ThenBy(match => match.Way.Position),
        ];

    private static List<WhyNot> Misfits(WayToTakePart way, PersonNeeds? needs, string language)
    {
        var found = new List<WhyNot>();
        if (needs?.Online == false && way.Manners.Count > 0 && way.Manners.All(m => m == Manner.Online))
        {
            found.Add(new(Misfit.NeedsTheInternet));
        }
        if (needs?.Time is { } time && way.Time > time)
        {
            found.Add(new(Misfit.AsksMoreTime, Time: way.Time));
        }
        var speaks = language.StartsWith("en", StringComparison.OrdinalIgnoreCase) || way.Languages.Contains(language);
        if (!speaks && !way.Offers.Contains(AccessNeed.Interpreter))
        {
            found.Add(new(Misfit.NotInTheirLanguage, Language: language));
        }
        foreach (var need in needs?.Needs ?? [])
        {
            var met = need switch
            {
                // words and pictures, or somebody who speaks the language: each language of the way is met as said above
                AccessNeed.Interpreter => way.Offers.Contains(need) || (speaks && way.Languages.Contains(language)),
                AccessNeed.FromHome => way.Offers.Contains(need) || way.Manners.Any(m => m is not Manner.InPerson),
                // nobody has to travel or leave the children for what is done at home
                AccessNeed.Transport or AccessNeed.StepFree or AccessNeed.Childcare => way.Offers.Contains(need)
                    || way.Manners.Any(m => m is not Manner.InPerson),
                AccessNeed.HearingLoop => way.Offers.Contains(need) || way.Manners.Any(m => m is Manner.Online or Manner.Paper),
                _ => way.Offers.Contains(need),
            };
            if (!met)
            {
                found.Add(new(Misfit.DoesNotOffer, Need: need));
            }
        }
        return found;
    }
}
