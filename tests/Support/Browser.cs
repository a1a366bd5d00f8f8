// A browser without scripts: follows redirects, keeps cookies, fills in forms by their labels' fields, reads what a person sees.
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Hearth.Support;

public sealed class Browser(HttpMessageHandler handler, Uri origin)
{
    private readonly HttpClient http = new(handler) { BaseAddress = origin, Timeout = TimeSpan.FromMinutes(2) };
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    public void SetCookie((string Name, string Value) cookie) => cookies[cookie.Name] = cookie.Value;

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>Opens a path and follows redirects.</summary>
    public Task<Page> OpenAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends a form as the page holds it, with these fields changed or added, by the button with this text (the first button where none is named).</summary>
    public Task<Page> SubmitAsync(Page page, object? fields = null, string? button = null, string? form = null)
    {
        var filled = fields switch
        {
            null => [],
            IEnumerable<KeyValuePair<string, string>> pairs => pairs.ToList(),
            _ => fields.GetType().GetProperties().Select(p => KeyValuePair.Create(p.Name, p.GetValue(fields)?.ToString() ?? "")).ToList(),
        };
        return SubmitAsync(page, filled, [], button, form);
    }

    /// <summary>As above, with files.</summary>
    public async Task<Page> SubmitAsync(
        Page page,
        IReadOnlyList<KeyValuePair<string, string>> fields,
        IReadOnlyList<(string Field, string Name, byte[] Content)> files,
        string? button = null,
        string? form = null
    )
    {
        var forms = page.Document.QuerySelectorAll<IHtmlFormElement>(form ?? "main form");
        var (chosen, pressed) = forms
            .SelectMany(f =>
                f.QuerySelectorAll("button, input[type=submit]")
                    .Where(b => !b.HasAttribute("disabled") && b.GetAttribute("type") != "button")
                    .Select(b => (Form: f, Button: b))
            )
            .FirstOrDefault(x => button is null || Page.Words(x.Button).Contains(button, StringComparison.Ordinal));
        if (chosen is null)
        {
            throw new InvalidOperationException($"No button “{button}” on {page.Path}: {page.Text[..Math.Min(400, page.Text.Length)]}");
        }
        var values = FieldsOf(chosen);
        foreach (var name in fields.Select(f => f.Key).Distinct())
        {
            values.RemoveAll(v => v.Key == name);
        }
        values.AddRange(fields);
        if (pressed!.GetAttribute("name") is { Length: > 0 } buttonName)
        {
            values.Add(KeyValuePair.Create(buttonName, pressed.GetAttribute("value") ?? ""));
        }
        var action = pressed.GetAttribute("formaction") ?? chosen.GetAttribute("action");
        var target = string.IsNullOrEmpty(action) ? page.Path : action;
        if (string.Equals(chosen.Method, "get", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}"));
            return await OpenAsync(target.Split('?')[0] + "?" + query);
        }
        HttpContent content;
        if (files.Count > 0 || chosen.GetAttribute("enctype") == "multipart/form-data")
        {
            var multipart = new MultipartFormDataContent();
            foreach (var (name, value) in values)
            {
                multipart.Add(new StringContent(value), name);
            }
            foreach (var (field, name, bytes) in files)
            {
                multipart.Add(new ByteArrayContent(bytes), field, name);
            }
            content = multipart;
        }
        else
        {
            content = new FormUrlEncodedContent(values);
        }
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, target) { Content = content });
    }

    /// <summary>Sends anything, as a hostile client would.</summary>
    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        for (var hops = 0; ; hops++)
        {
            if (cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
            }
            var uri = request.RequestUri!.IsAbsoluteUri ? request.RequestUri : new Uri(origin, request.RequestUri);
            var response = await http.SendAsync(request);
            foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var sets) ? sets : [])
            {
                var pair = set.Split(';')[0].Split('=', 2);
                if (pair[1].Length == 0)
                {
                    cookies.Remove(pair[0]);
                }
                else
                {
                    cookies[pair[0]] = pair[1];
                }
            }
            if (response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently && hops < 10)
            {
                request = new HttpRequestMessage(HttpMethod.Get, new Uri(uri, response.Headers.Location!));
                continue;
            }
            var bytes = await response.Content.ReadAsByteArrayAsync();
            return new Page(response, uri.PathAndQuery, bytes);
        }
    }

    private static List<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in form.QuerySelectorAll("input, select, textarea"))
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled"))
            {
                continue;
            }
            switch (element)
            {
                case IHtmlInputElement { Type: "submit" or "button" or "file" or "image" or "reset" }:
                    break;
                case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                    if (box.HasAttribute("checked"))
                    {
                        values.Add(KeyValuePair.Create(name, box.GetAttribute("value") ?? "on"));
                    }
                    break;
                case IHtmlSelectElement select:
                    values.AddRange(select.Options.Where(o => o.IsSelected).Select(o => KeyValuePair.Create(name, o.Value)));
                    break;
                case IHtmlTextAreaElement area:
                    values.Add(KeyValuePair.Create(name, area.TextContent));
                    break;
                default:
                    values.Add(KeyValuePair.Create(name, element.GetAttribute("value") ?? ""));
                    break;
            }
        }
        return values;
    }
}

/// <summary>What came back.</summary>
public sealed class Page(HttpResponseMessage response, string path, byte[] bytes)
{
    private IHtmlDocument? document;

    public HttpStatusCode Status => response.StatusCode;

    public HttpResponseMessage Response => response;

    /// <summary>Path and query after all redirects.</summary>
    public string Path => path;

    public byte[] Bytes => bytes;

    public string Body => System.Text.Encoding.UTF8.GetString(bytes);

    public IHtmlDocument Document => document ??= new HtmlParser().ParseDocument(Body);

    /// <summary>The words of the main part, white space folded.</summary>
    public string Text => Words(Document.QuerySelector("main") ?? (IElement?)Document.Body ?? Document.DocumentElement);

    public string Heading => Words(Document.QuerySelector("h1")!);

    /// <summary>The lines of the error summary; empty where there is none.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(Words)];

    public IReadOnlyList<IElement> All(string selector) => [.. Document.QuerySelectorAll(selector)];

    /// <summary>The address of the first link with these words.</summary>
    public string LinkTo(string words) =>
        Document.QuerySelectorAll("a").FirstOrDefault(a => Words(a).Contains(words, StringComparison.Ordinal))?.GetAttribute("href")
        ?? throw new InvalidOperationException($"No link “{words}” on {Path}: {Text}");

    /// <summary>An element's words, white space folded.</summary>
    public static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
