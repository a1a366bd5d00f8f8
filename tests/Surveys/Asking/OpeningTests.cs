// Opening a survey: who is asked, by which way, with which code, and never twice.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.OpenSurvey;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Tests.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Asking;

public sealed class OpeningTests
{
    // who is reached how: what they asked for where it can be used, else e-mail, text, letter
    private static readonly NewTenant[] Tenants =
    [
        new()
        {
            GivenName = "Mail",
            Email = "mail@post.example",
            Phone = "+447700900001",
        },
        new()
        {
            GivenName = "Text",
            Email = "text@post.example",
            Phone = "+447700900002",
            Prefers = ContactWay.Text,
        },
        new() { GivenName = "Mobile", Phone = "+447700900003" },
        new() { GivenName = "Landline", Phone = "+441632960004" },
        new()
        {
            GivenName = "Rings",
            Phone = "+441632960005",
            Prefers = ContactWay.Telephone,
            Ward = "Fennside",
        },
        new()
        {
            GivenName = "Post",
            Email = "post@post.example",
            Prefers = ContactWay.Post,
        },
        new()
        {
            GivenName = "Never",
            Email = "never@post.example",
            DoNotContact = true,
        },
        new()
        {
            GivenName = "No",
            Email = "no@post.example",
            Refuses = [MessageKind.Surveys],
        },
        new()
        {
            GivenName = "Nonews",
            Email = "nonews@post.example",
            Refuses = [MessageKind.News],
        },
        new()
        {
            GivenName = "Left",
            Email = "left@post.example",
            Left = new DateOnly(2026, 10, 1),
        },
    ];

    [Theory, BothDatabases]
    public async Task The_officer_sees_who_is_asked_and_how_and_opens_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(
            kind,
            new Dictionary<string, string?> { ["Hearth:PublicAddress"] = "https://tell.ousebridge.example/" }
        );
        await hearth.MoveInAsync(Tenants);
        var officer = hearth.Staff();
        var id = await hearth.DraftAsync();

        var who = await officer.OpenAsync($"/surveys/{id}/open");

        Assert.Contains("7 households would be asked", who.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["E-mail with a link 2", "Text with a link 2", "Letter with a code 2", "Telephone call 1", "Asked 7"],
            who.All("#count tbody tr").Select(row => string.Join(' ', row.Children.Select(Page.Words)))
        );
        Assert.Contains("1 marked “do not contact”", who.Text, StringComparison.Ordinal);
        Assert.Contains("1 said no to surveys", who.Text, StringComparison.Ordinal);

        var check = await officer.SubmitAsync(who, new { }, "Save and continue");
        Assert.Equal("Check before you open it", check.Heading);
        var open = await officer.SubmitAsync(check, new { }, "Open it and ask 7 households");

