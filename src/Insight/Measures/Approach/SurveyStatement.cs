// What only the landlord knows of a year's survey: who helped, what was given, why too few answered, where it is published.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Approach;

internal sealed class SurveyStatement
{
    public const int LongestAddress = 500;
    public const int LongestLine = 500;
    public const int LongestWords = 3000;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int YearEnding { get; set; }
    public StockType Stock { get; set; }

    /// <summary>Where the figures are published; question 3a of the return.</summary>
    public string? Address { get; set; }

    /// <summary>Whether a company from outside helped; null until somebody says.</summary>
    public bool? Contractors { get; set; }

    /// <summary>Their names, one a line, each with what it did.</summary>
    public string? ContractorWords { get; set; }

    /// <summary>Who asked, on the telephone or at the door; question 6.</summary>
    public string? Interviewers { get; set; }

    /// <summary>What “other” ways of answering were; question 12.</summary>
    public string? OtherWay { get; set; }

    public bool? Incentives { get; set; }

    /// <summary>What was given for answering, and how much.</summary>
    public string? IncentiveWords { get; set; }

    /// <summary>Why fewer answered than the regulator requires.</summary>
    public string? ShortfallReason { get; set; }

    /// <summary>Whether anything else is likely to affect the results; null until somebody says.</summary>
    public bool? OtherIssues { get; set; }
    public string? OtherIssuesWords { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
    public string ChangedBy { get; set; } = "";
    public int Version { get; set; }
}
