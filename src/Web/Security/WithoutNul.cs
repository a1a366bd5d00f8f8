// Takes the NUL character out of what is typed: nobody types it, and PostgreSQL cannot hold it.
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Hearth.Web.Security;

internal sealed class WithoutNul : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource?.IsFromRequest != false
            ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;

    private sealed class Binder(IModelBinder inner) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await inner.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is string text && text.Contains('\0', StringComparison.Ordinal))
            {
                var clean = text.Replace("\0", "", StringComparison.Ordinal);
                bindingContext.ModelState.SetModelValue(bindingContext.ModelName, clean, clean);
                bindingContext.Result = ModelBindingResult.Success(clean);
            }
        }
    }
}
