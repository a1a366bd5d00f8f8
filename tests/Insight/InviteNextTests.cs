// Whom to invite next: the right groups, the right numbers, nobody who must be left alone, and the same people for the same seed.
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hearth.Insight.Inviting;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests;

public sealed class InviteNextTests
{
    [Theory, BothDatabases]
    public async Task The_number_to_invite_is_the_shortfall_over_how_the_group_has_answered(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var landlord = await TableOne.LetAsync(hearth);

        var page = await hearth.Staff().OpenAsync($"/insight/invite-next?survey={landlord.Survey}&by=age&seed=40217");

        // 16 to 34: 13 short, 12 of 123 answered: 13 × 123 / 12 = 133.25, but only 111 are left. 35 to 54: 12 short, 50 of 310: 12 × 310 / 50 = 74.4.
        Assert.Equal(
            ["16 to 34 111 Letter 1 in 10 13 111", "35 to 54 260 Letter 1 in 6 12 75", "All 371   25 186"],
            page.All("main table")[0].QuerySelectorAll("tbody tr").Select(Cells)
        );
        Assert.Contains("Left out: 62 who have answered.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Asking alone will not do for 16 to 34.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Drawn by lot, seed 40217", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_same_seed_draws_the_same_people_and_another_seed_others(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var landlord = await TableOne.LetAsync(hearth);
        var officer = hearth.Staff();
        var address = $"/insight/invite-next?survey={landlord.Survey}&by=age&seed=";

        var first = Drawn(await officer.OpenAsync(address + "7&handler=csv"));
        var again = Drawn(await officer.OpenAsync(address + "7&handler=csv"));
        var other = Drawn(await officer.OpenAsync(address + "8&handler=csv"));

        Assert.Equal(186, first.Count);
        Assert.Equal(first, again);
        Assert.NotEqual(first.Order(), other.Order());
        // drawn again by hand, from what the page says of the lot
        var answered = landlord.Tenants.Skip(100).Where(t => t.As.Age == 45).Take(50).Select(t => t.TenancyReference).ToHashSet();
        var byHand = landlord
            .Tenants.Where(t => t.As.Age == 45 && !answered.Contains(t.TenancyReference))
            .Select(t => t.TenancyReference)
            .OrderBy(reference => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes($"7/{reference}"))), StringComparer.Ordinal)
            .Take(75);
        Assert.Equal(byHand, first.Skip(111));
    }

    [Theory, BothDatabases]
    public async Task Nobody_is_invited_who_answered_was_asked_lately_said_no_or_must_not_be_contacted(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var young = await hearth.MoveInAsync([
            .. Enumerable.Range(0, 5).Select(_ => new NewTenant { Age = 25, FamilyName = "Answered" }),
            .. Enumerable.Range(0, 6).Select(_ => new NewTenant { Age = 25, FamilyName = "Lately" }),
            .. Enumerable
                .Range(0, 3)
                .Select(_ => new NewTenant
                {
                    Age = 25,
                    FamilyName = "Refuser",
                    Refuses = [MessageKind.Surveys],
                }),
            .. Enumerable
                .Range(0, 2)
                .Select(_ => new NewTenant
                {
                    Age = 25,
                    FamilyName = "Noted",
                    DoNotContact = true,
                }),
            new NewTenant { Age = 25, FamilyName = "Door" },
            .. Enumerable
                .Range(0, 30)
                .Select(_ => new NewTenant
                {
                    Age = 25,
                    FamilyName = "Free",
                    Refuses = [MessageKind.News],
                }),
        ]);
        var old = await hearth.MoveInAsync(Enumerable.Range(0, 46).Select(_ => new NewTenant { Age = 70 }));
        var survey = await hearth.AskAsync(
            new AskedSurvey
            {
                AskedDaysAgo = 28,
                Asked = [.. young, .. old],
                Answered = [.. young.Take(5), .. old.Take(45)],
            }
        );
        await hearth.AskAsync(
            new AskedSurvey
            {
                Title = "Heating",
                AskedDaysAgo = 27,
                Asked = [.. young.Where(t => t.As.FamilyName is "Lately")],
            }
        );

        // said no to this survey when somebody stood at the door
        var door = young.Single(t => t.As.FamilyName == "Door").HouseholdId;
        await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>()
                .Database.ExecuteSqlAsync(
                    $"UPDATE surveys_invitation SET \"EndedAt\" = \"CreatedAt\", \"EndedBecause\" = 'Refused' WHERE \"SurveyId\" = {survey} AND \"HouseholdId\" = {door}"
                )
        );

