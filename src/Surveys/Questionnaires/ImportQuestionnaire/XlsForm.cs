// XLSForm (xlsform.org): sheets survey, choices and settings of a workbook.
using Hearth.Surveys.Questionnaires.Translations;

namespace Hearth.Surveys.Questionnaires.ImportQuestionnaire;

internal static class XlsForm
{
    public static FoundSurvey? Read(byte[] file)
    {
        // a row of headings, and one more to know that there are more
        var sheets = Workbook.Sheets(file, ImportQuestionnaire.MostRows + 1);
        if (!sheets.TryGetValue("survey", out var survey) || Table(survey) is not { Count: > 0 } rows || !rows[0].ContainsKey("type"))
        {
            return null;
        }
        var said = new List<string>();
        if (survey.Count > ImportQuestionnaire.MostRows + 1)
        {
            said.Add($"Only the first {ImportQuestionnaire.MostRows:N0} rows of the sheet survey were read.");
        }
        var choices = Table(sheets.GetValueOrDefault("choices") ?? [])
            .ToLookup(row => Of(row, "list_name"), row => new LimeOption(Of(row, "name"), Label(row)), StringComparer.Ordinal);
        var questions = new List<FoundQuestion>();
        foreach (var row in rows.Where(row => Of(row, "type").Length > 0))
        {
            if (Question(row, choices, said) is { } question)
            {
                questions.Add(question);
            }
        }
        var settings = Table(sheets.GetValueOrDefault("settings") ?? []).FirstOrDefault();
        return new(settings is null ? "" : Of(settings, "form_title"), "", questions, said);
    }

    private static FoundQuestion? Question(Dictionary<string, string> row, ILookup<string, LimeOption> choices, List<string> said)
    {
        var type = Of(row, "type").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = Of(row, "name");
        QuestionKind? kind = type[0] switch
        {
            "select_one" => QuestionKind.SingleChoice,
            "select_multiple" => QuestionKind.MultipleChoice,
            "rank" => QuestionKind.Ranking,
            "integer" or "decimal" or "range" => QuestionKind.Number,
            "date" => QuestionKind.Date,
            "text" => Of(row, "appearance") == "multiline" ? QuestionKind.LongText : QuestionKind.ShortText,
            "image" or "file" => QuestionKind.File,
            _ => null,
        };
        if (kind is not { } known)
        {
            if (type[0] is not ("begin_group" or "end_group" or "begin" or "end" or "start" or "today" or "deviceid"))
            {
                said.Add($"{(name.Length > 0 ? name : "A row")}: we do not know “{type[0]}”. It is left out.");
            }
            else if (type[0] is "begin_group" or "begin" && Of(row, "relevant").Length > 0)
            {
                said.Add($"{name}: the rule of a group is left out. Say at each of its questions who sees it.");
            }
            return null;
        }
        var (rule, understood) = FoundRules.Read(Of(row, "relevant"));
        if (!understood)
        {
            said.Add(
                $"{name}: its rule “{LimeQuestions.Short(Of(row, "relevant"))}” says more than ours can. Everyone is asked it: say who sees it."
            );
        }
        if (Of(row, "constraint").Length > 0)
        {
            said.Add($"{name}: its limit “{LimeQuestions.Short(Of(row, "constraint"))}” is left out.");
        }
        var required = Of(row, "required") is "yes" or "true" or "true()" or "TRUE";
        return LimeQuestions.Question(
            name,
            known,
            Label(row),
            Of(row, "hint"),
            required,
            type.Length > 1 ? [.. choices[type[1]]] : [],
            [],
            rule,
            said
        );
    }

    // “label”, or the first of “label::English (en)”
    private static string Label(Dictionary<string, string> row) =>
        Of(row, "label") is { Length: > 0 } label
            ? label
            : row.Where(cell => cell.Key.StartsWith("label::", StringComparison.Ordinal) && cell.Value.Length > 0)
                .OrderByDescending(cell => cell.Key.Contains("english", StringComparison.OrdinalIgnoreCase))
                .Select(cell => cell.Value)
                .FirstOrDefault("");

    private static string Of(Dictionary<string, string> row, string column) => row.GetValueOrDefault(column, "");

    private static List<Dictionary<string, string>> Table(IReadOnlyList<string[]> rows) =>
        rows.Count == 0
            ? []
            :
            [
                .. rows.Skip(1)
                    .Take(ImportQuestionnaire.MostRows)
                    .Select(row =>
                        rows[0]
                            .Zip(row)
                            .GroupBy(cell => cell.First.Trim())
                            .ToDictionary(cell => cell.Key, cell => cell.First().Second.Trim(), StringComparer.Ordinal)
                    ),
            ];
}
