// Easy Read forms: one idea to a line, a picture beside each question, ours or the landlord's.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Paper;
using Hearth.Surveys.Tests.Answering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Paper;

public sealed class EasyReadTests
{
    [Theory]
    [InlineData(
        "Taking everything into account, how satisfied or dissatisfied are you with the service provided by us?",
        "Taking everything into account|how satisfied or dissatisfied are you with the service provided by us?"
    )]
    [InlineData("Was any room too cold? Tell us which one.", "Was any room too cold?|Tell us which one.")]
    [InlineData("Yes, no, or both", "Yes, no, or both")]
    [InlineData("One line\nanother line", "One line|another line")]
    [InlineData("It cost £4.10 a week.", "It cost £4.10 a week.")]
    public void A_question_is_broken_where_a_speaker_takes_breath(string text, string lines) =>
        Assert.Equal(lines.Split('|'), EasyLines.Of(text));

    [Theory]
    [InlineData("How satisfied are you with your heater?", "heating")]
    [InlineData("How many rooms are damp?", "damp")]
    [InlineData("Do you agree?", "question")]
    public void A_picture_is_proposed_by_the_words_of_the_question(string text, string name) => Assert.Equal(name, Drawings.For(text).Name);

    [Fact]
    public void Every_drawing_has_a_name_of_its_own_says_what_it_shows_and_holds_shapes_only()
    {
        Assert.Equal(Drawings.All.Count, Drawings.All.Select(d => d.Name).Distinct().Count());
        Assert.All(Drawings.All, d => Assert.Matches("^(<(path|rect|circle) [a-z0-9=\" .A-Za-z,-]+/>)+$", d.Lines));
        Assert.All(Drawings.All, d => Assert.NotEmpty(d.Shows));
    }

    [Theory, BothDatabases]
    public async Task An_officer_chooses_pictures_and_easy_words_and_the_form_shows_them(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await hearth.TakeToTheFieldAsync(await hearth.MoveInAsync(new NewTenant()));
        var officer = hearth.Staff();
        var form = $"/surveys/{field.Survey}/paper/print?look=easy&code={field.Codes[0]}";
        Assert.Contains("A heater", (await officer.OpenAsync(form)).All("svg.hearth-drawing").Select(s => s.GetAttribute("aria-label")));

        var page = await officer.OpenAsync($"/surveys/{field.Survey}/paper/pictures?q=q1");
        Assert.Equal("heating", page.All("input[name=Picture][checked]").Single().GetAttribute("value"));
        Assert.Equal(["Choose a picture"], (await officer.SubmitAsync(page, new { Picture = "sunset" }, "Save")).Errors);
        var next = await officer.SubmitAsync(page, new { Picture = "home", EasyWords = "Think of your home.\nIs there a heater?" }, "Save");
        Assert.Contains("Question 2", next.Text);

        var printed = await officer.OpenAsync(form);
        var first = printed.All(".hearth-form__q")[0];
        Assert.Equal(["Think of your home.", "Is there a heater?"], first.QuerySelectorAll(".hearth-easy__line").Select(Page.Words));
        Assert.Equal("A home", first.QuerySelector("svg")!.GetAttribute("aria-label"));
    }

    [Theory, BothDatabases]
    public async Task A_picture_of_the_landlords_own_is_a_PNG_or_JPEG_loses_what_the_camera_wrote_and_anything_else_is_refused(
        DatabaseKind kind
    )
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await hearth.TakeToTheFieldAsync(await hearth.MoveInAsync(new NewTenant()));
        var officer = hearth.Staff();
        var address = $"/surveys/{field.Survey}/paper/pictures?q=q1";
        var page = await officer.OpenAsync(address);
        Task<Page> SendAsync(byte[] bytes, string shows = "Our office") =>
            officer.SubmitAsync(
                page,
                [KeyValuePair.Create("Picture", "own"), KeyValuePair.Create("Shows", shows)],
                [("Upload", "x.png", bytes)],
                "Save"
            );

        Assert.Equal(["The picture must be a PNG or JPEG file"], (await SendAsync("<svg onload='x'/>"u8.ToArray())).Errors);
        Assert.Equal(["The picture must be a PNG or JPEG file"], (await SendAsync([0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1])).Errors);
        Assert.Equal(["The picture must be smaller than 300 KB"], (await SendAsync(new byte[400_000])).Errors);
        Assert.Equal(["Enter what your picture shows"], (await SendAsync(Pictures.JpegWithPlace(), "")).Errors);
        Assert.Equal(["Choose a picture file"], (await officer.SubmitAsync(page, new { Picture = "own", Shows = "Us" }, "Save")).Errors);
        await SendAsync(Pictures.JpegWithPlace());

        var kept = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<QuestionPicture>().SingleAsync());
        Assert.True(kept.Upload!.Length < Pictures.JpegWithPlace().Length);
        Assert.DoesNotContain(Pictures.Camera, System.Text.Encoding.Latin1.GetString(kept.Upload));
        var shown = await officer.OpenAsync(address + "&handler=Own");
        Assert.Equal("image/jpeg", shown.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "Our office",
            (await officer.OpenAsync($"/surveys/{field.Survey}/paper/print?look=easy&code={field.Codes[0]}"))
                .All(".hearth-form__q img")[0]
                .GetAttribute("alt")
        );
    }
}
