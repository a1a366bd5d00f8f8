// A landlord's colours are refused, with a reason, when people could not read them.
using Hearth.DesignSystem.Landlords;
using Hearth.DesignSystem.Public;
using Microsoft.Extensions.Configuration;

namespace Hearth.DesignSystem.Tests.Landlords;

public sealed class LookTests
{
    private static readonly LandlordLook Ousebridge = new() { Name = "Ousebridge Homes" };

    [Fact]
    public void Hearths_own_plum_can_be_read()
    {
        Assert.Null(BrandColours.Plum.Refusal());
        Assert.Null(Ousebridge.Refusal());
    }

    // Published contrast ratios: black on white 21, #767676 on white 4.54, #777777 on white 4.48.
    [Theory]
    [InlineData("#000000", "#ffffff", 21.0)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ffffff", "#ffffff", 1.0)]
    public void Contrast_is_what_wcag_says(string one, string other, double expected)
    {
        Assert.Equal(expected, BrandColours.Contrast(one, other), 0.005);
        Assert.Equal(BrandColours.Contrast(other, one), BrandColours.Contrast(one, other));
    }

    [Fact]
    public void A_brand_just_under_the_limit_is_refused_and_one_just_over_is_not()
    {
        var refusal = Assert.IsType<TooPale>((BrandColours.Plum with { Brand = "#777777", Tint = "#ffffff" }).Refusal());
        Assert.Equal("brand", refusal.Part);
        Assert.Equal("white", refusal.Ground);
        Assert.Equal("The brand colour is hard to read on white: its contrast is 4.4 and it needs 4.5. Choose a darker one", refusal.Words);
        Assert.Null((BrandColours.Plum with { Brand = "#767676", Tint = "#ffffff" }).Refusal());
    }

    [Theory]
    [InlineData("deep")]
    [InlineData("mid")]
    [InlineData("words")]
    public void Each_colour_is_looked_at(string part)
    {
        var colours = part switch
        {
            "deep" => BrandColours.Plum with { Deep = "#ffc24d" },
            "mid" => BrandColours.Plum with { Mid = "#eeeeee" },
            _ => BrandColours.Plum with { Tint = "#444444" },
        };
        Assert.Equal(part, Assert.IsType<TooPale>(colours.Refusal()).Part);
    }

    [Theory]
    [InlineData("plum")]
    [InlineData("#fff")]
    [InlineData("#6a245")]
    [InlineData("#6a2459;}body{display:none")]
    [InlineData("#6a2459\n")]
    public void What_is_not_a_colour_is_refused(string value) =>
        Assert.IsType<NotAColour>((BrandColours.Plum with { Brand = value }).Refusal());

    [Theory]
    [InlineData("https://elsewhere.example/logo.svg", null)]
    [InlineData("//elsewhere.example/logo.svg", null)]
    [InlineData(null, "<script>alert(1)</script>")]
    public void A_logo_from_elsewhere_or_of_another_kind_is_refused(string? path, string? drawing) =>
        Assert.IsType<LogoNotUsable>((Ousebridge with { LogoPath = path, LogoSvg = drawing }).Refusal());

    [Fact]
    public void A_landlord_without_a_name_is_refused() => Assert.IsType<NoName>((Ousebridge with { Name = " " }).Refusal());

    [Fact]
    public void The_stylesheet_never_carries_colours_that_were_refused()
    {
        var teal = new BrandColours("#0b5563", "#06323b", "#2f7a88", "#e9f3f5");
        Assert.Null(teal.Refusal());
        Assert.Contains("--hearth-brand:#0b5563", LandlordAssets.Stylesheet(Ousebridge with { Colours = teal }), StringComparison.Ordinal);
        var pale = LandlordAssets.Stylesheet(Ousebridge with { Colours = teal with { Brand = "#eeeeee" } });
        Assert.Contains("--hearth-brand:#6a2459", pale, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_look_has_a_new_address()
    {
        var before = LandlordAssets.StylesheetHref(Ousebridge);
        Assert.Equal(before, LandlordAssets.StylesheetHref(Ousebridge with { Phone = "01632 960 140" }));
        Assert.NotEqual(
            before,
            LandlordAssets.StylesheetHref(Ousebridge with { Colours = new("#0b5563", "#06323b", "#2f7a88", "#e9f3f5") })
        );
    }

    [Fact]
    public void A_configured_landlord_that_cannot_be_used_stops_the_start_with_the_reason()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["Landlord:Name"] = "Tarnfell Housing", ["Landlord:Colours:Brand"] = "#ffc24d" }
            )
            .Build();
        var thrown = Assert.Throws<InvalidOperationException>(() => new ConfiguredLandlord(configuration));
        Assert.Contains("hard to read on white", thrown.Message, StringComparison.Ordinal);
    }
}
