// Management figures typed one by one: what is kept, refused and warned of.
using System.Net;
using Hearth.Insight.Measures.Management;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Insight.Tests.Measures.Management;

public sealed class WriteFigureTests
{
    [Theory, BothDatabases]
    public async Task A_figure_is_worked_out_from_what_is_typed_and_the_audit_says_what_it_was_before(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();

        var list = await officer.FillAsync("CH01-1-LCRA", "412", "7,642");
        Assert.Equal(FigurePages.Year, list.Path);
        Assert.Contains("CH01 part 1, low cost rental is saved: 53.9 per 1,000 homes.", list.Text, StringComparison.Ordinal);
        Assert.Equal(["53.9 per 1,000 homes", "412", "7,642", "Complete"], list.Row("CH01 part 1, low cost rental"));

        await officer.FillAsync("CH01-1-LCRA", "413", "7642");
        var lines = await hearth.InScopeAsync(scope =>
            scope
                .GetRequiredService<HearthDb>()
                .Set<AuditLine>()
                .Where(line => line.Action == "KeepFigure")
                .OrderBy(line => line.At)
                .Select(line => line.Detail)
                .ToListAsync()
        );
        Assert.Equal(
            [
                "2025/26 CH01 part 1, low cost rental: nothing became 412 of 7,642",
                "2025/26 CH01 part 1, low cost rental: 412 of 7,642 became 413 of 7,642",
            ],
            lines.Order(StringComparer.Ordinal).Reverse()
        );
    }

