// Makes of a return the responses it may have come from: a row each, with weights that add up where the counts are fractions.
using System.Globalization;
using System.Text;

namespace Hearth.Cli.Tests.Analysts.Published;

internal static class Responses
{
    private static readonly string[] Filters = ["TP02_filter", "TP09_filter", "TP10_filter"];

    // where the regulator offers “not applicable”
    private static readonly string[] Offers = ["TP05", "TP06", "TP07", "TP08", "TP11", "TP12"];

    public static string Csv(PublishedReturn landlord)
    {
        var table = new Table(landlord);
        foreach (var measure in landlord.Measures)
        {
            for (var answer = 1; answer <= 5; answer++)
            {
                table.Put(measure.Code, answer.ToString(CultureInfo.InvariantCulture), measure.Counts[answer - 1]);
            }
            if (measure.NotApplicable is { } na && Offers.Contains(measure.Code))
            {
                table.Put(measure.Code, "na", na);
            }
        }
        return table.Text();
    }

    /// <summary>Plain counts and weights that bring them to the weighted ones: of each answer all count alike but the last, which makes up the sum.</summary>
    public static string CsvOfWeights(ReturnedMeasure measure)
    {
        var text = new StringBuilder("response,TP01,weight\r\n");
        for (var answer = 0; answer < 5; answer++)
        {
            var (count, sum) = (measure.Unweighted[answer], measure.Counts[answer]);
            var each = decimal.Round(sum / count, 6);
            for (var i = 1; i <= count; i++)
            {
                var weight = i < count ? each : sum - (each * (count - 1));
                text.Append(CultureInfo.InvariantCulture, $"r{answer + 1}-{i},{answer + 1},{weight}\r\n");
            }
        }
        return text.ToString();
    }

    private static string? FilterOf(string code) =>
        code switch
        {
            "TP02" or "TP03" => "TP02_filter",
            "TP09" or "TP10" => code + "_filter",
            _ => null,
        };

    /// <summary>Whole people come first, then tenths of people, in which the regulator keeps weighted counts.</summary>
    private sealed class Table
    {
        // tenths kept back from those who said yes, so that the tenths of five answers find room behind it
        private const int KeptBack = 5;

        private readonly List<string> columns = ["response"];
        private readonly Dictionary<string, Column> answers = [];
        private readonly bool weighted;
        private (int Wholes, int Tenths) rows;

        public Table(PublishedReturn landlord)
        {
            weighted = landlord.Measures.Any(measure => measure.Counts.Any(count => count != decimal.Truncate(count)));
            rows = weighted ? (0, 0) : (landlord.Sample, 0);
            foreach (var filter in Filters.Where(filter => landlord.Measures.Any(measure => FilterOf(measure.Code) == filter)))
            {
                var asked = landlord.Measures.Where(measure => FilterOf(measure.Code) == filter).ToList();
                // three landlords' answers add up to a tenth more than said yes
                var yes = Math.Max(asked[0].Yes ?? 0, asked.Max(measure => measure.Counts.Sum()));
                Put(filter, "yes", yes, weighted ? Math.Max(0, (int)yes - KeptBack) : int.MaxValue);
                foreach (var measure in asked)
                {
                    answers[measure.Code] = new(answers[filter].Wholes);
                }
                Put(filter, "no", asked[0].No ?? 0, int.MaxValue);
            }
            columns.AddRange(landlord.Measures.Select(measure => measure.Code));
        }

        public void Put(string column, string cell, decimal count) => Put(column, cell, count, int.MaxValue);

        public string Text()
        {
            var text = new StringBuilder(string.Join(',', columns)).Append(weighted ? ",weight\r\n" : "\r\n");
            for (var i = 0; i < rows.Wholes + rows.Tenths; i++)
            {
                text.Append('r').Append(i + 1);
                foreach (var column in columns.Skip(1))
                {
                    var cells = answers[column].Cells(i < rows.Wholes);
                    var at = i < rows.Wholes ? i : i - rows.Wholes;
                    text.Append(',').Append(at < cells.Count ? cells[at] : "");
                }
                text.Append(weighted ? (i < rows.Wholes ? ",1\r\n" : ",0.1\r\n") : "\r\n");
            }
            return text.ToString();
        }

        private void Put(string column, string cell, decimal count, int most)
        {
            if (!answers.TryGetValue(column, out var cells))
            {
                answers.Add(column, cells = new(int.MaxValue));
                if (Filters.Contains(column))
                {
                    columns.Add(column);
                }
            }
            var wholes = Math.Min((int)decimal.Truncate(count), Math.Min(most, cells.Room));
            var tenths = 10 * (count - wholes);
            Assert.Equal(decimal.Truncate(tenths), tenths);
            Assert.True(weighted || tenths == 0, $"{column} has no room for {count}");
            cells.Add(cell, wholes, (int)tenths);
            rows = (Math.Max(rows.Wholes, cells.Wholes), Math.Max(rows.Tenths, cells.Tenths));
        }
    }

    /// <param name="most">How many whole people there are who may answer.</param>
    private sealed class Column(int most)
    {
        private readonly List<string> wholes = [];
        private readonly List<string> tenths = [];

        public int Wholes => wholes.Count;

        public int Tenths => tenths.Count;

        public int Room => most - wholes.Count;

        public IReadOnlyList<string> Cells(bool whole) => whole ? wholes : tenths;

        public void Add(string cell, int whole, int tenth)
        {
            wholes.AddRange(Enumerable.Repeat(cell, whole));
            tenths.AddRange(Enumerable.Repeat(cell, tenth));
        }
    }
}
