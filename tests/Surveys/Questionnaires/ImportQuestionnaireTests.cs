// Questionnaires of other programs: what is understood becomes a draft, what is not is said, and nothing hostile gets further.
using System.IO.Compression;
using System.Text;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.ImportQuestionnaire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Questionnaires;

public sealed class ImportQuestionnaireTests
{
    [Theory, BothDatabases]
    public async Task A_limesurvey_file_is_looked_at_and_becomes_a_draft_with_its_rules(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();

        var page = await SendAsync(officer, "survey.lss", Encoding.UTF8.GetBytes(Lss));

        Assert.Contains("“Warm homes”: 4 questions are understood", page.Text);
        Assert.Contains("maths: we do not know LimeSurvey’s kind “*”. It is left out.", page.Text);
        Assert.Contains("why: its rule “age > 17” says more than ours can.", page.Text);
        Assert.Contains("The language “de” is left out", page.Text);
        Assert.Equal(0, await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Survey>().CountAsync()));
        page = await officer.SubmitAsync(page, null, "Make a draft of it");

        Assert.Contains("4 questions are in a draft.", page.Text);
        var questions = await hearth.QuestionsAsync(Guid.Parse(page.Path.Split('/')[2]));
        Assert.Equal(
            [QuestionKind.SingleChoice, QuestionKind.MultipleChoice, QuestionKind.Grid, QuestionKind.LongText],
            questions.Select(question => question.Kind)
        );
        Assert.Equal("Is your home warm & dry?", questions[0].Text);
        Assert.True(questions[0].Required);
        // asked only of those who said no, by our own codes
        Assert.Equal((questions[0].Id, "2"), (questions[1].ShowIfQuestionId, questions[1].ShowIfCodes.Single()));
        Assert.Equal(["Repairs", "Cleaning"], questions[2].Rows.Select(row => row.Label));
        Assert.Equal(["Good", "Bad"], questions[2].Options.Select(option => option.Label));
        Assert.Null(questions[3].ShowIfQuestionId);
    }

    [Fact]
    public async Task The_tab_separated_file_says_the_same()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var rows = new[]
        {
            "class\ttype/scale\tname\trelevance\ttext\thelp\tlanguage\tmandatory",
            "SL\t\tsurveyls_title\t\tWarm homes\t\ten\t",
            "G\t0\tFirst\t1\t\t\ten\t",
            "Q\tY\twarm\t1\t<p>Is your home <b>warm</b>?</p>\t\ten\tY",
            "Q\tR\torder\t(warm.NAOK == \"N\")\tWhat first?\t\ten\t",
            "A\t0\tA1\t\tDoors\t\ten\t",
            "A\t0\tA2\t\tLights\t\ten\t",
            "Q\tY\twarm\t1\tIst es warm?\t\tde\tY",
        };

        var page = await SendAsync(hearth.Staff(), "survey.txt", Encoding.UTF8.GetBytes(string.Join("\r\n", rows)));

        Assert.Contains("“Warm homes”: 2 questions are understood", page.Text);
        Assert.Contains("Is your home warm ? One choice: Yes, No", page.Text);
        Assert.Contains("What first? Put in order: Doors, Lights. Only for some who answered question 1", page.Text);
        Assert.Contains("Everything in the file is understood.", page.Text);
    }

    [Theory, BothDatabases]
    public async Task An_xlsform_of_ten_thousand_rows_is_read_to_its_limits_and_says_so(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var survey = new StringBuilder();
        survey.Append(Row("type", "name", "label::English (en)", "relevant", "required"));
        survey.Append(Row("select_one yn", "warm", "Is it warm?", "", "yes"));
        survey.Append(Row("integer", "rooms", "How many rooms are cold?", "${warm} = 'n'", ""));
        survey.Append(Row("geopoint", "where", "Where are you?", "", ""));
        survey.Append(Row("text", "more", "More?", "${rooms} > 2", ""));
        for (var i = 0; i < 9_996; i++)
        {
            survey.Append(Row("text", $"t{i}", $"Question {i}", "", ""));
        }
        var choices = Row("list_name", "name", "label") + Row("yn", "y", "Yes") + Row("yn", "n", "No");
        var file = Workbook(("survey", survey.ToString()), ("choices", choices), ("settings", Row("form_title") + Row("Warm homes")));
        Assert.True(file.Length < ImportQuestionnaire.Largest);

        var page = await SendAsync(hearth.Staff(), "form.xlsx", file);

        Assert.Contains("“Warm homes”: 100 questions are understood", page.Text);
        Assert.Contains("How many rooms are cold? A number. Only for some who answered question 1", page.Text);
        Assert.Contains("where: we do not know “geopoint”. It is left out.", page.Text);
        Assert.Contains("more: its rule “${rooms} > 2” says more than ours can.", page.Text);
        Assert.Contains("Only the first 100 questions are taken, of 9,999.", page.Text);
    }

    [Fact]
    public async Task A_hostile_file_is_refused_in_plain_words()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var officer = hearth.Staff();
        static string Deep(int levels) =>
            string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels));
        string With(string dtd, string entity) =>
            Lss.Replace("<document>", dtd + "<document>", StringComparison.Ordinal).Replace("Warm homes", entity, StringComparison.Ordinal);
        var laughs = With("""<!DOCTYPE document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>""", "&b;");
        var outside = With("""<!DOCTYPE document [<!ENTITY x SYSTEM "file:///etc/hostname">]>""", "&x;");
        byte[][] hostile =
        [
            [],
            Encoding.UTF8.GetBytes(laughs),
            Encoding.UTF8.GetBytes(outside),
            Encoding.UTF8.GetBytes("<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>"),
            Encoding.UTF8.GetBytes(Lss[..900]),
            Encoding.UTF8.GetBytes(Lss.Replace("Warm homes", Deep(200_000), StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes("PK is how a zip begins"),
            Encoding.UTF8.GetBytes("name\tage\r\nAda\t36"),
            Workbook(("survey", Row(new string('a', 41 * 1024 * 1024)))),
        ];
        foreach (var file in hostile)
        {
            var page = await SendAsync(officer, "survey.lss", file);
            Assert.Equal(
                [
                    "This file is no questionnaire we know. Choose a LimeSurvey survey (.lss), its tab-separated file (.txt), or an XLSForm (.xlsx)",
                ],
                page.Errors
            );
        }
        Assert.Equal(
            ["The file must be smaller than 2 MB"],
            (await SendAsync(officer, "x", new byte[ImportQuestionnaire.Largest + 1])).Errors
        );
        var forged = await officer.SubmitAsync(
            await SendAsync(officer, "survey.lss", Encoding.UTF8.GetBytes(Lss)),
            new { Again = "not base64 at all" },
            "Make a draft of it"
        );
        Assert.Contains("This file is no questionnaire we know.", forged.Errors.Single());
        Assert.Equal(0, await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Survey>().CountAsync()));
    }

    [Fact]
    public async Task Script_in_a_question_is_words_and_nothing_else()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var hostile = Lss.Replace("warm &amp;amp; dry", "warm &lt;script&gt;alert(1)&lt;/script&gt;", StringComparison.Ordinal);

        var page = await SendAsync(hearth.Staff(), "survey.lss", Encoding.UTF8.GetBytes(hostile));

        Assert.Contains("Is your home warm alert(1) ?", page.Text);
        Assert.Empty(page.All("main script"));
    }

    private static async Task<Page> SendAsync(Browser officer, string name, byte[] file) =>
        await officer.SubmitAsync(await officer.OpenAsync("/surveys/import"), [], [("Upload", name, file)], "See what is in it");

    private static string Row(params string[] cells) =>
        "<row>"
        + string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(cell)}</t></is></c>"))
        + "</row>";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static byte[] Workbook(params (string Name, string Rows)[] sheets)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Put(string name, string xml)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(xml);
            }
            var numbered = sheets.Index().ToList();
            Put(
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
                    + string.Concat(numbered.Select(s => $"<sheet name=\"{s.Item.Name}\" sheetId=\"{s.Index + 1}\" r:id=\"r{s.Index}\"/>"))
                    + "</sheets></workbook>"
            );
            Put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + string.Concat(
                        numbered.Select(s =>
                            $"<Relationship Id=\"r{s.Index}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{s.Index + 1}.xml\"/>"
                        )
                    )
                    + "</Relationships>"
            );
            foreach (var (index, sheet) in numbered)
            {
                Put($"xl/worksheets/sheet{index + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheet.Rows}</sheetData></worksheet>");
            }
        }
        return file.ToArray();
    }

    // the words in tables of their own, as version 6 writes them; two groups, the second first in the file
    private const string Lss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <document>
         <LimeSurveyDocType>Survey</LimeSurveyDocType>
         <DBVersion>640</DBVersion>
         <languages><language>en</language><language>de</language></languages>
         <answers><rows>
          <row><aid>1</aid><qid>13</qid><code>A1</code><sortorder>1</sortorder></row>
          <row><aid>2</aid><qid>13</qid><code>A2</code><sortorder>2</sortorder></row>
         </rows></answers>
         <answer_l10ns><rows>
          <row><aid>1</aid><answer>Good</answer><language>en</language></row>
          <row><aid>1</aid><answer>Gut</answer><language>de</language></row>
          <row><aid>2</aid><answer>Bad</answer><language>en</language></row>
         </rows></answer_l10ns>
         <groups><rows>
          <row><gid>2</gid><group_order>2</group_order></row>
          <row><gid>1</gid><group_order>1</group_order></row>
         </rows></groups>
         <questions><rows>
          <row><qid>13</qid><parent_qid>0</parent_qid><gid>2</gid><type>F</type><title>each</title><mandatory>N</mandatory><question_order>1</question_order><relevance>1</relevance></row>
          <row><qid>14</qid><parent_qid>0</parent_qid><gid>2</gid><type>T</type><title>why</title><mandatory>N</mandatory><question_order>2</question_order><relevance>age &gt; 17</relevance></row>
          <row><qid>15</qid><parent_qid>0</parent_qid><gid>2</gid><type>*</type><title>maths</title><mandatory>N</mandatory><question_order>3</question_order><relevance>1</relevance></row>
          <row><qid>11</qid><parent_qid>0</parent_qid><gid>1</gid><type>Y</type><title>warm</title><mandatory>Y</mandatory><question_order>1</question_order><relevance>1</relevance></row>
          <row><qid>12</qid><parent_qid>0</parent_qid><gid>1</gid><type>M</type><title>rooms</title><mandatory>N</mandatory><question_order>2</question_order><relevance>((warm.NAOK == "N"))</relevance></row>
         </rows></questions>
         <subquestions><rows>
          <row><qid>21</qid><parent_qid>12</parent_qid><title>bed</title><question_order>1</question_order></row>
          <row><qid>22</qid><parent_qid>12</parent_qid><title>bath</title><question_order>2</question_order></row>
          <row><qid>23</qid><parent_qid>13</parent_qid><title>rep</title><question_order>1</question_order></row>
          <row><qid>24</qid><parent_qid>13</parent_qid><title>clean</title><question_order>2</question_order></row>
         </rows></subquestions>
         <question_l10ns><rows>
          <row><qid>11</qid><question>&lt;p&gt;Is your home warm &amp;amp; dry?&lt;/p&gt;</question><help></help><language>en</language></row>
          <row><qid>11</qid><question>Ist es warm?</question><help></help><language>de</language></row>
          <row><qid>12</qid><question>Which rooms?</question><help>All of them</help><language>en</language></row>
          <row><qid>13</qid><question>How are these?</question><help></help><language>en</language></row>
          <row><qid>14</qid><question>Why?</question><help></help><language>en</language></row>
          <row><qid>15</qid><question>{1+1}</question><help></help><language>en</language></row>
          <row><qid>21</qid><question>Bedroom</question><help></help><language>en</language></row>
          <row><qid>22</qid><question>Bathroom</question><help></help><language>en</language></row>
          <row><qid>23</qid><question>Repairs</question><help></help><language>en</language></row>
          <row><qid>24</qid><question>Cleaning</question><help></help><language>en</language></row>
         </rows></question_l10ns>
         <surveys_languagesettings><rows>
          <row><surveyls_language>en</surveyls_language><surveyls_title>Warm homes</surveyls_title><surveyls_welcometext>Thank you for your time.</surveyls_welcometext></row>
         </rows></surveys_languagesettings>
        </document>
        """;
}
