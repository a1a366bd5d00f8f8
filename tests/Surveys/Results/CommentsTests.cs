// A person reads every comment; nobody else sees one before it is released.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Results;

public sealed class CommentsTests
{
    [Theory, BothDatabases]
    public async Task Identifying_words_are_struck_out_and_only_what_is_released_is_seen(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await FieldAsync(hearth);
        var maya = hearth.Staff();
        var page = await maya.OpenAsync($"/surveys/{field.Survey.Id}/comments");
        Assert.Contains("To read (12)", page.Text);
        var first = page.All("section[aria-labelledby^='c-'] textarea")
            .First(area => area.TextContent.Contains("home 0.", StringComparison.Ordinal));
        var id = first.GetAttribute("name")!["Words[".Length..^1];

        page = await maya.SubmitAsync(
            page,
            [KeyValuePair.Create($"Words[{id}]", "Ask [name removed] about the damp."), KeyValuePair.Create("judgement", $"release:{id}")],
            [],
            "Withhold those ticked"
        );
        Assert.Contains("1 comment released.", page.Text);
        Assert.Contains("To read (11)", page.Text);

        var seen = await hearth.Staff(Role.Councillor).OpenAsync($"/surveys/{field.Survey.Id}/results/q7");
        Assert.Contains("“Ask [name removed] about the damp.”", seen.Text);
        Assert.Contains("12 homes wrote something. 1 released, 0 withheld, 11 to read.", seen.Text);
        foreach (var address in new[] { "results", "results/q7", "results/comments.csv", "results/tables.csv" })
        {
            Assert.DoesNotContain(
                "Kowalska",
                (await hearth.Staff(Role.Councillor).OpenAsync($"/surveys/{field.Survey.Id}/{address}")).Body,
                StringComparison.Ordinal
            );
        }
        Assert.DoesNotContain(
            "Kowalska",
            (await maya.OpenAsync($"/surveys/{field.Survey.Id}/results/responses.csv")).Body,
            StringComparison.Ordinal
        );
        var kept = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Comment>().SingleAsync(c => c.ReleasedAt != null));
        Assert.Equal("Ask Mrs Kowalska about the damp in home 0.", kept.Text);
        Assert.Equal(HearthApp.StaffId, kept.ReleasedBy);
    }

    [Theory, BothDatabases]
    public async Task Several_are_withheld_at_once_but_released_one_by_one(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await FieldAsync(hearth);
        var maya = hearth.Staff();
        var page = await maya.OpenAsync($"/surveys/{field.Survey.Id}/comments");
        var ids = page.All("input[name=ticked]").Select(box => box.GetAttribute("value")!).ToList();

        page = await maya.SubmitAsync(
            page,
            [.. ids.Take(4).Select(id => KeyValuePair.Create("ticked", id)), KeyValuePair.Create($"Words[{ids[5]}]", "Half edited")],
            [],
            "Withhold those ticked"
        );
        Assert.Contains("4 comments withheld.", page.Text);
        Assert.Contains("To read (8) Released (0) Withheld (4)", page.Text);
        Assert.Contains(page.All("textarea"), area => area.TextContent == "Half edited");

        page = await maya.SubmitAsync(
            page,
            [KeyValuePair.Create("ticked", ids[5]), KeyValuePair.Create("ticked", ids[6]), KeyValuePair.Create("judgement", "release")],
            [],
            "Withhold those ticked"
        );
        Assert.Equal(["Release comments one by one, each after reading its words"], page.Errors);
        Assert.Contains("To read (8) Released (0) Withheld (4)", page.Text);
        page = await maya.SubmitAsync(page, null, "Withhold those ticked");
        Assert.Equal(["Tick at least one comment"], page.Errors);
    }

    [Theory, BothDatabases]
    public async Task What_names_anyone_is_struck_out_for_a_person_to_confirm_and_the_record_says_so(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await FieldAsync(hearth);
        var maya = hearth.Staff();
        var page = await maya.OpenAsync($"/surveys/{field.Survey.Id}/comments");
        var first = page.All("section[aria-labelledby^='c-'] textarea").First();
        Assert.StartsWith("Ask [name] about the damp in home", first.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("Struck out for you to check: “Mrs Kowalska” (a name).", page.Text);

        page = await maya.SubmitAsync(page, null, "Release: comment 1");

        Assert.Contains("1 comment released.", page.Text);
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var released = await db.Set<Comment>().SingleAsync(c => c.ReleasedAt != null);
            Assert.DoesNotContain("Kowalska", released.ReleasedText, StringComparison.Ordinal);
            var line = await db.Set<AuditLine>().SingleAsync(l => l.Action == "ReleaseComment");
            Assert.Equal($"comment {released.Id}, 1 place struck out", line.Detail);
            Assert.Equal(HearthApp.StaffId, line.ActorId);
        });
    }

    [Theory, BothDatabases]
    public async Task Nothing_cannot_be_released(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await FieldAsync(hearth);
        var maya = hearth.Staff();
        var page = await maya.OpenAsync($"/surveys/{field.Survey.Id}/comments");
        var id = page.All("input[name=ticked]")[0].GetAttribute("value")!;

        page = await maya.SubmitAsync(
            page,
            [KeyValuePair.Create("judgement", $"release:{id}"), KeyValuePair.Create($"Words[{id}]", "  ")],
            [],
            "Withhold those ticked"
        );

        Assert.Equal(["Enter the words to release, or withhold the comment"], page.Errors);
        Assert.False(await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Comment>().AnyAsync(c => c.ReleasedAt != null)));
    }

    [Theory, BothDatabases]
    public async Task A_comment_of_another_survey_is_left_alone(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (mine, other) = (await FieldAsync(hearth), await FieldAsync(hearth));
        var maya = hearth.Staff();
        var theirs = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<Comment>().Where(c => c.SurveyId == other.Survey.Id).Select(c => c.Id).FirstAsync()
        );
        var page = await maya.OpenAsync($"/surveys/{mine.Survey.Id}/comments");

        await maya.SubmitAsync(page, [KeyValuePair.Create("judgement", $"release:{theirs}")], [], "Withhold those ticked");

        Assert.False(await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Comment>().AnyAsync(c => c.ReleasedAt != null)));
    }

    [Theory, BothDatabases]
    public async Task A_forgotten_person_leaves_the_count_and_nothing_that_leads_to_them(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await FieldAsync(hearth);
        var person = field.Invitations[3].PersonId!.Value;
        var before = await (await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results")).CountsAsync();

        var held = await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var all = scope.GetServices<IPersonalData>().Where(data => data.Covers.Contains(typeof(Response))).ToList();
            var items = await all.Single().HeldOnAsync(person, default);
            foreach (var data in all)
            {
                await data.ForgetAsync(person, default);
            }
            scope.GetRequiredService<AuditTrail>().Write("ForgetPerson", "person");
            await db.SaveChangesAsync();
            return items;
        });

        Assert.Contains(held, item => item.Value.Contains("Do you have a heater? Yes", StringComparison.Ordinal));
        Assert.Contains(held, item => item.Value == "Ask Mrs Kowalska about the damp in home 3.");
        Assert.Equal(before, await (await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results")).CountsAsync());
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            Assert.False(
                await db.Set<Response>()
                    .AnyAsync(r => r.HouseholdId == field.Invitations[3].HouseholdId || r.InvitationId == field.Invitations[3].Id)
            );
            Assert.False(await db.Set<Comment>().AnyAsync(c => c.Text.Contains("home 3.")));
            Assert.Equal(12, await db.Set<Response>().CountAsync(r => r.SurveyId == field.Survey.Id));
        });
    }

    private static async Task<Field> FieldAsync(HearthApp hearth)
    {
        var field = await Field.OpenAsync(hearth, homes: 20);
        await field.AnswerAsync(
            hearth,
            12,
            _ => new() { ["q1"] = ["y"] },
            words: home => $"Ask Mrs Kowalska about the damp in home {home}."
        );
        return field;
    }
}

internal static class CountsOnAPage
{
    /// <summary>The answer figures of a results page, without what is said of comments.</summary>
    public static Task<string> CountsAsync(this Page page) =>
        Task.FromResult(
            string.Join(' ', page.All("article[aria-labelledby=q1], .hearth-figs:first-of-type .hearth-fig:first-child").Select(Page.Words))
        );
}
