// What a field shows: what was typed when the form comes back, what the model holds before that, and what was wrong.
using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Hearth.DesignSystem.Forms;

internal sealed class Bound
{
    private readonly ViewContext view;
    private readonly object? model;

    public Bound(ViewContext view, ModelExpression? expression, string? name)
    {
        this.view = view;
        model = expression?.Model;
        Name = expression is null ? name ?? "" : view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        Id = TagBuilder.CreateSanitizedId(Name, "_") ?? "";
    }

    public string Name { get; }

    public string Id { get; }

    public string? Error => ErrorOf(Name);

    public string? Value =>
        view.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null ? entry.AttemptedValue : Written(model);

    public IReadOnlyList<string> Values
    {
        get
        {
            if (view.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null)
            {
                return entry.RawValue switch
                {
                    string[] several => several,
                    string one => [one],
                    _ => [entry.AttemptedValue ?? ""],
                };
            }

            return model switch
            {
                null => [],
                string one => [one],
                IEnumerable several => [.. several.Cast<object?>().Select(v => Written(v) ?? "")],
                _ => [Written(model) ?? ""],
            };
        }
    }

    public string? ErrorOf(string key) =>
        view.ModelState.TryGetValue(key, out var entry) && entry.Errors.Count > 0
            ? entry.Errors.Select(e => e.ErrorMessage).FirstOrDefault(m => m.Length > 0) ?? "Check this answer"
            : null;

    public string? Posted(string key) =>
        view.ModelState.TryGetValue(key, out var entry) && entry.RawValue is not null ? entry.AttemptedValue : null;

    private static string? Written(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            bool yes => yes ? "true" : "false",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Enum named => named.ToString(),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}
