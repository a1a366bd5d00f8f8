// LimeSurvey's survey structure (.lss, XML), from version 2 with the words in the rows to version 6 with them in tables of their own.
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Hearth.Surveys.Questionnaires.ImportQuestionnaire;

internal static class LssFile
{
    // what two megabytes may say; an entity could say more, and is refused with the DTD that defines it
    private const int Most = 8 * 1024 * 1024;

    // tables, rows, a row, its columns, and some to spare
    private const int Deepest = 20;

    public static FoundSurvey? Read(byte[] file)
    {
        Walk(file);
        XDocument document;
        using (var reader = Open(file))
        {
            document = XDocument.Load(reader);
        }
        var root = document.Root!;
        if (root.Element("LimeSurveyDocType")?.Value.Trim() != "Survey")
        {
            return null;
        }
        var language = root.Element("languages")?.Elements("language").FirstOrDefault()?.Value.Trim() ?? "en";
        var said = new List<string>();
        foreach (var other in root.Element("languages")?.Elements("language").Skip(1) ?? [])
        {
            said.Add($"The language “{other.Value.Trim()}” is left out: bring it in under Languages, by file.");
        }
        var settings = Rows(root, "surveys_languagesettings")
            .FirstOrDefault(row => Of(row, "surveyls_language") is var its && (its.Length == 0 || its == language));
        var words = Words(root, "question_l10ns", "qid", language);
        var answerWords = Words(root, "answer_l10ns", "aid", language);
        bool Here(XElement row) => Of(row, "language") is var its && (its.Length == 0 || its == language);
        string Text(XElement row, string name) =>
            Of(row, name) is { Length: > 0 } own ? own
            : words.GetValueOrDefault(Of(row, "qid")) is { } apart ? Of(apart, name)
            : "";

        var groups = Rows(root, "groups")
            .Where(Here)
            .DistinctBy(row => Of(row, "gid"))
            .ToDictionary(row => Of(row, "gid"), row => Number(row, "group_order"), StringComparer.Ordinal);
        var asked = Rows(root, "questions")
            .Where(row => Here(row) && Of(row, "parent_qid") is "" or "0")
            .DistinctBy(row => Of(row, "qid"))
            .OrderBy(row => groups.GetValueOrDefault(Of(row, "gid")))
            .ThenBy(row => Number(row, "question_order"))
            .ToList();
        var lines = Rows(root, "subquestions")
            .Concat(Rows(root, "questions"))
            .Where(row => Here(row) && Of(row, "parent_qid") is not ("" or "0"))
            .DistinctBy(row => Of(row, "qid"))
            .ToLookup(row => Of(row, "parent_qid"), StringComparer.Ordinal);
        var answers = Rows(root, "answers").Where(Here).ToLookup(row => Of(row, "qid"), StringComparer.Ordinal);
        var questions = asked.Select(row =>
        {
            var question = new LimeQuestion(
                Of(row, "type"),
                Of(row, "title"),
                Text(row, "question"),
                Text(row, "help"),
                Of(row, "mandatory") is "Y" or "S",
                Of(row, "relevance")
            );
            question.Lines.AddRange(
                lines[Of(row, "qid")]
                    .OrderBy(line => Number(line, "question_order"))
                    .Select(line => new LimeOption(Of(line, "title"), Text(line, "question")))
            );
            question.Answers.AddRange(
                answers[Of(row, "qid")]
                    .OrderBy(answer => Number(answer, "sortorder"))
                    .Select(answer => new LimeOption(
                        Of(answer, "code"),
                        Of(answer, "answer") is { Length: > 0 } own ? own
                            : answerWords.GetValueOrDefault(Of(answer, "aid")) is { } apart ? Of(apart, "answer")
                            : ""
                    ))
            );
            return question;
        });
        return LimeQuestions.Found(
            settings is null ? "" : Of(settings, "surveyls_title"),
            settings is null ? "" : Of(settings, "surveyls_welcometext"),
            questions,
            said
        );
    }

    // an element in an element in an element, a million deep, would exhaust whoever reads its words
    private static void Walk(byte[] file)
    {
        using var reader = Open(file);
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
            {
                throw new XmlException("Too deep.");
            }
        }
    }

    private static XmlReader Open(byte[] file) =>
        XmlReader.Create(
            new MemoryStream(file),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = Most,
            }
        );

    private static Dictionary<string, XElement> Words(XElement root, string table, string key, string language) =>
        Rows(root, table)
            .Where(row => Of(row, "language") == language)
            .DistinctBy(row => Of(row, key))
            .ToDictionary(row => Of(row, key), StringComparer.Ordinal);

    private static IEnumerable<XElement> Rows(XElement root, string table) => root.Element(table)?.Element("rows")?.Elements("row") ?? [];

    private static string Of(XElement row, string name) => row.Element(name)?.Value.Trim() ?? "";

    private static int Number(XElement row, string name) =>
        int.TryParse(Of(row, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
