// Dates, postcodes, telephone numbers, addresses and names as exports write them.
using Hearth.People.Import.Values;
using Hearth.People.Public;

namespace Hearth.People.Tests.Import.Values;

public sealed class ValueTests
{
    private static readonly DateOnly Today = new(2026, 11, 12);

    [Theory]
    [InlineData("3/4/1980", "1980-04-03")]
    [InlineData("03/04/1980 00:00:00", "1980-04-03")]
    [InlineData("03-Apr-80", "1980-04-03")]
    [InlineData("3 April 1980", "1980-04-03")]
    [InlineData("3rd April, 1980", "1980-04-03")]
    [InlineData("03.04.1980", "1980-04-03")]
    [InlineData("1980-04-03", "1980-04-03")]
    [InlineData("1980-04-03T00:00:00Z", "1980-04-03")]
    [InlineData("19800403", "1980-04-03")]
    [InlineData("29314", "1980-04-03")]
    [InlineData("12 Sept 1971", "1971-09-12")]
    [InlineData("01/02/10", "2010-02-01")]
    [InlineData("01/02/11", "1911-02-01")]
    [InlineData("29/02/2000", "2000-02-29")]
    public void A_birthday_is_read_as_in_England(string text, string day)
    {
        Assert.True(UkDate.TryRead(text, DateMeaning.Birth, Today, out var read));
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), read);
    }

    [Theory]
    [InlineData("31/02/1980")]
    [InlineData("04/13/1980")]
    [InlineData("1980")]
    [InlineData("12")]
    [InlineData("3/4")]
    [InlineData("yesterday")]
    [InlineData("1/1/80000")]
    public void What_is_no_day_is_not_read_as_one(string text) => Assert.False(UkDate.TryRead(text, DateMeaning.Birth, Today, out _));

    [Fact]
    public void A_tenancy_of_26_began_in_2026_and_nobody_was_born_then()
    {
        Assert.True(UkDate.TryRead("01/04/26", DateMeaning.Tenancy, Today, out var started));
        Assert.True(UkDate.TryRead("01/04/26", DateMeaning.Birth, Today, out var born));
        Assert.Equal((2026, 1926), (started.Year, born.Year));
    }

    [Theory]
    [InlineData("ob42qr", "OB4 2QR")]
    [InlineData(" OB4  2QR ", "OB4 2QR")]
    [InlineData("OB4 2qr.", "OB4 2QR")]
    [InlineData("OB4 OQR", "OB4 0QR")]
    [InlineData("sw1a1aa", "SW1A 1AA")]
    [InlineData("GIR0AA", "GIR 0AA")]
    public void A_postcode_has_one_form(string text, string postcode)
    {
        Assert.True(Postcode.TryNormalise(text, out var read));
        Assert.Equal(postcode, read);
    }

    [Theory]
    [InlineData("OB4")]
    [InlineData("OB4 2Q")]
    [InlineData("12345")]
    [InlineData("QB4 2QR1")]
    [InlineData("OB4 2CI")]
    public void What_is_no_postcode_is_refused(string text) => Assert.False(Postcode.TryNormalise(text, out _));

    [Theory]
    [InlineData("07700 900123", "+447700900123")]
    [InlineData("7700900123", "+447700900123")]
    [InlineData("+44 (0)7700 900123", "+447700900123")]
    [InlineData("0044 7700 900123", "+447700900123")]
    [InlineData("447700900123", "+447700900123")]
    [InlineData("'07700900123", "+447700900123")]
    [InlineData("Tel: 01632 960001", "+441632960001")]
    [InlineData("(01632) 960-001 ext 12", "+441632960001")]
    [InlineData("01632 960001 / 07700 900123", "+441632960001")]
    [InlineData("07700 900123 (daughter)", "+447700900123")]
    [InlineData("+48 22 555 01 23", "+48225550123")]
    public void A_telephone_number_is_kept_as_E164(string text, string number)
    {
        Assert.True(PhoneNumber.TryRead(text, out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("960001")]
    [InlineData("no phone")]
    [InlineData("07700 90012")]
    [InlineData("0")]
    [InlineData("ring 2 times 07700")]
    public void What_cannot_be_rung_is_refused(string text) => Assert.False(PhoneNumber.TryRead(text, out _));

    [Theory]
    [InlineData("+447700900123", "07700 900123")]
    [InlineData("+441632960001", "01632 960001")]
    [InlineData("+442079460000", "020 7946 0000")]
    [InlineData("+48225550123", "+48225550123")]
    public void A_number_is_shown_as_people_write_it(string number, string shown) => Assert.Equal(shown, PhoneNumber.Shown(number));

    [Theory]
    [InlineData("kasia@example.org", true)]
    [InlineData("mailto:Kasia.N+home@mail.example.co.uk", true)]
    [InlineData("o'brien@example.org", true)]
    [InlineData("kasia at example.org", false)]
    [InlineData("kasia@example", false)]
    [InlineData("kasia@@example.org", false)]
    [InlineData("@example.org", false)]
    [InlineData("kasia@exa mple.org", false)]
    [InlineData("kasia..n@example.org", false)]
    public void An_address_mail_can_be_sent_to(string text, bool can) => Assert.Equal(can, EmailAddress.TryRead(text, out _));

    [Theory]
    [InlineData("Novak, Kasia", "|Kasia|Novak")]
    [InlineData("NOVAK, Mrs Kasia", "Mrs|Kasia|Novak")]
    [InlineData("Novak, Kasia (Mrs)", "Mrs|Kasia|Novak")]
    [InlineData("Mrs K Novak", "Mrs|K|Novak")]
    [InlineData("MR. J. O'BRIEN", "Mr|J.|O'Brien")]
    [InlineData("kasia anna novak", "|Kasia Anna|Novak")]
    [InlineData("Maria de Souza", "|Maria|de Souza")]
    [InlineData("Dr Ludwig van der Berg", "Dr|Ludwig|van der Berg")]
    [InlineData("FIONA MCKAY", "|Fiona|McKay")]
    [InlineData("ANN-MARIE SMITH-JONES", "|Ann-Marie|Smith-Jones")]
    [InlineData("Łukasz Wójcik", "|Łukasz|Wójcik")]
    [InlineData("Ngozi", "||Ngozi")]
    [InlineData("Mr & Mrs J Smith", "Mr||Smith;Mrs|J|Smith")]
    [InlineData("Mr A Khan and Mrs B Khan", "Mr|A|Khan;Mrs|B|Khan")]
    [InlineData("Jan and Kasia Novak", "|Jan|Novak;|Kasia|Novak")]
    [InlineData("Mr Smith & Ms Jones", "Mr||Smith;Ms||Jones")]
    public void A_name_is_taken_apart(string text, string people) =>
        Assert.Equal(people, string.Join(';', Names.Read(text).Select(n => $"{n.Title}|{n.Given}|{n.Family}")));

    [Theory]
    [InlineData("General Needs", TenureKind.GeneralNeeds)]
    [InlineData("GN", TenureKind.GeneralNeeds)]
    [InlineData("Secure tenancy", TenureKind.GeneralNeeds)]
    [InlineData("Sheltered housing", TenureKind.Sheltered)]
    [InlineData("HfOP", TenureKind.Sheltered)]
    [InlineData("Supported living", TenureKind.Supported)]
    [InlineData("Temporary accommodation", TenureKind.Temporary)]
    [InlineData("Shared Owner", TenureKind.SharedOwnership)]
    [InlineData("Leaseholder", TenureKind.Leasehold)]
    public void A_tenure_has_many_words(string word, TenureKind tenure) => Assert.Equal(tenure, CodeWords.Tenure(word));

    [Theory]
    [InlineData("Żółw  O’Brien", "zolw o'brien")]
    [InlineData("ŁUKASZ", "lukasz")]
    public void Names_are_compared_without_marks(string name, string key) => Assert.Equal(key, Fold.Key(name));

    [Theory]
    [InlineData("Semi Det House", HomeKind.House)]
    [InlineData("TERRACE (MID)", HomeKind.House)]
    [InlineData("FLT 2ND FLR", HomeKind.Flat)]
    [InlineData("Flat in a house", HomeKind.Flat)]
    [InlineData("bung.", HomeKind.Bungalow)]
    [InlineData("Detached bungalow", HomeKind.Bungalow)]
    [InlineData("Maisonette", HomeKind.Maisonette)]
    [InlineData("Bedsit", HomeKind.Room)]
    [InlineData("Narrowboat", null)]
    public void A_kind_of_home_is_read_from_its_most_telling_word(string text, HomeKind? kind) => Assert.Equal(kind, CodeWords.Kind(text));
}
