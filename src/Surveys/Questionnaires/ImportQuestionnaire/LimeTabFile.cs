// LimeSurvey's tab-separated structure: a row for each group, question, subquestion and answer.
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Hearth.Surveys.Questionnaires.ImportQuestionnaire;

internal static class LimeTabFile
{
    public static FoundSurvey? Read(byte[] file)
    {
        using var text = new StreamReader(new MemoryStream(file), detectEncodingFromByteOrderMarks: true);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = "\t",
            BadDataFound = null,
            HasHeaderRecord = false,
        };
        using var parser = new CsvParser(text, configuration);
        if (!parser.Read() || parser.Record is not { } head || !head.Contains("class") || !head.Contains("text"))
        {
            return null;
        }
        var at = head.Index()
            .GroupBy(one => one.Item, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Index, StringComparer.Ordinal);
        var (title, welcome, language) = ("", "", (string?)null);
        var questions = new List<LimeQuestion>();
        while (parser.Read() && parser.Row <= ImportQuestionnaire.MostRows)
        {
            var row = parser.Record!;
            string Cell(string name) => at.TryGetValue(name, out var column) && column < row.Length ? row[column].Trim() : "";
            var its = Cell("language");
            language ??= its.Length > 0 ? its : null;
            if (its.Length > 0 && its != language)
            {
                continue;
            }
            switch (Cell("class"))
            {
                case "SL" when Cell("name") == "surveyls_title":
                    title = Cell("text");
                    break;
                case "SL" when Cell("name") == "surveyls_welcometext":
                    welcome = Cell("text");
                    break;
                case "Q":
                    questions.Add(
                        new(
                            Cell("type/scale"),
                            Cell("name"),
                            Cell("text"),
                            Cell("help"),
                            Cell("mandatory") is "Y" or "S",
                            Cell("relevance")
                        )
                    );
                    break;
                case "SQ" when questions.Count > 0:
                    questions[^1].Lines.Add(new(Cell("name"), Cell("text")));
                    break;
                case "A" when questions.Count > 0:
                    questions[^1].Answers.Add(new(Cell("name"), Cell("text")));
                    break;
            }
        }
        return LimeQuestions.Found(title, welcome, questions, new List<string>());
    }
}
