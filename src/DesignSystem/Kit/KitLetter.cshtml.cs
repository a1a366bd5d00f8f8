// A letter, as it is printed.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.DesignSystem.Kit;

[AllowAnonymous]
[KitOnly]
internal sealed class KitLetterModel : PageModel;
