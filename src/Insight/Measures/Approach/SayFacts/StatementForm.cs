// What is typed about a survey that Hearth cannot know, read and refused.
namespace Hearth.Insight.Measures.Approach.SayFacts;

internal sealed class StatementForm
{
    public string? Contractors { get; set; }
    public string? ContractorWords { get; set; }
    public string? Interviewers { get; set; }
    public string? Incentives { get; set; }
    public string? IncentiveWords { get; set; }
    public string? ShortfallReason { get; set; }
    public string? OtherIssues { get; set; }
    public string? OtherIssuesWords { get; set; }
    public string? OtherWay { get; set; }
    public string? Address { get; set; }

    public static StatementForm Of(SurveyStatement? said) =>
        new()
        {
            Contractors = YesNo(said?.Contractors),
            ContractorWords = said?.ContractorWords,
            Interviewers = said?.Interviewers,
            Incentives = YesNo(said?.Incentives),
            IncentiveWords = said?.IncentiveWords,
            ShortfallReason = said?.ShortfallReason,
            OtherIssues = YesNo(said?.OtherIssues),
            OtherIssuesWords = said?.OtherIssuesWords,
            OtherWay = said?.OtherWay,
            Address = said?.Address,
        };

    /// <summary>What was said, and why it is not taken. Questions may be left for later; a yes may not be left without its words.</summary>
    public IReadOnlyList<ApproachRefusal> Read(SurveyStatement into)
    {
        List<ApproachRefusal> refusals = [];
        into.Contractors = Answer(Contractors);
        into.ContractorWords = Kept(into.Contractors, ContractorWords, nameof(ContractorWords), "who helped, and what each did");
        into.Incentives = Answer(Incentives);
        into.IncentiveWords = Kept(into.Incentives, IncentiveWords, nameof(IncentiveWords), "what was given, and how much");
        into.OtherIssues = Answer(OtherIssues);
        into.OtherIssuesWords = Kept(into.OtherIssues, OtherIssuesWords, nameof(OtherIssuesWords), "what else may affect the figures");
        into.ShortfallReason = Text(ShortfallReason, nameof(ShortfallReason), "Why too few answered", SurveyStatement.LongestWords);
        into.Interviewers = Text(Interviewers, nameof(Interviewers), "Who asked", SurveyStatement.LongestLine);
        into.OtherWay = Text(OtherWay, nameof(OtherWay), "The other ways", SurveyStatement.LongestLine);
        into.Address = Text(Address, nameof(Address), "The web address", SurveyStatement.LongestAddress);
        if (
            into.Address is { } address
            && !(
                Uri.TryCreate(address, UriKind.Absolute, out var found)
                && found.Scheme == Uri.UriSchemeHttps
                && found.Host.Contains('.', StringComparison.Ordinal)
            )
        )
        {
            refusals.Add(new AddressIsNone());
        }
        return refusals;

        string? Kept(bool? answer, string? words, string name, string what)
        {
            if (answer != true)
            {
                return null;
            }
            if (string.IsNullOrWhiteSpace(words))
            {
                refusals.Add(new WordsMissing(name, what));
            }
            return Text(words, name, char.ToUpperInvariant(what[0]) + what[1..], SurveyStatement.LongestWords);
        }

        string? Text(string? words, string name, string what, int most)
        {
            var text = words?.Trim().ReplaceLineEndings("\n");
            if (text?.Length > most)
            {
                refusals.Add(new TooLong(name, what, most));
            }
            return string.IsNullOrEmpty(text) ? null : text;
        }
    }

    private static bool? Answer(string? value) =>
        value switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };

    private static string? YesNo(bool? value) =>
        value switch
        {
            true => "yes",
            false => "no",
            null => null,
        };
}
