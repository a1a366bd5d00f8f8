// The page on which a sample is chosen: what it counts, what it refuses, and that nothing typed is lost.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Tests.Asking;

namespace Hearth.Surveys.Tests.Sampling;

public sealed class SamplePageTests
{
    [Theory, BothDatabases]
    public async Task It_shows_each_stock_with_the_answers_needed_exact_and_rounded_up_before_anything_is_chosen(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync([
            .. Drawing.Homes("Fennside", 40),
            .. Enumerable.Range(0, 10).Select(_ => new NewTenant { Tenure = TenureKind.SharedOwnership }),
            new NewTenant { Tenure = TenureKind.Leasehold },
        ]);
        var id = await hearth.DraftAsync();

        var page = await hearth.Staff().OpenAsync($"/surveys/{id}/sample");

        // N = 40: 384.16 / (1 + 384.16 / 40) = 36.2277; N = 10: 384.16 / 39.416 = 9.7463
        Assert.Equal(
            ["Low cost rental homes 40 0 0 37 exactly 36.23 ±5 points", "Low cost home ownership 10 0 0 10 exactly 9.75 ±5 points"],
            page.All("main table")[0].QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(Spaced)))
        );
    }

    [Theory, BothDatabases]
    public async Task Count_says_how_many_to_ask_and_how_they_spread_and_draws_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync([.. Drawing.Homes("Fennside", 60), .. Drawing.Homes("Marsh End", 40)]);
        var id = await hearth.DraftAsync();
        var officer = hearth.Staff();

        var page = await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/sample"),
            Drawing.Fields(
                ("Form.Stock", "LowCostRental"),
                ("Form.Census", "false"),
                ("Form.Rate", "90"),
                ("Form.First", "Ward"),
                ("Form.Answers", "50")
            ),
            "Count"
        );

        Assert.Empty(page.Errors);
        // N = 100: 384.16 / 4.8416 = 79.35, 80 answers; of 90 in 100 that is 88.9 homes
        Assert.Contains("80 (exactly 79.35)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Homes to ask at first89", page.Text, StringComparison.Ordinal);
        // 1.96 × √(0.25 / 50) × √(50 / 99) = 0.09850
        Assert.Contains("±9.85 points", page.Text, StringComparison.Ordinal);
        // 89 by 60 and 40: 53.4 and 35.6
        Assert.Contains("Fennside 60 53", page.Text, StringComparison.Ordinal);
        Assert.Contains("Marsh End 40 36", page.Text, StringComparison.Ordinal);
        Assert.Empty(await hearth.FrameAsync(id));
    }

    [Theory]
    [InlineData(
        "Form.Size",
        "31",
        "31 homes would have to be asked, and there are 30. Ask every home instead: that is enough for the regulator"
    )]
    [InlineData("Form.Replicates", "21", "Enter a reserve of at most 20 parts")]
    [InlineData("Form.ReplicateSize", "16", "15 homes are left for the reserve: with 1 part, enter at most 15 homes in each")]
    [InlineData("Form.Rate", "none", "Answers expected of 100 homes must be a whole number from 1 to 100")]
    [InlineData("Form.Size", "-4", "Homes to ask must be a whole number from 1 to 1,000,000")]
    [InlineData("Form.Seed", "lucky", "The seed must be a whole number, or left empty to draw one by chance")]
    [InlineData("Form.Second", "Ward", "Choose two different things to spread the sample over, or only one")]
    [InlineData("Form.Stock", "Combined", "Tick that the regulator has agreed to one figure for both, or choose one of them")]
    [InlineData(
        "Form.Stock",
        "LowCostHomeOwnership",
        "Low cost home ownership: there is no home with a running tenancy that could be asked"
    )]
    public async Task What_cannot_be_drawn_is_named_and_what_was_typed_stays(string field, string typed, string says)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.MoveInAsync([.. Drawing.Homes("Fennside", 20), .. Drawing.Homes("Marsh End", 10)]);
        var id = await hearth.DraftAsync();
        var officer = hearth.Staff();
        var fields = Drawing.Fields(
            ("Form.Stock", "LowCostRental"),
            ("Form.Census", "false"),
            ("Form.Rate", "50"),
            ("Form.Size", "15"),
            ("Form.First", "Ward"),
            ("Form.Second", ""),
            ("Form.Seed", "40217"),
            ("Form.Replicates", "1"),
            ("Form.ReplicateSize", "5")
        );
        fields.RemoveAll(f => f.Key == field);
        fields.Add(new(field, typed));

        var page = await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{id}/sample"), fields, "Draw the sample");

        Assert.Contains(says, page.Errors);
        Assert.Empty(await hearth.FrameAsync(id));
        foreach (var (name, value) in fields.Where(f => f.Key is "Form.Size" or "Form.Rate" or "Form.Seed" or "Form.Replicates"))
        {
            Assert.Equal(value, page.All($"input[name='{name}']")[0].GetAttribute("value"));
        }
        Assert.Equal("Ward", page.All("select[name='Form.First'] option[selected]")[0].GetAttribute("value"));
    }

    [Fact]
    public async Task A_group_all_of_whom_are_left_out_and_more_groups_than_homes_are_named()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var homes = await hearth.MoveInAsync([
            .. Drawing.Homes("Fennside", 6),
            .. Drawing.Homes("Marsh End", 1),
            .. Drawing.Homes("Northbank", 3),
        ]);
        var id = await hearth.MeasuredAsync();
        var officer = hearth.Staff();

        var few = await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{id}/sample"), ByWard("2"), "Draw the sample");
        await hearth.LeaveOutAsync(homes[6].HouseholdId, LeftOutReason.SeriousCapacity);
        var nobody = await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{id}/sample"), ByWard("5"), "Draw the sample");

        Assert.Equal(
            ["There are 3 groups and only 2 homes to ask: some group would have no chance. Choose fewer, or ask more homes"],
            few.Errors
        );
        Assert.Equal(
            ["Every home of the group “Marsh End” is left out, so nobody could speak for it. Spread the sample over something else"],
            nobody.Errors
        );

        static List<KeyValuePair<string, string>> ByWard(string size) =>
            Drawing.Fields(("Form.Stock", "LowCostRental"), ("Form.Census", "false"), ("Form.Size", size), ("Form.First", "Ward"));
    }

    [Theory, BothDatabases]
    public async Task A_census_of_shared_owners_asks_them_and_nobody_else(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync([
            .. Drawing.Homes("Fennside", 4),
            .. Enumerable.Range(0, 3).Select(_ => new NewTenant { Tenure = TenureKind.SharedOwnership }),
        ]);
        var id = await hearth.DraftAsync();
        var officer = hearth.Staff();

        var page = await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/sample"),
            Drawing.Fields(("Form.Stock", "LowCostHomeOwnership"), ("Form.Census", "true")),
            "Draw the sample"
        );
        await hearth.OpenAsync(id);

        Assert.Contains("Every home is asked.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Shared ownership"], (await hearth.InvitationsAsync(id)).Select(invitation => invitation.Tenure).Distinct());
        Assert.Equal((3, "Census"), ((await hearth.FactsAsync(id)).Population, (await hearth.FactsAsync(id)).Allocation));
    }

    [Theory, BothDatabases]
    public async Task A_quota_gives_each_group_its_share_of_the_answers_wanted(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync([
            .. Enumerable.Range(0, 12).Select(_ => new NewTenant { Ward = "Fennside", Age = 30 }),
            .. Enumerable.Range(0, 24).Select(_ => new NewTenant { Ward = "Fennside", Age = 60 }),
            .. Enumerable.Range(0, 4).Select(_ => new NewTenant { Ward = "Marsh End", Age = 60 }),
        ]);
        var id = await hearth.DraftAsync();
        var officer = hearth.Staff();

        var unchosen = await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{id}/sample/quotas"), null, "Set the quotas");
        var page = await officer.SubmitAsync(
            unchosen,
            Drawing.Fields(("Form.First", "Age"), ("Form.Second", "Ward"), ("Form.Wanted", "21")),
            "Set the quotas"
        );

        Assert.Equal(["Choose what the groups are made by"], unchosen.Errors);
        // 21 by 12, 24 and 4 of 40: 6.3, 12.6 and 2.1, the one left over to the largest remainder
        Assert.Equal(["6", "13", "2"], page.All("main table tbody input[name$='.Wanted']").Select(input => input.GetAttribute("value")));
    }

    private static string Spaced(AngleSharp.Dom.IElement cell) =>
        string.Join(' ', cell.ChildNodes.Select(node => node.TextContent.Trim()).Where(words => words.Length > 0));
}
