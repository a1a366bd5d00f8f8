// What has changed since the panel agreed: each kind of change said once, in words.
using Hearth.Surveys.Programme;

namespace Hearth.Surveys.Tests.Programme;

public sealed class AgreementTests
{
    private readonly Cycle one = At(1, "2026-04-13", "Moving in", "Helen Okafor");
    private readonly Cycle two = At(2, "2026-05-18", "Getting a repair booked", "");
    private readonly Cycle three = At(3, "2026-06-15", "", "Tom Ashworth");

    [Fact]
    public void Nothing_has_changed_right_after_it_was_agreed() => Assert.Empty(Agreed().ChangedSince([three, one, two]));

    [Fact]
    public void Each_change_is_said_once_and_in_words()
    {
        var agreed = Agreed();

        one.MoveTo(new(2026, 9, 7));
        two.Topic = "Repairs on time";
        two.Lead = "Priya Shah";
        three.Topic = "Letters you can read";
        three.Lead = "";
        three.MeetsOn = three.MeetsOn.AddDays(1);
        var four = At(4, "2027-01-04", "Rent and value", "");

        Assert.Equal(
            [
                "Survey 1 moved from 13 April 2026 to 7 September 2026.",
                "Survey 2 asks about “Repairs on time” in place of “Getting a repair booked”.",
                "Priya Shah leads on survey 2.",
                "Survey 3 now has a topic: “Letters you can read”.",
                "The meeting of survey 3 moved from 25 June 2026 to 26 June 2026.",
                "Nobody leads on survey 3 any more; it was Tom Ashworth.",
                "Survey 4, “Rent and value”, was added, from 4 January 2027.",
            ],
            agreed.ChangedSince([two, three, one, four])
        );
    }

    [Fact]
    public void What_was_taken_out_is_named() =>
        Assert.Equal(["Survey 2, “Getting a repair booked”, was taken out."], Agreed().ChangedSince([one, three]));

    private Agreement Agreed() =>
        new()
        {
            Number = 1,
            AgreedOn = new(2026, 3, 24),
            Frozen = Agreement.Freeze([three, one, two]),
        };

    private static Cycle At(int number, string startsOn, string topic, string lead)
    {
        var day = DateOnly.Parse(startsOn);
        return new()
        {
            Number = number,
            Topic = topic,
            Lead = lead,
            StartsOn = day,
            MeetsOn = day.AddDays(10),
        };
    }
}
