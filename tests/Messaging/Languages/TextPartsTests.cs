// How many parts a text is paid in, against the figures of the standard counted by hand.
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Tests.Languages;

public sealed class TextPartsTests
{
    [Theory]
    [InlineData("", 0, true, 0, 1)]
    [InlineData("a", 160, true, 160, 1)]
    [InlineData("a", 161, true, 161, 2)]
    [InlineData("a", 306, true, 306, 2)]
    [InlineData("a", 307, true, 307, 3)]
    // 3GPP TS 23.038, 6.2.1.1: the euro sign and the brackets take an escape and a sign
    [InlineData("€", 80, true, 160, 1)]
    [InlineData("[", 81, true, 162, 2)]
    [InlineData("ا", 70, false, 70, 1)]
    [InlineData("ا", 71, false, 71, 2)]
    [InlineData("ا", 134, false, 134, 2)]
    [InlineData("ا", 135, false, 135, 3)]
    [InlineData("ł", 71, false, 71, 2)]
    [InlineData("’", 1, false, 1, 1)]
    // two units of UTF-16 each
    [InlineData("🏠", 35, false, 70, 1)]
    [InlineData("🏠", 36, false, 72, 2)]
    public void A_text_is_counted_as_the_networks_count_it(string sign, int times, bool gsm, int units, int parts)
    {
        var text = string.Concat(Enumerable.Repeat(sign, times));

        Assert.Equal(new TextParts(gsm, units, parts), TextParts.Of(text));
    }

    [Fact]
    public void A_sign_of_two_units_is_not_cut_by_the_end_of_a_part()
    {
        // 152 letters and a euro sign: the sign goes to the second part whole, and 152 more fit behind it
        var text = new string('a', 152) + "€" + new string('a', 151);
        Assert.Equal(new TextParts(true, 305, 2), TextParts.Of(text));
        Assert.Equal(new TextParts(true, 306, 3), TextParts.Of(text + "a"));

        var house = new string('ا', 66) + "🏠" + new string('ا', 65);
        Assert.Equal(new TextParts(false, 133, 2), TextParts.Of(house));
        Assert.Equal(new TextParts(false, 134, 3), TextParts.Of(house + "ا"));
    }

    [Fact]
    public void A_lone_half_of_a_sign_is_counted_and_breaks_nothing() => Assert.Equal(new TextParts(false, 1, 1), TextParts.Of("\ud83c"));
}
