// A survey answered in Urdu on a phone: from right to left, first without any script, then looked at by axe, wrong answers and all.
using Hearth.Journeys.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Journeys.Tests.Languages;

public sealed class UrduTests(Chromium chromium)
{
    [Fact]
    public async Task A_survey_is_answered_in_Urdu_without_a_script()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite, listen: true);
        var code = await AskedAsync(hearth);
        await using var tenant = await chromium.VisitorAsync(hearth, scripts: false, width: Chromium.Phone);

        await tenant.OpenAsync($"/s/{code}");
        await tenant.FollowsAsync("اردو");
        await RunsFromRightAsync(tenant);
        await tenant.PressesAsync("شروع کریں");
        await tenant.ReadsAsync("سوال", "Is your home warm?");
        await tenant.PressesAsync("آگے بڑھیں");
        await tenant.ReadsAsync("ایک مسئلہ ہے", "ایک جواب چنیں، یا ’یہ سوال چھوڑ دیں‘ دبائیں");
        await tenant.ChoosesAsync("Yes");
        await tenant.PressesAsync("آگے بڑھیں");
        await tenant.PressesAsync("یہ سوال چھوڑ دیں");
        await tenant.IsAtAsync("بھیجنے سے پہلے اپنے جوابات دیکھ لیں");
        await tenant.ReadsAsync("آپ نے یہ چھوڑ دیا");
        await RunsFromRightAsync(tenant);
        await tenant.PressesAsync("میرے جوابات بھیجیں");
        await tenant.IsAtAsync("شکریہ۔ آپ کے جوابات ہمیں مل گئے۔");
        await tenant.ReadsAsync("آگے کیا ہوگا", "آج");

        Assert.Contains("\"y\"", Assert.Single(await hearth.AnswersAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ur", "آگے بڑھیں")]
    [InlineData("pl", "Dalej")]
    public async Task Its_pages_are_in_order_in_another_language(string language, string next)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite, listen: true);
        var code = await AskedAsync(hearth);
        await using var tenant = await chromium.VisitorAsync(hearth, width: Chromium.Phone);

        foreach (
            var address in new[]
            {
                $"/s/{code}?lang={language}",
                "/",
                "/s",
                "/sign-in",
                "/what-changed",
                "/privacy",
                "/nothing",
                $"/s/{code}/q1",
            }
        )
        {
            await tenant.OpenAsync(address);
            Assert.Empty(await tenant.FaultsAsync());
        }
        await tenant.PressesAsync(next);
        Assert.Empty(await tenant.FaultsAsync());
    }

    private static async Task RunsFromRightAsync(Visitor tenant)
    {
        var page = tenant.Page.Locator("html");
        Assert.Equal(("ur", "rtl"), (await page.GetAttributeAsync("lang"), await page.GetAttributeAsync("dir")));
        // the landlord's name stands at the right edge, as the start of the page
        var brand = await tenant.Page.Locator(".hearth-site__brand").BoundingBoxAsync();
        Assert.True(brand!.X + brand.Width > Chromium.Phone - 40, $"the name ends at {brand.X + brand.Width}");
    }

    private static async Task<string> AskedAsync(HearthApp hearth)
    {
        var tenants = await hearth.MoveInAsync(new NewTenant());
        await hearth.AskAsync(new AskedSurvey { Asked = tenants, YesOrNo = ["Is your home warm?", "Is it dry?"] });
        return await hearth.CodeOfAsync(tenants[0]);
    }
}
