// A public page, as a tenant sees it.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.DesignSystem.Kit;

[AllowAnonymous]
[KitOnly]
internal sealed class KitTenantModel : PageModel;
