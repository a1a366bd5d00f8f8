// Turns away a code that opens nothing, in the same words everywhere.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Answering;

internal static class Ways
{
    /// <summary>To the page where a code is typed, with this one in the field.</summary>
    public static IActionResult UnknownCode(this PageModel _, string code) =>
        new RedirectResult("~/s?unknown=" + Uri.EscapeDataString(code.Length > 40 ? code[..40] : code));

    /// <summary>The paragraphs of a text.</summary>
    public static IEnumerable<string> Paragraphs(string text) =>
        text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
