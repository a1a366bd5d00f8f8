// What people wrote is sorted by theme: by people, two of them blind to each other on a sample, and counted without giving anyone away.
using Hearth.Statistics;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Themes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Themes;

public sealed class CodingTests
{
    private static readonly Guid Second = Guid.Parse("0193a0a0-0000-7000-8000-000000000002");

    [Theory, BothDatabases]
    public async Task An_officer_makes_a_frame_codes_by_it_and_merges_two_themes(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await WroteAsync(hearth, 3);
        var maya = hearth.Staff();
        var themes = $"/surveys/{field.Survey.Id}/themes";
        foreach (var (name, what) in new[] { ("Damp", "Water in the home"), ("Mould", "Black spots"), ("Repairs", "Late jobs") })
        {
            await maya.SubmitAsync(await maya.OpenAsync(themes), Fields(("Form.Name", name), ("Form.Description", what)), "Add this theme");
        }
        var page = await maya.OpenAsync(themes + "/code");
        Assert.Contains("3 answers wait for you.", page.Text);
        page = await maya.SubmitAsync(page, null, "Save and go on");
        Assert.Equal(["Choose the themes in this answer, or ‘None of these’"], page.Errors);
        page = await maya.SubmitAsync(page, [KeyValuePair.Create("themes", BoxOf(page, "Mould"))], [], "Save and go on");
        Assert.Contains("2 answers wait for you.", page.Text);
        page = await maya.SubmitAsync(page, [KeyValuePair.Create("themes", "none")], [], "Save and go on");
        Assert.Contains("1 answer waits for you.", page.Text);

        page = await maya.OpenAsync(themes);
        Assert.Contains("2 of 3", page.Text);
        var mould = page.All("section[aria-labelledby=frame] th a").Single(link => Page.Words(link) == "Mould").GetAttribute("href")!;
        page = await maya.OpenAsync(mould);
        page = await maya.SubmitAsync(page, [KeyValuePair.Create("Form.Into", Option(page, "Damp"))], [], "Merge them");

        Assert.Contains("The two themes are one.", page.Text);
        Assert.Contains("Version 4 ‘Mould’ merged into ‘Damp’", page.Text);
        var counts = page.All("section[aria-labelledby=frame] tbody tr").Select(Cells).ToList();
        Assert.Equal(["Damp Water in the home 1", "Repairs Late jobs 0"], counts);
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            Assert.Contains("Mould", (await db.Set<FrameVersion>().SingleAsync(v => v.Number == 3)).Themes);
            Assert.DoesNotContain("\"Mould\"", (await db.Set<FrameVersion>().SingleAsync(v => v.Number == 4)).Themes);
            Assert.Equal(2, await db.Set<AuditLine>().CountAsync(line => line.Action == "CodeAnswer"));
        });
    }

    [Theory, BothDatabases]
    public async Task Two_coders_do_not_see_each_other_and_their_agreement_is_worked_out(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await WroteAsync(hearth, 12);
        var survey = field.Survey.Id;
        var (damp, repairs) = (await AddAsync(hearth, survey, "Damp"), await AddAsync(hearth, survey, "Repairs"));
        var maya = hearth.Staff();
        var themes = $"/surveys/{survey}/themes";
        var page = await maya.SubmitAsync(await maya.OpenAsync(themes), Fields(("Form.Size", "10")), "Draw them by lot");
        Assert.Contains("10 answers are drawn.", page.Text);
        var sample = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<SecondLook>().Select(x => x.CommentId).ToListAsync()
        );
        foreach (var (i, comment) in sample.Index())
        {
            await CodeAsync(hearth, survey, comment, i < 6 ? damp : repairs, Second, "Ola");
        }

        page = await maya.OpenAsync(themes + "/code");
        Assert.Contains("Two people code this answer.", page.Text);
        Assert.DoesNotContain("Suggested", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ola", page.Text, StringComparison.Ordinal);
        foreach (var (i, comment) in sample.Index())
        {
            await CodeAsync(hearth, survey, comment, i is < 5 or 9 ? damp : repairs, HearthApp.StaffId, "Maya");
        }

        page = await maya.OpenAsync(themes);
        // both Damp 5, Ola alone 1, Maya alone 1, neither 3
        var kappa = Agreement.CohenKappa<bool>([
            .. Both(5, true, true),
            .. Both(1, true, false),
            .. Both(1, false, true),
            .. Both(3, false, false),
        ]);
        var rows = page.All("section[aria-labelledby=twice] tbody tr").Select(Cells).ToList();
        Assert.Equal($"Damp 8 of 10 {kappa:0.00}", rows[0]);
        Assert.Contains("Settle 2 that differ", page.Text);
        Assert.Contains("8 of 12", page.Text);

        page = await maya.OpenAsync(themes + "/settle");
        Assert.Contains("Ola", page.Text);
        page = await maya.SubmitAsync(page, [KeyValuePair.Create("themes", damp.ToString())], [], "This counts");
        Assert.Contains("Settled.", page.Text);
        Assert.Contains("9 of 12", (await maya.OpenAsync(themes)).Text);
        Assert.Equal(
            $"Damp 8 of 10 {kappa:0.00}",
            Cells((await maya.OpenAsync(themes)).All("section[aria-labelledby=twice] tbody tr").First())
        );
    }

    [Theory, BothDatabases]
    public async Task Themes_are_counted_in_results_and_those_of_few_are_hidden(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await WroteAsync(hearth, 60);
        var survey = field.Survey.Id;
        var (damp, repairs, noise) = (
            await AddAsync(hearth, survey, "Damp"),
            await AddAsync(hearth, survey, "Repairs"),
            await AddAsync(hearth, survey, "Noise")
        );
        var comments = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Comment>().AsNoTracking().ToListAsync());
        foreach (var comment in comments)
        {
            var home = int.Parse(comment.Text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
            await CodeAsync(
                hearth,
                survey,
                comment.Id,
                home < 36 ? damp
                    : home < 55 ? repairs
                    : noise,
                HearthApp.StaffId,
                "Maya"
            );
        }

        var page = await hearth.Staff(Role.Councillor).OpenAsync($"/surveys/{survey}/results/q7");

        var about = Page.Words(page.All("section[aria-labelledby=themes]").Single());
        Assert.Contains("Most often: Damp, in 60.0% of 60 answers.", about);
        Assert.Contains("31.7%", about);
        Assert.Contains("[c]", about);
        Assert.DoesNotContain("8.3%", about, StringComparison.Ordinal);
        var table = await hearth.Staff().OpenAsync($"/surveys/{survey}/results/compare?Rows=theme:{damp}&Columns=q1");
        Assert.StartsWith("Wrote of it 36", Cells(table.All("section[aria-labelledby=table] tbody tr").First()), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_frame_refuses_what_cannot_be_a_theme(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await WroteAsync(hearth, 2);
        await AddAsync(hearth, field.Survey.Id, "Damp");
        var maya = hearth.Staff();
        var page = await maya.OpenAsync($"/surveys/{field.Survey.Id}/themes");

        page = await maya.SubmitAsync(page, Fields(("Form.Name", " "), ("Form.Description", "")), "Add this theme");
        Assert.Equal(["Enter a name for the theme", "Enter what belongs to this theme"], page.Errors);
        page = await maya.SubmitAsync(page, Fields(("Form.Name", "dAMP"), ("Form.Description", "x")), "Add this theme");
        Assert.Equal(["There is a theme ‘Damp’ already"], page.Errors);
        page = await maya.SubmitAsync(page, Fields(("Form.Size", "many")), "Draw them by lot");
        Assert.Equal(["Enter how many answers two people should code, from 1 to 500"], page.Errors);
        var comment = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Comment>().Select(c => c.Id).FirstAsync());
        page = await maya.OpenAsync($"/surveys/{field.Survey.Id}/themes/code");
        page = await maya.SubmitAsync(
            page,
            [KeyValuePair.Create("themes", Guid.Empty.ToString()), KeyValuePair.Create("comment", comment.ToString())],
            [],
            "Save and go on"
        );
        Assert.Equal(["Choose from the themes on this page. Somebody may have merged one meanwhile"], page.Errors);
        Assert.False(await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Coding>().AnyAsync()));
    }

    private static List<KeyValuePair<string, string>> Fields(params (string, string)[] fields) =>
        [.. fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2))];

    private static IEnumerable<(bool, bool)> Both(int times, bool first, bool second) => Enumerable.Repeat((first, second), times);

    private static string BoxOf(Page page, string theme) =>
        page.All(".govuk-checkboxes__item")
            .Single(item => Page.Words(item.QuerySelector("label")!) == theme)
            .QuerySelector("input")!
            .GetAttribute("value")!;

    private static string Cells(AngleSharp.Dom.IElement row) => string.Join(' ', row.Children.Select(Page.Words));

    private static string Option(Page page, string words) =>
        page.All("option").Single(option => Page.Words(option) == words).GetAttribute("value")!;

    private static Task<Guid> AddAsync(HearthApp hearth, Guid survey, string name) =>
        hearth.InScopeAsync(async s =>
            (await s.GetRequiredService<ChangeFrame>().AddAsync(survey, name, $"About {name}", default)).Made!.Id
        );

    private static Task CodeAsync(HearthApp hearth, Guid survey, Guid comment, Guid theme, Guid coder, string name) =>
        hearth.InScopeAsync(async s =>
            Assert.Empty(await s.GetRequiredService<CodeAnswer>().RunAsync(survey, comment, [theme], false, coder, name))
        );

    private static async Task<Field> WroteAsync(HearthApp hearth, int homes)
    {
        var field = await Field.OpenAsync(hearth, homes);
        await field.AnswerAsync(
            hearth,
            homes,
            home => new() { ["q1"] = [home % 2 == 0 ? "y" : "n"] },
            words: home => $"Answer {home} about the damp."
        );
        return field;
    }
}
