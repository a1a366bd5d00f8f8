// Every component we draw gives what GOV.UK's own template gives, for every fixture that ships with it.
using System.Collections.Frozen;
using Hearth.DesignSystem.Govuk;
using Microsoft.AspNetCore.Html;

namespace Hearth.DesignSystem.Tests.Govuk;

public sealed class Conformance(ITestOutputHelper output)
{
    private static readonly FrozenDictionary<string, Func<Fixture, IHtmlContent?>> Drawn = new Dictionary<
        string,
        Func<Fixture, IHtmlContent?>
    >
    {
        ["back-link"] = f => f.Read<BackLink>().Render(),
        ["breadcrumbs"] = f => f.Read<Breadcrumbs>().Render(),
        ["button"] = f => f.Read<Button>().Render(),
        ["character-count"] = f => f.Read<CharacterCount>().Render(),
        ["checkboxes"] = f => f.Read<Checkboxes>().Render(),
        ["date-input"] = f => f.Read<DateInput>().Render(),
        ["details"] = f => f.Read<Details>().Render(),
        ["error-message"] = f => f.Read<ErrorMessage>().Render(),
        ["error-summary"] = f => f.Read<ErrorSummary>().Render(),
        ["fieldset"] = f => f.Read<Fieldset>().Render(),
        ["file-upload"] = f => f.Read<FileUpload>().Render(),
        ["hint"] = f => f.Read<Hint>().Render(),
        ["input"] = f => f.Read<Input>().Render(),
        ["inset-text"] = f => f.Read<InsetText>().Render(),
        ["label"] = f => f.Read<Label>().Render(),
        ["notification-banner"] = f => f.Read<NotificationBanner>().Render(),
        ["pagination"] = f => f.Read<Pagination>().Render(),
        ["panel"] = f => f.Read<Panel>().Render(),
        ["radios"] = f => f.Read<Radios>().Render(),
        ["select"] = f => f.Read<Select>().Render(),
        ["skip-link"] = f => f.Read<SkipLink>().Render(),
        ["summary-list"] = f => f.Read<SummaryList>().Render(),
        ["table"] = f => f.Read<Table>().Render(),
        ["tabs"] = f => f.Read<Tabs>().Render(),
        ["tag"] = f => f.Read<Tag>().Render(),
        ["textarea"] = f => f.Read<Textarea>().Render(),
        ["warning-text"] = f => f.Read<WarningText>().Render(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Components Hearth does not draw, each with its reason.
    private static readonly FrozenDictionary<string, string> NotDrawn = new Dictionary<string, string>
    {
        ["accordion"] = "details are enough, and work without a script",
        ["cookie-banner"] = "only strictly necessary cookies are set",
        ["exit-this-page"] = "no page of this kind yet",
        ["feedback"] = "speaks of GOV.UK services",
        ["footer"] = "holds the crest and the copyright logo; ours is in the layouts",
        ["generic-header"] = "ours is in the layouts",
        ["header"] = "holds the crown",
        ["language-navigation"] = "ours is in the layouts",
        ["password-input"] = "tenants have no passwords; staff use a plain field",
        ["phase-banner"] = "a landlord’s service has no phase",
        ["service-navigation"] = "ours is in the layouts",
        ["task-list"] = "no journey with a task list yet",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Components => [.. Drawn.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_component_of_govuk_frontend_is_drawn_or_has_a_reason()
    {
        var known = Fixture.Components.ToArray();
        Assert.True(known.Length > 30, $"Only {known.Length} components were found under {Fixture.Folder}.");
        Assert.Empty(known.Except(Drawn.Keys).Except(NotDrawn.Keys));
        Assert.Empty(Drawn.Keys.Concat(NotDrawn.Keys).Except(known));
        var checkedCount = Drawn.Keys.Sum(c => Fixture.Of(c).Count);
        output.WriteLine($"{checkedCount} of {known.Sum(c => Fixture.Of(c).Count)} fixtures are checked.");
        Assert.True(checkedCount > 500);
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void A_component_gives_the_html_of_its_fixtures(string component)
    {
        var fixtures = Fixture.Of(component);
        Assert.NotEmpty(fixtures);
        List<string> wrong = [];
        foreach (var fixture in fixtures)
        {
            string actual;
            try
            {
                actual = Dom.Normalised(Written.Html(Drawn[component](fixture)));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                wrong.Add($"{fixture.Name}: {e.Message}\n{fixture.Options}");
                continue;
            }

            var expected = Dom.Normalised(fixture.Html);
            if (actual != expected)
            {
                wrong.Add($"{fixture.Name}\n{fixture.Options}\nexpected\n{expected}\nactual\n{actual}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {fixtures.Count} differ.\n{string.Join("\n\n", wrong)}");
    }

    [Fact]
    public void The_comparison_sees_a_difference()
    {
        Assert.NotEqual(Dom.Normalised("<p class=\"a b\">x</p>"), Dom.Normalised("<p class=\"a\">x</p>"));
        Assert.NotEqual(Dom.Normalised("<p>x</p>"), Dom.Normalised("<p>x<b></b></p>"));
        Assert.Equal(Dom.Normalised("<p id=\"i\" class=\"b a\"> x\n y</p>"), Dom.Normalised("<p class=\"a b\" id=\"i\">x y</p>"));
    }
}
