// What is suggested to be struck out of a tenant's words, and what is left alone.
using Hearth.People.Public;
using Hearth.Surveys.Results.ReadComments;

namespace Hearth.Surveys.Tests.Results;

public sealed class StrikeOutTests
{
    private static readonly RecordedNames Names = new(
        new HashSet<string> { "KASIA", "NOWAK", "MARK", "MAY", "IQBAL", "O’BRIEN" },
        new HashSet<string> { "MILL LANE", "ST ANNE'S" }
    );

    [Theory]
    [InlineData("Ask Mrs Kowalska about it.", "Ask [name] about it.")]
    [InlineData("Kasia next door knows.", "[name] next door knows.")]
    [InlineData("I told Kasia Nowak twice.", "I told [name] twice.")]
    [InlineData("The officer Mark never came.", "The officer [name] never came.")]
    [InlineData("My name is Zofia and I am cold.", "My name is [name] and I am cold.")]
    [InlineData("Dr. O’Neill wrote to you.", "[name] wrote to you.")]
    [InlineData("Ring me on 01632 960 123.", "Ring me on [telephone].")]
    [InlineData("Ring 07700 900123 or +44 7700 900 456!", "Ring [telephone] or [telephone]!")]
    [InlineData("Call (01632) 960-999", "Call [telephone]")]
    [InlineData("Write to kasia.nowak@mail.example please", "Write to [e-mail] please")]
    [InlineData("It is on www.kasia.example/photos now", "It is on [web address] now")]
    [InlineData("I live at 14 Mill Lane.", "I live at [address].")]
    [InlineData("Flat 3, 22 Some Other Road floods.", "[address] floods.")]
    [InlineData("All of Mill Lane is dark.", "All of [address] is dark.")]
    [InlineData("Flat 7 plays music, number 12a too.", "[number] plays music, [number] too.")]
    [InlineData("AB1 2CD floods, ab12cd too", "[postcode] floods, [postcode] too")]
    [InlineData("My tenancy T-204187", "My tenancy [reference]")]
    [InlineData("Born 4/5/1961.", "Born [date].")]
    public void What_shows_who_wrote_or_of_whom_is_struck_out(string written, string suggested) =>
        Assert.Equal(suggested, StrikeOut.Suggest(written, Names).Text);

    [Theory]
    [InlineData("Mark the bays in the car park.")]
    [InlineData("May we have new bins?")]
    [InlineData("It cost £70 a week, 40 minutes on hold, 5 times since 2019.")]
    [InlineData("The Council told us nothing.")]
    [InlineData("I waited 3 times on 3 days for 1 tap.")]
    [InlineData("[name removed] was kind.")]
    [InlineData("")]
    [InlineData("कोई जवाब नहीं। Nikt nie odpowiada.")]
    public void What_names_nobody_is_left_alone(string written)
    {
        var suggested = StrikeOut.Suggest(written, Names);
        Assert.Equal(written, suggested.Text);
        Assert.Empty(suggested.Struck);
    }

    [Fact]
    public void A_person_sees_what_was_struck_and_as_what()
    {
        var suggested = StrikeOut.Suggest("Mr Iqbal, 07700 900123", Names);
        Assert.Equal([new Struck("07700 900123", "a telephone number"), new Struck("Mr Iqbal", "a name")], suggested.Struck);
    }

    [Fact]
    public void Four_thousand_hostile_letters_take_no_time()
    {
        foreach (var letters in new[] { "A", "0 ", "1 Aa ", "a.a@", "(", "Flat 1 ", "Mr " })
        {
            var written = string.Concat(Enumerable.Repeat(letters, 4000 / letters.Length));
            var start = TimeProvider.System.GetTimestamp();
            _ = StrikeOut.Suggest(written, Names);
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(5), letters);
        }
    }
}
