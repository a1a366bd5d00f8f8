// The groups of each response as they may leave the house: every combination that is printed is shared by at least ten homes.
namespace Hearth.Surveys.Results.ExportResponses;

internal static class GroupsThatHide
{
    public const string Hidden = "[c]";

    /// <summary>
    /// For each response its groups in the order given, “[c]” in place of what would single it out. Column by column, from the left: within
    /// homes that look alike so far, a value held by fewer than ten is hidden, and if the hidden ones together are fewer than ten, the
    /// next smallest values with them. So homes that look alike are ten or more at every step (k-anonymity, L. Sweeney 2002, by local suppression).
    /// </summary>
    /// <param name="columns">For each grouping, each response's value; all of one length.</param>
    /// <param name="fewest">Ten.</param>
    public static string[][] Of(IReadOnlyList<string[]> columns, int fewest = QuestionResult.Fewest)
    {
        var rows = columns.Count == 0 ? 0 : columns[0].Length;
        var printed = columns.Select(column => (string[])column.Clone()).ToArray();
        IEnumerable<int[]> alike =
        [
            [.. Enumerable.Range(0, rows)],
        ];
        foreach (var column in printed)
        {
            alike = [.. alike.SelectMany(homes => Split(column, homes, fewest))];
        }
        return printed;
    }

    private static List<int[]> Split(string[] column, int[] homes, int fewest)
    {
        var sizes = homes
            .GroupBy(home => column[home])
            .Select(g => g.ToArray())
            .OrderBy(g => g.Length)
            .ThenBy(g => column[g[0]], StringComparer.Ordinal)
            .ToList();
        var hidden = new List<int>();
        var shown = new List<int[]>();
        foreach (var group in sizes)
        {
            if (group.Length < fewest || (hidden.Count > 0 && hidden.Count < fewest))
            {
                hidden.AddRange(group);
            }
            else
            {
                shown.Add(group);
            }
        }
        foreach (var home in hidden)
        {
            column[home] = Hidden;
        }
        return hidden.Count == 0 ? shown : [.. shown, [.. hidden]];
    }
}
