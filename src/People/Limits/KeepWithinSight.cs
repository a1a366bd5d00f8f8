// Before a page is run for somebody limited to patches: pages about the whole landlord stay shut, and forms are taken only where they change what is within sight.
using System.Reflection;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Hearth.People.Limits;

internal sealed class KeepWithinSight(Actor actor) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (actor.Sight is not null && IsShut(context.HandlerInstance.GetType(), context.HttpContext.Request.Method))
        {
            context.Result = new RedirectResult("~/not-allowed?why=patches");
            return;
        }
        await next();
    }

    private static bool IsShut(Type page, string method) =>
        page.GetCustomAttribute<WholeLandlordOnlyAttribute>() is not null
        || (
            page.GetCustomAttribute<StaffOnlyAttribute>() is not null
            && HttpMethods.IsPost(method)
            && page.GetCustomAttribute<WithinSightAttribute>() is null
        );
}
