// What a councillor is not shown, and cannot work out.
using System.Net;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Insight.Tests;

public sealed class CouncillorTests
{
    [Theory, BothDatabases]
    public async Task A_councillor_sees_a_closed_survey_with_small_numbers_and_what_would_give_them_away_hidden(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var landlord = await TableOne.LetAsync(hearth, closesInDays: -3, hundredsOfAnswers: 1);
        var councillor = hearth.Staff(Role.Councillor);

        var page = await councillor.OpenAsync($"/insight/who-is-heard?survey={landlord.Survey}");
        var file = await councillor.OpenAsync($"/insight/who-is-heard?survey={landlord.Survey}&handler=csv");

        // six answers from 16 to 34 are hidden; with the total of 100 shown, so must be the next smallest, or a sum would tell
        Assert.Equal(["[c]", "[c]"], WhoIsHeardTests.Row(page, "By age", "16 to 34")[4..]);
        Assert.Equal(["[c]", "[c]"], WhoIsHeardTests.Row(page, "By age", "35 to 54")[4..]);
        Assert.Equal(["69% (69)", "17 over"], WhoIsHeardTests.Row(page, "By age", "55 and over")[4..]);
        Assert.Equal("[c]", Page.Words(page.All(".hearth-fig .n")[1]));
        Assert.Equal("36 in 100", Page.Words(page.All(".hearth-fig .n")[0]));
        Assert.DoesNotContain("6 answers short", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "By age,16 to 34,Answered “Yearly survey 2026”,123,12.3,[c],[c],[c],[c],[c],[c],[c],[c]",
            file.Body,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("seven bands", page.Text + file.Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Wards_and_localities_are_hidden_together_so_that_one_cannot_be_taken_from_the_other(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        // city: Bridgegate 3 answers, Fennside 40; rural: Kiln Lane 15, Marsh End 42. Ward by ward only Bridgegate and Kiln Lane would be hidden,
        // and 43 in the city less the 40 shown for Fennside would be Bridgegate's 3.
        (string Ward, Locality Locality, int Answers)[] wards =
        [
            ("Bridgegate", Locality.City, 3),
            ("Fennside", Locality.City, 40),
            ("Kiln Lane", Locality.Rural, 15),
            ("Marsh End", Locality.Rural, 42),
        ];
        var tenants = await hearth.MoveInAsync(
            wards.SelectMany(w =>
                Enumerable
                    .Range(0, 50)
                    .Select(i => new NewTenant
                    {
                        Ward = w.Ward,
                        Locality = w.Locality,
                        FamilyName = i < w.Answers ? "Heard" : "Quiet",
                    })
            )
        );
        var survey = await hearth.AskAsync(
            new AskedSurvey
            {
                ClosesInDays = -1,
                Asked = tenants,
                Answered = [.. tenants.Where(t => t.As.FamilyName == "Heard")],
            }
        );

        var page = await hearth.Staff(Role.Councillor).OpenAsync($"/insight/who-is-heard?survey={survey}&by=ward");

        Assert.Equal("[c]", WhoIsHeardTests.Row(page, "By ward", "Bridgegate")[4]);
        var city = WhoIsHeardTests.Row(page, "City or rural", "City")[4];
        var fennside = WhoIsHeardTests.Row(page, "By ward", "Fennside")[4];
        Assert.True(city == "[c]" || fennside == "[c]", $"City {city} less Fennside {fennside} gives Bridgegate away");
    }

    [Theory, BothDatabases]
    public async Task A_councillor_waits_until_a_survey_has_closed_and_chooses_no_periods(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var landlord = await TableOne.LetAsync(hearth, closesInDays: 5);
        var councillor = hearth.Staff(Role.Councillor);

        var page = await councillor.OpenAsync($"/insight/who-is-heard?survey={landlord.Survey}");
        var choose = await councillor.OpenAsync("/insight/who-is-heard/choose");

        Assert.Contains("You can see who was heard once it has closed, on 17 November.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All(".hearth-compare"));
        Assert.DoesNotContain("Yearly survey 2026", choose.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A stretch of time", choose.Text, StringComparison.Ordinal);
        foreach (var address in new[] { $"?survey={landlord.Survey}&handler=csv", "?who=period&from=2026-01-01&to=2026-11-12" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await councillor.OpenAsync("/insight/who-is-heard" + address)).Status);
        }
    }
}
