// Which fields a page has drawn, in their order, so that the error summary can link to each of them.
using Microsoft.AspNetCore.Http;

namespace Hearth.DesignSystem.Forms;

internal sealed class FieldsOfPage
{
    private static readonly object Key = new();
    private readonly List<(string Key, string Id)> drawn = [];

    public static FieldsOfPage Of(HttpContext http)
    {
        if (http.Items[Key] is not FieldsOfPage fields)
        {
            http.Items[Key] = fields = new FieldsOfPage();
        }

        return fields;
    }

    public void Add(string key, string id) => drawn.Add((key, id));

    public int OrderOf(string key)
    {
        var at = drawn.FindIndex(f => string.Equals(f.Key, key, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? int.MaxValue : at;
    }

    public string? IdOf(string key)
    {
        var at = OrderOf(key);
        return at == int.MaxValue ? null : drawn[at].Id;
    }
}
