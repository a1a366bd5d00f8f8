// How a question was worded over the versions of a survey.
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Editions;

namespace Hearth.Surveys.Results;

/// <param name="From">The first version that had it so.</param>
/// <param name="To">The last.</param>
/// <param name="Since">From when.</param>
internal sealed record Wording(int From, int To, DateTimeOffset Since, string Text, IReadOnlyList<string> Answers, string Because)
{
    /// <summary>“Version 1”, “Versions 2 to 4”.</summary>
    public string Versions => From == To ? Groupings.NameOfVersion(From) : $"Versions {From} to {To}";

    public static IReadOnlyList<Wording> Of(IReadOnlyList<Edition> editions, Question question)
    {
        var wordings = new List<Wording>();
        Question? before = null;
        foreach (var edition in editions)
        {
            var all = edition.Read();
            var asked = all.SelectMany(one => one.Items.Append(one)).FirstOrDefault(one => one.Key == question.Key && !one.Retired);
            if (asked is null)
            {
                before = null;
            }
            else if (before is not null && Changes.SameAsked(before, asked))
            {
                wordings[^1] = wordings[^1] with { To = edition.Number };
            }
            else
            {
                before = asked;
                wordings.Add(
                    new(
                        edition.Number,
                        edition.Number,
                        edition.From,
                        asked.Text,
                        [.. asked.Offered.Select(option => option.Label)],
                        edition.Because
                    )
                );
            }
        }
        return wordings;
    }
}
