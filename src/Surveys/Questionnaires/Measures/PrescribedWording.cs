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

    /// <summary>
    /// Of a survey that was fielded, whatever the landlord was called then: the codes of questions that do not stand in the words of its set or stand out of
    /// their order, and the names that were put in.
    /// </summary>
    public static (IReadOnlyList<string> Codes, IReadOnlyList<string> Names) Otherwise(Questionnaire questionnaire)
    {
        List<string> codes = [];
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var last = -1;
        foreach (var question in questionnaire.Questions.Where(question => question.Measure is not null))
        {
            var set = questionnaire.Measures;
            var order = set.OrderOf(question.Measure) ?? -1;
            if (order < last || TemplateOf(question.Measure, set) is not { } template || NameIn(question.Text, template) is not { } name)
            {
                codes.Add(question.Measure!);
                continue;
            }
            last = order;
            if (name.Length > 0)
            {
                names.Add(name);
            }
            if (WordsOf(question.Measure, set, name) is not { } words || !Same(question, words))
            {
                codes.Add(question.Measure!);
            }
        }
        return (codes, [.. names]);
    }

    private static string? TemplateOf(string? code, MeasureSet set) =>
        set.Measures.FirstOrDefault(measure => measure.Code == code)?.Text
        ?? set.Measures.FirstOrDefault(measure => code is not null && measure.Filter?.Code == code)?.Filter!.Text;

    // what stands where the template has the landlord; empty where it has none; null where the words around it are others
    private static string? NameIn(string text, string template)
    {
        var from = template.IndexOf('[', StringComparison.Ordinal);
        var to = template.IndexOf(']', StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            return text == template ? "" : null;
        }
        var (before, after) = (template[..from], template[(to + 1)..]);
        return
            text.Length > before.Length + after.Length
            && text.StartsWith(before, StringComparison.Ordinal)
            && text.EndsWith(after, StringComparison.Ordinal)
            ? text[before.Length..^after.Length]
            : null;
    }

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
