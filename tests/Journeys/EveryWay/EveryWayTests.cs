// One survey by every way: on the web in Urdu, on paper, by telephone and at the door with the network cut; and one home tried by all four, which counts once.
using Hearth.Journeys.Tests.Door;
using Hearth.Journeys.Tests.Support;
using Hearth.Support;
using Microsoft.Playwright;

namespace Hearth.Journeys.Tests.EveryWay;

public sealed class EveryWayTests(Chromium chromium)
{
    private static readonly Guid Ben = new("019a7000-0000-7000-8000-0000000000b2");
    private static readonly Guid Maya = new("019a7000-0000-7000-8000-0000000000c3");

    [Fact]
    public async Task Four_households_answer_one_survey_in_Urdu_on_paper_by_telephone_and_at_the_door_without_signal()
    {
        // only the fourth has a number that may be rung
        await using var stand = await Stand.AtTheDoorsAsync(
            chromium,
            homes: 4,
            visit: 0,
            home: at => new NewTenant { GivenName = $"Kasia{at + 1}", Phone = at == 3 ? "+447700900104" : null }
        );
        await using var tenant = await chromium.VisitorAsync(stand.Hearth, width: Chromium.Phone);
        await using var ben = await ColleagueAsync(stand, "Ben Ash", Ben);
        await using var maya = await ColleagueAsync(stand, "Maya Desai", Maya);

        await AnswerInUrduAsync(tenant, stand.Field.Codes[0]);
        // the first home has answered: the list for the doors begins with the second
        await stand.TakesAsync(homes: 1);
        await stand.Officer.Page.Context.SetOfflineAsync(true);
        await stand.AnswersNoAsync("2 Kiln Lane");
        await stand.Officer.ReadsAsync("1 waits to be sent");
        await InOrderAsync(stand.Officer);
        await KeyFromPaperAsync(maya, stand, home: 2);
        await maya.ReadsAsync($"Form {Shown(stand.Field.Codes[2])} is in.");
        await AskByTelephoneAsync(ben, stand, "Kasia4 Nowak");
        await ben.PressesAsync("Send the answers");
        await ben.Page.GetByText("Kasia4 Nowak: the answers are in. Thank you.").WaitForAsync();
        await InOrderAsync(ben);
        Assert.Equal(3, (await stand.Hearth.KeptAsync()).Count);
        await stand.Officer.Page.Context.SetOfflineAsync(false);
        await stand.Officer.ReadsAsync("Nothing waits to be sent");

        Assert.Equal(
            [
                """FaceToFace {"q1":["n"]}""",
                """Online {"q1":["y"],"q2":["4"]}""",
                """Paper {"q1":["y"],"q2":["5"],"q3":["bed"],"q4":["4"]}""",
                """Telephone {"q1":["n"],"q3":["bath"],"q4":["2"]}""",
            ],
            (await stand.Hearth.KeptAsync()).Select(kept => $"{kept.Channel} {kept.Answers}").Order(StringComparer.Ordinal)
        );
        await maya.OpenAsync($"/surveys/{stand.Field.Survey}");
        Assert.Equal(
            ["Face to face 1", "Online 1", "Paper form 1", "Telephone 1"],
            (
                await maya.Page.EvaluateAsync<string[]>(
                    "() => [...document.querySelectorAll('table')].filter(t => t.caption?.textContent.includes('Answers by the way they came')).flatMap(t => [...t.tBodies[0].rows].map(r => [...r.cells].map(c => c.textContent.trim()).join(' ')))"
                )
            ).Order(StringComparer.Ordinal)
        );
        await maya.OpenAsync($"/surveys/{stand.Field.Survey}/results");
        await maya.ReadsAsync("4 of 4", "homes have answered");
        await InOrderAsync(maya);
        Assert.Empty(tenant.Complaints().Concat(ben.Complaints()).Concat(maya.Complaints()));
    }

