// An administrator sets the landlord's name, logo and colours; what cannot be read is refused.
using System.Net;
using System.Text;
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Web.Landlord;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Web.Tests;

public sealed class LandlordSettingsTests
{
    // One red pixel: eight bytes of signature, IHDR of 1 by 1, IDAT, IEND.
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=="
    );

    [Theory, BothDatabases]
    public async Task A_new_name_and_colours_are_on_tenants_pages_at_once_and_in_the_audit(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var admin = hearth.Staff(Role.Administrator);

        var done = await admin.SubmitAsync(
            await admin.OpenAsync("/settings/landlord"),
            new
            {
                Name = "Fenbrook Homes",
                Phone = "01632 960111",
                Brand = "005A30",
                Deep = "#003a20",
                Mid = "#2e7d55",
                Tint = "#eef7f1",
            },
            "Save"
        );

        Assert.Contains("Saved.", done.Text, StringComparison.Ordinal);
        var page = await hearth.Anyone().OpenAsync("/accessibility");
        Assert.Contains("Fenbrook Homes", Page.Words(page.All(".hearth-site__brand")[0]), StringComparison.Ordinal);
        Assert.Contains("01632 960111", page.Body, StringComparison.Ordinal);
        var css = await hearth.Anyone().OpenAsync("/landlord.css");
        Assert.Contains("--hearth-brand:#005a30;--hearth-brand-deep:#003a20", css.Body, StringComparison.Ordinal);
        var line = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<AuditLine>().SingleAsync(l => l.Action == "ChangeSetting")
        );
        Assert.Equal(("Maya Desai", "landlord"), (line.ActorName, line.Detail));
    }

    [Theory, BothDatabases]
    public async Task Another_node_sees_the_change_within_seconds(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        await hearth.InScopeAsync(async scope =>
        {
            // written by a node that is not this one
            await scope.GetRequiredService<Settings>().SetAsync(StoredLook.Key, new StoredLook { Name = "Fenbrook Homes" });
            await scope.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        for (var waited = 0; waited < 80 && hearth.Services.GetRequiredService<ILandlord>().Current.Name != "Fenbrook Homes"; waited++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Equal("Fenbrook Homes", hearth.Services.GetRequiredService<ILandlord>().Current.Name);
    }

    [Theory, BothDatabases]
    public async Task Colours_that_cannot_be_read_are_refused_with_the_reason_and_nothing_changes(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var admin = hearth.Staff(Role.Administrator);
        var form = await admin.OpenAsync("/settings/landlord");

        var pale = await admin.SubmitAsync(form, new { Brand = "#ffcc00" }, "Save");
        var word = await admin.SubmitAsync(form, new { Deep = "red" }, "Save");
        var dark = await admin.SubmitAsync(form, new { Tint = "#444444" }, "Save");

        Assert.Equal(
            "The brand colour is hard to read on white: its contrast is 1.5 and it needs 4.5. Choose a darker one",
            Assert.Single(pale.Errors)
        );
        Assert.Equal("#Brand", pale.All(".govuk-error-summary__list a")[0].GetAttribute("href"));
        Assert.Equal("#ffcc00", pale.All("#Brand")[0].GetAttribute("value"));
        Assert.StartsWith("Enter the deep colour as # and six", Assert.Single(word.Errors), StringComparison.Ordinal);
        Assert.Equal("#Tint", dark.All(".govuk-error-summary__list a")[0].GetAttribute("href"));
        Assert.Contains(BrandColours.Plum.Brand, (await hearth.Anyone().OpenAsync("/landlord.css")).Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_preview_saves_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var admin = hearth.Staff(Role.Administrator);

        var preview = await admin.SubmitAsync(
            await admin.OpenAsync("/settings/landlord"),
            new { Name = "Fenbrook <b>Homes", Brand = "#005a30" },
            "Show me first"
        );

        Assert.Equal("#005a30", preview.All(".hearth-look rect")[2].GetAttribute("fill"));
        Assert.Contains("Fenbrook <b>Homes", preview.All(".hearth-look text")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("Ousebridge Homes", hearth.Services.GetRequiredService<ILandlord>().Current.Name);
    }

    [Theory, BothDatabases]
    public async Task Script_typed_into_every_field_is_shown_as_words(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var admin = hearth.Staff(Role.Administrator);
        const string Script = "\"><script>alert(1)</script>";

        var page = await admin.SubmitAsync(
            await admin.OpenAsync("/settings/landlord"),
            new
            {
                Name = Script,
                TellAddress = Script,
                Phone = Script,
                TextNumber = Script,
                Email = Script,
                PostalAddress = Script,
                OpeningHours = Script,
                Brand = Script,
                Deep = Script,
                Mid = Script,
                Tint = Script,
            },
            "Save"
        );

        Assert.DoesNotContain("<script>alert", page.Body, StringComparison.Ordinal);
        Assert.Equal(Script, page.All("#Name")[0].GetAttribute("value"));
        Assert.Equal(5, page.Errors.Count);
    }

    [Theory, BothDatabases]
    public async Task A_drawing_and_a_picture_become_the_logo(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var admin = hearth.Staff(Role.Administrator);
        var form = await admin.OpenAsync("/settings/landlord");

        await UploadAsync(
            admin,
            form,
            "logo.svg",
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><rect width=\"1\" height=\"1\"/></svg>"u8.ToArray()
        );
        var svg = await hearth.Anyone().OpenAsync("/landlord-logo.svg");
        await UploadAsync(admin, form, "logo.png", Png);
        var png = await hearth.Anyone().OpenAsync("/landlord-logo.png");
        var head = await hearth.Anyone().OpenAsync("/accessibility");

        Assert.StartsWith("<svg", svg.Body, StringComparison.Ordinal);
        Assert.Equal(Png, png.Bytes);
        Assert.Equal("image/png", png.Response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("/landlord-logo.png?v=", head.All(".hearth-site__brand img")[0].GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await hearth.Anyone().OpenAsync("/landlord-logo.svg")).Status);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "without script")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "without script")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"https://evil.example/x.png\"/></svg>", "without script")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><a href=\"javascript:alert(1)\"/></svg>", "without script")]
    [InlineData(
        "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>",
        "Choose an SVG drawing or a PNG picture"
    )]
    [InlineData("<html><body>hello</body></html>", "Choose an SVG drawing or a PNG picture")]
    [InlineData("GIF89a", "Choose an SVG drawing or a PNG picture")]
    public void A_file_that_is_no_harmless_logo_is_refused(string content, string words) =>
        Assert.Contains(words, Logo.Read(Encoding.UTF8.GetBytes(content)).Refusal, StringComparison.Ordinal);

    [Fact]
    public async Task A_logo_that_is_too_big_is_refused_and_what_was_typed_stays()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var admin = hearth.Staff(Role.Administrator);

        var page = await admin.SubmitAsync(
            await admin.OpenAsync("/settings/landlord"),
            [KeyValuePair.Create("Name", "Fenbrook Homes")],
            [("LogoFile", "logo.png", new byte[300_000])],
            "Save"
        );

        Assert.Equal(["Choose a logo smaller than 200 KB"], page.Errors);
        Assert.Equal("Fenbrook Homes", page.All("#Name")[0].GetAttribute("value"));
    }

    private static Task<Page> UploadAsync(Browser admin, Page form, string name, byte[] content) =>
        admin.SubmitAsync(form, [], [("LogoFile", name, content)], "Save");
}
