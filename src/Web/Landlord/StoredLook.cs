// The landlord's look as the settings keep it.
using Hearth.DesignSystem.Public;

namespace Hearth.Web.Landlord;

internal sealed record StoredLook
{
    public const string Key = "landlord";

    public string Name { get; init; } = "";
    public string? TellAddress { get; init; }
    public string? Phone { get; init; }
    public string? TextNumber { get; init; }
    public string? Email { get; init; }
    public string? PostalAddress { get; init; }
    public string? OpeningHours { get; init; }
    public BrandColours Colours { get; init; } = BrandColours.Plum;
    public string? LogoSvg { get; init; }

    /// <summary>Base 64, served as a picture of its own.</summary>
    public string? LogoPng { get; init; }

    public static StoredLook Of(LandlordLook look) =>
        new()
        {
            Name = look.Name,
            TellAddress = look.TellAddress,
            Phone = look.Phone,
            TextNumber = look.TextNumber,
            Email = look.Email,
            PostalAddress = look.PostalAddress,
            OpeningHours = look.OpeningHours,
            Colours = look.Colours,
            LogoSvg = look.LogoSvg,
        };

    /// <summary>What pages show; what is no setting stays as configured.</summary>
    public LandlordLook Over(LandlordLook configured) =>
        configured with
        {
            Name = Name,
            TellAddress = TellAddress ?? configured.TellAddress,
            Phone = Phone,
            TextNumber = TextNumber,
            Email = Email,
            PostalAddress = PostalAddress,
            OpeningHours = OpeningHours,
            Colours = Colours,
            LogoSvg = LogoSvg,
            LogoPath = LogoPng is null ? configured.LogoPath : $"{Logo.PngPath}?v={Logo.Mark(LogoPng)}",
        };
}
