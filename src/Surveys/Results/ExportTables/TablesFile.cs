// Every table of the results as one sheet: a row for each question, group and answer. What a page hides is hidden here.
using Hearth.Surveys.Answering;

namespace Hearth.Surveys.Results.ExportTables;

internal static class TablesFile
{
    private const string Hidden = "[c]";
    private const string TooFew = "[u]";

    public static byte[] Of(ResultsNow now)
    {
        var sheet = new CsvSheet();
        foreach (
            var title in new[]
            {
                "question",
                "measure",
                "wording",
                "by",
                "group",
                "homes counted",
                "answer",
                "homes",
                "share or mean",
                "low",
                "high",
            }
        )
        {
            sheet.Cell(title);
        }
        sheet.End();
        foreach (var result in now.Questions.Where(q => !q.IsWords && !q.IsFile).Select(now.Snapshot.Of))
        {
            Whole(sheet, result, now.Population);
            Weighted(sheet, result, now.Snapshot.Weighted(result.Question, now.Population));
            if (!result.TooFew)
            {
                foreach (var grouping in (now.Survey.Edition > 1 ? [.. Groupings.OfPeople, Grouping.Version] : Groupings.OfPeople))
                {
                    Groups(sheet, result, now.Snapshot.By(result.Question, grouping));
                }
            }
        }
        return sheet.Bytes();
    }

    private static void Whole(CsvSheet sheet, QuestionResult result, int population)
    {
        if (result.TooFew)
        {
            Start(sheet, result, "All", "All", null).Cell("").Cell(Hidden).Cell(Hidden).Cell("").Cell("").End();
            return;
        }
        foreach (var option in result.Options)
        {
            Start(sheet, result, "All", "All", result.Base).Cell(option.Option.Label).Cell(option.People);
            Number(sheet, option.Percent).Cell("").Cell("").End();
        }
        if (result.Score is { Percent: { } percent } score)
        {
            var range = result.Interval(population)!.Value;
            Start(sheet, result, "All", "All", result.Base).Cell(result.Question.TopTwoName()).Cell(score.Satisfied).Cell(percent);
            sheet.Cell(Charted.PerCent(range.Lower)).Cell(Charted.PerCent(range.Upper)).End();
        }
        if (result.NotApplicable > 0)
        {
            Start(sheet, result, "All", "All", result.Base)
                .Cell("Not applicable (not counted)")
                .Cell(result.NotApplicable)
                .Cell("")
                .Cell("")
                .Cell("")
                .End();
        }
        foreach (var ranked in result.Ranking ?? [])
        {
            Start(sheet, result, "All", "All", result.Base)
                .Cell($"{ranked.Option.Label}: Borda points")
                .Cell("")
                .Cell(ranked.Points)
                .Cell("")
                .Cell("")
                .End();
            Number(
                    Start(sheet, result, "All", "All", result.Base).Cell($"{ranked.Option.Label}: mean place").Cell(""),
                    ranked.MeanPlace is { } place ? decimal.Round(place, 2) : null,
                    Hidden
                )
                .Cell("")
                .Cell("")
                .End();
        }
        if (result.Numbers is { } numbers)
        {
            foreach (
                var (name, value) in new[]
                {
                    ("Mean", numbers.Mean),
                    ("Median", numbers.Median),
                    ("Lower quartile", numbers.Lower),
                    ("Upper quartile", numbers.Upper),
                }
            )
            {
                Start(sheet, result, "All", "All", result.Base).Cell(name).Cell("").Cell(decimal.Round(value, 4)).Cell("").Cell("").End();
            }
        }
    }

    private static void Weighted(CsvSheet sheet, QuestionResult result, WeightedResult? weighted)
    {
        if (weighted is null)
        {
            return;
        }
        foreach (var (option, share) in result.Options.Zip(weighted.Shares))
        {
            Number(Start(sheet, result, "All", "All", result.Base).Cell($"{option.Option.Label}, weighted").Cell(""), share, Hidden)
                .Cell("")
                .Cell("")
                .End();
        }
        if (weighted is { Score: { } range, Percent: { } percent })
        {
            Start(sheet, result, "All", "All", result.Base).Cell($"{result.Question.TopTwoName()}, weighted").Cell("").Cell(percent);
            sheet.Cell(Charted.PerCent(range.Lower)).Cell(Charted.PerCent(range.Upper)).End();
        }
    }

    private static void Groups(CsvSheet sheet, QuestionResult result, GroupTable table)
    {
        foreach (var row in table.Rows)
        {
            foreach (var (share, column) in row.Shares.Zip(table.Columns))
            {
                Start(sheet, result, table.Grouping.Title(), row.Name, row.People).Cell(column).Cell("");
                if (share.Value is not { } value)
                {
                    sheet.Cell(share.Hidden ? Hidden : TooFew).Cell("").Cell("").End();
                    continue;
                }
                sheet.Cell(value);
                Number(Number(sheet, share.Low, ""), share.High, "").End();
            }
        }
    }

    private static CsvSheet Start(CsvSheet sheet, QuestionResult result, string by, string group, int? people)
    {
        sheet.Cell(result.Question.Key).Cell(result.Question.Measure).Cell(result.Question.Text).Cell(by).Cell(group);
        return people is { } counted ? sheet.Cell(counted) : sheet.Cell(Hidden);
    }

    private static CsvSheet Number(CsvSheet sheet, decimal? number, string otherwise = TooFew) =>
        number is { } value ? sheet.Cell(value) : sheet.Cell(otherwise);
}
