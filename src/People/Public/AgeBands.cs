// Age bands as the measures are shown: three wide ones, cut finer where there are people enough.
namespace Hearth.People.Public;

public static class AgeBands
{
    /// <summary>The fine bands in order, <see cref="GroupFacts.Unknown"/> last.</summary>
    public static IReadOnlyList<string> All { get; } =
    ["16 to 24", "25 to 34", "35 to 44", "45 to 54", "55 to 64", "65 to 74", "75 and over", GroupFacts.Unknown];

    /// <summary>The three wide bands (table 1 of an engagement strategy), unknown last.</summary>
    public static IReadOnlyList<string> Wide { get; } = ["16 to 34", "35 to 54", "55 and over", GroupFacts.Unknown];

    /// <summary>The fine band of somebody born on this day, on that day. Under 16 and over 120 are not known: a date of birth that cannot be a tenant's.</summary>
    public static string Of(DateOnly? born, DateOnly on)
    {
        if (born is not { } day)
        {
            return GroupFacts.Unknown;
        }
        var age = on.Year - day.Year - (on < day.AddYears(on.Year - day.Year) ? 1 : 0);
        return age switch
        {
            < 16 or > 120 => GroupFacts.Unknown,
            < 25 => All[0],
            < 35 => All[1],
            < 45 => All[2],
            < 55 => All[3],
            < 65 => All[4],
            < 75 => All[5],
            _ => All[6],
        };
    }

    /// <summary>The wide band that a fine band lies in.</summary>
    public static string Widen(string fine) =>
        fine switch
        {
            "16 to 24" or "25 to 34" => "16 to 34",
            "35 to 44" or "45 to 54" => "35 to 54",
            "55 to 64" or "65 to 74" or "75 and over" => "55 and over",
            _ => GroupFacts.Unknown,
        };
}
