// An HTML element, built in order and written once. Text is escaped; what is already HTML says so by its type.
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Govuk;

internal sealed class Element(string name) : IHtmlContent
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "input", "img", "br", "hr" };

    private readonly List<KeyValuePair<string, string?>> attributes = [];
    private readonly List<IHtmlContent> children = [];

    public Element(string name, string classes)
        : this(name) => Attr("class", classes);

    /// <summary>Adds further classes; empty ones are passed over.</summary>
    public Element Class(params string?[] further)
    {
        foreach (var more in further.Where(c => !string.IsNullOrEmpty(c)))
        {
            var at = attributes.FindIndex(a => a.Key == "class");
            if (at < 0)
            {
                attributes.Add(new("class", more));
            }
            else
            {
                attributes[at] = new("class", attributes[at].Value + " " + more);
            }
        }

        return this;
    }

    public Element Attr(string attribute, string? value)
    {
        attributes.Add(new(attribute, value ?? ""));
        return this;
    }

    public Element AttrIf(string attribute, string? value) => string.IsNullOrEmpty(value) ? this : Attr(attribute, value);

    public Element Flag(string attribute, bool on)
    {
        if (on)
        {
            attributes.Add(new(attribute, null));
        }

        return this;
    }

    public Element Attrs(Attributes? more)
    {
        attributes.AddRange(more ?? []);
        return this;
    }

    public Element Add(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            children.Add(new Text(text));
        }

        return this;
    }

    public Element Add(IHtmlContent? content)
    {
        if (content is not null)
        {
            children.Add(content);
        }

        return this;
    }

    public Element Add(IEnumerable<IHtmlContent?> contents)
    {
        foreach (var content in contents)
        {
            Add(content);
        }

        return this;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write('<');
        writer.Write(name);
        foreach (var (attribute, value) in attributes)
        {
            writer.Write(' ');
            writer.Write(attribute);
            if (value is not null)
            {
                writer.Write("=\"");
                encoder.Encode(writer, value);
                writer.Write('"');
            }
        }

        writer.Write('>');
        if (Void.Contains(name))
        {
            return;
        }

        foreach (var child in children)
        {
            child.WriteTo(writer, encoder);
        }

        writer.Write("</");
        writer.Write(name);
        writer.Write('>');
    }

    private sealed class Text(string text) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => encoder.Encode(writer, text);
    }
}

/// <summary>Attributes in the order given; a null value is a bare name.</summary>
internal sealed class Attributes : List<KeyValuePair<string, string?>>
{
    public void Add(string name, string? value) => Add(new(name, value));
}

/// <summary>Several things, one after the other.</summary>
internal sealed class Several(params IHtmlContent?[] parts) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var part in parts)
        {
            part?.WriteTo(writer, encoder);
        }
    }
}