        var officer = hearth.Staff();
        var page = await officer.OpenAsync($"/insight/invite-next?survey={survey}&by=age");
        var list = await officer.OpenAsync($"/insight/invite-next?survey={survey}&by=age&handler=csv");

        Assert.Contains(
            "Left out: 5 who have answered, 6 asked in the last 28 days, 4 who said no thank you, 2 with a note not to contact them. You cannot see who has a note.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(young.Where(t => t.As.FamilyName == "Free").Select(t => t.TenancyReference), Drawn(list).Order());
        Assert.DoesNotContain("Noted", page.Body + list.Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_group_is_never_taken_to_answer_less_than_one_in_twenty(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var silent = await hearth.MoveInAsync(Enumerable.Range(0, 300).Select(_ => new NewTenant { Age = 25 }));
        var heard = await hearth.MoveInAsync(Enumerable.Range(0, 300).Select(_ => new NewTenant { Age = 70 }));
        var survey = await hearth.AskAsync(new AskedSurvey { Asked = [.. silent, .. heard], Answered = [.. heard.Take(20)] });

        var page = await hearth.Staff().OpenAsync($"/insight/invite-next?survey={survey}");

        Assert.Equal("16 to 34 300 Letter 1 in 20 10 200", Cells(page.All("main table tbody tr")[0]));
    }

    [Theory, BothDatabases]
    public async Task The_button_invites_those_never_asked_and_reminds_the_rest_each_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var young = await hearth.MoveInAsync(Enumerable.Range(0, 40).Select(_ => new NewTenant { Age = 25 }));
        var old = await hearth.MoveInAsync(Enumerable.Range(0, 40).Select(_ => new NewTenant { Age = 70 }));
        // half of the young were never asked; none of those who were has answered
        var survey = await hearth.AskAsync(
            new AskedSurvey
            {
                AskedDaysAgo = 30,
                Asked = [.. young.Take(20), .. old],
                Answered = [.. old.Take(4)],
            }
        );
        var officer = hearth.Staff();

        var page = await officer.OpenAsync($"/insight/invite-next?survey={survey}&by=age&seed=7");
        var drawn = Drawn(await officer.OpenAsync($"/insight/invite-next?survey={survey}&by=age&seed=7&handler=csv"));
        page = await officer.SubmitAsync(page, button: "Invite these 40 people");

        Assert.Equal(40, drawn.Count);
        Assert.Contains("20 people are being invited and 20 people are being reminded.", page.Text, StringComparison.Ordinal);
        // they have been asked now, so the lot is empty
        Assert.Contains("40 asked in the last 28 days", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("main form[method=post]"));
        var messages = await hearth.InScopeAsync(s => s.GetRequiredService<Outbox>().CountsAsync(survey));
        Assert.Equal(
            [("survey-invitation", 20), ("survey-reminder", 20)],
            messages.Select(m => (m.Purpose, m.Count)).OrderBy(m => m.Purpose, StringComparer.Ordinal)
        );
        Assert.Equal(["20 invited, 20 reminded: short by age, drawn by lot, seed 7"], await hearth.AuditAsync("InviteHouseholds"));
        Assert.Equal(80, (await hearth.InScopeAsync(s => s.GetRequiredService<SurveyReader>().FindAsync(survey)))!.Asked);
    }

    [Theory, BothDatabases]
    public async Task A_survey_never_asks_homes_it_is_not_for_nor_once_it_has_closed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var here = await hearth.MoveInAsync(
            Enumerable.Range(0, 40).Select(i => new NewTenant { Ward = "Fennside", Age = i < 20 ? 25 : 70 })
        );
        var elsewhere = await hearth.MoveInAsync(Enumerable.Range(0, 15).Select(_ => new NewTenant { Ward = "Kiln Lane", Age = 25 }));
        var ask = new AskedSurvey
        {
            AskedDaysAgo = 60,
            Asked = here,
            Answered = [.. here.Skip(20)],
            For = new AudienceFilter { Wards = ["Fennside"] },
        };
        var open = await hearth.AskAsync(ask);
        var closed = await hearth.AskAsync(ask with { Title = "Heating", ClosesInDays = -1 });
        var officer = hearth.Staff();

        var page = await officer.OpenAsync($"/insight/invite-next?survey={open}&by=age");
        var outcome = await hearth.InScopeAsync(s =>
            s.GetRequiredService<InviteHouseholds>()
                .RunAsync(open, [.. elsewhere.Select(t => t.HouseholdId), here[39].HouseholdId], "a test")
        );

        // of the 20 answers 10 would be the share of the young of Fennside; the young of Kiln Lane are not in the sum
        Assert.Equal("16 to 34 20 Letter 1 in 20 10 20", Cells(page.All("main table tbody tr")[0]));
        var heard = await officer.OpenAsync($"/insight/who-is-heard?survey={open}&by=ward");
        Assert.Contains("40 tenants on 12 November 2026", heard.Text, StringComparison.Ordinal);
        Assert.Contains("It is held against those it is for: Ward Fennside.", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kiln Lane", heard.Text, StringComparison.Ordinal);
        Assert.StartsWith("There is nobody to ask now.", outcome.Refusal, StringComparison.Ordinal);
        Assert.Empty((await officer.OpenAsync($"/insight/invite-next?survey={closed}&by=age")).All("main form[method=post]"));
        Assert.Equal(
            "This survey is not open",
            (
                await hearth.InScopeAsync(s => s.GetRequiredService<InviteHouseholds>().RunAsync(closed, [here[0].HouseholdId], "a test"))
            ).Refusal
        );
    }

    [Fact]
    public void How_many_to_ask_is_worked_out_in_whole_people()
    {
        Assert.Equal(684, AnswerRate.Of(648, 72, 1000, 100).ToAskFor(76));
        Assert.Equal("1 in 9", AnswerRate.Of(648, 72, 1000, 100).ToString());
        Assert.Equal(new AnswerRate(100, 1000), AnswerRate.Of(19, 19, 1000, 100));
        Assert.Equal(new AnswerRate(1, 20), AnswerRate.Of(0, 0, 0, 0));
        Assert.Equal(0, AnswerRate.Of(20, 20, 20, 20).ToAskFor(0));
    }

    [Theory, BothDatabases]
    public async Task Taking_the_list_is_written_in_the_audit_and_only_an_engagement_officer_may(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var landlord = await TableOne.LetAsync(hearth);
        var address = $"/insight/invite-next?survey={landlord.Survey}&seed=7&handler=csv";

        await hearth.Staff().OpenAsync(address);

        var details = await hearth.AuditAsync("TakeInviteList");
        Assert.Equal(["186 people, by age, seed 7"], details);
        foreach (var role in new[] { Role.Councillor, Role.HousingOfficer, Role.Manager })
        {
            Assert.DoesNotContain("T00", (await hearth.Staff(role).OpenAsync(address)).Body, StringComparison.Ordinal);
        }
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await hearth.Staff().OpenAsync($"/insight/invite-next?survey={Guid.CreateVersion7()}")).Status
        );
    }

    private static string Cells(AngleSharp.Dom.IElement row) => string.Join(' ', row.QuerySelectorAll("th, td").Select(Page.Words));

    private static List<string> Drawn(Page csv) =>
        [.. csv.Body.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[1])];
}
