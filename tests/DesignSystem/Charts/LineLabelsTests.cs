// The labels of the line of answers and of the number needed never lie on each other, wherever the line ends.
using Hearth.DesignSystem.Charts;

namespace Hearth.DesignSystem.Tests.Charts;

public sealed class LineLabelsTests
{
    // the widths of the plot on a phone of 320 and of 360 px; what the words are wide there
    private const double Now = 76;
    private const double NowHigh = 40;
    private const double Needed = 94;

    [Theory]
    [InlineData(196)]
    [InlineData(236)]
    public void Wherever_the_line_ends_and_whatever_is_needed_the_two_stand_apart(double width)
    {
        var (looked, off) = (0, 0);
        for (var x = 0; x <= 100; x += 2)
        {
            for (var y = 0; y <= 90; y += 2)
            {
                for (var needed = 2; needed <= 90; needed += 2)
                {
                    List<(double X, double Y)> line = [.. Enumerable.Range(0, 11).Select(at => (x * at / 10d, y * at / 10d))];
                    var labels = LineLabels.Of(line, needed);
                    var (left, bottom) = (
                        labels.NowLeft ? (x * width / 100) - 12 - Now : (x * width / 100) + 8,
                        (y * 2.5) + (labels.NowOver ? 6 : -6 - NowHigh)
                    );
                    var (other, under) = (labels.NeededRight ? width - 4 - Needed : 4, (needed * 2.5) + (labels.NeededUnder ? -26 : 6));
                    var apart = left >= other + Needed || other >= left + Now || bottom >= under + 20 || under >= bottom + NowHigh;
                    Assert.True(apart || labels.NeededOff, $"{x} {y} {needed}: {labels}");
                    off += labels.NeededOff ? 1 : 0;
                    // nor on the days below the axis
                    Assert.True(bottom >= -1, $"{x} {y} {needed}: {labels}");
                    looked++;
                }
            }
        }
        Assert.True(looked > 100_000);
        // where it is left to the key it is the exception
        Assert.True(off < looked / 20, $"{off} of {looked}");
    }

    [Fact]
    public void A_line_without_a_day_has_its_needed_label_where_it_always_was() =>
        Assert.Equal(new LineLabels(false, false, false, false), LineLabels.Of([], 50));
}
