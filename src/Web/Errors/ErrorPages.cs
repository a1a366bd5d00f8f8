// What a person sees when something is not there, not allowed, too old or broken: plain words in the landlord's look, and a way on.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Hearth.Web.Errors;

internal static class ErrorPages
{
    public static void AddErrorPages(this IServiceCollection services) =>
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<NoteExpiredForm>());

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }
}

/// <summary>Tells a form that came back too late from any other request that cannot be read: both are a 400.</summary>
internal sealed class NoteExpiredForm : IAlwaysRunResultFilter
{
    public const string Key = "Hearth.ExpiredForm";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Items[Key] = true;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
        // nothing to do afterwards
    }
}
