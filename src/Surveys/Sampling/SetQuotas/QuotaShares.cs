// Shares answers out over groups by their homes; groups whose number somebody typed keep it.
using Hearth.Statistics;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Sampling.SetQuotas;

internal static class QuotaShares
{
    /// <summary>Every group by name, in their order: the number typed, else its share of what those leave.</summary>
    /// <param name="homes">Of each group.</param>
    /// <param name="typed">Numbers typed, of some of the groups.</param>
    /// <param name="inAll">Answers wanted in all. Where every group is typed it need not be met.</param>
    public static Outcome<IReadOnlyDictionary<string, int>> Of(
        IReadOnlyDictionary<string, int> homes,
        IReadOnlyDictionary<string, int> typed,
        int inAll
    )
    {
        string[] others = [.. homes.Keys.Where(cell => !typed.ContainsKey(cell)).Order(StringComparer.Ordinal)];
        var rest = inAll - typed.Values.Sum();
        var left = others.Sum(cell => homes[cell]);
        if (others.Length > 0 && rest < 0)
        {
            return new TypedMoreThanAll(inAll - rest, inAll);
        }
        if (others.Length > 0 && rest > left)
        {
            return new RestAboveHomes(rest, left);
        }
        var shares = Rounding.LargestRemainder([.. others.Select(cell => homes[cell])], others.Length == 0 ? 0 : rest);
        var all = typed.ToDictionary(StringComparer.Ordinal);
        for (var at = 0; at < others.Length; at++)
        {
            all[others[at]] = shares[at];
        }
        return new Outcome<IReadOnlyDictionary<string, int>>(all, []);
    }
}