        Assert.Contains("The survey is open. 7 households are being asked.", open.Text, StringComparison.Ordinal);
        var messages = await hearth.MessagesAsync();
        Assert.Equal(
            [
                "Email mail@post.example",
                "Email nonews@post.example",
                "Letter 4 Kiln Lane",
                "Letter 6 Kiln Lane",
                "Telephone +441632960005",
                "Text +447700900002",
                "Text +447700900003",
            ],
            messages.Select(m => $"{m.Channel} {m.ToAddress.Split('\n')[0]}").Order(StringComparer.Ordinal)
        );
        var codes = (await hearth.InvitationsAsync(id)).ToDictionary(i => i.HouseholdId, i => i.Code);
        foreach (var message in messages)
        {
            var code = codes[Guid.Parse(message.Key.Split('/')[3])];
            var link = $"https://tell.ousebridge.example/s/{code}";
            if (message.Channel == "Letter")
            {
                Assert.Contains(link, message.Code!, StringComparison.Ordinal);
                Assert.Contains($"{code[..4]} {code[4..]}", message.Code!, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains(link, message.Body, StringComparison.Ordinal);
            }
            Assert.Contains("22 January", message.Body, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(
            "Save",
            (await officer.OpenAsync($"/surveys/{id}/open")).Document.QuerySelector("main")!.QuerySelectorAll("button").Select(Page.Words)
        );
    }

    [Theory, BothDatabases]
    public async Task Only_the_chosen_groups_are_asked(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(
            new()
            {
                Ward = "Fennside",
                Age = 22,
                Patch = "North",
                Tenure = TenureKind.Sheltered,
            },
            new()
            {
                Ward = "Fennside",
                Age = 70,
                Patch = "North",
                InvolvedAs = "Tenants’ panel",
            },
            new()
            {
                Ward = "Marsh End",
                Age = 22,
                Patch = "South",
                Locality = Locality.Rural,
            },
            new()
            {
                Ward = "Marsh End",
                Age = null,
                Patch = "South",
            }
        );
        var officer = hearth.Staff();
        var id = await hearth.DraftAsync();
        async Task<string> CountAsync(params (string Field, string Value)[] chosen)
        {
            var page = await officer.OpenAsync($"/surveys/{id}/open");
            List<KeyValuePair<string, string>> fields = [];
            foreach (var field in new[] { "Wards", "Patches", "AgeBands", "Tenures", "Localities", "OnlyInvolved" })
            {
                var values = chosen.Where(c => c.Field == field).Select(c => c.Value).ToList();
                fields.AddRange(
                    (values.Count == 0 ? [""] : values).Where(v => v.Length > 0).Select(v => KeyValuePair.Create("Form." + field, v))
                );
                // what an earlier count left ticked is unticked
                page.Document.QuerySelectorAll($"input[name='Form.{field}'][checked]")
                    .ToList()
                    .ForEach(box => box.RemoveAttribute("checked"));
            }
            var counted = await officer.SubmitAsync(page, fields, "Save and count");
            return Page.Words(counted.All("#count h2")[0]).Split(' ')[0];
        }

        Assert.Equal("2", await CountAsync(("Wards", "Fennside")));
        Assert.Equal("4", await CountAsync(("Wards", "Fennside"), ("Wards", "Marsh End")));
        Assert.Equal("1", await CountAsync(("Wards", "Fennside"), ("AgeBands", "16 to 24")));
        Assert.Equal("2", await CountAsync(("Patches", "South")));
        Assert.Equal("1", await CountAsync(("AgeBands", "Not known")));
        Assert.Equal("1", await CountAsync(("Tenures", "Sheltered")));
        Assert.Equal("1", await CountAsync(("Localities", "Rural")));
        Assert.Equal("4", await CountAsync());
        Assert.Equal("1", await CountAsync(("OnlyInvolved", "true")));

        var opened = await hearth.OpenAsync(id);
        Assert.Equal(1, opened.Made!.Asked);
        Assert.Equal("65 to 74", Assert.Single(await hearth.InvitationsAsync(id)).AgeBand);
        var nobody = await hearth.DraftAsync(audience: new() { Wards = ["Nowhere"] });
        Assert.IsType<NobodyToAsk>(Assert.Single((await hearth.OpenAsync(nobody)).Refusals));
    }

    [Theory, BothDatabases]
    public async Task The_facts_of_an_invitation_stay_as_they_were_when_it_was_drawn(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var moved = await hearth.MoveInAsync(
            new NewTenant
            {
                Age = 34,
                Ward = "Fennside",
                Tenure = TenureKind.Sheltered,
                Locality = Locality.Rural,
            }
        );
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);

        await hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            await db.Database.ExecuteSqlRawAsync("UPDATE people_ward SET \"Name\" = 'Renamed'");
            await db.Database.ExecuteSqlRawAsync("UPDATE people_tenancy SET \"Tenure\" = 'Leasehold'");
            await db.Database.ExecuteSqlRawAsync("UPDATE people_home SET \"Locality\" = 'City'");
        });
        hearth.Clock.Forward(TimeSpan.FromDays(1000));

