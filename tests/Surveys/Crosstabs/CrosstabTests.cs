// Any two questions or groups against each other: the figures can be recounted, and no two tables give a small number away.
using System.Globalization;
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Crosstabs;

public sealed class CrosstabTests
{
    [Theory, BothDatabases]
    public async Task A_table_of_two_questions_equals_a_plain_recount(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await AskedAsync(hearth, 700);

        var page = await hearth.Staff(Role.Councillor).OpenAsync($"/surveys/{field.Survey.Id}/results/compare?Rows=ward&Columns=q2");

        Assert.Equal("Compare groups and questions", page.Heading);
        var responses = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Response>().AsNoTracking().ToListAsync());
        var counted = responses
            .Select(r => (r.Ward, Answer: AnswerSheet.Read(r.Answers).Of(field["q2"])))
            .Where(x => x.Answer is [not "na"])
            .ToLookup(x => x.Ward, x => x.Answer[0] is "1" or "2");
        var rows = RowsOf(page);
        Assert.Superset(counted.Select(ward => ward.Key).ToHashSet(StringComparer.Ordinal), rows.Keys.ToHashSet(StringComparer.Ordinal));
        // Kiln Lane is small, and one more is hidden so that it cannot be worked out
        Assert.Equal(2, rows.Count(row => row.Value[0].StartsWith("[c]", StringComparison.Ordinal)));
        foreach (var ward in counted.Where(ward => !rows[ward.Key][0].StartsWith("[c]", StringComparison.Ordinal)))
        {
            var (people, all) = (ward.Count(top => top), ward.Count());
            Assert.Equal(all.ToString(CultureInfo.InvariantCulture), rows[ward.Key][0]);
            Assert.StartsWith(Charted.Percent(Rounding.Percentage(people, all)), rows[ward.Key][1], StringComparison.Ordinal);
        }
        Assert.StartsWith("[c]", rows["Kiln Lane"][1], StringComparison.Ordinal);
        Assert.Contains("These two", page.Text);
    }

    [Theory, BothDatabases]
    public async Task A_clear_difference_is_said_with_its_range_and_a_doubtful_one_is_not(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        string[] wards = ["Bridgegate", "Castle Fields", "Fennside"];
        var field = await Field.OpenAsync(
            hearth,
            homes: 600,
            invite: (home, asked) => Field.Copy(asked, wards[home % 3], "35 to 44", "General needs")
        );
        // of 200 homes a ward: 140, 136 and 80 said yes
        int[] yes = [140, 136, 80];
        await field.AnswerAsync(hearth, 600, home => new() { ["q1"] = [home / 3 < yes[home % 3] ? "y" : "n"] });

        var page = await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results/compare?Rows=ward&Columns=q1");

        Assert.Contains("Of 3 comparisons 2 show a clear difference.", page.Text);
        var apart = Difference.Between(140, 200, 80, 200)!.Value;
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"30.0 points ({100 * apart.Lower:0.0} to {100 * apart.Upper:0.0})"),
            page.Text
        );
        Assert.Contains("not clear", page.Text);
    }

    [Theory, BothDatabases]
    public async Task A_filter_that_leaves_nearly_everyone_is_refused_in_plain_words(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        // all but four rent for general needs
        var field = await Field.OpenAsync(
            hearth,
            homes: 200,
            invite: (home, asked) =>
                Field.Copy(asked, home % 2 == 0 ? "Fennside" : "Bridgegate", "35 to 44", home < 4 ? "Sheltered" : "General needs")
        );
        await field.AnswerAsync(hearth, 200, home => new() { ["q1"] = [home % 3 == 0 ? "n" : "y"] });
        var officer = hearth.Staff();
        var address = $"/surveys/{field.Survey.Id}/results/compare?Rows=ward&Columns=q1&By1=tenure&Is1=";

        var most = await officer.OpenAsync(address + "General%20needs");
        var few = await officer.OpenAsync(address + "Sheltered");

        Assert.Contains("This would differ by fewer than 10 homes from something that can be seen already", most.Text);
        Assert.Contains("Fewer than 10 homes are left.", few.Text);
        Assert.All([most, few], page => Assert.Empty(RowsOf(page)));
        Assert.Contains("This table is hidden to protect people.", most.Text);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await officer.OpenAsync(address + "Sheltered&handler=Csv")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_filter_keeps_only_its_homes_and_hides_what_would_tell_of_the_others(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await AskedAsync(hearth, 900);
        var officer = hearth.Staff();
        var address = $"/surveys/{field.Survey.Id}/results/compare?Rows=q2&Columns=q1&By1=tenure&Is1=";
        var responses = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Response>().AsNoTracking().ToListAsync());
        var seen = 0;
        foreach (var tenure in new[] { "General needs", "Sheltered" })
        {
            var page = await officer.OpenAsync(address + Uri.EscapeDataString(tenure));
            if (page.Text.Contains("hidden to protect people.", StringComparison.Ordinal))
            {
                continue;
            }
            foreach (var (answer, cells) in RowsOf(page).Where(row => !row.Value[0].StartsWith("[c]", StringComparison.Ordinal)))
            {
                var homes = responses.Count(r =>
                    r.Tenure == tenure
                    && AnswerSheet.Read(r.Answers) is var sheet
                    && sheet.Of(field["q1"]).Count > 0
                    && sheet.Of(field["q2"]) is [not "na" and var given]
                    && given is "1" or "2" == (answer == "Satisfied")
                );
                Assert.Equal(homes.ToString(CultureInfo.InvariantCulture), cells[0]);
                Assert.True(homes >= 10);
                seen++;
            }
        }
        Assert.True(seen > 1, "looked at too little");
    }

    [Theory, BothDatabases]
    public async Task What_is_not_in_the_lists_is_named_and_shows_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await AskedAsync(hearth, 60);
        var officer = hearth.Staff();
        var address = $"/surveys/{field.Survey.Id}/results/compare";

        foreach (
            var (query, error) in new[]
            {
                ("?Rows=q99&Columns=q1", "Choose the rows from the list"),
                ("?Rows=ward&Columns=%3Cscript%3E", "Choose the columns from the list"),
                ("?Rows=ward&Columns=ward", "Choose something else for the columns than for the rows"),
                ("?Rows=ward&Columns=q1&By1=ward&Is1=Fennside", "Choose something to filter by that is not in the table already"),
                ("?Rows=ward&Columns=q1&By1=patch", "Choose what to filter by from the list"),
                ("?Rows=ward&Columns=q1&By1=tenure&Is1=Castle", "Choose which homes to keep"),
            }
        )
        {
            var page = await officer.OpenAsync(address + query);
            Assert.Equal([error], page.Errors);
            Assert.Empty(RowsOf(page));
            Assert.DoesNotContain("<script>", page.Body[page.Body.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        }
    }

    private static Task<Field> AskedAsync(HearthApp hearth, int homes) => AskedAsync(hearth, homes, new Random(7));

    private static async Task<Field> AskedAsync(HearthApp hearth, int homes, Random chance)
    {
        string[] wards = ["Bridgegate", "Castle Fields", "Fennside", "Kiln Lane"];
        var field = await Field.OpenAsync(
            hearth,
            homes,
            invite: (home, asked) =>
                Field.Copy(
                    asked,
                    home < 6 ? "Kiln Lane" : wards[chance.Next(3)],
                    chance.Next(2) == 0 ? "16 to 24" : "65 to 74",
                    chance.Next(3) == 0 ? "Sheltered" : "General needs"
                )
        );
        await field.AnswerAsync(
            hearth,
            homes,
            _ =>
                new()
                {
                    ["q1"] = [chance.Next(3) == 0 ? "n" : "y"],
                    ["q2"] = [chance.Next(8) == 0 ? "na" : chance.Next(1, 6).ToString(CultureInfo.InvariantCulture)],
                    ["q4"] = [chance.Next(6).ToString(CultureInfo.InvariantCulture)],
                }
        );
        return field;
    }

    /// <summary>The table's rows by their heads.</summary>
    private static Dictionary<string, string[]> RowsOf(Page page) =>
        page.All("section[aria-labelledby=table] tbody tr")
            .ToDictionary(
                row => Page.Words(row.QuerySelector("th")!),
                row => row.QuerySelectorAll("td").Select(Page.Words).ToArray(),
                StringComparer.Ordinal
            );
}
