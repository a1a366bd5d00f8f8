// Suggestions come from what people have coded, and say which words led to them.
using Hearth.Surveys.Themes;

namespace Hearth.Surveys.Tests.Themes;

public sealed class SuggestionsTests
{
    private static readonly Theme Damp = new() { Name = "Damp and mould", Description = "Water or mould in the home" };
    private static readonly Theme Repairs = new() { Name = "Repairs", Description = "Jobs that are late, missed or badly done" };
    private static readonly Theme Noise = new() { Name = "Noise", Description = "Loud neighbours" };

    [Fact]
    public void From_the_start_the_words_of_a_theme_lead_to_it()
    {
        var found = new Suggestions([Damp, Repairs, Noise], []).For("There is mould on the wall and the damp gets worse.");

        var only = Assert.Single(found);
        Assert.Equal("Damp and mould", only.Name);
        Assert.Contains("‘mould’ is in what belongs to this theme", only.Why);
    }

    [Fact]
    public void What_people_coded_leads_further_than_the_words_of_the_theme()
    {
        var coded = Enumerable
            .Range(0, 8)
            .Select(i => ($"The plumber came {i} times and never mended the tap.", Set(Repairs)))
            .Concat(Enumerable.Range(0, 8).Select(i => ($"Music all night at the party, {i} times.", Set(Noise))));

        var suggestions = new Suggestions([Damp, Repairs, Noise], coded);

        var tap = Assert.Single(suggestions.For("My tap drips and no plumber comes."));
        Assert.Equal("Repairs", tap.Name);
        Assert.Contains("‘plumber’: 8 of 8 coded answers with this word had it", tap.Why);
        Assert.Equal("Noise", Assert.Single(suggestions.For("Parties! Music until four.")).Name);
        Assert.Empty(suggestions.For("Thank you, all is fine."));
        Assert.Empty(suggestions.For(""));
    }

    [Fact]
    public void An_answer_may_hold_two_themes()
    {
        var coded = Enumerable
            .Range(0, 6)
            .SelectMany(i =>
                new[] { ($"mould in room {i}", Set(Damp)), ($"boiler repair {i} missed", Set(Repairs)), ($"loud music {i}", Set(Noise)) }
            );

        var found = new Suggestions([Damp, Repairs, Noise], coded).For("Mould, and the boiler repair was missed again");

        Assert.Equal(["Damp and mould", "Repairs"], found.Select(s => s.Name).Order(StringComparer.Ordinal));
    }

    private static IReadOnlySet<Guid> Set(params Theme[] themes) => themes.Select(theme => theme.Id).ToHashSet();
}
