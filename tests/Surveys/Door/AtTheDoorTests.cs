// Answers from the doors: sealed on the device, taken in once, the first of a home counted and the second kept aside, tries kept, lists claimed.
using System.Net;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Door;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Tests.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Door;

public sealed class AtTheDoorTests
{
    private static readonly Guid Ada = new("019a7000-0000-7000-8000-0000000000a1");
    private static readonly Guid Ben = new("019a7000-0000-7000-8000-0000000000b2");
    private static readonly object Warm = new
    {
        q1 = new[] { "y" },
        q2 = new[] { "4" },
        q5 = new[] { "2025-11-03" },
        q6 = new[] { "Draughts." },
    };

    [Theory, BothDatabases]
    public async Task Answers_from_a_door_are_taken_in_once_however_often_they_are_sent(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (device, _, _) = await StandAsync(hearth, 3);
        var id = Guid.CreateVersion7();
        var sealedOnce = device.Answers(id, device.Homes[0], Warm);

        Assert.Equal(["in"], await device.SendAsync(sealedOnce));
        Assert.Equal(["already", "in"], await device.SendAsync(sealedOnce, device.Answers(Guid.CreateVersion7(), device.Homes[1], Warm)));
        Assert.Equal(["already"], await device.SendAsync(sealedOnce));

        var kept = await hearth.KeptAsync();
        Assert.Equal(2, kept.Count);
        Assert.Equal("FaceToFace", kept[0].Channel);
        Assert.Equal("""{"q1":["y"],"q2":["4"],"q5":["2025-11-03"]}""", kept[0].Answers);
        Assert.Equal(["Draughts."], kept[0].Words);
        var line = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<AuditLine>().FirstAsync(a => a.Action == "SendAnswers")
        );
        Assert.Equal(("Ada Bell", "at the door"), (line.ActorName, line.Detail));
    }

    [Theory, BothDatabases]
    public async Task The_same_answers_sent_from_two_tabs_at_once_count_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (device, _, _) = await StandAsync(hearth, 1);
        var answers = device.Answers(Guid.CreateVersion7(), device.Homes[0], Warm);

        var all = (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => device.SendAsync(answers)))).Select(r => r.Single()).ToList();

        Assert.Single(all, "in");
        Assert.Equal(5, all.Count(state => state == "already"));
        Assert.Single(await hearth.KeptAsync());
        Assert.Empty(await hearth.AsideAsync());
    }

    [Theory, BothDatabases]
    public async Task What_came_another_way_first_is_kept_and_the_second_is_set_aside_and_shown(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (device, officer, field) = await StandAsync(hearth, 1);
        await WebAnswerAsync(hearth, field.Codes[0]);
        var late = device.Answers(Guid.CreateVersion7(), device.Homes[0], Warm);

        Assert.Equal(["aside: This home had already answered: online, on Thursday 12 November"], await device.SendAsync(late));
        Assert.Equal(["already"], await device.SendAsync(late));

        Assert.Equal(["Online"], (await hearth.KeptAsync()).Select(a => a.Channel));
        Assert.StartsWith("AnsweredBefore", Assert.Single(await hearth.AsideAsync()));
        var page = await officer.OpenAsync($"/surveys/{field.Survey}/set-aside");
        Assert.Contains("this home had already answered", page.Text);
        Assert.Contains("Fairly dissatisfied", page.Text);
        Assert.Empty(page.All("button[value=count]"));
        Assert.Contains("set of answers set aside1", (await officer.OpenAsync($"/surveys/{field.Survey}/door")).Text);
    }

    [Theory, BothDatabases]
    public async Task Answers_given_before_a_survey_closed_can_be_counted_after_it_those_given_later_cannot(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (device, officer, field) = await StandAsync(hearth, 2);
        var before = hearth.Clock.GetUtcNow();
        hearth.Clock.Forward(TimeSpan.FromDays(1));
        await hearth.StopSurveyAsync(field.Survey);
        hearth.Clock.Forward(TimeSpan.FromDays(2));

        var told = await device.SendAsync(
            device.Answers(Guid.CreateVersion7(), device.Homes[0], Warm, before),
            device.Answers(Guid.CreateVersion7(), device.Homes[1], Warm)
        );

        Assert.Equal(["aside: The survey had closed", "aside: The survey had closed"], told);
        Assert.Empty(await hearth.KeptAsync());
        var page = await officer.OpenAsync($"/surveys/{field.Survey}/set-aside");
        Assert.Single(page.All("button[value=count]"));
        var after = await officer.SubmitAsync(page, button: "Count them");
        Assert.Contains("They are counted now", after.Document.Body!.TextContent);
        Assert.Single(await hearth.KeptAsync());
        var rest = await officer.SubmitAsync(after, button: "Leave them uncounted");
        Assert.Contains("2 decided before", rest.Text);
        Assert.Single(await hearth.KeptAsync());
    }

    [Theory, BothDatabases]
    public async Task A_file_from_a_device_can_be_handed_in_by_any_officer_and_twice_does_no_harm(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (device, _, field) = await StandAsync(hearth, 2);
        var file = device.FileOf(
            device.Answers(Guid.CreateVersion7(), device.Homes[0], Warm),
            device.Seal(
                Guid.CreateVersion7(),
                new
                {
                    home = device.Homes[1],
                    at = hearth.Clock.GetUtcNow(),
                    outcome = "Refused",
                }
            )
        );
        var ben = hearth.Staff(id: Ben, name: "Ben Ash");
        var page = await ben.OpenAsync($"/surveys/{field.Survey}/door/hand-in");

        var first = await ben.SubmitAsync(page, [], [("Upload", "x.hearth-door.json", file)], "Hand it in");
        var second = await ben.SubmitAsync(page, [], [("Upload", "x.hearth-door.json", file)], "Hand it in");

        Assert.Contains("taken in2", first.Text);
        Assert.Contains("here already2", second.Text);
        Assert.Single(await hearth.KeptAsync());
        Assert.Equal(["Door Refused"], await hearth.TriesAsync());
        Assert.Equal(
            ["Ada Bell"],
            await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Attempt>().Select(a => a.By).ToListAsync())
        );
    }

    [Theory, BothDatabases]
    public async Task What_is_changed_on_the_way_or_is_no_file_is_refused_and_nothing_is_kept(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (device, officer, field) = await StandAsync(hearth, 1);
        var (id, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        dynamic good = device.Answers(id, device.Homes[0], Warm);
        object renamed = new
        {
            id = other,
            good.list,
            good.key,
            good.iv,
            good.body,
        };
        object noPoint = new
        {
            id,
            good.list,
            key = Convert.ToBase64String(new byte[65]),
            good.iv,
            good.body,
        };
        object noBase64 = new
        {
            id,
            good.list,
            key = "!",
            good.iv,
            good.body,
        };

        var refused = await device.SendAsync(
            renamed,
            noPoint,
            noBase64,
            device.Answers(Guid.CreateVersion7(), Guid.CreateVersion7(), Warm),
            device.Seal(Guid.CreateVersion7(), new { home = device.Homes[0] })
        );
        Assert.All(refused, state => Assert.StartsWith("refused: ", state));
        Assert.Equal(
            ["aside: They do not fit the questions"],
            await device.SendAsync(device.Answers(Guid.CreateVersion7(), device.Homes[0], new { q1 = new[] { "z" }, q99 = new[] { "1" } }))
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await device.SendRawAsync("wrong", (object)good)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await device.SendRawAsync(null, (object)good)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await device.SendRawAsync(device.Token)).Status);
        var page = await officer.OpenAsync($"/surveys/{field.Survey}/door/hand-in");
        foreach (var bytes in new[] { "no json"u8.ToArray(), "{\"hearth\":\"door-1\"}"u8.ToArray(), "null"u8.ToArray() })
        {
            var answer = await officer.SubmitAsync(page, [], [("Upload", "x.json", bytes)], "Hand it in");
            Assert.StartsWith("This is not a file from the page for the doors", Assert.Single(answer.Errors));
        }
        Assert.Equal(["Choose the file that the device made"], (await officer.SubmitAsync(page, button: "Hand it in")).Errors);
        Assert.Empty(await hearth.KeptAsync());
        Assert.Equal(["in"], await device.SendAsync((object)good));
    }

    [Theory, BothDatabases]
    public async Task A_list_holds_only_homes_that_may_be_visited_and_no_home_is_on_two_lists(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(
            new NewTenant(),
            new NewTenant { DoNotContact = true },
            new NewTenant { Refuses = [Hearth.People.Public.MessageKind.Surveys] },
            new NewTenant
            {
                GivenName = "Olive",
                FamilyName = "Marsh",
                Email = "olive@tenant.example",
                Phone = "+447700900123",
            },
            new NewTenant()
        );
        var field = await hearth.TakeToTheFieldAsync(tenants);
        await WebAnswerAsync(hearth, field.Codes[4]);
        var (ada, ben) = (hearth.Staff(id: Ada, name: "Ada Bell"), hearth.Staff(id: Ben, name: "Ben Ash"));

        var mine = await Device.TakeAsync(hearth, ada, field.Survey);
        var his = await ben.SubmitAsync(await ben.OpenAsync($"/surveys/{field.Survey}/door"), new { Homes = 30 }, "Take this list");

        Assert.Equal([field.Invitations[0], field.Invitations[3]], mine.Homes);
        Assert.StartsWith("There is no home to visit here", Assert.Single(his.Errors));
        // only what is needed at a door is on the device: no e-mail, no telephone number, no code
        var held = mine.Held.GetRawText();
        Assert.Contains("Olive Marsh", held);
        Assert.DoesNotContain("olive@tenant.example", held);
        Assert.DoesNotMatch("7700 ?900", held);
        Assert.DoesNotContain(field.Codes[3], held);
        Assert.Contains(
            "Enter how many homes you will visit, from 1 to 60",
            (await ben.SubmitAsync(his, new { Homes = "900" }, "Take this list")).Errors
        );

        // once the list has run out, or is ended, the homes are free
        hearth.Clock.Forward(TimeSpan.FromDays(1));
        Assert.Equal(2, (await Device.TakeAsync(hearth, ben, field.Survey)).Homes.Count);
    }

    [Theory, BothDatabases]
    public async Task A_list_goes_onto_one_device_and_never_onto_a_second(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await hearth.TakeToTheFieldAsync(await hearth.MoveInAsync(new NewTenant()));
        var ada = hearth.Staff(id: Ada, name: "Ada Bell");
        var page = await ada.SubmitAsync(await ada.OpenAsync($"/surveys/{field.Survey}/door"), new { Homes = 5 }, "Take this list");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Device.PutAsync(ada, page)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Contains("This list is on a device already", (await ada.OpenAsync(page.Path)).Text);
        var list = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<DoorList>().SingleAsync());
        Assert.DoesNotContain("MIG", list.PrivateKey!);
        Assert.Equal(HttpStatusCode.NotFound, (await hearth.Staff(id: Ben).OpenAsync(page.Path)).Status);
    }

    [Theory, BothDatabases]
    public async Task A_household_that_said_no_at_the_door_is_not_visited_again_and_a_call_back_is_kept(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (device, officer, field) = await StandAsync(hearth, 3);
        var now = hearth.Clock.GetUtcNow();
        await device.SendAsync(
            device.Seal(
                Guid.CreateVersion7(),
                new
                {
                    home = device.Homes[0],
                    at = now,
                    outcome = "Refused",
                }
            ),
            device.Seal(
                Guid.CreateVersion7(),
                new
                {
                    home = device.Homes[1],
                    at = now,
                    outcome = "CallBack",
                    callBackAt = now.AddDays(2),
                }
            ),
            // a clock that jumped: what cannot be counts as now
            device.Seal(
                Guid.CreateVersion7(),
                new
                {
                    home = device.Homes[2],
                    at = now.AddYears(3),
                    outcome = "NoAnswer",
                }
            )
        );
        hearth.Clock.Forward(TimeSpan.FromDays(1));

        var again = await Device.TakeAsync(hearth, officer, field.Survey);

        Assert.Equal([device.Homes[1], device.Homes[2]], again.Homes);
        var tries = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Attempt>().ToListAsync());
        Assert.All(tries, t => Assert.Equal(now, t.At));
        Assert.Equal(now.AddDays(2), tries.Single(t => t.Outcome == AttemptOutcome.CallBack).CallBackAt);
    }

    [Theory, BothDatabases]
    public async Task Whatever_a_devices_clock_says_answers_count_on_a_day_that_can_be(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (device, _, _) = await StandAsync(hearth, 3);
        var taken = hearth.Clock.GetUtcNow();
        hearth.Clock.Forward(TimeSpan.FromHours(3));
        var now = hearth.Clock.GetUtcNow();

        // nine days behind, four days ahead, and right
        Assert.Equal(
            ["in", "in", "in"],
            await device.SendAsync(
                device.Answers(Guid.CreateVersion7(), device.Homes[0], Warm, taken.AddDays(-9)),
                device.Answers(Guid.CreateVersion7(), device.Homes[1], Warm, now.AddDays(4)),
                device.Answers(Guid.CreateVersion7(), device.Homes[2], Warm, taken.AddHours(1))
            )
        );

        var at = await hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>().Set<Response>().OrderBy(r => r.At).Select(r => r.At).ToListAsync()
        );
        Assert.Equal([taken.AddHours(1), now, now], at);
    }

    [Theory, BothDatabases]
    public async Task Answers_taken_before_a_new_version_of_the_questions_count_as_what_was_asked(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (device, officer, field) = await StandAsync(hearth, 2);
        hearth.Clock.Forward(TimeSpan.FromHours(1));
        var change = $"/surveys/{field.Survey}/change";
        var copy = (await officer.SubmitAsync(await officer.OpenAsync(change), button: "Start version 2")).Path.Split('/')[2];
        var rooms = (await hearth.QuestionsAsync(Guid.Parse(copy))).Single(question => question.Key == "q3");
        await officer.SubmitAsync(await officer.OpenAsync($"/surveys/{copy}/questions/{rooms.Id}/delete"));
        await officer.SubmitAsync(await officer.OpenAsync(change), new { Because = "Nobody knew." }, "Ask version 2 from now on");
        var late = device.Answers(Guid.CreateVersion7(), device.Homes[0], new { q1 = new[] { "n" }, q3 = new[] { "bed" } });

        Assert.Equal(["in"], await device.SendAsync(late));

        var kept = await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<Response>().SingleAsync());
        Assert.Equal((1, """{"q1":["n"],"q3":["bed"]}"""), (kept.Edition, kept.Answers));
        Assert.Empty(await hearth.AsideAsync());
    }

    [Theory, BothDatabases]
    public async Task After_four_weeks_a_lists_key_is_thrown_away_and_nobody_can_open_what_was_sealed_for_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var (device, _, _) = await StandAsync(hearth, 1);
        hearth.Clock.Forward(TimeSpan.FromDays(30));

        await hearth.InScopeAsync(s => s.GetServices<IJob>().Single(j => j.Name == "forget-door-lists").RunAsync(default));

        Assert.StartsWith(
            "refused: It cannot be opened",
            Assert.Single(await device.SendAsync(device.Answers(Guid.CreateVersion7(), device.Homes[0], Warm)))
        );
    }

    [Theory, BothDatabases]
    public async Task A_forgotten_person_is_asked_nothing_more_and_what_was_set_aside_of_them_is_gone(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(new NewTenant());
        var field = await hearth.TakeToTheFieldAsync(tenants);
        var device = await Device.TakeAsync(hearth, hearth.Staff(id: Ada, name: "Ada Bell"), field.Survey);
        await WebAnswerAsync(hearth, field.Codes[0]);
        await device.SendAsync(
            device.Answers(Guid.CreateVersion7(), device.Homes[0], Warm),
            device.Seal(
                Guid.CreateVersion7(),
                new
                {
                    home = device.Homes[0],
                    at = hearth.Clock.GetUtcNow(),
                    outcome = "NoAnswer",
                }
            )
        );
        var held = await hearth.InScopeAsync(async s =>
        {
            var all = new List<HeldItem>();
            foreach (var data in s.GetServices<IPersonalData>().OfType<FieldworkHeld>())
            {
                all.AddRange(await data.HeldOnAsync(tenants[0].PersonId, default));
            }
            return all;
        });
        Assert.Contains(held, item => item.Value == "Not in");
        Assert.Contains(held, item => item.Value.Contains("Draughts.", StringComparison.Ordinal));

        await hearth.InScopeAsync(async s =>
        {
            foreach (var data in s.GetServices<IPersonalData>())
            {
                await data.ForgetAsync(tenants[0].PersonId, default);
            }
            s.GetRequiredService<AuditTrail>().Write("ErasePerson", "person", tenants[0].PersonId);
            await s.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        Assert.Empty(await hearth.AsideAsync());
        Assert.Empty(await hearth.TriesAsync());
        Assert.StartsWith(
            "refused: This person asked to be forgotten",
            Assert.Single(await device.SendAsync(device.Answers(Guid.CreateVersion7(), device.Homes[0], Warm)))
        );
    }

    [Fact]
    public async Task The_worker_and_the_manifest_are_there_and_the_page_needs_no_sign_in()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var worker = await hearth.Anyone().OpenAsync("/door/worker.js");
        Assert.Equal("text/javascript", worker.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("hearth-door-", worker.Body);
        Assert.Contains("start_url", (await hearth.Anyone().OpenAsync("/door/manifest.webmanifest")).Body);
        var page = await hearth.Anyone().OpenAsync("/door/");
        Assert.Equal("At the door", page.Heading);
        Assert.Contains("print paper forms", page.Body);
    }

    private static async Task<(Device Device, Browser Officer, InTheField Field)> StandAsync(HearthApp hearth, int homes)
    {
        var field = await hearth.TakeToTheFieldAsync(await hearth.MoveInAsync(Enumerable.Range(0, homes).Select(_ => new NewTenant())));
        var officer = hearth.Staff(id: Ada, name: "Ada Bell");
        return (await Device.TakeAsync(hearth, officer, field.Survey), officer, field);
    }

    private static async Task WebAnswerAsync(HearthApp hearth, string code)
    {
        var tenant = hearth.Anyone();
        await tenant.SubmitAsync(await tenant.OpenAsync($"/s/{code}/q1"), new { Answer = "n" }, "Continue");
        await tenant.SubmitAsync(await tenant.OpenAsync($"/s/{code}/q3"), button: "Skip");
        await tenant.SubmitAsync(await tenant.OpenAsync($"/s/{code}/q4"), button: "Skip");
        await tenant.SubmitAsync(await tenant.OpenAsync($"/s/{code}/q5"), button: "Skip");
        await tenant.SubmitAsync(await tenant.OpenAsync($"/s/{code}/q6"), button: "Skip");
        await tenant.SubmitAsync(await tenant.OpenAsync($"/s/{code}/check"));
    }
}
