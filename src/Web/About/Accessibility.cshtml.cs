// How this site can be used by everybody, and what to do where it cannot.
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Web.About;

[AllowAnonymous]
internal sealed class AccessibilityModel(ILandlord landlord) : PageModel
{
    public LandlordLook Landlord => landlord.Current;
}
