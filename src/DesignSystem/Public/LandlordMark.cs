// Where a landlord's logo lies, for pages that draw it outside the layouts: a letterhead.
using Hearth.DesignSystem.Landlords;

namespace Hearth.DesignSystem.Public;

public static class LandlordMark
{
    /// <summary>The logo's address, starting with <c>~/</c>; it changes when the logo does.</summary>
    public static string Href(LandlordLook look) => LandlordAssets.LogoHref(look);
}
