// Two ways of the framework that a hostile form could use: a page drawn though it takes no such form, and a field that changes which thing the address names.
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Hearth.Web.Security;

internal static class OnlyWhatIsAsked
{
    public static void Apply(MvcOptions mvc)
    {
        mvc.Filters.Add<FormsThatPagesTake>();
        // what the address says counts before what a form says: a hidden field cannot lead /surveys/A/close to B
        var address = mvc.ValueProviderFactories.OfType<RouteValueProviderFactory>().Single();
        mvc.ValueProviderFactories.Remove(address);
        mvc.ValueProviderFactories.Insert(0, address);
    }

    /// <summary>A page without a handler for the method is otherwise drawn with nothing read, and breaks.</summary>
    private sealed class FormsThatPagesTake : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context)
        {
            // nothing to do yet
        }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            var http = context.HttpContext;
            var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
            // the page of an error is drawn whatever the method of the request that failed
            var afterwards =
                http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
            if (context.HandlerMethod is null && !reads && !afterwards)
            {
                context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            }
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
        {
            // nothing to do afterwards
        }
    }
}