    [Fact]
    public async Task One_household_tried_by_all_four_ways_counts_once_and_each_later_way_is_told_which_was_first()
    {
        await using var stand = await Stand.AtTheDoorsAsync(
            chromium,
            homes: 1,
            visit: 0,
            home: _ => new NewTenant { Phone = "+447700900101" }
        );
        await using var tenant = await chromium.VisitorAsync(stand.Hearth, width: Chromium.Phone);
        await using var ben = await ColleagueAsync(stand, "Ben Ash", Ben);
        await using var maya = await ColleagueAsync(stand, "Maya Desai", Maya);

        // by telephone, up to the last button; then Ben is called away for longer than his half hour
        await AskByTelephoneAsync(ben, stand, "Kasia Nowak");
        stand.Hearth.Clock.Forward(TimeSpan.FromMinutes(40));
        // at the door, where there is no signal
        await stand.TakesAsync(homes: 1);
        await stand.Officer.Page.Context.SetOfflineAsync(true);
        await stand.AnswersNoAsync("1 Kiln Lane");
        // on the web, which is the first that comes in
        await AnswerInUrduAsync(tenant, stand.Field.Codes[0], begun: true);
        var first = $"online, on {stand.Hearth.Clock.GetUtcNow().UtcDateTime:dddd d MMMM}";

        await ben.PressesAsync("Send the answers");
        await ben.Page.GetByText($"Kasia Nowak: this home had answered already, {first}. That answer counts").WaitForAsync();
        await KeyFromPaperAsync(maya, stand, home: 0, found: false);
        await maya.ReadsAsync($"This home answered {first}. One answer a home counts, the first that came in");
        await InOrderAsync(maya);
        await stand.Officer.Page.Context.SetOfflineAsync(false);
        await stand.Officer.ReadsAsync("1 not counted: see the outbox");
        await stand.PressesAsync("Outbox");
        await stand.Officer.ReadsAsync($"Sent, not counted: This home had already answered: {first}");
        await InOrderAsync(stand.Officer);
        await tenant.OpenAsync($"/s/{stand.Field.Codes[0]}");
        await tenant.IsAtAsync("آپ کے گھر سے کوئی پہلے ہی جواب دے چکا ہے");

        Assert.Equal("Online", Assert.Single(await stand.Hearth.KeptAsync()).Channel);
        await maya.OpenAsync($"/surveys/{stand.Field.Survey}/set-aside");
        await maya.ReadsAsync("Telephone, given on", "Face to face, given on", $"What counts is the answer that came in first: {first}.");
        Assert.Equal(2, (await stand.Hearth.AsideAsync()).Count(kept => kept.StartsWith("AnsweredBefore", StringComparison.Ordinal)));
        await InOrderAsync(maya);
        Assert.Equal(0, await maya.Page.GetByRole(AriaRole.Button, new() { Name = "Count them" }).CountAsync());
        await maya.OpenAsync($"/surveys/{stand.Field.Survey}/results");
        await maya.ReadsAsync("1 of 1");
        Assert.Empty(tenant.Complaints().Concat(ben.Complaints()).Concat(maya.Complaints()));
    }

    private static string Shown(string code) => $"{code[..4]} {code[4..]}";

    private async Task<Visitor> ColleagueAsync(Stand stand, string name, Guid id) =>
        await (await chromium.VisitorAsync(stand.Hearth)).AsAsync(stand.Hearth.Staff(name: name, id: id), stand.Hearth);

    private static async Task InOrderAsync(Visitor visitor) => Assert.Empty(await visitor.FaultsAsync(Chromium.Phone));

    private static async Task AnswerInUrduAsync(Visitor tenant, string code, bool begun = false)
    {
        await tenant.OpenAsync($"/s/{code}?lang=ur");
        Assert.Equal("rtl", await tenant.Page.Locator("html").GetAttributeAsync("dir"));
        await InOrderAsync(tenant);
        if (begun)
        {
            // what was said on the telephone is there to be looked over, and sent as it is
            await tenant.OpenAsync($"/s/{code}/check");
        }
        else
        {
            await tenant.PressesAsync("شروع کریں");
            await tenant.ChoosesAsync("Yes");
            await InOrderAsync(tenant);
            await tenant.PressesAsync("آگے بڑھیں");
            await tenant.ChoosesAsync("Fairly dissatisfied");
            await tenant.PressesAsync("آگے بڑھیں");
            foreach (var _ in Enumerable.Range(0, 4))
            {
                await tenant.PressesAsync("یہ سوال چھوڑ دیں");
            }
        }
        await tenant.IsAtAsync("بھیجنے سے پہلے اپنے جوابات دیکھ لیں");
        await InOrderAsync(tenant);
        await tenant.PressesAsync("میرے جوابات بھیجیں");
        await tenant.IsAtAsync("شکریہ۔ آپ کے جوابات ہمیں مل گئے۔");
    }

    // the code as it stands at the foot of the printed form, the numbers of the crossed boxes
    private static async Task KeyFromPaperAsync(Visitor maya, Stand stand, int home, bool found = true)
    {
        var code = Shown(stand.Field.Codes[home]);
        if (found)
        {
            await maya.OpenAsync($"/surveys/{stand.Field.Survey}/paper/print?Code={stand.Field.Codes[home]}");
            await maya.Page.GetByText(code).First.WaitForAsync();
        }
        await maya.OpenAsync($"/surveys/{stand.Field.Survey}/paper/key");
        await maya.FillsAsync("Code at the foot of the form", code);
        await maya.PressesAsync("Find this form");
        if (found)
        {
            await InOrderAsync(maya);
            foreach (
                var (key, question) in new[]
                {
                    ("1", "Do you have"),
                    ("5", "How satisfied"),
                    ("1", "Which rooms"),
                    ("4", "How many"),
                    ("-", "When was"),
                    ("-", "What else"),
                }
            )
            {
                await maya.Page.GetByLabel(question).FillAsync(key);
            }
            await maya.PressesAsync("Save and key the next");
        }
    }

    private static async Task AskByTelephoneAsync(Visitor ben, Stand stand, string name)
    {
        await ben.OpenAsync($"/surveys/{stand.Field.Survey}/calls");
        await InOrderAsync(ben);
        await ben.PressesAsync("Ring the next home");
        await ben.IsAtAsync(name);
        await InOrderAsync(ben);
        await ben.PressesAsync("Yes: ask the questions");
        foreach (var (question, key) in new[] { ("Do you have", "2"), ("Which rooms", "2"), ("How many", "2"), ("When was", "0") })
        {
            await ben.IsAtAsync(question);
            await ben.FillsAsync("Answer", key);
            await ben.Page.Keyboard.PressAsync("Enter");
        }
        await ben.IsAtAsync("What else should we know?");
        await InOrderAsync(ben);
        await ben.PressesAsync("Next");
        await ben.IsAtAsync("Read the answers back");
        await InOrderAsync(ben);
    }
}
