// Writes the answers by the Triple-S standard, version 2.0: an XML file that says what is asked, and a CSV file with the answers.
using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Hearth.Surveys.DataFiles;

/// <summary>The two files of a survey.</summary>
internal sealed record TripleS(byte[] Definition, byte[] Data)
{
    /// <param name="data">Variables and rows.</param>
    /// <param name="name">A short name for the survey: letters and digits.</param>
    /// <param name="at">When it was made.</param>
    public static TripleS Of(DataSet data, string name, DateTimeOffset at)
    {
        var fields = Fields(data.Variables);
        var survey = new XDocument(
            new XDeclaration("1.0", "UTF-8", null),
            new XDocumentType("sss", "-//triple-s//DTD Survey Interchange v2.0//EN", "http://www.triple-s.org/dtd/sss_v20.dtd", null),
            new XElement(
                "sss",
                new XAttribute("version", "2.0"),
                new XElement("date", at.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)),
                new XElement("time", at.ToString("HH:mm", CultureInfo.InvariantCulture)),
                new XElement("origin", "Hearth"),
                new XElement(
                    "survey",
                    new XElement("name", name),
                    new XElement("title", Clean(data.Title)),
                    new XElement(
                        "record",
                        new XAttribute("ident", "A"),
                        new XAttribute("format", "csv"),
                        new XAttribute("skip", "1"),
                        fields.Select((field, i) => Variable(field, i + 1))
                    )
                )
            )
        );
        var xml = new MemoryStream();
        using (var writer = new StreamWriter(xml, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        {
            survey.Save(writer);
        }
        return new TripleS(xml.ToArray(), Rows(fields, data.Rows));
    }

    // Answers of which several may be chosen are one variable here, a figure 0 or 1 for each.
    private static List<IReadOnlyList<DataVariable>> Fields(IReadOnlyList<DataVariable> variables) =>
        [.. variables.GroupBy(variable => variable.Set ?? variable.Name).Select(group => (IReadOnlyList<DataVariable>)[.. group])];

    private static XElement Variable(IReadOnlyList<DataVariable> field, int number)
    {
        var first = field[0];
        var several = first.Set is not null;
        var element = new XElement(
            "variable",
            new XAttribute("ident", number),
            new XAttribute(
                "type",
                first.Kind switch
                {
                    VariableKind.Ticked => "multiple",
                    VariableKind.Choice => "single",
                    VariableKind.Day => "date",
                    _ => "quantity",
                }
            )
        );
        if (first.Kind is VariableKind.Serial or VariableKind.Weight)
        {
            element.Add(new XAttribute("use", first.Kind == VariableKind.Serial ? "serial" : "weight"));
        }
        element.Add(
            new XElement("name", first.Set ?? first.Name),
            new XElement("label", Clean(several ? first.SetLabel! : first.Label)),
            new XElement("position", new XAttribute("start", number))
        );
        var values = Values(field);
        if (values is not null)
        {
            element.Add(values);
        }
        return element;
    }

    private static XElement? Values(IReadOnlyList<DataVariable> field)
    {
        var first = field[0];
        static XElement Value(int code, string label) => new("value", new XAttribute("code", code), Clean(label));
        return first.Kind switch
        {
            VariableKind.Ticked => new XElement("values", field.Select((variable, i) => Value(i + 1, variable.Values[1].Label))),
            VariableKind.Choice => new XElement("values", first.Values.Select(value => Value(value.Value, value.Label))),
            VariableKind.Day => null,
            _ => new XElement(
                "values",
                new XElement(
                    "range",
                    new XAttribute("from", Number(first, first.Rows.Min() ?? 0)),
                    new XAttribute("to", Number(first, first.Rows.Max() ?? 0))
                )
            ),
        };
    }

    private static byte[] Rows(IReadOnlyList<IReadOnlyList<DataVariable>> fields, int rows)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', fields.Select(field => field[0].Set ?? field[0].Name)).Append("\r\n");
        for (var row = 0; row < rows; row++)
        {
            text.AppendJoin(',', fields.Select(field => Cell(field, row))).Append("\r\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(IReadOnlyList<DataVariable> field, int row) =>
        field[0] switch
        {
            { Rows: var given } when given[row] is null => "",
            // in quotation marks, or a program that takes it for a number loses the noughts it begins with: the standard asks for them
            { Kind: VariableKind.Ticked } => $"\"{string.Concat(field.Select(variable => variable.Rows[row] == 1 ? '1' : '0'))}\"",
            { Kind: VariableKind.Day } day => DateOnly
                .FromDayNumber((int)day.Rows[row]!.Value)
                .ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            var one => Number(one, one.Rows[row]!.Value),
        };

    private static string Number(DataVariable variable, double value) =>
        value.ToString(variable.Decimals == 0 ? "0" : "0." + new string('0', variable.Decimals), CultureInfo.InvariantCulture);

    // letters that XML cannot hold were never typed by anyone
    private static string Clean(string text) => string.Concat(text.Where(System.Xml.XmlConvert.IsXmlChar));
}
