// How we look after what people tell us.
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Web.About;

[AllowAnonymous]
internal sealed class PrivacyModel(ILandlord landlord) : PageModel
{
    public LandlordLook Landlord => landlord.Current;
}
