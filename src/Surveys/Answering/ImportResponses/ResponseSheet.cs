// Reads a file of responses as survey houses and data clerks send it: which column is what, and the rows below.
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Answering.ImportResponses;

/// <summary>A row of the file: its number as a spreadsheet shows it, and its cells.</summary>
internal sealed record SheetRow(int Number, string[] Cells);

/// <summary>The columns of a file, by what they hold.</summary>
internal sealed record SheetColumns(
    int? Tenancy,
    int? Code,
    int? Channel,
    int? Date,
    int? Weight,
    IReadOnlyDictionary<int, Question> Questions,
    IReadOnlyList<string> NotRead
);

internal sealed class ResponseSheet
{
    private static readonly string[] TenancyNames = ["tenancy", "tenancyreference", "tenancyref", "reference", "ref", "tagref", "uprnref"];
    private static readonly string[] CodeNames = ["code", "surveycode", "invitationcode"];
    private static readonly string[] ChannelNames = ["channel", "method", "mode", "howanswered"];
    private static readonly string[] DateNames = ["date", "answeredon", "datereceived", "received", "dateanswered", "completed"];
    private static readonly string[] WeightNames = ["weight", "weighting", "weightfactor"];

    private ResponseSheet(string[] headings, List<SheetRow> rows, SheetColumns columns) =>
        (Headings, Rows, Columns) = (headings, rows, columns);

    public string[] Headings { get; }
    public IReadOnlyList<SheetRow> Rows { get; }
    public SheetColumns Columns { get; }

    /// <summary>Reads the file; a refusal where it is none of responses.</summary>
    public static Outcome<ResponseSheet> Read(byte[] file, IReadOnlyList<Question> questions)
    {
        var text = Decode(file);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new FileIsEmpty();
        }
        var firstLine = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[0];
        var delimiter = new[] { ',', ';', '\t' }.MaxBy(sign => firstLine.Count(letter => letter == sign)).ToString();
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            BadDataFound = null,
            MissingFieldFound = null,
            HasHeaderRecord = false,
            // blank lines are rows of a spreadsheet too: with them the row numbers are those an officer sees
            IgnoreBlankLines = false,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        do
        {
            if (!parser.Read())
            {
                return new FileIsEmpty();
            }
        } while (parser.Record!.All(string.IsNullOrWhiteSpace));
        var headings = parser.Record!.Select(heading => heading.Trim()).ToArray();
        var columns = Match(headings, questions);
        if (columns.Tenancy is null && columns.Code is null)
        {
            return new NoHomeColumn();
        }
        if (columns.Questions.Count == 0)
        {
            return new NoQuestionColumn();
        }
        var rows = new List<SheetRow>();
        while (parser.Read())
        {
            var cells = parser.Record!;
            if (parser.RawRecord.Count(sign => sign == '"') % 2 == 1 && parser.RawRecord.TrimEnd().Contains('\n', StringComparison.Ordinal))
            {
                // everything below it would be one cell: homes would be lost without a word
                return new QuoteNotClosed(parser.Row);
            }
            if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                rows.Add(new SheetRow(parser.Row, cells));
            }
        }
        if (rows.Count == 0)
        {
            return new FileIsEmpty();
        }
        return new ResponseSheet(headings, rows, columns);
    }

    private static SheetColumns Match(string[] headings, IReadOnlyList<Question> questions)
    {
        int? Find(string[] names) => Array.FindIndex(headings, heading => names.Contains(Fold(heading))) is var at and >= 0 ? at : null;
        var (tenancy, code, channel, date) = (Find(TenancyNames), Find(CodeNames), Find(ChannelNames), Find(DateNames));
        var weight = Find(WeightNames);
        var byColumn = new Dictionary<int, Question>();
        var notRead = new List<string>();
        for (var at = 0; at < headings.Length; at++)
        {
            if (at == tenancy || at == code || at == channel || at == date || at == weight)
            {
                continue;
            }
            if (QuestionFor(headings[at], questions) is { } question && !byColumn.ContainsValue(question))
            {
                byColumn.Add(at, question);
            }
            else if (headings[at].Length > 0)
            {
                notRead.Add(headings[at]);
            }
        }
        return new(tenancy, code, channel, date, weight, byColumn, notRead);
    }

    // A question is known by its key, its measure's code or its words.
    private static Question? QuestionFor(string heading, IReadOnlyList<Question> questions)
    {
        var folded = Fold(heading);
        return folded.Length == 0
            ? null
            : questions.FirstOrDefault(q => Fold(q.Key) == folded)
                ?? questions.FirstOrDefault(q => q.Measure is not null && Fold(q.Measure) == folded)
                ?? questions.FirstOrDefault(q => Fold(q.Text) == folded);
    }

    /// <summary>Letters and digits only, lower case: how headings and labels are compared.</summary>
    public static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Decode(byte[] file)
    {
        if (file.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8.GetString(file.AsSpan(3));
        }
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        }
        catch (DecoderFallbackException)
        {
            // Excel's “CSV” of old: Windows-1252, of which Latin-1 reads all that stands in names and words but quotes and dashes
            return Encoding
                .Latin1.GetString(file)
                .Replace('\u0092', '’')
                .Replace('\u0093', '“')
                .Replace('\u0094', '”')
                .Replace('\u0096', '–')
                .Replace('\u0091', '‘');
        }
    }
}

internal sealed record QuoteNotClosed(int Row)
    : Refusal($"On row {Row} a quotation mark opens that is never closed. Close it, or take it out", "Sheet");

internal sealed record FileIsEmpty()
    : Refusal("The file has no rows. Choose a CSV file with a row of headings and a row for each home", "Sheet");

internal sealed record NoHomeColumn()
    : Refusal("The file must have a column called ‘tenancy reference’ or ‘code’, so that each row is known to be one home’s", "Sheet");

internal sealed record NoQuestionColumn()
    : Refusal(
        "No column of the file is a question of this survey. Head each with the question’s key (q1), its measure (TP01) or its words",
        "Sheet"
    );
