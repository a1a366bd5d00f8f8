// Where the two labels of a line stand, so that neither lies on the other, on the axis or, where it can be helped, on the line.
namespace Hearth.DesignSystem.Charts;

/// <summary>The label of the answers so far, beside its point, and that of the number needed, at one end of its line.</summary>
/// <param name="NowLeft">Left of its point, not right of it.</param>
/// <param name="NowOver">Above its point, not below it.</param>
/// <param name="NeededRight">At the right end of its line.</param>
/// <param name="NeededUnder">Below its line.</param>
/// <param name="NeededOff">On a phone there is no room for both: the key alone says what is needed.</param>
internal sealed record LineLabels(bool NowLeft, bool NowOver, bool NeededRight, bool NeededUnder, bool NeededOff = false)
{
    private const double Overlap = 1000;

    // the plot as it is at 320, 360 and 1280 px; on a phone the answers' label stands in two lines
    private static readonly (double Width, double NowWidth, double NowHeight)[] Plots = [(196, 78, 42), (236, 78, 42), (620, 130, 22)];

    private const double Height = 250;
    private const double NeededWidth = 98;
    private const double NeededHeight = 22;
    private const double Gap = 6;

    /// <param name="line">The answers so far, in per cent of the plot from the left and from below; the last is labelled.</param>
    /// <param name="needed">The number needed, in per cent from below.</param>
    public static LineLabels Of(IReadOnlyList<(double X, double Y)> line, double? needed)
    {
        if (line.Count == 0)
        {
            return new(false, false, false, false);
        }
        var left = line[^1].X > 60;
        LineLabels[] all =
        [
            // beside a line that rises there is room below to the right of its end, and above to the left
            .. from over in new[] { left, !left }
            from right in new[] { false, true }
            from under in new[] { false, true }
            select new LineLabels(left, over, right, under),
        ];
        double On(LineLabels labels, (double Width, double NowWidth, double NowHeight) plot, double? at) =>
            labels.Faults(line, at, plot.Width, plot.NowWidth, plot.NowHeight);
        var best = all.MinBy(labels => Plots.Sum(plot => On(labels, plot, needed)))!;
        // no room for both on a phone: there the answers have the better place, and on a desk the two stand apart all the same
        return Plots.SkipLast(1).Sum(plot => On(best, plot, needed)) < Overlap
            ? best
            : all.MinBy(labels => (Plots.SkipLast(1).Sum(plot => On(labels, plot, null)) * Overlap) + On(labels, Plots[^1], needed))! with
            {
                NeededOff = true,
            };
    }

    private double Faults(IReadOnlyList<(double X, double Y)> line, double? needed, double width, double nowWidth, double nowHeight)
    {
        var (x, y) = (line[^1].X * width / 100, line[^1].Y * Height / 100);
        var now = Box(NowLeft ? x - 12 - nowWidth : x + 8, NowOver ? y + Gap : y - Gap - nowHeight, nowWidth, nowHeight);
        // on the days below the axis, or above the plot
        var faults = now.Bottom < 0 || now.Top > Height + 20 ? 500d : 0;
        faults += Covered(now, line.SkipLast(1), width);
        if (needed is { } at)
        {
            var from = at * Height / 100;
            var words = Box(
                NeededRight ? width - 4 - NeededWidth : 4,
                NeededUnder ? from - Gap - NeededHeight : from + Gap,
                NeededWidth,
                NeededHeight
            );
            faults += words.Bottom < 0 ? 500 : 0;
            faults += words.Left < now.Right && now.Left < words.Right && words.Bottom < now.Top && now.Bottom < words.Top ? Overlap : 0;
            faults += Covered(words, line, width);
        }
        return faults;
    }

    private static int Covered(
        (double Left, double Bottom, double Right, double Top) box,
        IEnumerable<(double X, double Y)> line,
        double width
    ) =>
        line.Count(point =>
            point.X * width / 100 >= box.Left
            && point.X * width / 100 <= box.Right
            && point.Y * Height / 100 >= box.Bottom
            && point.Y * Height / 100 <= box.Top
        );

    private static (double Left, double Bottom, double Right, double Top) Box(double left, double bottom, double width, double height) =>
        (left, bottom, left + width, bottom + height);
}
