// What a year's figures are worked out from: one row a home that answered, as columns, and as a file that reads the same for hearth tsm. Nothing in it says who.
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception;

/// <param name="Methods">How each answered; “[c]” where fewer than ten did so.</param>
/// <param name="Groups">What it is weighted by: a column for each, headed by its name.</param>
/// <param name="Answers">By measure: 0 none, 1 to 5, 6 not applicable.</param>
/// <param name="Filters">By filter: 0 none, 1 leads on, 2 leads past, 3 not known.</param>
/// <param name="Weights">Null where nothing is weighted, or not yet.</param>
internal sealed record Inputs(
    string[] Methods,
    IReadOnlyList<(string Name, string[] Values)> Groups,
    IReadOnlyDictionary<string, byte[]> Answers,
    IReadOnlyDictionary<string, byte[]> Filters,
    decimal[]? Weights
)
{
    public const string Hidden = "[c]";
    private const string MethodColumn = "method";
    private const string WeightColumn = "weight";
    private const string StratumColumn = "stratum";

    /// <summary>Which stratum of an unequal draw each is of; null where every home had the same chance.</summary>
    public string[]? Strata { get; init; }

    public int Count => Methods.Length;

    /// <summary>The column of a filter, as hearth tsm knows it: “TP02_filter”.</summary>
    public static string ColumnOf(string filter) => filter.Replace('-', '_');

    /// <summary>The rows in an order that is their own and not that in which they came: the same rows make the same file.</summary>
    public Inputs InOrder()
    {
        var rows = Rows(weights: true).ToArray();
        var order = Enumerable.Range(0, Count).OrderBy(row => rows[row], StringComparer.Ordinal).ToArray();
        return new(
            Take(Methods, order),
            [.. Groups.Select(group => (group.Name, Take(group.Values, order)))],
            Answers.ToDictionary(column => column.Key, column => Take(column.Value, order)),
            Filters.ToDictionary(column => column.Key, column => Take(column.Value, order)),
            Weights is null ? null : Take(Weights, order)
        )
        {
            Strata = Strata is null ? null : Take(Strata, order),
        };
    }

    public byte[] Write()
    {
        var text = new StringBuilder();
        text.AppendJoin(
            ',',
            [
                "response",
                MethodColumn,
                .. Strata is null ? Array.Empty<string>() : [StratumColumn],
                .. Groups.Select(group => Cell(group.Name)),
                .. Filters.Keys.Order(StringComparer.Ordinal).Select(ColumnOf),
                .. Answers.Keys.Order(StringComparer.Ordinal),
                .. Weights is null ? Array.Empty<string>() : [WeightColumn],
            ]
        );
        text.Append('\n');
        foreach (var (at, row) in Rows(weights: true).Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{at + 1},").Append(row).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static Inputs Read(byte[] file, RegulatorSet set)
    {
        using var csv = new CsvParser(
            new StreamReader(new MemoryStream(file), Encoding.UTF8),
            new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null }
        );
        if (!csv.Read())
        {
            throw new InvalidDataException("The inputs are empty.");
        }
        var headings = csv.Record!;
        var rows = new List<string[]>();
        while (csv.Read())
        {
            if (csv.Record!.Length != headings.Length)
            {
                throw new InvalidDataException($"Row {csv.Row} of the inputs has {csv.Record.Length} cells.");
            }
            rows.Add(csv.Record);
        }
        var measures = set.Perception.Select(measure => measure.Code).ToHashSet(StringComparer.Ordinal);
        var filters = set.Filters.ToDictionary(filter => ColumnOf(filter.Code), filter => filter.Code, StringComparer.Ordinal);
        string[] Column(int at) => [.. rows.Select(row => row[at])];
        var places = headings.Index().Skip(1).ToList();
        return new(
            Column(Array.IndexOf(headings, MethodColumn) is var method and > 0 ? method : throw new InvalidDataException("No methods.")),
            [
                .. places
                    .Where(one =>
                        one.Item is not (MethodColumn or WeightColumn or StratumColumn)
                        && !measures.Contains(one.Item)
                        && !filters.ContainsKey(one.Item)
                    )
                    .Select(one => (one.Item, Column(one.Index))),
            ],
            places
                .Where(one => measures.Contains(one.Item))
                .ToDictionary(one => one.Item, one => Column(one.Index).Select(ReadAnswer).ToArray()),
            places
                .Where(one => filters.ContainsKey(one.Item))
                .ToDictionary(one => filters[one.Item], one => Column(one.Index).Select(ReadFilter).ToArray()),
            Array.IndexOf(headings, WeightColumn) is var weight and > 0 ? [.. Column(weight).Select(ReadWeight)] : null
        )
        {
            Strata = Array.IndexOf(headings, StratumColumn) is var stratum and > 0 ? Column(stratum) : null,
        };
    }

    private IEnumerable<string> Rows(bool weights)
    {
        string[] filters = [.. Filters.Keys.Order(StringComparer.Ordinal)];
        string[] answers = [.. Answers.Keys.Order(StringComparer.Ordinal)];
        var text = new StringBuilder();
        for (var row = 0; row < Count; row++)
        {
            text.Clear().Append(Cell(Methods[row]));
            if (Strata is not null)
            {
                text.Append(',').Append(Cell(Strata[row]));
            }
            foreach (var group in Groups)
            {
                text.Append(',').Append(Cell(group.Values[row]));
            }
            foreach (var filter in filters)
            {
                text.Append(',')
                    .Append(
                        Filters[filter][row] switch
                        {
                            MeasureAnswers.LeadsOn => "yes",
                            MeasureAnswers.LeadsPast => "no",
                            MeasureAnswers.NotKnown => "na",
                            _ => "",
                        }
                    );
            }
            foreach (var answer in answers)
            {
                text.Append(',');
                _ = Answers[answer][row] switch
                {
                    0 => text,
                    MeasureAnswers.NotApplicable => text.Append("na"),
                    var given => text.Append((char)('0' + given)),
                };
            }
            if (weights && Weights is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $",{Weights[row]}");
            }
            yield return text.ToString();
        }
    }

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static byte ReadAnswer(string cell) =>
        cell switch
        {
            "" => 0,
            "na" => MeasureAnswers.NotApplicable,
            ['1' or '2' or '3' or '4' or '5'] => (byte)(cell[0] - '0'),
            _ => throw new InvalidDataException($"“{cell}” is no answer."),
        };

    private static byte ReadFilter(string cell) =>
        cell switch
        {
            "" => 0,
            "yes" => MeasureAnswers.LeadsOn,
            "no" => MeasureAnswers.LeadsPast,
            "na" => MeasureAnswers.NotKnown,
            _ => throw new InvalidDataException($"“{cell}” is neither yes nor no."),
        };

    private static decimal ReadWeight(string cell) =>
        decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            ? weight
            : throw new InvalidDataException($"“{cell}” is no weight.");

    private static T[] Take<T>(T[] column, int[] order) => [.. order.Select(row => column[row])];
}
