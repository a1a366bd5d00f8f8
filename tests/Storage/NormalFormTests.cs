// What nobody types may still be sent: it is brought to a normal form without breaking the page.
using System.Text;
using Hearth.Storage.Public;

namespace Hearth.Storage.Tests;

public sealed class NormalFormTests
{
    [Theory]
    [InlineData("\u017B\u00F3\u0142w", "Z\u0307o\u0301\u0142w")]
    [InlineData("a\uFFFEb", "a\uFFFDb")]
    [InlineData("", "")]
    public void Text_is_taken_apart_and_what_is_no_sign_is_marked(string text, string apart) =>
        Assert.Equal(apart, text.InForm(NormalizationForm.FormD));

    [Fact]
    public void Half_a_sign_is_marked() => Assert.Equal("a\uFFFD", ("a" + (char)0xD800).InForm(NormalizationForm.FormKC));
}
