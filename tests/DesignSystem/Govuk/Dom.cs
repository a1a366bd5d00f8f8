// Two pieces of HTML compared as a browser understands them: order of attributes and white space do not count.
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Hearth.DesignSystem.Tests.Govuk;

internal static class Dom
{
    public static string Normalised(string html)
    {
        var document = new HtmlParser().ParseDocument("<!doctype html><body>" + html);
        var written = new StringBuilder();
        foreach (var child in document.Body!.ChildNodes)
        {
            Write(child, written, 0);
        }

        return written.ToString();
    }

    private static void Write(INode node, StringBuilder into, int depth)
    {
        switch (node)
        {
            case IElement element:
                into.Append(' ', depth * 2).Append('<').Append(element.LocalName);
                foreach (var attribute in element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal))
                {
                    into.Append(' ')
                        .Append(attribute.Name)
                        .Append("=\"")
                        .Append(
                            attribute.Name == "class" ? string.Join(' ', element.ClassList.Order(StringComparer.Ordinal)) : attribute.Value
                        )
                        .Append('"');
                }

                into.AppendLine(">");
                if (element.LocalName == "textarea")
                {
                    into.Append(' ', (depth * 2) + 2).AppendLine(element.TextContent);
                    return;
                }

                foreach (var child in element.ChildNodes)
                {
                    Write(child, into, depth + 1);
                }

                break;
            case IText text when !string.IsNullOrWhiteSpace(text.Data):
                into.Append(' ', depth * 2)
                    .AppendLine(string.Join(' ', text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
                break;
        }
    }
}
