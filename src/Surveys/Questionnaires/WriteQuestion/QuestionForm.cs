// The question editor's form, as typed, and the draft it makes.
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Hearth.Surveys.Questionnaires.WriteQuestion;

internal sealed class QuestionForm
{
    public string? Text { get; set; }
    public string? Help { get; set; }
    public bool Required { get; set; }

    /// <summary>One choice a line.</summary>
    public string? Choices { get; set; }

    /// <summary>One line of a grid a line.</summary>
    public string? Rows { get; set; }
    public ScaleKind Scale { get; set; }
    public bool OfferNotApplicable { get; set; }

    /// <summary>In a survey that people answer: reworded choices mean what they meant.</summary>
    public bool SameMeaning { get; set; }
    public string? Least { get; set; }
    public string? Most { get; set; }

    public static QuestionForm Of(Question question) =>
        new()
        {
            Text = question.Text,
            Help = question.Help,
            Required = question.Required,
            Choices =
                question.Kind == QuestionKind.Grid && QuestionDraft.IsFivePoints(question.Options)
                    ? null
                    : string.Join('\n', question.Offered.Where(option => !option.NotApplicable).Select(option => option.Label)),
            Rows = string.Join('\n', question.Lines.Select(row => row.Label)),
            Scale = QuestionDraft.ScaleOf(question.Options),
            OfferNotApplicable = question.Offered.Any(option => option.NotApplicable),
            Least = question.Least?.ToString(CultureInfo.InvariantCulture),
            Most = question.Most?.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>The draft; null where a bound is not a number, which the model state then says.</summary>
    public QuestionDraft? Read(QuestionKind kind, ModelStateDictionary modelState)
    {
        decimal? Bound(string? typed, string field, string which)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }
            if (
                decimal.TryParse(
                    typed.Trim(),
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                && Math.Abs(number) <= 1_000_000_000m
            )
            {
                return number;
            }
            modelState.AddModelError("Form." + field, $"The {which} must be a number, like 0 or 12.5");
            return null;
        }

        var (least, most) =
            kind == QuestionKind.Number
                ? (Bound(Least, nameof(Least), "lowest number"), Bound(Most, nameof(Most), "highest number"))
                : (null, kind == QuestionKind.Ranking ? Bound(Most, nameof(Most), "number to put in order") : null);
        return modelState.IsValid
            ? new QuestionDraft(kind, Text?.Trim() ?? "")
            {
                Help = Help?.Trim(),
                Required = Required,
                Choices = Lines(Choices),
                Rows = kind == QuestionKind.Grid ? Lines(Rows) : [],
                Scale = Scale,
                OfferNotApplicable = OfferNotApplicable,
                SameMeaning = SameMeaning,
                Least = least,
                Most = most,
            }
            : null;
    }

    private static List<string> Lines(string? typed) =>
        [.. (typed ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