    [Theory, BothDatabases]
    public async Task Numbers_that_cannot_be_are_refused_by_name_and_stay_in_the_form(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();

        Assert.Equal(
            ["Numerator must be 90 or fewer: it is a part of the denominator"],
            (await officer.FillAsync("BS01-all", "91", "90")).Errors
        );
        Assert.Equal(["Numerator must be 0 or more"], (await officer.FillAsync("BS01-all", "-4", "90")).Errors);
        Assert.Equal(["Denominator must be a whole number, like 412"], (await officer.FillAsync("BS01-all", "4", "90.5")).Errors);
        Assert.Equal(["Numerator must be a whole number, like 412"], (await officer.FillAsync("BS01-all", "1,2", "90")).Errors);
        Assert.Equal(["Denominator must be 9,999,999 or fewer"], (await officer.FillAsync("BS01-all", "4", "99999999999999")).Errors);
        Assert.Equal(["Enter the numerator and the denominator"], (await officer.FillAsync("BS01-all", "", "")).Errors);
        Assert.Equal(
            ["Without and with an extension must add up to the numerator: they make 81, and the numerator is 80"],
            (await officer.FillAsync("CH02-1-LCRA", "80", "90", ("WithoutExtension", "70"), ("WithExtension", "11"))).Errors
        );
        Assert.Equal(
            ["Numerator must be 90 or fewer: it is a part of the denominator", "With an extension must be 0 or more"],
            (await officer.FillAsync("CH02-1-LCRA", "91", "90", ("WithExtension", "-1"))).Errors
        );
        Assert.Equal(["Target must be 1 or more"], (await officer.FillAsync("RP02-1-LCRA", "8", "9", ("Target", "0"))).Errors);
        Assert.Equal(
            ["Enter what the targets are, and for which repairs"],
            (await officer.FillAsync("RP02-1-LCRA", "8", "9", ("Target", "28"), ("SeveralTargets", "yes"))).Errors
        );
        var unsaid = await officer.OpenAsync($"{FigurePages.Year}/BS05-all");
        Assert.Equal(
            ["Choose whether this measure applies to you"],
            (await officer.SubmitAsync(unsaid, new Dictionary<string, string> { ["Form.Numerator"] = "4" }, "Save")).Errors
        );

        var wrong = await officer.FillAsync("BS01-all", "91", "90");
        Assert.Equal("91", wrong.Document.QuerySelector("[name='Form.Numerator']")!.GetAttribute("value"));
        Assert.Equal(0, await StoredAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task Hate_incidents_are_never_more_than_all_cases_whichever_is_typed_last(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        await officer.FillAsync("NM01-1-all", "30", "9412");

        Assert.Equal(
            ["Cases that involve hate incidents must be 30 or fewer: that is how many cases NM01 part 1 has"],
            (await officer.FillAsync("NM01-2-all", "31", "9412")).Errors
        );
        Assert.Empty((await officer.FillAsync("NM01-2-all", "30", "9412")).Errors);
        Assert.Equal(
            ["Cases must be 30 or more: that is how many involve hate incidents in NM01 part 2"],
            (await officer.FillAsync("NM01-1-all", "29", "9412")).Errors
        );
    }

    [Theory, BothDatabases]
    public async Task A_measure_that_does_not_apply_is_complete_and_has_no_figure_but_neighbourhoods_apply_to_all(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();

        var list = await officer.FillAsync("BS05-all", "", "", ("Applies", "no"));
        Assert.Equal(["Does not apply", "None", "None", "Does not apply"], list.Row("BS05"));
        Assert.Equal("1", Page.Words(list.All(".hearth-fig .n")[0])[..1]);
        Assert.Equal(
            ["NM01 part 1 applies to every landlord. Enter its numerator and denominator"],
            (await officer.FillAsync("NM01-1-all", "3", "90", ("Applies", "no"))).Errors
        );
    }

    [Theory, BothDatabases]
    public async Task What_may_be_wrong_is_kept_and_named(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();

        await officer.FillAsync("CH01-1-LCRA", "412", "7642");
        await officer.FillAsync("CH01-1-LCHO", "9", "300");
        await officer.FillAsync("CH02-1-LCRA", "400", "411", ("WithoutExtension", "400"), ("WithExtension", "0"));
        await officer.FillAsync("NM01-1-all", "30", "7943");
        await officer.FillAsync("NM01-2-all", "1", "7942");
        await officer.FillAsync("BS01-all", "8999", "10000");
        await officer.FillAsync("BS02-all", "9000", "10000");
        var list = await officer.FillAsync("RP02-2-LCRA", "8", "9");

        Assert.Equal(
            [
                "CH02 part 1, low cost rental is of 411 complaints, but CH01 part 1 says 412 were made. The regulator expects the same number in both.",
                "NM01 part 1 is of 7,943 homes, but complaints (CH01) are of 7,942. Both are the homes you owned at year end.",
                "NM01 part 2 is of 7,942 homes, but part 1 is of 7,943. Both are the homes you owned at year end.",
                "BS01 is 90.0%. Most landlords are at 99.5% or more. Check that homes were counted, not buildings or checks.",
                "RP02 part 2, low cost rental: the target is missing. It must be published beside the figure, so the figure cannot go without it.",
            ],
            list.Warnings()
                .OrderBy(words => "CNBR".IndexOf(words[0], StringComparison.Ordinal))
                .ThenBy(words => words, StringComparer.Ordinal)
        );
        Assert.Equal(["88.9%", "8", "9", "Not complete Missing: target"], list.Row("RP02 part 2"));

        await officer.FillAsync("NM01-1-all", "30", "7942");
        await officer.FillAsync("CH02-1-LCRA", "400", "412", ("WithoutExtension", "400"), ("WithExtension", "0"));
        await officer.FillAsync("BS01-all", "9000", "10000");
        list = await officer.FillAsync("RP02-2-LCRA", "8", "9", ("Target", "24"));
        Assert.Empty(list.Warnings());
        Assert.Equal(["88.9% Target 24 hours", "8", "9", "Complete"], list.Row("RP02 part 2"));
    }

    [Theory, BothDatabases]
    public async Task Homes_far_from_the_tenant_list_and_a_figure_far_from_last_years_are_named(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Enumerable.Range(0, 10).Select(_ => new NewTenant()));
        await hearth.MoveInAsync([new NewTenant { Tenure = TenureKind.Leasehold }]);
        var officer = hearth.Staff();

        Assert.Empty((await officer.FillAsync("NM01-1-all", "2", "11")).Warnings());
        Assert.Equal(
            ["NM01 part 1 is of 12 homes; the tenant list has 10 running tenancies today. That is more than 10% apart."],
            (await officer.FillAsync("NM01-1-all", "2", "12")).Warnings()
        );
        await officer.FillAsync("NM01-1-all", "2", "11");

        var then = await officer.OpenAsync("/insight/measures/2025/management/RP01-LCRA");
        await officer.SubmitAsync(then, FigurePages.Fields("100", "1000"), "Save");
        Assert.Empty((await officer.FillAsync("RP01-LCRA", "150", "1000")).Warnings());
        Assert.Equal(
            ["RP01, low cost rental is 15.1%; in 2024/25 it was 10.0%. It changed by more than half."],
            (await officer.FillAsync("RP01-LCRA", "151", "1000")).Warnings()
        );
    }

    [Theory, BothDatabases]
    public async Task Two_officers_at_once_do_not_overwrite_each_other(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var early = await officer.OpenAsync($"{FigurePages.Year}/BS04-all");
        await officer.FillAsync("BS04-all", "10", "10");

        const string Words = "Somebody else saved this since you opened it. Look at it again before you save";
        Assert.Equal([Words], (await officer.SubmitAsync(early, FigurePages.Fields("9", "10"), "Save")).Errors);
        var stale = await officer.OpenAsync($"{FigurePages.Year}/BS04-all");
        await officer.FillAsync("BS04-all", "8", "10");
        Assert.Equal([Words], (await officer.SubmitAsync(stale, FigurePages.Fields("7", "10"), "Save")).Errors);
        Assert.Equal("8", (await officer.OpenAsync(FigurePages.Year)).Row("BS04")[1]);

        var list = await officer.SubmitAsync(await officer.OpenAsync($"{FigurePages.Year}/BS04-all"), null, "Take these numbers out");
        Assert.Equal(["No figure", "None", "None", "Missing"], list.Row("BS04"));
    }

    [Theory, BothDatabases]
    public async Task Complaints_are_reported_apart_or_together_never_both(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var list = await officer.FillAsync("CH01-1-COMBINED", "40", "1130");
        Assert.Equal("35.4 per 1,000 homes", list.Row("CH01 part 1, both in one figure")[0]);
        Assert.DoesNotContain("CH01 part 1, low cost rental", list.Text, StringComparison.Ordinal);

        Assert.StartsWith(
            "Complaints are reported apart for rental and home ownership, or in one figure of both",
            Assert.Single((await officer.FillAsync("CH01-2-LCRA", "4", "1000")).Errors),
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Other_staff_read_and_change_nothing_and_a_year_that_is_none_is_not_found(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.Staff(Role.Manager).FillAsync("BS01-all", "9", "10");
        foreach (var role in new[] { Role.HousingOfficer, Role.Councillor })
        {
            var reader = hearth.Staff(role);
            var list = await reader.OpenAsync(FigurePages.Year);
            Assert.Equal("90.0%", list.Row("BS01")[0]);
            Assert.Empty(list.All($"main a[href*='{FigurePages.Year}/']"));
            Assert.NotEqual($"{FigurePages.Year}/BS01-all", (await reader.OpenAsync($"{FigurePages.Year}/BS01-all")).Path);
            Assert.NotEqual($"{FigurePages.Year}/import", (await reader.OpenAsync($"{FigurePages.Year}/import")).Path);
        }
        var officer = hearth.Staff();
        foreach (var nowhere in new[] { "2023/management", "2028/management", "2026/management/TP01-LCRA", "2026/management/RP01-all" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync("/insight/measures/" + nowhere)).Status);
        }
        var years = await officer.OpenAsync((await officer.OpenAsync("/officer")).LinkTo("Measures"));
        Assert.Equal(["Nobody asked", "1 of 18", "Not published"], years.Row("2025/26"));
        Assert.Equal(["Nobody asked", "0 of 18", "Not published"], years.Row("2026/27"));
    }

    internal static Task<int> StoredAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope => scope.GetRequiredService<HearthDb>().Set<ManagementFigure>().CountAsync());
}
