// Pages of parts are there in development, and where the setting "Kit" is true; elsewhere they do not exist.
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hearth.DesignSystem.Kit;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class KitOnlyAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var services = context.HttpContext.RequestServices;
        var shown =
            services.GetRequiredService<IWebHostEnvironment>().IsDevelopment()
            || services.GetRequiredService<IConfiguration>().GetValue("Kit", false);
        if (!shown)
        {
            context.Result = new NotFoundResult();
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context) { }
}
