// A questionnaire as it is read in one language: each question whole in that language, or whole in English where any of it is missing.
namespace Hearth.Surveys.Questionnaires.Translations;

/// <summary>How a text stands in a language.</summary>
internal enum TranslationState
{
    Missing,

    /// <summary>The English has changed since.</summary>
    OutOfDate,

    /// <summary>Nobody who reads the language has checked it.</summary>
    Unchecked,
    Checked,
}

internal sealed class TranslatedSurvey(Tongue tongue, IReadOnlyDictionary<string, Translation> texts)
{
    public Tongue Tongue => tongue;

    public TranslationState StateOf(Part part) =>
        !texts.TryGetValue(part.Key, out var text) || text.Text.Length == 0 ? TranslationState.Missing
        : text.Source != part.Fingerprint ? TranslationState.OutOfDate
        : text.CheckedBy is null ? TranslationState.Unchecked
        : TranslationState.Checked;

    /// <summary>What stands there, out of date or not; empty where nothing does.</summary>
    public string TextOf(Part part) => texts.GetValueOrDefault(part.Key)?.Text ?? "";

    public string? CheckedBy(Part part) => texts.GetValueOrDefault(part.Key)?.CheckedBy;

    /// <summary>Whether every text of a question can be shown in the language: none is missing or was made from other words.</summary>
    public bool Has(Question question) => Parts.Of(question).All(part => StateOf(part) >= TranslationState.Unchecked);

    /// <summary>Whether somebody who reads the language has checked all of it.</summary>
    public bool IsChecked(Question question) => Parts.Of(question).All(part => StateOf(part) == TranslationState.Checked);

    /// <summary>The question in the language, with the keys and codes it has; itself where it cannot be shown so.</summary>
    public Question Of(Question question)
    {
        if (!Has(question))
        {
            return question;
        }
        return new Question
        {
            Id = question.Id,
            SurveyId = question.SurveyId,
            Key = question.Key,
            Position = question.Position,
            Kind = question.Kind,
            Text = texts[Parts.Text(question)].Text,
            Help = question.Help is null ? null : texts[Parts.Help(question)].Text,
            Required = question.Required,
            Measure = question.Measure,
            Options =
            [
                .. question.Options.Select(option =>
                    texts.TryGetValue(Parts.Answer(question, option), out var label) ? option with { Label = label.Text } : option
                ),
            ],
            Rows =
            [
                .. question.Rows.Select(row =>
                    texts.TryGetValue(Parts.Row(question, row), out var label) ? row with { Label = label.Text } : row
                ),
            ],
            ShowIfQuestionId = question.ShowIfQuestionId,
            ShowIfCodes = question.ShowIfCodes,
            Least = question.Least,
            Most = question.Most,
            Retired = question.Retired,
        };
    }

    /// <summary>A text of the survey itself, with the language it is in.</summary>
    public (string Text, Tongue Tongue) Of(string key, string source)
    {
        var part = new Part(key, "", source);
        return StateOf(part) >= TranslationState.Unchecked ? (TextOf(part), tongue) : (source, Tongue.Source);
    }
}
