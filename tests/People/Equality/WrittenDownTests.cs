// Equality answers of people who never sign in: written down by a colleague with their say-so, or given by their own link; sealed like all others.
using System.Net;
using Hearth.People.Equality;
using Hearth.People.Looks;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.Equality;

public sealed class WrittenDownTests
{
    [Theory, BothDatabases]
    public async Task A_colleague_writes_down_what_they_say_and_only_they_can_read_it_with_who_wrote_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0].PersonId;
        var officer = hearth.Staff(Role.HousingOfficer, name: "Tom Ashworth");
        var person = await hearth.Staff().OpenAsync($"/people/{kasia}");

        var page = await officer.OpenAsync(person.LinkTo("Write down what they say about themselves"));
        var done = await officer.SubmitAsync(
            page,
            new
            {
                How = "Telephone",
                SaidYes = "true",
                religion = "Sikh",
            },
            "Lock these"
        );

        Assert.Contains("Their answers are locked away.", done.Text, StringComparison.Ordinal);
        // opened again it shows nothing of it, and the file an officer makes says only that there is something
        Assert.Empty((await officer.OpenAsync($"/people/{kasia}/about")).All("input[type=radio][checked]"));
        Assert.DoesNotContain("Sikh", (await hearth.Staff().OpenAsync($"/people/{kasia}/record")).Text, StringComparison.Ordinal);
        var own = await hearth.Tenant(kasia).OpenAsync("/me/file");
        Assert.Contains("Sikh", own.Text, StringComparison.Ordinal);
        Assert.Contains("Tom Ashworth. On the telephone", own.Text, StringComparison.Ordinal);
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            Assert.Equal(0, await db.Set<AuditLine>().CountAsync(l => l.SubjectId == kasia && l.Action.Contains("quality")));
            // who opened the page is on record by day, as with every page that shows a person
            Assert.True(await db.Set<Look>().AnyAsync(l => l.PersonId == kasia && l.Page == "/people/{id:guid}/about"));
        });
    }

    [Theory, BothDatabases]
    public async Task Without_their_say_so_or_any_answer_nothing_is_written_and_what_was_typed_stays(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0].PersonId;
        var officer = hearth.Staff();
        var page = await officer.OpenAsync($"/people/{kasia}/about?how=OwnHand");

        var refused = await officer.SubmitAsync(page, new { religion = "Sikh", sex = "Robot" }, "Lock these");
        Assert.Equal(["Choose how they tell you", "Ask whether they agree, and tick the box if they do"], refused.Errors);
        Assert.Equal(["Sikh"], refused.All("fieldset input[type=radio][checked]").Select(i => i.GetAttribute("value")));
        var empty = await officer.SubmitAsync(
            await officer.OpenAsync($"/people/{kasia}/about"),
            new { How = "Paper", SaidYes = "true" },
            "Lock these"
        );
        Assert.Equal(["Choose at least one answer, or go back if they would rather not say"], empty.Errors);
        Assert.Equal(0, await RowsAsync(hearth));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/people/{Guid.CreateVersion7()}/about")).Status);
        Assert.StartsWith(
            "/not-allowed",
            (await hearth.Staff(Role.Councillor).OpenAsync($"/people/{kasia}/about")).Path,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_colleague_takes_answers_back_for_them_and_does_not_learn_whether_there_were_any(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(new NewTenant(), new NewTenant { GivenName = "Ann", FamilyName = "Bell" });
        await SaidAsync(hearth, tenants[0].PersonId, "Sikh");
        var officer = hearth.Staff();

        var words = new List<string>();
        foreach (var tenant in tenants)
        {
            var gone = await officer.SubmitAsync(
                await officer.OpenAsync($"/people/{tenant.PersonId}/about"),
                button: "Take all their answers back"
            );
            words.Add(Page.Words(gone.All(".hearth-flash").Single()));
        }

        Assert.Single(words.Distinct());
        Assert.Equal(0, await RowsAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task Whoever_acts_for_a_person_writes_their_answers_and_never_reads_them(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0].PersonId;
        await SaidAsync(hearth, kasia, "Sikh");
        var maya = hearth.Staff();
        await maya.SubmitAsync(
            await maya.OpenAsync($"/people/{kasia}/act"),
            new { Authority = "TheyAsked", Reason = "She rang." },
            "Begin"
        );

        var page = await maya.OpenAsync("/me/about");
        Assert.Empty(page.All("input[checked]"));
        Assert.DoesNotContain("Sikh", (await maya.OpenAsync("/me/file")).Text, StringComparison.Ordinal);
        var unchanged = await maya.SubmitAsync(page, button: "Save");
        Assert.Contains("You chose no answer, so nothing has changed.", unchanged.Text, StringComparison.Ordinal);
        Assert.Equal("Sikh", (await OfAsync(hearth, kasia))!.Answers["religion"]);
        await maya.SubmitAsync(unchanged, new { religion = "Hindu" }, "Save");

        var said = await OfAsync(hearth, kasia);
        Assert.Equal(("Hindu", ToldHow.ForThem, "Maya Desai"), (said!.Answers["religion"], said.How, said.By));
    }

    [Theory, BothDatabases]
    public async Task A_link_takes_answers_for_two_hours_and_shows_nothing_of_what_was_said_before(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0].PersonId;
        await SaidAsync(hearth, kasia, "Sikh");
        var link = await LinkAsync(hearth, kasia);
        var phone = hearth.Anyone();

        var page = await phone.OpenAsync(link);
        Assert.Empty(page.All("input[checked]"));
        Assert.DoesNotContain("Nowak", page.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Response.Headers.CacheControl?.ToString());
        var nothing = await phone.SubmitAsync(page, button: "Save");
        Assert.Contains("You chose no answer, so nothing has changed.", nothing.Text, StringComparison.Ordinal);
        Assert.Equal("Sikh", (await OfAsync(hearth, kasia))!.Answers["religion"]);
        var saved = await phone.SubmitAsync(await phone.OpenAsync(link), new { religion = "Hindu", caring = "Robot" }, "Save");
        Assert.Contains("Saved. Thank you.", saved.Text, StringComparison.Ordinal);
        Assert.Equal("/somewhere", saved.LinkTo("Go back"));
        Assert.Equal(["religion"], (await OfAsync(hearth, kasia))!.Answers.Keys);
        await phone.SubmitAsync(await phone.OpenAsync(link), button: "Take all my answers back");
        Assert.Equal(0, await RowsAsync(hearth));

        var open = await phone.OpenAsync(link);
        hearth.Clock.Forward(TimeSpan.FromMinutes(121));
        var late = await phone.SubmitAsync(open, new { religion = "Sikh" }, "Save");
        Assert.Contains("This page has run out.", late.Text, StringComparison.Ordinal);
        Assert.Contains("This page has run out.", (await phone.OpenAsync("/about-you/made-up")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await RowsAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task How_they_told_us_is_counted_with_the_rest(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var people = (await hearth.MoveInAsync(Enumerable.Range(0, 30).Select(_ => new NewTenant()))).Select(m => m.PersonId).ToList();
        await hearth.InScopeAsync(async scope =>
        {
            var answers = scope.GetRequiredService<EqualityAnswers>();
            foreach (var (i, person) in people.Index())
            {
                var how = i < 16 ? ToldHow.OwnHand : ToldHow.Paper;
                await answers.SaveAsync(person, EqualitySaid.From(key => key == "sex" ? "Female" : null, how, "Tom Ashworth"), default);
            }
            await scope.GetRequiredService<CountEquality>().RunAsync(default);
        });

        var page = await hearth.Staff().OpenAsync("/people/equality");

        var rows = page.All("section[aria-labelledby=ways] tbody tr")
            .ToDictionary(r => Page.Words(r.QuerySelector("th")!), r => Page.Words(r.QuerySelector("td")!));
        Assert.Equal(("15", "15"), (rows["Themselves, on the web"], rows["On a paper sheet they sent"]));
        Assert.DoesNotContain("Tom Ashworth", page.All("main")[0].TextContent, StringComparison.Ordinal);
    }

    private static Task SaidAsync(HearthApp hearth, Guid person, string religion) =>
        hearth.InScopeAsync(scope =>
            scope
                .GetRequiredService<EqualityAnswers>()
                .SaveAsync(person, EqualitySaid.From(key => key == "religion" ? religion : null), default)
        );

    private static Task<EqualitySaid?> OfAsync(HearthApp hearth, Guid person) =>
        hearth.InScopeAsync(scope => scope.GetRequiredService<EqualityAnswers>().OfAsync(person, default));

    private static Task<string> LinkAsync(HearthApp hearth, Guid person) =>
        hearth.InScopeAsync(scope => Task.FromResult(scope.GetRequiredService<AboutYou>().Link(person, "/somewhere")));

    private static Task<int> RowsAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope => scope.GetRequiredService<HearthDb>().Set<EqualityRow>().CountAsync());
}
