// Whether the regulator's questions still stand in their prescribed words, and how they are put back into them.
namespace Hearth.Surveys.Questionnaires.Measures;

internal static class PrescribedWording
{
    /// <summary>The refusal that names every measure and filter worded otherwise; null where all are as prescribed.</summary>
    /// <param name="set">The measures it is held to.</param>
    /// <param name="landlord">The name as tenants know it, today.</param>
    public static Refusal? Fault(Questionnaire questionnaire, MeasureSet set, string landlord)
    {
        List<string> other =
        [
            .. questionnaire
                .Questions.Where(question => question.Measure is not null && !IsPrescribed(question, set, landlord))
                .Select(question => question.Measure!),
        ];
        return other.Count == 0 ? null : new WordingIsNotPrescribed(other);
    }

    /// <summary>Puts the prescribed words where others stand; returns how many questions were changed.</summary>
    public static int Restore(Questionnaire questionnaire, MeasureSet set, string landlord)
    {
        var changed = 0;
        foreach (var question in questionnaire.Questions)
        {
            if (WordsOf(question.Measure, set, landlord) is { } words && !Same(question, words))
            {
                question.Text = words.Text;
                question.Help = null;
                question.Options = [.. words.Options];
                changed++;
            }
        }
        if (changed > 0)
        {
            questionnaire.Survey.Touch();
        }
        return changed;
    }

    /// <summary>A measure as a question of a survey has it: its words with the landlord's name, and its answers.</summary>
    public static (string Text, IReadOnlyList<Option> Options) Of(Measure measure, string landlord) =>
        (
            Measure.Named(measure.Text, landlord),
            new QuestionDraft(QuestionKind.Scale, "") { Scale = measure.Scale, OfferNotApplicable = measure.NotApplicable }.OptionsFrom([])
        );

    /// <summary>The same of a filter.</summary>
    public static (string Text, IReadOnlyList<Option> Options) Of(MeasureFilter filter, string landlord) =>
        (Measure.Named(filter.Text, landlord), [.. filter.Answers.Select((label, at) => new Option($"{at + 1}", label))]);

    // a question of a set that no longer holds is not as prescribed
    private static bool IsPrescribed(Question question, MeasureSet set, string landlord) =>
        WordsOf(question.Measure, set, landlord) is { } words && Same(question, words);

    private static (string Text, IReadOnlyList<Option> Options)? WordsOf(string? code, MeasureSet set, string landlord) =>
        set.Measures.FirstOrDefault(measure => measure.Code == code) is { } found ? Of(found, landlord)
        : set.Measures.FirstOrDefault(measure => code is not null && measure.Filter?.Code == code)?.Filter is { } filter
            ? Of(filter, landlord)
        : null;

    private static bool Same(Question question, (string Text, IReadOnlyList<Option> Options) words) =>
        question.Text == words.Text && question.Help is null && question.Offered.SequenceEqual(words.Options);
}
