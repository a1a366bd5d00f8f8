// The second step's codes against the published test values.
namespace Hearth.People.Staff.Tests;

public sealed class TotpTests
{
    private static readonly byte[] Key = System.Text.Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B: the last six of the eight figures given there.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_the_one_of_RFC_6238(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeOf(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    // RFC 4226, appendix D.
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(9, "520489")]
    public void A_code_is_the_one_of_RFC_4226(long count, string code) => Assert.Equal(code, Totp.CodeOf(Key, count));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_phone_may_be_half_a_minute_out_and_no_more(int out_, bool accepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111111);
        var code = Totp.CodeOf(Key, Totp.StepAt(now.AddSeconds(out_)));

        Assert.Equal(accepted, Totp.StepOf(Key, code, now) is not null);
    }

    // RFC 4648, section 10.
    [Theory]
    [InlineData("MZXW6YTBOI======", "foobar")]
    [InlineData("mzxw 6ytb", "fooba")]
    [InlineData("MY======", "f")]
    public void A_key_is_read_as_RFC_4648_writes_it(string base32, string text) =>
        Assert.Equal(text, System.Text.Encoding.ASCII.GetString(Totp.KeyFrom(base32)));
}
