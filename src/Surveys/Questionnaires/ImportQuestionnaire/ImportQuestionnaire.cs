// Makes a draft from a questionnaire of another survey program, and says what could not be taken over.
using System.Xml;
using CsvHelper;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires.ImportQuestionnaire;

/// <param name="Questions">As they will stand in the draft.</param>
/// <param name="Said">What was left out, or taken over otherwise.</param>
internal sealed record ImportPreview(Survey Survey, IReadOnlyList<Question> Questions, IReadOnlyList<string> Said);

internal sealed class ImportQuestionnaire(HearthDb db, AuditTrail audit, TimeProvider time)
{
    public const int Largest = 2 * 1024 * 1024;
    public const int MostRows = 10_000;

    /// <summary>Reads the file and changes nothing.</summary>
    public Outcome<ImportPreview> Read(byte[] file)
    {
        if (file.Length > Largest)
        {
            return new FileTooLarge();
        }
        try
        {
            var found =
                file.AsSpan().StartsWith("PK"u8) ? XlsForm.Read(file)
                : FirstSign(file) == (byte)'<' ? LssFile.Read(file)
                : LimeTabFile.Read(file);
            return found is { Questions.Count: > 0 } ? Build(found) : new FileIsNone();
        }
        catch (Exception failure)
            when (failure
                    is XmlException
                        or InvalidDataException
                        or CsvHelperException
                        or System.Text.RegularExpressions.RegexMatchTimeoutException
            )
        {
            return new FileIsNone();
        }
    }

    /// <summary>Reads the file and makes the draft.</summary>
    public async Task<Outcome<ImportPreview>> RunAsync(byte[] file, CancellationToken stop = default)
    {
        var read = Read(file);
        if (read.Refused)
        {
            return read;
        }
        var made = read.Made!;
        db.Add(made.Survey);
        db.AddRange(made.Questions);
        audit.Write("ImportQuestionnaire", "survey", made.Survey.Id, $"{made.Questions.Count} questions");
        await db.SaveChangesAsync(stop);
        return read;
    }

    // after a mark of UTF-8 and white space
    private static byte FirstSign(byte[] file) =>
        Array.Find(file, sign => sign is not (0xEF or 0xBB or 0xBF or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'));

    private ImportPreview Build(FoundSurvey found)
    {
        var first = time.Today().AddDays(14);
        var said = found.NotUnderstood.ToList();
        var survey = new Survey
        {
            Title = found.Title.Length == 0 ? "Survey from a file" : FoundWords.Cut(found.Title, Survey.LongestTitle, "The title", said),
            Introduction = FoundWords.Cut(found.Introduction, Survey.LongestIntroduction, "The welcome", said),
            OpensOn = first,
            ClosesOn = first.AddDays(27),
            CreatedAt = time.GetUtcNow(),
        };
        var questionnaire = new Questionnaire(survey, []);
        var byName = new Dictionary<string, (Question Question, FoundQuestion Found)>(StringComparer.Ordinal);
        foreach (var one in found.Questions)
        {
            if (questionnaire.Questions.Count >= Questionnaire.MostQuestions)
            {
                said.Add(
                    $"Only the first {Questionnaire.MostQuestions} questions are taken, of {found.Questions.Count:N0}. People stop long before that."
                );
                break;
            }
            var added = questionnaire.Add(one.Draft);
            if (added.Refused)
            {
                said.Add($"{one.Name}: {added.Refusals[0].Words}. It is left out.");
                continue;
            }
            byName.TryAdd(one.Name, (added.Made!, one));
            Route(questionnaire, added.Made!, one, byName, said);
        }
        return new(survey, questionnaire.Questions, said);
    }

    private static void Route(
        Questionnaire questionnaire,
        Question question,
        FoundQuestion found,
        Dictionary<string, (Question Question, FoundQuestion Found)> byName,
        List<string> said
    )
    {
        if (found.OnlyIf is not { } rule)
        {
            return;
        }
        var codes = byName.TryGetValue(rule.Name, out var on)
            ? rule
                .Codes.Select(code => on.Found.Codes.ToList().IndexOf(code))
                .Where(at => at >= 0)
                .Select(at => on.Question.Options[at].Code)
                .ToList()
            : [];
        var refusal = codes.Count == 0 ? new RuleNeedsAnAnswer() : questionnaire.ShowOnlyIf(question, on.Question, codes);
        if (refusal is not null)
        {
            said.Add($"{found.Name}: its rule names “{rule.Name}”, which cannot decide it here. Everyone is asked it: say who sees it.");
        }
    }
}
