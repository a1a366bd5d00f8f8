// What staff see of the answers: figures that can be recounted, small numbers hidden, always as they are now.
using System.Globalization;
using Hearth.People.Public;
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Results;

public sealed class ResultsTests
{
    [Theory, BothDatabases]
    public async Task Every_kind_of_question_is_shown_with_its_base(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 30);
        await field.AnswerAsync(
            hearth,
            20,
            home =>
                new()
                {
                    ["q1"] = ["y"],
                    ["q2"] =
                    [
                        home < 13 ? "1"
                        : home < 15 ? "4"
                        : "na",
                    ],
                    ["q3"] = home < 12 ? ["bed", "bath"] : ["none"],
                    ["q4"] = [(home % 5).ToString(CultureInfo.InvariantCulture)],
                    ["q5"] = [$"2025-11-{home + 1:00}"],
                }
        );

        var page = await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results");

        Assert.Equal("Results: How warm is your home?", page.Heading);
        Assert.Contains("20 of 30", page.Text);
        var heater = Page.Words(page.All("article[aria-labelledby=q2]").Single());
        Assert.Contains("86.7% satisfied", heater);
        Assert.Contains("15 homes counted. 5 not applicable or do not know.", heater);
        var rooms = Page.Words(page.All("article[aria-labelledby=q3]").Single());
        Assert.Contains("Bedroom, 100.0% of 12 homes", rooms);
        Assert.Contains("8 more said it does not apply or that they do not know.", rooms);
        var number = Page.Words(page.All("article[aria-labelledby=q4]").Single());
        Assert.Contains("mean 2 median 2 half of the homes 1 to 3 homes gave a number 20", number);
        var date = Page.Words(page.All("article[aria-labelledby=q5]").Single());
        Assert.Contains("middle day 10 Nov 2025 half of the homes, from 5 Nov 2025 to 16 Nov 2025 homes gave a date 20", date);
    }

    [Theory, BothDatabases]
    public async Task Under_ten_answers_nothing_is_shown(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 12);
        await field.AnswerAsync(hearth, 9, _ => new() { ["q1"] = ["y"], ["q2"] = ["1"] });

        foreach (var address in new[] { "results", "results/q2", "results/tables.csv" })
        {
            var page = await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/{address}");
            Assert.DoesNotContain("100", page.Document.QuerySelector("main") is null ? page.Body : page.Text, StringComparison.Ordinal);
            Assert.Contains("[c]", page.Body, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task New_answers_and_late_paper_are_counted_at_the_next_look(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 40);
        await field.AnswerAsync(hearth, 12, _ => new() { ["q1"] = ["y"] });
        var maya = hearth.Staff();
        Assert.Contains("12 of 40", (await maya.OpenAsync($"/surveys/{field.Survey.Id}/results")).Text);

        hearth.Clock.Forward(TimeSpan.FromHours(2));
        var phone = hearth.Anyone();
        await phone.SubmitAsync(await Answering.OneAnswerAHomeTests.ToCheckAsync(phone, field, "n", home: 20), null, "Send my answers");
        var page = await maya.OpenAsync($"/surveys/{field.Survey.Id}/results");
        Assert.Contains("13 of 40", page.Text);
        Assert.Contains("Most often: Yes, 92.3% of 13 homes", page.Text);

        await field.AnswerAsync(hearth, 3, _ => new() { ["q1"] = ["n"] }, from: 30, at: hearth.Clock.GetUtcNow().AddDays(-5));
        page = await maya.OpenAsync($"/surveys/{field.Survey.Id}/results");
        Assert.Contains("16 of 40", page.Text);
        Assert.Contains("Most often: Yes, 75.0% of 16 homes", page.Text);
    }

    [Theory, BothDatabases]
    public async Task Figures_by_group_equal_a_plain_recount_and_small_groups_stay_hidden(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var chance = new Random(11);
        string[] wards = ["Bridgegate", "Castle Fields", "Fennside", "Kiln Lane", "Marsh End", "Not known"];
        int[] share = [40, 30, 20, 8, 1, 1];
        string[] bands = ["16 to 24", "35 to 44", "65 to 74", "75 and over"];
        var field = await Field.OpenAsync(
            hearth,
            homes: 700,
            invite: (_, asked) =>
                Field.Copy(
                    asked,
                    wards[Pick(chance, share)],
                    bands[chance.Next(4)],
                    chance.Next(30) == 0 ? "Temporary"
                        : chance.Next(4) == 0 ? "Sheltered"
                        : "General needs"
                )
        );
        await field.AnswerAsync(
            hearth,
            500,
            _ => new() { ["q1"] = ["y"], ["q2"] = [chance.Next(8) == 0 ? "na" : chance.Next(1, 6).ToString(CultureInfo.InvariantCulture)] }
        );

        var page = await hearth.Staff(Role.Councillor).OpenAsync($"/surveys/{field.Survey.Id}/results/q2");

        var responses = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Response>().AsNoTracking().ToListAsync());
        var counted = responses
            .Select(r => (r, Answer: AnswerSheet.Read(r.Answers).Of(field["q2"])[0]))
            .Where(x => x.Answer != "na")
            .ToList();
        var top = counted.Count(x => x.Answer is "1" or "2");
        Assert.Contains($"{Percent(top, counted.Count)} satisfied", page.Text);
        var hidden = 0;
        foreach (
            var (selector, group) in new (string, Func<Response, string>)[]
            {
                ("Ward", r => r.Ward),
                ("Tenure", r => r.Tenure),
                ("Age", r => AgeBands.Widen(r.AgeBand)),
            }
        )
        {
            var rows = RowsOf(page, selector);
            Assert.NotEmpty(rows);
            foreach (var (name, cells) in rows)
            {
                var mine = counted.Where(x => group(x.r) == name).ToList();
                var satisfied = mine.Count(x => x.Answer is "1" or "2");
                var (people, percent) = selector == "Ward" ? (cells[2], cells[0]) : (cells[0], cells[1]);
                if (people == "[c]")
                {
                    hidden++;
                    Assert.Equal("[c]", percent);
                }
                else if (people != "[u]")
                {
                    Assert.Equal(mine.Count.ToString(CultureInfo.InvariantCulture), people);
                    Assert.True(mine.Count >= 10, $"{name} shows {mine.Count}");
                    Assert.Contains(percent, new[] { Percent(satisfied, mine.Count), "[c]", "[u]" });
                }
            }
            Assert.NotEqual(1, rows.Count(row => row.Value.Contains("[c]")));
        }
        Assert.True(hidden >= 2, "nothing was small enough to hide: the test looked at nothing");
    }

    [Theory, BothDatabases]
    public async Task Who_answered_is_shown_by_ward_age_tenure_and_channel(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(
            hearth,
            homes: 100,
            invite: (i, asked) =>
                Field.Copy(
                    asked,
                    i < 60 ? "Fennside"
                        : i < 97 ? "Kiln Lane"
                        : "Marsh End",
                    "35 to 44",
                    "General needs"
                )
        );
        await field.AnswerAsync(hearth, 45, _ => new() { ["q1"] = ["y"] });
        await field.AnswerAsync(hearth, 15, _ => new() { ["q1"] = ["y"] }, from: 60, channel: ResponseChannel.Paper);

        var page = await hearth.Staff(Role.Manager).OpenAsync($"/surveys/{field.Survey.Id}/results");

        var wards = RowsOf(page, "Homes that answered, by ward");
        Assert.Equal(["[c]", "[c]", "[c]"], wards["Marsh End"]);
        Assert.Contains(wards, row => row.Key != "Marsh End" && row.Value.Contains("[c]"));
        Assert.Equal(["75.0%", "45"], RowsOf(page, "Answers by channel")["Online"]);
        Assert.Equal(["25.0%", "15"], RowsOf(page, "Answers by channel")["Paper"]);
    }

    [Theory, BothDatabases]
    public async Task A_draft_or_a_stranger_has_no_results(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var draft = await Field.OpenAsync(hearth, change: survey => survey.Status = SurveyStatus.Draft);
        var open = await Field.OpenAsync(hearth);

        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await hearth.Staff().OpenAsync($"/surveys/{draft.Survey.Id}/results")).Status);
        foreach (
            var address in new[]
            {
                "results",
                "results/q2",
                "results/tables.csv",
                "results/responses.csv",
                "results/comments.csv",
                "comments",
                "responses/import",
            }
        )
        {
            var page = await hearth.Anyone().OpenAsync($"/surveys/{open.Survey.Id}/{address}");
            Assert.DoesNotContain("How warm is your home?", page.Body, StringComparison.Ordinal);
            page = await hearth.Tenant(open.Invitations[0].PersonId!.Value).OpenAsync($"/surveys/{open.Survey.Id}/{address}");
            Assert.DoesNotContain("How warm is your home?", page.Body, StringComparison.Ordinal);
        }
    }

    /// <summary>Rows of the table whose caption has these words: the cells by the row's name.</summary>
    internal static Dictionary<string, string[]> RowsOf(Page page, string caption)
    {
        var table = page.All("table")
            .First(t =>
                t.QuerySelector("caption") is { } c
                && (Page.Words(c) == caption || Page.Words(c).EndsWith($"by {caption.ToLowerInvariant()}", StringComparison.Ordinal))
            );
        return table
            .QuerySelectorAll("tbody tr")
            .ToDictionary(row => Page.Words(row.QuerySelector("th")!), row => row.QuerySelectorAll("td").Select(Page.Words).ToArray());
    }

    private static string Percent(int part, int whole) =>
        whole == 0
            ? "[u]"
            : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static int Pick(Random chance, int[] share)
    {
        var at = chance.Next(share.Sum());
        for (var i = 0; ; i++)
        {
            at -= share[i];
            if (at < 0)
            {
                return i;
            }
        }
    }
}
