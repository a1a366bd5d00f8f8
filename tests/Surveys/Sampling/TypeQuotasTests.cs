// Quotas typed over by hand: the rest spread again or left, put back, who did it, and what the survey's page then shows.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking.CloseSurvey;
using Hearth.Surveys.Tests.Asking;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Sampling;

public sealed class TypeQuotasTests
{
    // by size 21 are shared out as 6, 13 and 2
    private static readonly NewTenant[] Homes =
    [
        .. Enumerable
            .Range(0, 12)
            .Select(i => new NewTenant
            {
                Ward = "Fennside",
                Age = 30,
                Email = $"a{i}@post.example",
            }),
        .. Enumerable
            .Range(0, 24)
            .Select(i => new NewTenant
            {
                Ward = "Fennside",
                Age = 60,
                Email = $"b{i}@post.example",
            }),
        .. Enumerable
            .Range(0, 4)
            .Select(i => new NewTenant
            {
                Ward = "Marsh End",
                Age = 60,
                Email = $"c{i}@post.example",
            }),
    ];

    [Theory, BothDatabases]
    public async Task A_number_typed_over_stays_and_the_other_groups_share_what_is_left_by_size(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var id = await SetAsync(hearth);
        var manager = hearth.Staff(Role.Manager);

        var page = await TypeAsync(manager, id, (0, "9"));

        Assert.Contains("1 quota is set by hand. The other groups share what is left.", page.Text, StringComparison.Ordinal);
        // 21 less 9 by 24 and 4: 10.3 and 1.7
        Assert.Equal([9, 10, 2], Wanted(page));
        Assert.Contains("By hand:", Lines(page)[0], StringComparison.Ordinal);
        Assert.Contains("12 Nov", Lines(page)[0], StringComparison.Ordinal);
        Assert.EndsWith("Its size", Lines(page)[1], StringComparison.Ordinal);
        Assert.DoesNotContain("The quotas add up to", page.Text, StringComparison.Ordinal);
        Assert.Equal(["16 to 34, Fennside: 9, typed; it was 6. The other groups spread again"], await hearth.AuditAsync("TypeQuota"));
    }

