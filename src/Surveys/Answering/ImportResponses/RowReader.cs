// Reads one row of a file of responses: whose it is, how and when it came, and the answers; or why it is set aside.
using System.Globalization;
using Hearth.DesignSystem.Public.Forms;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Answering.ImportResponses;

/// <summary>A row that can be taken in.</summary>
/// <param name="Weight">What the survey company had it count for; null where the file has no weights.</param>
/// <param name="Behind">Answers to questions that the home should not have been asked: they are left out.</param>
internal sealed record ReadyRow(
    int Number,
    Invitation Invitation,
    ResponseChannel Channel,
    DateTimeOffset At,
    AnswerSheet Answers,
    IReadOnlyList<Question> Shown,
    decimal? Weight,
    int Behind
);

internal sealed class RowReader(
    Survey survey,
    IReadOnlyList<Question> questions,
    SheetColumns columns,
    HomesAsked homes,
    DateTimeOffset now
)
{
    // the largest landlord has a hundred homes for each that answers
    private const decimal MostWeight = 1000;
    private const int WeightPlaces = 10;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d/M/yyyy", "d/M/yy", "d-M-yyyy", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy"];

    /// <summary>The row, or the reason it is set aside.</summary>
    public (ReadyRow? Ready, string? Reason) Read(SheetRow row)
    {
        if (Home(row, out var invitation) is { } unknown)
        {
            return (null, unknown);
        }
        if (ChannelOf(Cell(row, columns.Channel)) is not { } channel)
        {
            return (null, $"The channel ‘{Cell(row, columns.Channel)}’ is not known. Write online, paper, telephone, face to face or text");
        }
        if (At(Cell(row, columns.Date), out var at) is { } wrongDate)
        {
            return (null, wrongDate);
        }
        if (WeightOf(row, out var weight) is { } wrongWeight)
        {
            return (null, wrongWeight);
        }
        var sheet = new AnswerSheet();
        foreach (var (column, question) in columns.Questions)
        {
            var given = Answer(question, Cell(row, column));
            if (given.Error is not null)
            {
                return (null, $"{question.Measure ?? question.Key}: {given.Error}");
            }
            if (given.Values.Count > 0)
            {
                sheet.Set(question, given.Values);
            }
        }
        // Answers to a question that the home should not have been asked are not counted, as on the web.
        var shown = Route.Shown(questions, sheet);
        return shown.Any(sheet.HasAnswered)
            ? (new ReadyRow(row.Number, invitation!, channel, at, sheet, shown, weight, Behind(sheet, shown)), null)
            : (null, "No question is answered");
    }

    private int Behind(AnswerSheet sheet, IReadOnlyList<Question> shown) =>
        questions.Except(shown).Count(question => sheet.HasAnswered(question));

    // A file with weights has one for every home: a home without would count for nobody knows how many.
    private string? WeightOf(SheetRow row, out decimal? weight)
    {
        weight = null;
        if (columns.Weight is null)
        {
            return null;
        }
        var typed = Cell(row, columns.Weight);
        if (typed.Length == 0)
        {
            return "The weight is missing. Give every home one, like 1.25, or take the column out";
        }
        if (!decimal.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var found))
        {
            return $"The weight ‘{typed}’ is not a number, like 1.25";
        }
        if (found <= 0)
        {
            return $"The weight ‘{typed}’ must be more than 0: a home that does not count has no row";
        }
        if (found > MostWeight)
        {
            return $"The weight ‘{typed}’ is too large. One home may count for {MostWeight:N0} at the most";
        }
        weight = decimal.Round(found, WeightPlaces);
        return weight > 0 ? null : $"The weight ‘{typed}’ is too small to count";
    }

    private string? Home(SheetRow row, out Invitation? invitation)
    {
        var (code, tenancy) = (Cell(row, columns.Code), Cell(row, columns.Tenancy));
        invitation = null;
        if (code.Length > 0)
        {
            invitation = InvitationCode.Read(code) is { } meant ? homes.ByCode(meant) : null;
            return invitation is null ? $"No home was asked with the code ‘{code}’" : Gone(invitation);
        }
        if (tenancy.Length == 0)
        {
            return "No tenancy reference and no code";
        }
        invitation = homes.ByTenancy(tenancy);
        return invitation is null ? $"No home with the tenancy reference ‘{tenancy}’ was asked" : Gone(invitation);
    }

    // What a forgotten tenant said stays counted under another number: the home's answers would count a second time.
    private static string? Gone(Invitation invitation) => invitation.PersonId is null ? "The tenant of this home was forgotten" : null;

    private string? At(string typed, out DateTimeOffset at)
    {
        at = now;
        if (typed.Length == 0)
        {
            return null;
        }
        if (!DateOnly.TryParseExact(typed, DateForms, British, DateTimeStyles.None, out var day))
        {
            return $"‘{typed}’ is not a date, like 27/3/2026";
        }
        if (day < survey.OpensOn || day > now.DayInLondon())
        {
            return day < survey.OpensOn ? $"{day.Written()} is before the survey opened" : $"{day.Written()} is still to come";
        }
        var noon = day.StartInLondon().AddHours(12);
        at = noon < now ? noon : now;
        return null;
    }

    private static GivenAnswer Answer(Question question, string cell) =>
        cell.Length == 0 ? new GivenAnswer([])
        : question.IsChoice || question.Kind == QuestionKind.Ranking ? Choice(question, cell)
        : question.Kind != QuestionKind.Date ? GivenAnswer.Read(question, [cell], new DateParts())
        : DateOnly.TryParseExact(cell, DateForms, British, DateTimeStyles.None, out var day)
            ? GivenAnswer.Read(question, [], DateParts.Of(day))
        : new GivenAnswer([], $"‘{cell}’ is not a date, like 27/3/2026");

    private static GivenAnswer Choice(Question question, string cell)
    {
        string[] parts = question.Kind is QuestionKind.MultipleChoice or QuestionKind.Ranking
            ? cell.Split([';', '|', '>'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [cell];
        var codes = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            var option =
                question.Options.Find(o => string.Equals(o.Code, part, StringComparison.OrdinalIgnoreCase))
                ?? question.Options.Find(o => ResponseSheet.Fold(o.Label) == ResponseSheet.Fold(part));
            if (option is null)
            {
                return new GivenAnswer([], $"‘{part}’ is not one of the answers");
            }
            codes.Add(option.Code);
        }
        return GivenAnswer.Read(question, codes, new DateParts());
    }

    private static ResponseChannel? ChannelOf(string typed) =>
        ResponseSheet.Fold(typed) switch
        {
            "" or "paper" or "post" or "postal" or "letter" => ResponseChannel.Paper,
            "online" or "web" or "internet" or "email" => ResponseChannel.Online,
            "telephone" or "phone" or "call" => ResponseChannel.Telephone,
            "facetoface" or "door" or "visit" or "inperson" => ResponseChannel.FaceToFace,
            "text" or "sms" => ResponseChannel.Text,
            _ => null,
        };

    private static string Cell(SheetRow row, int? column) => column is { } at && at < row.Cells.Length ? row.Cells[at].Trim() : "";
}
