// One item of the summary of approach, as it stands now.
using Hearth.DesignSystem.Public;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Approach;

/// <param name="Letter">Of paragraph 35 of the tenant survey requirements.</param>
/// <param name="Lines">Worked out from what happened in the field: a line a survey or an issue, each of sentences.</param>
/// <param name="Missing">What only a person can add, each in words; empty where nothing is.</param>
/// <param name="Own">An officer's words instead; null where there are none.</param>
internal sealed record ApproachItem(
    string Letter,
    IReadOnlyList<IReadOnlyList<Sentence>> Lines,
    IReadOnlyList<string> Missing,
    ApproachWords? Own = null
)
{
    public string Title { get; } = Phrases.InEnglish[$"approach.{Letter}"];

    /// <summary>The lines in English.</summary>
    public string Made { get; } = Sentence.Text(Lines, Phrases.InEnglish);

    /// <summary>What is published.</summary>
    public string Text => Own?.Words ?? Made;

    /// <summary>What the officer's words stand on has changed since.</summary>
    public bool IsStale => Own is { } own && own.MadeFrom != Made;

    /// <summary>Own words say what was missing.</summary>
    public bool IsMissing => Own is null && Missing.Count > 0;
}

/// <summary>The whole summary of one stock.</summary>
/// <param name="Said">What the landlord said of it; null until it said anything.</param>
internal sealed record Approach(StockType Stock, IReadOnlyList<ApproachItem> Items, SurveyStatement? Said)
{
    public ApproachItem? Find(string letter) => Items.FirstOrDefault(item => item.Letter == letter);

    public IEnumerable<ApproachItem> Wanting => Items.Where(item => item.IsMissing);

    public IEnumerable<ApproachItem> Stale => Items.Where(item => item.IsStale);
}
