// The page that works without signal. It holds nothing of anybody: all it shows comes from the device.
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Door.OnDevice;

[AllowAnonymous]
[InEnglish("colleagues")]
internal sealed class OnDeviceModel : PageModel;
