// Every landlord in the regulator's national data: required sample, margin and percentages worked out again from the published counts.
using System.Globalization;

namespace Hearth.Statistics.Tests.Published;

public class NationalDataTests
{
    // RSH, TSM 2024 data v1.1 and TSM 2025 data v1.0, Open Government Licence v3.0: perception results as CSV, one row a landlord and tenure, by the regulator's code.
    private static Stream File(int year) => typeof(NationalDataTests).Assembly.GetManifestResourceStream($"tsm-perception-{year}.csv")!;

    private static readonly string[] Answers = ["vs", "fs", "nsd", "fd", "vd"];

    // Shared-ownership counts of 2023/24 were stored rounded, so their percentages cannot be worked out again.
    [Theory]
    [InlineData(2024, 355, false)]
    [InlineData(2025, 414, true)]
    public void Every_landlords_requirement_margin_and_percentages_are_reproduced(int year, int landlords, bool everyTenure)
    {
        var rows = Rows(File(year))
            .Where(row => Number(row["population"]) is not null && (everyTenure || row["tenure"] == "LCRA"))
            .ToArray();
        Assert.Equal(landlords, rows.Length);
        var checkedResults = 0;
        foreach (var row in rows)
        {
            var sample = SampleSize.ForRegulator((int)Number(row["population"])!);
            Assert.Equal((double)Number(row["required_min"])!, everyTenure ? (double)sample.Exact : sample.Required, 1e-6);
            if (everyTenure)
            {
                // In 2023/24 margins are rounded, and one is a fraction among percentages.
                Assert.Equal((double)Number(row["moe_pct"])!, 100 * Margin.Of((int)Number(row["sample"])!, sample.Population)!.Value, 1e-6);
            }

            for (var measure = 1; measure <= 12; measure++)
            {
                decimal?[] counts = [.. Answers.Select(answer => Number(row[$"TP{measure:00}_{answer}"]))];
                if (Number(row[$"TP{measure:00}_pct"]) is { } published && counts.All(count => count is not null))
                {
                    var score = ScaleScore.FromWeights([.. counts.Select(count => count!.Value)]);
                    var ours = (everyTenure ? score.Percent : score.UnroundedPercent) ?? 0;
                    Assert.True(Math.Abs(ours - published) < 0.0000001m, $"{row["code"]} TP{measure:00}: {ours}, published {published}");
                    checkedResults++;
                }
            }
        }

        Assert.True(checkedResults > 4_000, $"Only {checkedResults} results were there to check.");
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<Dictionary<string, string>> Rows(Stream file)
    {
        using var reader = new StreamReader(file);
        var headings = Cells(reader.ReadLine()!);
        while (reader.ReadLine() is { } line)
        {
            yield return headings.Zip(Cells(line)).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string> { string.Empty };
        var quoted = false;
        foreach (var letter in line)
        {
            switch (letter)
            {
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    cells.Add(string.Empty);
                    break;
                default:
                    cells[^1] += letter;
                    break;
            }
        }

        return cells;
    }
}
