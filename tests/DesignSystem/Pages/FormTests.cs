// A form that comes back keeps what was typed and says what is wrong, at the top and by the field.
namespace Hearth.DesignSystem.Tests.Pages;

public sealed class FormTests(KitApp app) : IClassFixture<KitApp>
{
    [Fact]
    public async Task Errors_are_listed_in_the_order_of_the_page_and_lead_to_their_fields()
    {
        var page = await app.Send("/kit");
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        var lines = page.QuerySelectorAll(".govuk-error-summary__list a");
        Assert.Equal(
            [
                "Enter your full name",
                "Enter the day the survey closes",
                "Choose one answer, or press ‘Skip this question’",
                "Choose at least one topic",
            ],
            lines.Select(l => l.Words())
        );
        foreach (var line in lines)
        {
            var field = page.QuerySelector(line.GetAttribute("href")!);
            Assert.True(field?.LocalName is "input", $"“{line.Words()}” leads to {field?.LocalName ?? "nothing"}.");
        }
    }

    [Fact]
    public async Task The_error_stands_by_the_field_and_describes_it()
    {
        var page = await app.Send("/kit");
        var name = page.QuerySelector("#FullName")!;
        Assert.Equal("FullName-hint FullName-error", name.GetAttribute("aria-describedby"));
        Assert.Equal("Error: Enter your full name", page.QuerySelector("#FullName-error").Words());
        Assert.Contains("govuk-input--error", name.ClassList);
        Assert.Contains("hearth-choices--error", page.QuerySelector("#Answer")!.Closest(".govuk-radios")!.ClassList);
    }

    [Fact]
    public async Task What_was_typed_is_kept_as_it_was_typed()
    {
        const string Typed = "\n<b>“Damp”</b> & \"mould\"\r\n\r\nagain";
        var page = await app.Send(
            "/kit",
            new("Why", Typed),
            new("Ward", "fennside"),
            new("Closes.Day", "31"),
            new("Closes.Month", "Feb"),
            new("Closes.Year", "2026"),
            new("Topics", "safety"),
            new("Topics", "repairs"),
            new("Answer", "2")
        );
        Assert.Equal(Typed.ReplaceLineEndings("\n"), page.QuerySelector("#Why")!.TextContent.ReplaceLineEndings("\n"));
        Assert.Equal("fennside", page.QuerySelector("#Ward option[selected]")!.GetAttribute("value"));
        Assert.Equal(["31", "Feb", "2026"], page.QuerySelectorAll("#Closes-date input").Select(i => i.GetAttribute("value")));
        Assert.Equal(
            "Error: The day the survey closes must be a real date, like 27 3 2026",
            page.QuerySelector("#Closes-date-error").Words()
        );
        Assert.Equal(["repairs", "safety"], page.QuerySelectorAll("input[name=Topics][checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal("2", page.QuerySelector("input[name=Answer][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_question_is_the_heading_of_its_page_and_its_error_says_what_to_press()
    {
        var page = await app.Send("/kit/question");
        Assert.Equal(
            "How satisfied or dissatisfied are you that Ousebridge Homes listens to your views and acts upon them?",
            page.QuerySelector("fieldset legend h1").Words()
        );
        Assert.Equal("Choose one answer, or press ‘Skip this question’", page.QuerySelector(".govuk-error-summary a").Words());
        Assert.Equal("Question 6 of 12", page.QuerySelector(".hearth-progress p span").Words());
    }

    [Fact]
    public async Task A_page_without_errors_has_no_summary() => Assert.Null((await app.Get("/kit")).QuerySelector(".govuk-error-summary"));
}
