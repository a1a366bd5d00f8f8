// A survey in the field, as the officer reads it: figures worked out by hand.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.TheField;
using Hearth.Surveys.Sampling;
using Hearth.Surveys.Sampling.SetQuotas;
using Hearth.Surveys.Tests.Questionnaires;
using Hearth.Surveys.Tests.Sampling;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Asking;

public sealed class TheFieldTests
{
    [Theory, BothDatabases]
    public async Task The_figures_say_how_many_answered_how_many_are_needed_and_who_is_short(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        // 30 in Fennside, 10 in Marsh End; one more may not be contacted
        await hearth.MoveInAsync([
            .. Enumerable
                .Range(0, 30)
                .Select(i => new NewTenant
                {
                    Ward = "Fennside",
                    Age = 60,
                    Email = $"f{i}@post.example",
                }),
            .. Enumerable.Range(0, 10).Select(_ => new NewTenant { Ward = "Marsh End", Age = 20 }),
            new NewTenant { Ward = "Marsh End", DoNotContact = true },
        ]);
        var officer = hearth.Staff();
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        var invitations = await hearth.InvitationsAsync(id);
        hearth.Clock.Forward(TimeSpan.FromDays(1));
        foreach (var invitation in invitations.Where(i => i.Ward == "Marsh End").Take(8))
        {
            await hearth.AnswerAsync(invitation, ResponseChannel.Paper);
        }
        hearth.Clock.Forward(TimeSpan.FromDays(1));
        foreach (var invitation in invitations.Where(i => i.Ward == "Fennside").Take(4))
        {
            await hearth.AnswerAsync(invitation);
        }

        var page = await officer.OpenAsync($"/surveys/{id}");

        var figures = page.All(".hearth-fig").Select(Page.Words).ToList();
        Assert.Equal(4, figures.Count);
        Assert.Contains("12 of 40", figures[0], StringComparison.Ordinal);
        // N = 41: 384.16 / (1 + 384.16 / 41) = 37.05, rounded up
        Assert.Contains("38", figures[1], StringComparison.Ordinal);
        Assert.Contains("26 more", figures[1], StringComparison.Ordinal);
        // 1.96 × √(0.25 / 12) × √(29 / 40) = 0.2409
        Assert.Contains("±24.1", figures[2], StringComparison.Ordinal);
        // Fennside is 30 of the 40 asked: 9 of 12 answers would be its share, and 4 came
        Assert.Contains("5", figures[3], StringComparison.Ordinal);
        Assert.Contains("4 answers. Its share of 12 is 9", figures[3], StringComparison.Ordinal);
        var wards = page.All(".hearth-table--progress")[0]
            .QuerySelectorAll("tbody tr")
            .Select(row => string.Join(' ', row.Children.Where(c => !c.ClassList.Contains("mid")).Select(Page.Words)));
        // 38 shared out by 30 and 10 of 40: 28.5 and 9.5, the last one to the larger
        Assert.Equal(["Fennside 4 29 30 5 behind", "Marsh End 8 9 10 In step"], wards);
        Assert.Contains("behind: Fennside", figures[3], StringComparison.Ordinal);
        Assert.Contains("67 in 100 answers came on paper.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["E-mail 30 waiting to go", "Letter with a code 10 waiting to go"],
            page.All(".hearth-ladder li > span:nth-child(2)").Select(Spaced)
        );
        Assert.Equal(["4 answered of 30 asked", "8 answered of 10 asked"], page.All(".hearth-ladder .r").Select(Spaced));
        Assert.Contains("Not asked: 1 marked “do not contact”.", page.Text, StringComparison.Ordinal);
        var days = page.All(".hearth-chart table")[0]
            .QuerySelectorAll("tbody tr")
            .Select(row => string.Join(' ', row.Children.Select(Page.Words)));
        Assert.Equal(["0", "8", "12"], days.Select(day => day.Split(' ')[^1]));
        Assert.Equal($"/insight/who-is-heard?survey={id}", page.LinkTo("Who is heard in this survey"));
        Assert.Equal($"/surveys/{id}/results", page.LinkTo("See the results"));
        Assert.Contains(
            "40 messages found",
            (await officer.OpenAsync(page.LinkTo("Messages about this survey"))).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "0 messages found",
            (await officer.OpenAsync($"/messages?about={Guid.CreateVersion7()}")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Once_it_has_closed_a_group_is_short_of_what_was_needed_of_it_however_many_others_answered(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync([.. Drawing.Homes("Fennside", 40), .. Drawing.Homes("Marsh End", 10)]);
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        foreach (
            var invitation in (await hearth.InvitationsAsync(id))
                .Where(i => i.Ward == "Fennside")
                .Append((await hearth.InvitationsAsync(id)).First(i => i.Ward == "Marsh End"))
        )
        {
            await hearth.AnswerAsync(invitation);
        }
        var officer = hearth.Staff();
        await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/close"),
            new Dictionary<string, string> { ["Form.Because"] = "Enough have answered" },
            "Stop the survey"
        );

        var page = await officer.OpenAsync($"/surveys/{id}");

        // 45 of 50 needed: 36 and 9 by size. One of Marsh End answered, who would be 8 of 41 by its share
        Assert.Equal(
            ["Fennside 40 36 40 Enough", "Marsh End 1 9 10 8 short"],
            page.All(".hearth-table--progress")[0]
                .QuerySelectorAll("tbody tr")
                .Select(row => string.Join(' ', row.Children.Where(c => !c.ClassList.Contains("mid")).Select(Page.Words)))
        );
        Assert.Contains("1 of 9 answers needed", page.All(".hearth-fig").Select(Page.Words).Last(), StringComparison.Ordinal);
        Assert.DoesNotContain("behind", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task From_the_third_whole_day_on_it_says_what_the_last_day_will_bring_and_who_will_be_short(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync([.. Drawing.Homes("Fennside", 40), .. Drawing.Homes("Marsh End", 10)]);
        var id = await hearth.DraftAsync(closes: "2026-11-22");
        await hearth.OpenAsync(id);
        var invitations = await hearth.InvitationsAsync(id);
        var silent = new Queue<Invitation>(invitations.Where(i => i.Ward == "Fennside"));
        foreach (var (answers, day) in new[] { 2, 4, 3, 3 }.Select((answers, day) => (answers, day)))
        {
            for (var one = 0; one < answers; one++)
            {
                await hearth.AnswerAsync(day == 1 && one == 0 ? invitations.First(i => i.Ward == "Marsh End") : silent.Dequeue());
            }
            hearth.Clock.Forward(TimeSpan.FromDays(1));
        }

        var page = await hearth.Staff().OpenAsync($"/surveys/{id}");

        var figures = page.All(".hearth-fig").Select(Page.Words).ToList();
        // N = 50: 384.16 / (1 + 384.16 / 50) = 44.24. The fifth day of eleven
        Assert.Contains("12 of 45", figures[0], StringComparison.Ordinal);
        Assert.Contains("Day 5 of 11. 24 in 100 of the 50 asked", figures[0], StringComparison.Ordinal);
        // 3 a day for 6 more days. The days differ by √(2/3) = 0.816: 2 × 0.816 × √(6 + 6²/4) = 6.3 either way
        Assert.Contains("30", figures[1], StringComparison.Ordinal);
        Assert.Contains("15 fewer than needed. Between 24 and 36", figures[1], StringComparison.Ordinal);
        // 1.96 × √(0.25 / 30) × √(20 / 49) = 0.1143, with 12 answers 0.2491
        Assert.Contains("±11.4", figures[2], StringComparison.Ordinal);
        Assert.Contains("±24.9 today. The regulator asks for ±5.0", figures[2], StringComparison.Ordinal);
        // Fennside needs 36 of the 45, has 11 and gets 11 in four days: 11 + 6 × 11/4 = 27.5
        Assert.Contains("8", figures[3], StringComparison.Ordinal);
        Assert.Contains("short: Fennside", figures[3], StringComparison.Ordinal);
        Assert.Equal(
            ["Fennside 40 asked, 28 in 100 answered 11 36 28 8 short", "Marsh End 10 asked, 10 in 100 answered 1 9 3 6 short"],
            page.All(".hearth-table--progress")[0]
                .QuerySelectorAll("tbody tr")
                .Select(row => string.Join(' ', row.Children.Where(c => !c.ClassList.Contains("mid")).Select(SpacedAll)))
        );
        Assert.Contains(
            "Without a change, there will be 15 answers too few. Furthest short: Fennside by 8, Marsh End by 6.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("At this pace you will be 15 answers short of the 45 needed.", page.Text, StringComparison.Ordinal);
        Assert.Contains("3.0 answers a day, as on the last 4 whole days", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_drawn_sample_is_held_to_its_population_with_its_quotas_and_its_reserve(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync([.. Drawing.Homes("Fennside", 40), .. Drawing.Homes("Marsh End", 10)]);
        var id = await hearth.DraftAsync();
        await hearth.DrawAsync(id, Drawing.ByWard(20, replicates: 1, each: 5));
        await hearth.InScopeAsync(async services =>
            Assert.Empty(await services.GetRequiredService<SetQuotas>().RunAsync(id, [Characteristic.Ward], 10))
        );
        await hearth.OpenAsync(id);
        await hearth.AnswerAsync((await hearth.InvitationsAsync(id)).First(i => i.Ward == "Marsh End"));

        var page = await hearth.Staff().OpenAsync($"/surveys/{id}");

        // needed of the 50 homes, not of the 20 asked; 8 and 2 of a quota of 10, and the one answer so far would be Fennside's
        Assert.Contains("44 more, by the regulator’s formula", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Quotas by ward", "By ward", "By age", "By tenure"],
            page.All("section h2")
                .Select(Page.Words)
                .Where(h => h.StartsWith("Quotas", StringComparison.Ordinal) || h.StartsWith("By ", StringComparison.Ordinal))
        );
        Assert.Equal(
            ["Fennside 0 8 16 1 behind", "Marsh End 1 2 4 In step"],
            page.All(".hearth-table--progress")[0]
                .QuerySelectorAll("tbody tr")
                .Select(row => string.Join(' ', row.Children.Where(c => !c.ClassList.Contains("mid")).Select(Page.Words)))
        );
        Assert.Contains(
            "The sample 20 20 1 5",
            Page.Words(page.All("#parts-h")[0].ParentElement!.QuerySelector("tbody")!),
            StringComparison.Ordinal
        );
        Assert.Equal($"/surveys/{id}/sample/release", page.LinkTo("Release the next part"));
    }

    [Fact]
    public void Too_few_whole_days_or_none_to_come_give_no_projection_and_no_home_answers_twice()
    {
        var today = new DateOnly(2026, 11, 16);

        Assert.Null(Projection.Of([3, 3], 6, today, today.AddDays(5), 40));
        Assert.Null(Projection.Of([3, 3, 3], 9, today, today, 40));
        // seven days count, not the rush of the first: 7 days of 1
        Assert.Equal(40, Projection.Of([28, 1, 1, 1, 1, 1, 1, 1], 35, today, today.AddDays(5), 100)!.Expected);
        // 40 homes were asked, so 40 is the most
        Assert.Equal(40, Projection.Of([10, 10, 10], 30, today, today.AddDays(5), 40)!.Expected);
        Assert.Equal(today.AddDays(2), Projection.Of([10, 10, 10], 30, today, today.AddDays(5), 100)!.Reaches(45));
    }

    [Theory, BothDatabases]
    public async Task Before_the_first_answer_nothing_is_claimed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant());
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);

        var page = await hearth.Staff().OpenAsync($"/surveys/{id}");

        Assert.Contains("0 of 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("No answers yet.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody has answered yet", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All(".hearth-fig--hot"));
    }

    [Theory, BothDatabases]
    public async Task The_list_counts_asked_and_answered(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant(), new NewTenant());
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);
        await hearth.AnswerAsync((await hearth.InvitationsAsync(id))[0]);

        var list = await hearth.Staff().OpenAsync("/surveys");

        Assert.Contains("In the field", list.Text, StringComparison.Ordinal);
        Assert.Equal(
            "How warm is your home? | 2 | 1 | 18 December 36 days left | 22 January",
            string.Join(" | ", list.All("main tbody tr")[0].Children.Select(Page.Words))
        );
    }

    private static string SpacedAll(AngleSharp.Dom.IElement cell) =>
        string.Join(' ', cell.ChildNodes.Select(node => node.TextContent.Trim()).Where(words => words.Length > 0));

    private static string Spaced(AngleSharp.Dom.IElement element) => string.Join(' ', element.Children.Select(Page.Words));
}
