// One row a response, in no order that tells anything: no name, no reference, no day, no words; groups only where ten homes share them.
using System.Globalization;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Results.ExportResponses;

internal static class ResponsesFile
{
    /// <summary>The groups that leave the house, in the order in which they are hidden from one another.</summary>
    public static readonly Grouping[] Columns = [Grouping.Channel, Grouping.Age, Grouping.Tenure, Grouping.Ward];

    public static byte[] Of(ResultsNow now)
    {
        Grouping[] columns = now.Survey.Edition > 1 ? [.. Columns, Grouping.Version] : Columns;
        var sheet = new CsvSheet();
        var questions = now.Questions.Where(question => !question.IsWords).ToList();
        sheet.Cell("response");
        foreach (var grouping in columns)
        {
            sheet.Cell(grouping.Title());
        }
        foreach (var question in questions)
        {
            sheet.Cell($"{question.Key} {question.Name()}");
        }
        sheet.End();

        var snapshot = now.Snapshot;
        var groups = GroupsThatHide.Of([.. columns.Select(grouping => Names(snapshot, grouping))]);
        // Rows lie in the order in which they came in, which could be matched with who was seen posting: shuffled, the same each time.
        var order = Enumerable.Range(0, snapshot.Count).ToArray();
        new Random(BitConverter.ToInt32(now.Survey.Id.ToByteArray())).Shuffle(order);
        foreach (var (number, row) in order.Index())
        {
            sheet.Cell(number + 1);
            foreach (var column in groups)
            {
                sheet.Cell(column[row]);
            }
            foreach (var question in questions)
            {
                Answer(sheet, question, snapshot, row);
            }
            sheet.End();
        }
        return sheet.Bytes();
    }

    /// <summary>Each response's group by its name.</summary>
    public static string[] Names(Snapshot snapshot, Grouping grouping)
    {
        var names = snapshot.Names(grouping);
        var groups = snapshot.Groups(grouping);
        var result = new string[groups.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = names[groups[i]];
        }
        return result;
    }

    private static void Answer(CsvSheet sheet, Question question, Snapshot snapshot, int row)
    {
        switch (question.Kind)
        {
            case QuestionKind.MultipleChoice:
                var chosen = snapshot.Column<SeveralChoices>(question).Rows.First(snapshot.Count)[row];
                sheet.Cell(
                    string.Join(
                        "; ",
                        question.Options.Index().Where(o => o.Index < 64 && ((chosen >> o.Index) & 1) == 1).Select(o => o.Item.Label)
                    )
                );
                break;
            case QuestionKind.Ranking:
                var order = Orders.Read(snapshot.Column<Orders>(question).Rows.First(snapshot.Count)[row]);
                sheet.Cell(string.Join("; ", order.Select(at => question.Options[at].Label)));
                break;
            case QuestionKind.File:
                sheet.Cell(snapshot.Column<FilesSent>(question).Rows.First(snapshot.Count)[row]);
                break;
            case QuestionKind.Number when snapshot.Column<Numbers>(question).Rows.First(snapshot.Count)[row] is { } number:
                sheet.Cell(number);
                break;
            case QuestionKind.Date when snapshot.Column<Days>(question).Rows.First(snapshot.Count)[row] is var day and > 0:
                sheet.Cell(DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case QuestionKind.Number or QuestionKind.Date:
                sheet.Cell("");
                break;
            default:
                var one = snapshot.Column<OneChoice>(question).Rows.First(snapshot.Count)[row];
                sheet.Cell(one == 0 ? "" : question.Options[one - 1].Label);
                break;
        }
    }
}