    [Theory, BothDatabases]
    public async Task The_other_groups_can_be_left_and_the_page_says_what_the_quotas_then_add_up_to(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var id = await SetAsync(hearth);
        var officer = hearth.Staff();

        var page = await TypeAsync(officer, id, (0, "9"), ("Form.Spread", "false"));

        Assert.Equal([9, 13, 2], Wanted(page));
        Assert.Contains("The quotas add up to 24: 3 more than the 21 that were shared out.", page.Text, StringComparison.Ordinal);
        // N = 40: 36.23
        Assert.Contains("The survey needs 37 answers, and the quotas add up to 13 fewer.", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_number_is_put_back_by_its_button_and_by_emptying_it_and_what_else_was_typed_is_saved_too(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var id = await SetAsync(hearth);
        var officer = hearth.Staff();
        var two = await TypeAsync(officer, id, (0, "9"), (2, "4"));
        Assert.Equal([9, 8, 4], Wanted(two));

        var one = await officer.SubmitAsync(
            two,
            Drawing.Fields(("Form.Cells[2].Wanted", "3")),
            "Put back 16 to 34, Fennside to its share by size"
        );
        // 21 less 3 by 12 and 24
        Assert.Equal([6, 12, 3], Wanted(one));
        Assert.Contains("1 quota is set by hand, 1 is back at its share", one.Text, StringComparison.Ordinal);
        var none = await TypeAsync(officer, id, (2, ""));

        Assert.Equal([6, 13, 2], Wanted(none));
        Assert.All(Lines(none), line => Assert.EndsWith("Its size", line, StringComparison.Ordinal));
        Assert.Contains(
            "55 and over, Marsh End: 2, put back to its share; it was 3. The other groups spread again",
            await hearth.AuditAsync("TypeQuota")
        );
    }

    [Theory]
    [InlineData("0", "13", true, "16 to 34, Fennside: it has 12 homes. Enter 12 or fewer")]
    [InlineData("0", "many", true, "16 to 34, Fennside: enter a whole number like 12, or leave it empty for its share by size")]
    [InlineData("0", "-1", true, "16 to 34, Fennside: enter a whole number like 12, or leave it empty for its share by size")]
    [InlineData(
        "1",
        "22",
        true,
        "The numbers set by hand come to 22, and 21 are wanted in all: nothing is left to spread over the other groups. Lower one, or leave the other groups as they are"
    )]
    [InlineData(
        "1",
        "0",
        true,
        "21 answers would fall to the other groups, and they have 16 homes. Raise a number, or leave the other groups as they are"
    )]
    public async Task What_cannot_be_is_named_and_everything_typed_stays(string line, string typed, bool spread, string says)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var id = await SetAsync(hearth);
        var officer = hearth.Staff();
        var page = await officer.OpenAsync(At(id));

        var refused = await officer.SubmitAsync(
            page,
            Drawing.Fields(
                ($"Form.Cells[{line}].Wanted", typed),
                ("Form.Cells[2].Wanted", "1"),
                ("Form.Spread", spread ? "true" : "false")
            ),
            "Save the numbers"
        );

        // the one of line 2 counts among those set by hand
        Assert.Equal(
            [
                says.Replace("come to 22", "come to 23", StringComparison.Ordinal)
                    .Replace(
                        "21 answers would fall to the other groups, and they have 16",
                        "20 answers would fall to the other groups, and they have 12",
                        StringComparison.Ordinal
                    ),
            ],
            refused.Errors
        );
        Assert.Equal("Age", refused.All("select[name='Form.First'] option[selected]")[0].GetAttribute("value"));
        Assert.Equal(typed, refused.All($"input[name='Form.Cells[{line}].Wanted']")[0].GetAttribute("value"));
        Assert.Equal("1", refused.All("input[name='Form.Cells[2].Wanted']")[0].GetAttribute("value"));
        Assert.Equal([6, 13, 2], Wanted(await officer.OpenAsync(At(id))));
    }

    [Theory, BothDatabases]
    public async Task Nought_is_taken_and_the_page_says_what_it_means(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var id = await SetAsync(hearth);
        var officer = hearth.Staff();

        var page = await TypeAsync(officer, id, (2, "0"));
        await hearth.OpenAsync(id);
        var board = await officer.OpenAsync($"/surveys/{id}");

        Assert.Equal([7, 14, 0], Wanted(page));
        Assert.Contains("No answer is wanted of 55 and over, Marsh End.", page.Text, StringComparison.Ordinal);
        Assert.Contains("55 and over, Marsh End set by hand 0 0 4 Enough", board.All("main tbody tr").Select(Page.Words));
    }

    [Theory, BothDatabases]
    public async Task A_form_sent_twice_changes_them_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var id = await SetAsync(hearth);
        var officer = hearth.Staff();
        var page = await officer.OpenAsync(At(id));

        await officer.SubmitAsync(page, Drawing.Fields(("Form.Cells[0].Wanted", "9")), "Save the numbers");
        var second = await officer.SubmitAsync(page, Drawing.Fields(("Form.Cells[0].Wanted", "9")), "Save the numbers");

        Assert.Empty(second.Errors);
        Assert.Equal([9, 10, 2], Wanted(second));
        Assert.Single(await hearth.AuditAsync("TypeQuota"));
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_type_over_the_same_numbers_the_second_is_told(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var id = await SetAsync(hearth);
        var (one, other) = (hearth.Staff(), hearth.Staff(Role.Manager));
        var early = await other.OpenAsync(At(id));

        await TypeAsync(one, id, (0, "9"));
        var late = await other.SubmitAsync(early, Drawing.Fields(("Form.Cells[0].Wanted", "3")), "Save the numbers");

        Assert.Equal(["Somebody else changed this survey while you had it open. Look at it again, then make your change"], late.Errors);
        Assert.Equal([9, 10, 2], Wanted(await one.OpenAsync(At(id))));
    }

    [Theory, BothDatabases]
    public async Task Set_anew_by_the_same_groups_keeps_what_was_typed_and_by_others_the_record_does(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var id = await SetAsync(hearth);
        var officer = hearth.Staff();
        var typed = await TypeAsync(officer, id, (0, "9"));

        var anew = await officer.SubmitAsync(typed, Drawing.Fields(("Form.Wanted", "37")), "Set them anew");
        var other = await officer.SubmitAsync(anew, Drawing.Fields(("Form.First", "Ward"), ("Form.Second", "")), "Set them anew");

        // 37 less 9 by 24 and 4
        Assert.Equal([9, 24, 4], Wanted(anew));
        Assert.Contains("By hand:", Lines(anew)[0], StringComparison.Ordinal);
        Assert.Equal(2, Wanted(other).Count);
        Assert.Equal("37 answers over 2 groups by Ward; typed and gone: 16 to 34, Fennside: 9", (await hearth.AuditAsync("SetQuotas"))[^1]);
    }

    [Theory, BothDatabases]
    public async Task The_survey_s_page_holds_answers_against_the_number_typed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var id = await SetAsync(hearth);
        var officer = hearth.Staff();
        await TypeAsync(officer, id, (0, "9"));
        await hearth.OpenAsync(id);
        foreach (var invitation in (await hearth.InvitationsAsync(id)).Where(i => i.AgeBand == "25 to 34").Take(3))
        {
            await hearth.AnswerAsync(invitation);
        }

        var board = await officer.OpenAsync($"/surveys/{id}");
        var quotas = await officer.OpenAsync(At(id));

        Assert.Contains("16 to 34, Fennside set by hand 3 9 12 In step", board.All("main tbody tr").Select(Page.Words));
        Assert.StartsWith("16 to 34, Fennside 12 3", Lines(quotas)[0], StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Once_the_survey_has_closed_its_quotas_are_shown_and_no_longer_changed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var id = await SetAsync(hearth);
        var officer = hearth.Staff();
        await hearth.OpenAsync(id);
        var open = await officer.OpenAsync(At(id));
        await hearth.InScopeAsync(async s => Assert.Empty(await s.GetRequiredService<CloseSurvey>().RunAsync(id, "Enough answers")));

        var typed = await officer.SubmitAsync(open, Drawing.Fields(("Form.Cells[0].Wanted", "3")), "Save the numbers");
        var cleared = await officer.SubmitAsync(open, null, "Take the quotas away");
        var page = await officer.OpenAsync(At(id));

        Assert.Equal(["This survey has closed. Copy it to ask again"], typed.Errors.Concat(cleared.Errors).Distinct());
        Assert.Empty(page.All("main form"));
        Assert.Equal("16 to 34, Fennside 12 0 6 Its size", Lines(page)[0]);
    }

    [Theory, BothDatabases]
    public async Task Homes_that_came_since_are_named_and_setting_anew_counts_them(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var id = await SetAsync(hearth);
        await hearth.MoveInAsync(new NewTenant { Ward = "Marsh End", Age = 60 });
        var officer = hearth.Staff();

        var before = await officer.OpenAsync(At(id));
        var after = await officer.SubmitAsync(before, null, "Set them anew");

        Assert.Contains("The homes have changed since the quotas were set.", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The homes have changed", after.Text, StringComparison.Ordinal);
        Assert.StartsWith("55 and over, Marsh End 5", Lines(after)[2], StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_line_of_another_survey_s_quotas_changes_neither(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var id = await SetAsync(hearth);
        var other = await hearth.DraftAsync();
        var officer = hearth.Staff();
        var page = await officer.OpenAsync(At(other));
        await officer.SubmitAsync(page, Drawing.Fields(("Form.First", "Ward"), ("Form.Wanted", "21")), "Set the quotas");

        // the form of the first, sent to the address of the second
        var wrong = await officer.SubmitAsync(
            await officer.OpenAsync(At(other)),
            Drawing.Fields(("Form.Cells[0].Cell", "16 to 34, Fennside"), ("Form.Cells[0].Was", "6"), ("Form.Cells[0].Wanted", "1")),
            "Save the numbers"
        );

        Assert.Equal(["Somebody else changed this survey while you had it open. Look at it again, then make your change"], wrong.Errors);
        Assert.Equal([6, 13, 2], Wanted(await officer.OpenAsync(At(id))));
    }

    private static string At(Guid survey) => $"/surveys/{survey}/sample/quotas";

    private static async Task<Guid> SetAsync(HearthApp hearth)
    {
        await hearth.MoveInAsync(Homes);
        var id = await hearth.DraftAsync();
        var officer = hearth.Staff();
        await officer.SubmitAsync(
            await officer.OpenAsync(At(id)),
            Drawing.Fields(("Form.First", "Age"), ("Form.Second", "Ward"), ("Form.Wanted", "21")),
            "Set the quotas"
        );
        return id;
    }

    private static async Task<Page> TypeAsync(Browser browser, Guid survey, params (object Line, string Typed)[] typed) =>
        await browser.SubmitAsync(
            await browser.OpenAsync(At(survey)),
            Drawing.Fields([.. typed.Select(one => (one.Line is int line ? $"Form.Cells[{line}].Wanted" : (string)one.Line, one.Typed))]),
            "Save the numbers"
        );

    private static List<int> Wanted(Page page) =>
        [.. page.All("input[name$='.Wanted'][name^='Form.Cells']").Select(input => int.Parse(input.GetAttribute("value")!))];

    private static List<string> Lines(Page page) => [.. page.All("main tbody tr:not(.sum)").Select(Page.Words)];
}
