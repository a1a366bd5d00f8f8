// Everything every module holds on a person, in one file: a page that anyone can read, and the same for a program.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;

namespace Hearth.People.Register.ShowRecord;

/// <summary>What one part of Hearth holds.</summary>
/// <param name="Title">As the person reads it.</param>
/// <param name="Items">What is held, oldest first where it has a day.</param>
internal sealed record FilePart(string Title, IReadOnlyList<HeldItem> Items);

internal sealed class PersonFile(IEnumerable<IPersonalData> modules, ILandlord landlord, TimeProvider time)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private static readonly (string Module, string Title)[] Parts =
    [
        ("People", "Who you are, and what you told us about yourself"),
        ("Surveys", "What we asked you, and what your home answered"),
        ("Loop", "What you took part in, and what we told you"),
        ("Messaging", "What we sent you"),
    ];

    public static string NameOf(Guid person) => $"everything-we-hold-{person:N}.zip";

    /// <summary>What each part holds; a part that holds nothing says so by an empty list.</summary>
    public async Task<IReadOnlyList<FilePart>> PartsAsync(Guid person, CancellationToken stop)
    {
        var held = new Dictionary<string, List<HeldItem>>(StringComparer.Ordinal);
        // the register first: it says who the person is
        foreach (var module in modules.OrderBy(m => m is PeoplePersonalData ? 0 : 1))
        {
            var name = module.GetType().Assembly.GetName().Name!.Split('.')[^1];
            if (!held.TryGetValue(name, out var items))
            {
                held[name] = items = [];
            }
            items.AddRange(await module.HeldOnAsync(person, stop));
        }
        return
        [
            .. Parts.Where(p => held.ContainsKey(p.Module)).Select(p => new FilePart(p.Title, held[p.Module])),
            .. held.Keys.Except(Parts.Select(p => p.Module)).Order(StringComparer.Ordinal).Select(name => new FilePart(name, held[name])),
        ];
    }

    /// <summary>A ZIP of two: the page and the JSON.</summary>
    public async Task<byte[]> MakeAsync(Guid person, string name, CancellationToken stop)
    {
        var parts = await PartsAsync(person, stop);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "everything-we-hold.html", Encoding.UTF8.GetBytes(Html(parts, name)));
            Write(zip, "everything-we-hold.json", Json(parts, name));
        }
        return file.ToArray();
    }

    private void Write(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = time.GetUtcNow();
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private byte[] Json(IReadOnlyList<FilePart> parts, string name) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                person = name,
                landlord = landlord.Current.Name,
                asOf = time.GetUtcNow().InLondon().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
                parts = parts.Select(p => new
                {
                    part = p.Title,
                    held = p.Items.Select(i => new
                    {
                        what = i.What,
                        value = i.Value,
                        since = i.Since?.UtcDateTime,
                    }),
                }),
            },
            Readable
        );

    // a page of its own: it is read away from us, on whatever the person has
    private string Html(IReadOnlyList<FilePart> parts, string name)
    {
        var page = new StringBuilder();
        page.Append(
                "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            )
            .Append("<title>Everything we hold about you</title><style>")
            .Append(
                "body{font:1.1rem/1.5 sans-serif;max-width:48rem;margin:1rem auto;padding:0 1rem;color:#2b1b2c}dt{font-weight:bold;margin-top:1rem}dd{margin:0;white-space:pre-line}small{color:#5c4d5e}"
            )
            .Append("</style></head><body><h1>Everything we hold about you</h1>");
        page.Append($"<p>{Safe(name)}. Made by {Safe(landlord.Current.Name)} on {PersonWords.Day(time.Today())}.</p>");
        page.Append("<p>Is something wrong? Tell us and we will put it right. You can also ask us to forget you.</p>");
        foreach (var part in parts)
        {
            page.Append($"<h2>{Safe(part.Title)}</h2>");
            if (part.Items.Count == 0)
            {
                page.Append("<p>Nothing.</p>");
                continue;
            }
            page.Append("<dl>");
            foreach (var item in part.Items)
            {
                page.Append($"<dt>{Safe(item.What)}</dt><dd>{Safe(item.Value)}");
                if (item.Since is { } since)
                {
                    page.Append($"\n<small>{PersonWords.Day(since.DayInLondon())}</small>");
                }
                page.Append("</dd>");
            }
            page.Append("</dl>");
        }
        return page.Append("</body></html>\n").ToString();
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