        var invitation = Assert.Single(await hearth.InvitationsAsync(id));
        Assert.Equal(
            ("Fennside", "Sheltered", "Rural", "25 to 34", moved[0].PersonId, Channel.Letter),
            (invitation.Ward, invitation.Tenure, invitation.Locality, invitation.AgeBand, invitation.PersonId, invitation.AskedBy)
        );
    }

    [Theory, BothDatabases]
    public async Task Pressing_open_twice_asks_nobody_twice(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Tenants);
        var officer = hearth.Staff();
        var id = await hearth.DraftAsync();
        var check = await officer.OpenAsync($"/surveys/{id}/open/check");

        await officer.SubmitAsync(check, new { }, "Open it");
        var again = await officer.SubmitAsync(check, new { }, "Open it");

        Assert.Equal(["This survey is already open. Nobody is asked twice"], again.Errors);
        Assert.Equal(7, (await hearth.InvitationsAsync(id)).Count);
        Assert.Equal(7, (await hearth.MessagesAsync()).Count);
    }

    [Theory, BothDatabases]
    public async Task Of_several_officers_who_open_it_at_once_one_does(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Tenants);
        var id = await hearth.DraftAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => hearth.OpenAsync(id))));

        Assert.Single(all, outcome => !outcome.Refused);
        Assert.All(all.Where(outcome => outcome.Refused), outcome => Assert.IsType<SurveyAlreadyOpen>(Assert.Single(outcome.Refusals)));
        Assert.Equal(7, (await hearth.InvitationsAsync(id)).Count);
        Assert.Equal(7, (await hearth.MessagesAsync()).Count);
    }

    [Theory, BothDatabases]
    public async Task What_is_not_ready_is_not_opened(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant());
        var officer = hearth.Staff();
        var empty = await hearth.DraftAsync(questions: false);
        var late = await hearth.DraftAsync("2026-10-01", "2026-11-11");

        var check = await officer.OpenAsync($"/surveys/{empty}/open/check");

        Assert.Contains(
            "It cannot be opened yet. Add at least one question before you open the survey",
            check.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(check.All("main form"));
        Assert.IsType<NoQuestions>(Assert.Single((await hearth.OpenAsync(empty)).Refusals));
        Assert.IsType<LastDayIsPast>(Assert.Single((await hearth.OpenAsync(late)).Refusals));
        Assert.Empty(await hearth.MessagesAsync());
    }

    [Theory, BothDatabases]
    public async Task An_open_survey_is_locked_and_says_what_to_do_instead(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant());
        var officer = hearth.Staff();
        var id = await hearth.DraftAsync();
        var question = (await hearth.QuestionsAsync(id))[0];
        var forms = new[]
        {
            (await officer.OpenAsync($"/surveys/{id}/questions/{question.Id}"), "Save this question"),
            (await officer.OpenAsync($"/surveys/{id}/questions/{question.Id}/delete"), "Delete the question"),
            (await officer.OpenAsync($"/surveys/{id}/questions/add?kind=LongText"), "Add this question"),
            (await officer.OpenAsync($"/surveys/{id}/questions/measures"), "Add them"),
            (await officer.OpenAsync($"/surveys/{id}/edit"), "Save"),
        };
        await hearth.OpenAsync(id);

        foreach (var (form, button) in forms)
        {
            var refused = await officer.SubmitAsync(form, new Dictionary<string, string> { ["Form.Text"] = "Changed?" }, button);
            Assert.Contains(
                "This survey is open: everyone must answer the same questions. Make a new version to change them, and no answer is lost",
                refused.Errors
            );
        }
        Assert.Equal(["What should we know?"], (await hearth.QuestionsAsync(id)).Select(q => q.Text));
        var list = await officer.OpenAsync($"/surveys/{id}/questions");
        Assert.Equal($"/surveys/{id}/copy", list.LinkTo("Copy this survey"));
        var gone = await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{id}/delete"), new { }, "Delete the draft");
        Assert.Contains("Only a draft can be deleted", Assert.Single(gone.Errors), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_survey_set_for_later_opens_by_itself_on_its_day(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant());
        var officer = hearth.Staff();
        var id = await hearth.DraftAsync("2026-11-26");

        var set = await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{id}/open/check"), new { }, "Set it to open on 26 November");
        Assert.Contains("The survey opens by itself on Thursday 26 November.", set.Text, StringComparison.Ordinal);
        hearth.Clock.MoveTo(new DateOnly(2026, 11, 25));
        await hearth.DayComesAsync();
        Assert.Empty(await hearth.InvitationsAsync(id));
        await hearth.MoveInAsync(new NewTenant { GivenName = "Newcomer" });
        hearth.Clock.MoveTo(new DateOnly(2026, 11, 26));
        await hearth.DayComesAsync();
        await hearth.DayComesAsync();

        Assert.Equal(SurveyStatus.Open, (await hearth.SurveyAsync(id)).Status);
        Assert.Equal(2, (await hearth.InvitationsAsync(id)).Count);
        Assert.Equal(2, (await hearth.MessagesAsync()).Count);
        // without a setting, links begin where the officer set it
        Assert.Contains("http://localhost/s/", (await hearth.MessagesAsync())[0].Code!, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_survey_that_could_not_open_on_its_day_says_so(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant { Ward = "Fennside" });
        var id = await hearth.DraftAsync("2026-11-26", audience: new() { Wards = ["Fennside"] });
        await hearth.OpenAsync(id);
        await hearth.InScopeAsync(services =>
            services.GetRequiredService<HearthDb>().Database.ExecuteSqlRawAsync("UPDATE people_ward SET \"Name\" = 'Elsewhere'")
        );

        hearth.Clock.MoveTo(new DateOnly(2026, 11, 27));
        await hearth.DayComesAsync();

        var page = await hearth.Staff().OpenAsync($"/surveys/{id}");
        Assert.Contains("It should have opened on Thursday 26 November and could not.", page.Text, StringComparison.Ordinal);
        Assert.Equal(SurveyStatus.Scheduled, (await hearth.SurveyAsync(id)).Status);
    }

    [Theory, BothDatabases]
    public async Task A_waiting_survey_is_taken_back_and_does_not_open(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant());
        var officer = hearth.Staff();
        var id = await hearth.DraftAsync("2026-11-26");
        await hearth.OpenAsync(id);
        Assert.Contains("Waiting for their first day", (await officer.OpenAsync("/surveys")).Text, StringComparison.Ordinal);

        var page = await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{id}/take-back"), new { }, "Take it back");
        hearth.Clock.MoveTo(new DateOnly(2026, 11, 27));
        await hearth.DayComesAsync();

        Assert.Contains("The survey is a draft again. Nobody has been asked.", page.Text, StringComparison.Ordinal);
        Assert.Equal(SurveyStatus.Draft, (await hearth.SurveyAsync(id)).Status);
        Assert.Empty(await hearth.InvitationsAsync(id));
    }

    [Theory, BothDatabases]
    public async Task Five_hundred_homes_get_five_hundred_codes(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(
            Enumerable.Range(0, 500).Select(i => new NewTenant { GivenName = $"N{i}", Email = i % 2 == 0 ? $"n{i}@post.example" : null })
        );
        var (first, second) = (await hearth.DraftAsync(), await hearth.DraftAsync());
        // the same chance for both: every code of the second was given out by the first
        Random Seed() => new(20261112);
        var (one, two) = (Seed(), Seed());

        Assert.Equal(500, (await hearth.OpenAsync(first, below => one.Next(below))).Made!.Asked);
        // the first has rested them
        hearth.Clock.Forward(TimeSpan.FromDays(14));
        Assert.Equal(500, (await hearth.OpenAsync(second, below => two.Next(below))).Made!.Asked);

        var codes = (await hearth.InvitationsAsync(first)).Concat(await hearth.InvitationsAsync(second)).Select(i => i.Code).ToList();
        Assert.Equal(1000, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[2-9CDFGHJKMNPQRTVWXY]{8}$", code));
        Assert.Equal(1000, (await hearth.MessagesAsync()).Count);
    }

    [Theory, BothDatabases]
    public async Task Whom_we_asked_can_be_shown_and_forgotten(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenant = (await hearth.MoveInAsync(new NewTenant()))[0];
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);

        await hearth.InScopeAsync(async services =>
        {
            var held = services.GetServices<IPersonalData>().Single(data => data.Covers.Contains(typeof(Invitation)));
            var item = Assert.Single(await held.HeldOnAsync(tenant.PersonId, CancellationToken.None));
            Assert.Equal(("Asked to answer a survey", "How warm is your home?"), (item.What, item.Value));
            await held.ForgetAsync(tenant.PersonId, CancellationToken.None);
            services.GetRequiredService<AuditTrail>().Write("Forget", "person");
            await services.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        var invitation = Assert.Single(await hearth.InvitationsAsync(id));
        Assert.Null(invitation.PersonId);
        Assert.Equal(tenant.HouseholdId, invitation.HouseholdId);
    }

    [Theory]
    [InlineData("7K4M 2QXR", "7K4M2QXR")]
    [InlineData(" 7k4m-2qxr ", "7K4M2QXR")]
    [InlineData("7K4MZQXR", "7K4M2QXR")]
    [InlineData("7K4M2QX", null)]
    [InlineData("7K4M2QXA", null)]
    [InlineData("7K4M2QXR7K4M2QXR", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? code) => Assert.Equal(code, InvitationCode.Read(typed));
}
