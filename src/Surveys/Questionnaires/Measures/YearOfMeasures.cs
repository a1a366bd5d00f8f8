// The reporting year that a survey's measures count in, and the page where the figures of that year are made.
namespace Hearth.Surveys.Questionnaires.Measures;

/// <param name="Name">“2026/27”: April to March.</param>
/// <param name="Address">From the root of the site.</param>
internal sealed record YearOfMeasures(string Name, string Address)
{
    /// <summary>The year of the survey's last day; null where it asks none of the measures.</summary>
    public static YearOfMeasures? Of(Survey survey, IEnumerable<Question> questions)
    {
        if (!questions.Any(question => question.Measure is not null))
        {
            return null;
        }
        var last = survey.LastDay;
        var begins = last.Month < 4 ? last.Year - 1 : last.Year;
        return new($"{begins}/{(begins + 1) % 100:00}", $"/insight/measures/{begins + 1}");
    }
}
