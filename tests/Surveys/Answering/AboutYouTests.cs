// At the end of a survey people may say a little about themselves, for fairness: by their code, after a call, on a sheet behind the paper form.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking;

namespace Hearth.Surveys.Tests.Answering;

public sealed class AboutYouTests
{
    [Theory, BothDatabases]
    public async Task Whoever_answered_by_code_may_say_something_about_themselves_while_the_survey_is_open(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(new NewTenant());
        var field = await hearth.TakeToTheFieldAsync(tenants);
        var phone = hearth.Anyone();
        var thanks = await AnswerAsync(phone, field);

        var page = await phone.OpenAsync(thanks.LinkTo("about you"));
        Assert.DoesNotContain("Nowak", page.Text, StringComparison.Ordinal);
        var saved = await phone.SubmitAsync(page, new { religion = "Sikh" }, "Save");
        Assert.Contains("Saved. Thank you.", saved.Text, StringComparison.Ordinal);
        Assert.Equal("Thank you. We have your answers.", (await phone.OpenAsync(saved.LinkTo("Go back"))).Heading);
        var own = await hearth.Tenant(tenants[0].PersonId).OpenAsync("/me/about");
        Assert.Equal(["Sikh"], own.All("input[checked]").Select(i => i.GetAttribute("value")));

        await hearth.StopSurveyAsync(field.Survey);
        Assert.Empty((await phone.OpenAsync($"/s/{field.Codes[0]}/thanks")).All("a[href*='about-you']"));
    }

    [Theory, BothDatabases]
    public async Task A_colleague_who_keys_the_form_is_led_to_its_sheet_about_the_person(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(new NewTenant());
        var field = await hearth.TakeToTheFieldAsync(tenants);
        var officer = hearth.Staff();
        var address = $"/surveys/{field.Survey}/paper";

        var form = await officer.OpenAsync($"{address}/print?code={field.Codes[0]}&about=true");
        Assert.Contains("About you, for fairness", form.Text, StringComparison.Ordinal);
        Assert.Contains("What is your religion?", form.Text, StringComparison.Ordinal);
        // the sheet can be torn off: it begins on the front of a leaf of its own
        var sides = form.All("article.hearth-a4").ToList();
        Assert.Equal(0, sides.FindIndex(side => side.TextContent.Contains("About you, for fairness", StringComparison.Ordinal)) % 2);
        Assert.All(
            sides.Where(side => side.TextContent.Contains("About you", StringComparison.Ordinal)),
            side => Assert.Contains(InvitationCode.Shown(field.Codes[0]), side.TextContent, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            "About you",
            (await officer.OpenAsync($"{address}/print?code={field.Codes[0]}")).Text,
            StringComparison.Ordinal
        );

        var sheet = await officer.SubmitAsync(
            await officer.OpenAsync($"{address}/key"),
            [KeyValuePair.Create("Code", field.Codes[0])],
            [],
            "Find"
        );
        string[] keys = ["1", "2", "1", "4", "3 11 2025", "-"];
        var next = await officer.SubmitAsync(sheet, [.. keys.Select((key, i) => KeyValuePair.Create($"Keys[q{i + 1}]", key))], [], "Save");
        var about = await officer.OpenAsync(next.LinkTo("Write down what it says"));
        Assert.Equal("Paper", about.All("input[name=How][checked]").Single().GetAttribute("value"));
        var back = await officer.SubmitAsync(about, new { SaidYes = "true", religion = "Sikh" }, "Lock these");

        Assert.Equal($"{address}/key", back.Path);
        Assert.Contains("Their answers are locked away.", back.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> AnswerAsync(Browser phone, InTheField field)
    {
        var page = await phone.OpenAsync($"/s/{field.Codes[0]}");
        page = await phone.OpenAsync(page.LinkTo("Start"));
        page = await phone.SubmitAsync(page, new { Answer = "n" }, "Continue");
        while (page.All("button").Any(button => button.TextContent.Contains("Skip", StringComparison.Ordinal)))
        {
            page = await phone.SubmitAsync(page, null, "Skip");
        }
        return await phone.SubmitAsync(page, null, "Send my answers");
    }
}
