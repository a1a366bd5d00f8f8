// A page that shows every part; in development and demonstrations only.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Hearth.DesignSystem.Kit;

[AllowAnonymous]
internal sealed class KitModel(IWebHostEnvironment environment, IConfiguration configuration) : PageModel
{
    public IActionResult OnGet() =>
        environment.IsDevelopment() || configuration.GetValue("Kit", false) ? Page() : NotFound();
}
