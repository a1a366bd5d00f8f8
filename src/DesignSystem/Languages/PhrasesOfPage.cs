// The words a tag speaks: those of the page it stands on.
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.DesignSystem.Languages;

internal static class PhrasesOfPage
{
    public static Phrases Phrases(this ViewContext view) => view.HttpContext.RequestServices.GetRequiredService<Phrases>();
}
