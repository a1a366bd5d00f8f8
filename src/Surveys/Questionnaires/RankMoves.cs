// What a button of a ranking does to the order.
namespace Hearth.Surveys.Questionnaires;

internal static class RankMoves
{
    /// <summary>The order after a button: <c>add:3</c>, <c>out:3</c>, <c>up:3</c>, <c>down:3</c>. What makes no sense changes nothing.</summary>
    public static (IReadOnlyList<string> Order, string? Moved) Apply(Question question, IEnumerable<string> order, string button)
    {
        List<string> now = [.. order.Distinct(StringComparer.Ordinal).Where(code => question.Offered.Any(option => option.Code == code))];
        if (button.Split(':', 2) is not [var what, var code] || question.Offered.All(option => option.Code != code))
        {
            return (now, null);
        }
        var at = now.IndexOf(code);
        switch (what)
        {
            case "add" when at < 0 && now.Count < question.RankAtMost:
                now.Add(code);
                break;
            case "out" when at >= 0:
                now.RemoveAt(at);
                return (now, null);
            case "up" when at > 0:
                (now[at - 1], now[at]) = (now[at], now[at - 1]);
                break;
            case "down" when at >= 0 && at < now.Count - 1:
                (now[at + 1], now[at]) = (now[at], now[at + 1]);
                break;
            default:
                return (now, null);
        }
        return (now, code);
    }
}
