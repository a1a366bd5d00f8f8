// A survey in the field, as the officer reads it: figures worked out by hand.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Tests.Questionnaires;

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
        Assert.Equal(["Fennside 4 29 30 5 short", "Marsh End 8 9 10 In step"], wards);
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

    private static string Spaced(AngleSharp.Dom.IElement element) => string.Join(' ', element.Children.Select(Page.Words));
}
