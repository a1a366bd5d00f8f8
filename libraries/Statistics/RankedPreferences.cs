// Counts orders of preference: first choices, mean rank and Borda's points.
namespace Hearth.Statistics;

/// <summary>How one choice fared in many orders of preference.</summary>
/// <param name="Choice">Its number, from 0.</param>
/// <param name="Firsts">Orders in which it comes first.</param>
/// <param name="Ranked">Orders in which it has a place at all.</param>
/// <param name="Places">Sum of its places, 1 for first, over the orders in which it has one.</param>
/// <param name="Points">Borda's points over all orders.</param>
public sealed record RankedChoice(int Choice, int Firsts, int Ranked, int Places, decimal Points)
{
    /// <summary>Mean place, 1 the best, among those who gave it one; null where nobody did.</summary>
    public decimal? MeanPlace => Ranked == 0 ? null : (decimal)Places / Ranked;
}

/// <summary>
/// Borda's count. With n choices, an order gives n − 1 points to its first, n − 2 to its second, and so on to 0 (J.-C. de Borda,
/// Mémoire sur les élections au scrutin, 1781). Choices left without a place are tied below those that have one, and each gets the
/// mean of the points that are left (the usual treatment of ties in ranks; P. Emerson, The original Borda count and partial voting,
/// Social Choice and Welfare 40, 2013, discusses the alternatives). So every order hands out n(n − 1)/2 points, however short it is.
/// </summary>
public static class RankedPreferences
{
    /// <summary>Counts the orders.</summary>
    /// <param name="choices">How many choices there are, 1 or more.</param>
    /// <param name="orders">Each the numbers of choices from 0, best first, none twice; empty ones count for nothing.</param>
    /// <returns>One for each choice, in the order of their numbers.</returns>
    /// <exception cref="ArgumentException">A number is not that of a choice, or stands twice in one order.</exception>
    public static IReadOnlyList<RankedChoice> Count(int choices, IEnumerable<IReadOnlyList<int>> orders)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(choices, 1);
        ArgumentNullException.ThrowIfNull(orders);
        var (firsts, ranked, places) = (new int[choices], new int[choices], new int[choices]);
        // in halves of a point: the mean of whole numbers in a row is a whole or a half
        var halves = new long[choices];
        foreach (var order in orders.Where(order => order.Count > 0))
        {
            var left = choices - order.Count;
            var seen = new bool[choices];
            for (var place = 0; place < order.Count; place++)
            {
                var choice = order[place];
                if (choice < 0 || choice >= choices || seen[choice])
                {
                    throw new ArgumentException($"{choice} is no choice, or stands twice.", nameof(orders));
                }
                seen[choice] = true;
                firsts[choice] += place == 0 ? 1 : 0;
                ranked[choice]++;
                places[choice] += place + 1;
                halves[choice] += 2L * (choices - 1 - place);
            }
            for (var choice = 0; choice < choices; choice++)
            {
                halves[choice] += seen[choice] ? 0 : left - 1;
            }
        }
        return
        [
            .. Enumerable
                .Range(0, choices)
                .Select(choice => new RankedChoice(choice, firsts[choice], ranked[choice], places[choice], halves[choice] / 2m)),
        ];
    }
}
