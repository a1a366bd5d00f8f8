// A worrying answer opens a case in the moment it comes in, by whatever way; it is seen today, worked on, closed with a reason, counted.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Cases;
using Hearth.Surveys.Tests.Asking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Cases;

public sealed class CasesTests
{
    [Theory, BothDatabases]
    public async Task Damp_in_words_opens_a_case_at_once_the_person_is_told_and_the_officer_sees_it_today(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(new NewTenant { Email = "kasia@tenant.example" });
        var field = await hearth.TakeToTheFieldAsync(tenants);
        await AnswerAsync(hearth, field.Codes[0], "There is black mould in the bedroom.");

        var opened = await OneAsync(hearth);
        Assert.Equal(
            (Worry.Damp, tenants[0].PersonId, "They wrote “mould” under “What else should we know?”"),
            (opened.Kind, opened.PersonId, opened.Because)
        );
        // Thursday 12 November, ten working days: Thursday 26 November
        Assert.Equal(new DateOnly(2026, 11, 26), opened.DueAt!.Value.DayInLondon());
        var told = Assert.Single(await hearth.MessagesAsync(), m => m.Key.StartsWith("case/", StringComparison.Ordinal));
        Assert.Equal("kasia@tenant.example", told.ToAddress);
        Assert.Contains("Somebody from our team will be in touch by Thursday 26 November. Your number with us is C-00001.", told.Body);
        Assert.DoesNotContain("mould", told.Body + told.Subject, StringComparison.OrdinalIgnoreCase);

        var officer = hearth.Staff();
        Assert.Contains("Damp and mould: C-00001", (await officer.OpenAsync("/officer")).Text);
        var list = await officer.OpenAsync("/cases");
        Assert.Contains("nobody has taken1", list.Text);
        var page = await officer.OpenAsync(list.LinkTo("C-00001"));
        Assert.Contains("There is black mould in the bedroom.", page.Text);
        Assert.Contains("10 working days after Thursday 12 November, when you knew", page.Text);
        Assert.Contains("Awaab’s Law", page.Text);
        Assert.Equal(["C-00001"], await hearth.AuditAsync("ReadCase"));
        Assert.DoesNotContain(await hearth.AuditAsync("OpenCase"), detail => detail!.Contains("mould in", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_case_is_taken_worked_on_by_its_clock_and_closed_with_a_reason(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await hearth.TakeToTheFieldAsync(await hearth.MoveInAsync(new NewTenant()));
        await AnswerAsync(hearth, field.Codes[0], "Damp.");
        var officer = hearth.Staff();
        var address = (await OneAsync(hearth)).Address;

        var page = await officer.SubmitAsync(await officer.OpenAsync(address), button: "Take it");
        Assert.Contains("With Maya Desai", page.Text);
        Assert.Equal(
            ["Enter what was done"],
            (await officer.SubmitAsync(page, new { Step = "Investigated", Words = " " }, "Write it down")).Errors
        );
        Assert.Equal(
            ["Write down what was done before you close it as put right, or choose another reason"],
            (await officer.SubmitAsync(page, new { End = "PutRight", EndWords = "x" }, "Close the case")).Errors
        );
        Assert.Equal(["Choose how it ends"], (await officer.SubmitAsync(page, new { EndWords = "x" }, "Close the case")).Errors);
        hearth.Clock.Forward(TimeSpan.FromDays(4));
        page = await officer.SubmitAsync(
            page,
            new { Step = "Investigated", Words = "Surveyor saw the bedroom: cold bridge." },
            "Write it down"
        );
        Assert.Contains("Send the written summary", page.Text);
        // Monday 16 November, three working days: Thursday 19 November
        Assert.Equal(new DateOnly(2026, 11, 19), (await OneAsync(hearth)).DueAt!.Value.DayInLondon());
        hearth.Clock.Forward(TimeSpan.FromDays(5));
        Assert.Contains("late1", (await officer.OpenAsync("/cases")).Text);
        page = await officer.SubmitAsync(
            await officer.OpenAsync(address),
            new { End = "HandedOver", EndWords = "Repairs, job 4411." },
            "Close the case"
        );

        Assert.Contains("The case is closed", page.Document.Body!.TextContent);
        Assert.Contains("Repairs, job 4411.", page.Text);
        var closed = await OneAsync(hearth);
        Assert.Equal((CaseEnd.HandedOver, null), (closed.End, closed.DueAt));
        Assert.Contains("open0", (await officer.OpenAsync("/cases")).Text);
        Assert.Contains("The case is open again", (await officer.SubmitAsync(page, button: "Open it again")).Text);
        Assert.NotNull((await OneAsync(hearth)).DueAt);
    }

    [Theory, BothDatabases]
    public async Task False_alarms_are_marked_and_counted_by_the_word_that_raised_them_and_words_are_settings(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await hearth.TakeToTheFieldAsync(await hearth.MoveInAsync(Enumerable.Range(0, 3).Select(_ => new NewTenant())));
        await AnswerAsync(hearth, field.Codes[0], "A damp squib of an event.");
        var officer = hearth.Staff();
        await officer.SubmitAsync(
            await officer.OpenAsync((await OneAsync(hearth)).Address),
            new { End = "FalseAlarm", EndWords = "A figure of speech." },
            "Close the case"
        );

        var list = await officer.OpenAsync("/cases");
        Assert.Contains("Damp and mould: the word “damp”11", list.Text);

        var settings = await officer.OpenAsync("/cases/settings");
        var wrong = await officer.SubmitAsync(settings, Fields(("Words[Damp]", "a"), ("Days[InvestigateDays]", "11")), "Save");
        Assert.Equal(["“a” is too short or too long: use 3 to 60 letters", "Enter a number from 1 to 10"], wrong.Errors);
        await officer.SubmitAsync(settings, Fields(("Words[Damp]", "damp wall*\nrising damp"), ("Days[InvestigateDays]", "5")), "Save");
        await AnswerAsync(hearth, field.Codes[1], "Another damp squib.");
        await AnswerAsync(hearth, field.Codes[2], "The damp walls are back");
        var cases = await AllAsync(hearth);
        Assert.Equal(["word:damp", "word:damp wall*"], cases.Select(c => c.Rule));
        Assert.Equal(new DateOnly(2026, 11, 19), cases[1].DueAt!.Value.DayInLondon());
    }

    [Theory, BothDatabases]
    public async Task An_answer_that_raises_one_and_a_promised_reply_open_cases_and_nothing_else_does(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await hearth.TakeToTheFieldAsync(await hearth.MoveInAsync(new NewTenant(), new NewTenant()));
        var officer = hearth.Staff();
        var page = await officer.OpenAsync($"/surveys/{field.Survey}/raises");
        var saved = await officer.SubmitAsync(page, Fields(("Raises[q1/n]", "Safety"), ("Raises[q6/]", "Reply")), "Save");
        Assert.Contains("Saved", saved.Document.Body!.TextContent);

        await AnswerAsync(hearth, field.Codes[0], "Please tell me when.");
        await AnswerAsync(hearth, field.Codes[1], null);

        Assert.Equal([(Worry.Safety, 1), (Worry.Reply, 2), (Worry.Safety, 3)], (await AllAsync(hearth)).Select(c => (c.Kind, c.Number)));
    }

    [Theory, BothDatabases]
    public async Task Many_worrying_answers_at_once_each_have_their_case_and_a_number_of_its_own(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await hearth.TakeToTheFieldAsync(await hearth.MoveInAsync(Enumerable.Range(0, 12).Select(_ => new NewTenant())));

        await Task.WhenAll(field.Codes.Select(code => AnswerAsync(hearth, code, "Mould.")));

        var cases = await AllAsync(hearth);
        Assert.Equal(12, cases.Count);
        Assert.Equal(12, cases.Select(c => c.Number).Distinct().Count());
        Assert.Equal(12, cases.Select(c => c.ResponseId).Distinct().Count());
    }

    [Theory, BothDatabases]
    public async Task Forgetting_the_person_leaves_a_case_that_is_counted_and_leads_to_nobody(DatabaseKind kind)
    {
        var post = Directory.CreateTempSubdirectory("hearth-cases").FullName;
        await using var hearth = await HearthApp.StartAsync(kind, new Dictionary<string, string?> { ["Messaging:Folder"] = post });
        var tenants = await hearth.MoveInAsync(new NewTenant());
        var field = await hearth.TakeToTheFieldAsync(tenants);
        await AnswerAsync(hearth, field.Codes[0], "Damp.");
        var officer = hearth.Staff();
        await officer.SubmitAsync(
            await officer.OpenAsync((await OneAsync(hearth)).Address),
            new { Words = "Rang Kasia." },
            "Write it down"
        );
        var held = await hearth.InScopeAsync(s =>
            s.GetServices<IPersonalData>().OfType<CasesHeld>().Single().HeldOnAsync(tenants[0].PersonId, default)
        );
        Assert.Equal(["Case C-00001: Damp and mould", "Case C-00001: what we did"], held.Select(h => h.What));

        await hearth.InScopeAsync(async s =>
        {
            foreach (var data in s.GetServices<IPersonalData>())
            {
                await data.ForgetAsync(tenants[0].PersonId, default);
            }
            s.GetRequiredService<AuditTrail>().Write("ErasePerson", "person", tenants[0].PersonId);
            await s.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        var left = await OneAsync(hearth);
        Assert.Equal((null, null, null), (left.PersonId, left.HouseholdId, left.ResponseId));
        var page = await officer.OpenAsync(left.Address);
        Assert.Contains("The answer is no longer held", page.Text);
        Assert.DoesNotContain("Rang Kasia", page.Text);
    }

    private static async Task AnswerAsync(HearthApp hearth, string code, string? words)
    {
        var tenant = hearth.Anyone();
        await tenant.SubmitAsync(await tenant.OpenAsync($"/s/{code}/q1"), new { Answer = "n" }, "Continue");
        foreach (var key in new[] { "q3", "q4", "q5" })
        {
            await tenant.SubmitAsync(await tenant.OpenAsync($"/s/{code}/{key}"), button: "Skip");
        }
        var last = await tenant.OpenAsync($"/s/{code}/q6");
        await (words is null ? tenant.SubmitAsync(last, button: "Skip") : tenant.SubmitAsync(last, new { Answer = words }, "Continue"));
        await tenant.SubmitAsync(await tenant.OpenAsync($"/s/{code}/check"));
    }

    private static async Task<Case> OneAsync(HearthApp hearth) => Assert.Single(await AllAsync(hearth));

    private static Task<List<Case>> AllAsync(HearthApp hearth) =>
        hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Case>().AsNoTracking().OrderBy(c => c.Number).ToListAsync());

    private static IReadOnlyList<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) =>
        [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];
}
