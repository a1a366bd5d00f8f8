// A person who must be reached with care: what an officer sets goes before every sender, every wish and everything that waits.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.People.SignIn.Tests;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.Register;

public sealed class KeepSafeTests
{
    private const string Elsewhere = "Flat 3\n9 Harbour Street\nOusebridge\nOB1 1AA";
    private static readonly NewTenant Every = new() { Email = "kasia@mail.example", Phone = "+447700900123" };

    [Theory, BothDatabases]
    public async Task A_way_that_is_not_safe_is_closed_whatever_the_person_wished(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(Every with { Prefers = ContactWay.Email }))[0].PersonId;
        Assert.Equal(Channel.Email, (await MemberAsync(hearth, kasia)).BestChannel);

        await SetAsync(hearth, kasia, ("Never", "Email"));
        var afterwards = await MemberAsync(hearth, kasia);
        Assert.Equal((Channel.Text, null), (afterwards.BestChannel, afterwards.Email));

        await SetAsync(hearth, kasia, ("Never", "Email"), ("Never", "Text"), ("WriteTo", Elsewhere));
        afterwards = await MemberAsync(hearth, kasia);
        Assert.Equal((Channel.Letter, Elsewhere), (afterwards.BestChannel, afterwards.Reach(Channel.Letter)!.Address));
        // nobody is sent to the other address to knock
        Assert.Equal("1 Kiln Lane\nOusebridge\nOB4 2QR", afterwards.Reach(Channel.Door)!.Address);

        await SetAsync(
            hearth,
            kasia,
            ("Never", "Email"),
            ("Never", "Text"),
            ("Never", "Letter"),
            ("Never", "Telephone"),
            ("Never", "Door")
        );
        afterwards = await MemberAsync(hearth, kasia);
        Assert.Equal((null, null, "", ""), (afterwards.BestChannel, afterwards.Phone, afterwards.PostalAddress, afterwards.HomeAddress));
        Assert.All(Enum.GetValues<Channel>(), channel => Assert.Null(afterwards.Reach(channel)));

        await SetAsync(hearth, kasia);
        Assert.Equal(Channel.Email, (await MemberAsync(hearth, kasia)).BestChannel);
        // the audit says that it was set, and never what
        Assert.Equal(4, (await hearth.AuditAsync("KeepSafe")).Count(detail => string.IsNullOrEmpty(detail)));
    }

    [Theory, BothDatabases]
    public async Task What_waits_is_held_back_in_the_moment_it_is_set_and_the_letter_goes_elsewhere(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(Every))[0].PersonId;
        await QueueAsync(hearth, kasia, Enum.GetValues<Channel>());

        await SetAsync(hearth, kasia, ("Never", "Email"), ("Never", "Telephone"), ("Never", "Door"), ("WriteTo", Elsewhere));

        var after = (await MessagesAsync(hearth)).ToDictionary(m => m.Channel);
        Assert.Equal(
            [
                ("Door", "Failed"),
                ("Email", "Failed"),
                ("Letter", "Queued"),
                ("Telephone", "Failed"),
                ("Text", "Queued"),
                ("WhatsApp", "Queued"),
            ],
            after.Values.Select(m => (m.Channel, m.Status)).OrderBy(m => m.Channel, StringComparer.Ordinal)
        );
        Assert.Equal(Elsewhere, after["Letter"].ToAddress);
    }

    [Theory, BothDatabases]
    public async Task A_sender_that_knows_nothing_of_it_sends_nothing_past_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(Every))[0].PersonId;
        await SetAsync(hearth, kasia, ("Never", "Email"), ("Never", "Telephone"), ("Mind", "Discreet"), ("WriteTo", Elsewhere));

        await QueueAsync(hearth, kasia, Channel.Email, Channel.Text, Channel.Letter, Channel.Telephone);
        var officer = hearth.Staff();
        var calls = await officer.OpenAsync("/messages/calls");
        var taken = await officer.SubmitAsync(calls, button: "Take the call to Kasia Nowak");
        Assert.Contains("need not be made any more", taken.Text, StringComparison.Ordinal);
        var run = await officer.SubmitAsync(await officer.OpenAsync("/messages/letters"), button: "Make a print run");
        var sheet = await officer.OpenAsync(run.Path + "/print");
        await hearth.InScopeAsync(s => s.GetServices<IJob>().Single(job => job.Name == "send-messages").RunAsync(CancellationToken.None));

        var after = (await MessagesAsync(hearth)).ToDictionary(m => m.Channel);
        Assert.Equal(
            ("Failed", "Failed", "Sent", "Sending"),
            (after["Email"].Status, after["Telephone"].Status, after["Text"].Status, after["Letter"].Status)
        );
        foreach (var message in new[] { after["Text"], after["Letter"] })
        {
            Assert.Equal("A message from Ousebridge Homes", message.Subject);
            Assert.Null(message.Code);
            Assert.DoesNotContain("damp", message.Body, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("9 Harbour Street", sheet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kiln Lane", sheet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("damp", sheet.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, BothDatabases]
    public async Task A_letter_that_is_being_printed_is_not_printed_any_more(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var people = await hearth.MoveInAsync(Every, new NewTenant { GivenName = "Noor", FamilyName = "Aziz" });
        await QueueAsync(hearth, people[0].PersonId, Channel.Letter);
        await QueueAsync(hearth, people[1].PersonId, Channel.Letter);
        var officer = hearth.Staff();
        var run = await officer.SubmitAsync(await officer.OpenAsync("/messages/letters"), button: "Make a print run");

        await SetAsync(hearth, people[0].PersonId, ("Never", "Letter"));
        var sheet = await officer.OpenAsync(run.Path + "/print");

        Assert.DoesNotContain("1 Kiln Lane", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("2 Kiln Lane", sheet.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Whoever_rings_or_knocks_reads_first_what_to_mind(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(Every))[0].PersonId;
        await SetAsync(
            hearth,
            kasia,
            ("Mind", "NoVoicemail"),
            ("Mind", "OnlyWithInterpreter"),
            ("Mind", "TwoVisitors"),
            ("Note", "Ring between 10am and 2pm")
        );
        await QueueAsync(hearth, kasia, Channel.Telephone, Channel.Door);
        var officer = hearth.Staff(Role.HousingOfficer);

        foreach (var (list, button) in new[] { ("calls", "Take the call"), ("visits", "Take the visit") })
        {
            var page = await officer.SubmitAsync(await officer.OpenAsync($"/messages/{list}"), button: button);
            var notice = Page.Words(page.All(".hearth-notice").First());
            Assert.Contains("Never leave a voicemail", notice, StringComparison.Ordinal);
            Assert.Contains("Only with an interpreter", notice, StringComparison.Ordinal);
            Assert.Contains("Visit in twos", notice, StringComparison.Ordinal);
            Assert.Contains("Ring between 10am and 2pm", notice, StringComparison.Ordinal);
            Assert.Contains(
                "Visit in twos, never alone",
                (await officer.OpenAsync($"/messages/{list}/print")).Text,
                StringComparison.Ordinal
            );
        }
    }

    [Theory, BothDatabases]
    public async Task No_code_opens_their_page_from_an_address_that_is_not_safe(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(Every))[0].PersonId;
        await SetAsync(hearth, kasia, ("Never", "Email"));

        var page = await Tenants.AskAsync(hearth.Anyone(), "kasia@mail.example");

        Assert.Empty(await MessagesAsync(hearth));
        // and the page says the same to everybody
        var unknown = await Tenants.AskAsync(hearth.Anyone(), "nobody@mail.example");
        Assert.Equal(unknown.Heading, page.Heading);
    }

    [Theory, BothDatabases]
    public async Task It_is_in_what_is_held_on_them_and_goes_when_they_are_forgotten(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(Every))[0].PersonId;
        var officer = hearth.Staff();
        await SetAsync(hearth, kasia, ("Mind", "TwoVisitors"), ("WriteTo", Elsewhere));

        Assert.Contains("Visit in twos, never alone", (await officer.OpenAsync($"/people/{kasia}/record")).Text, StringComparison.Ordinal);
        Assert.Contains("Reach them with care.", (await officer.OpenAsync($"/people/{kasia}")).Text, StringComparison.Ordinal);
        await hearth.InScopeAsync(async s =>
        {
            foreach (var data in s.GetServices<IPersonalData>())
            {
                await data.ForgetAsync(kasia, CancellationToken.None);
            }
            s.GetRequiredService<AuditTrail>().Write("ErasePerson", "person", kasia);
            await s.GetRequiredService<HearthDb>().SaveChangesAsync();
        });

        Assert.Equal(
            [0],
            await hearth.InScopeAsync(s =>
                s.GetRequiredService<HearthDb>()
                    .Database.SqlQueryRaw<int>("""SELECT COUNT(*) AS "Value" FROM people_contact_safety""")
                    .ToListAsync()
            )
        );
    }

    [Theory, BothDatabases]
    public async Task An_address_without_end_and_a_long_note_are_refused_and_what_was_typed_is_kept(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(Every))[0].PersonId;

        var page = await SetAsync(hearth, kasia, ("WriteTo", string.Join('\n', Enumerable.Range(1, 8))), ("Note", new string('x', 301)));

        Assert.Equal(["Enter an address of at most 7 lines and 300 characters", "Enter at most 300 characters"], page.Errors);
        Assert.Equal(301, page.All("#Note").Single().GetAttribute("value")!.Length);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await SetAsync(hearth, kasia, ("Never", "Pigeon"))).Status);
        Assert.Equal(
            System.Net.HttpStatusCode.Forbidden,
            (await hearth.Staff(Role.HousingOfficer).OpenAsync($"/people/{kasia}/safe")).Status
        );
        Assert.Null((await MemberAsync(hearth, kasia)).Safe);
    }

    private static async Task<Page> SetAsync(HearthApp hearth, Guid person, params (string Field, string Value)[] flags)
    {
        // exactly these fields, as a browser sends a form with boxes unticked
        var officer = hearth.Staff();
        var form = await officer.OpenAsync($"/people/{person}/safe");
        var token = form.All("input[name=__RequestVerificationToken]")[0].GetAttribute("value")!;
        return await officer.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, form.Path)
            {
                Content = new FormUrlEncodedContent([
                    new("__RequestVerificationToken", token),
                    .. flags.Select(flag => KeyValuePair.Create(flag.Field, flag.Value)),
                ]),
            }
        );
    }

    private static async Task<AudienceMember> MemberAsync(HearthApp hearth, Guid person) =>
        (await hearth.InScopeAsync(s => s.GetRequiredService<Audience>().ForPeopleAsync([person])))[person];

    private static Task QueueAsync(HearthApp hearth, Guid person, params Channel[] channels) =>
        hearth.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<HearthDb>();
            // as a careless sender would have written it down before anything was set
            var home =
                (
                    await db
                        .Database.SqlQuery<string>(
                            $"""SELECT h."AddressLines" AS "Value" FROM people_home h JOIN people_household o ON o."HomeId" = h."Id" WHERE o."ContactPersonId" = {person}"""
                        )
                        .ToListAsync()
                )[0] + "\nOB4 2QR";
            foreach (var channel in channels)
            {
                var address = channel switch
                {
                    Channel.Email => "kasia@mail.example",
                    Channel.Text or Channel.WhatsApp or Channel.Telephone => "+447700900123",
                    _ => home,
                };
                s.GetRequiredService<Outbox>()
                    .Add(
                        new MessageToSend(
                            $"{person}/{channel}",
                            "survey-invitation",
                            null,
                            new Recipient(person, "Kasia Nowak", address),
                            channel,
                            "Is your home damp?",
                            "Tell us about damp."
                        )
                        {
                            Code =
                                channel == Channel.Letter
                                    ? new LetterCode("7K4M 2QXR", "https://tell.example/s/7K4M2QXR", "tell.example/s", null)
                                    : null,
                        }
                    );
            }
            await db.SaveChangesAsync();
        });

    private static Task<List<Waiting>> MessagesAsync(HearthApp hearth) =>
        hearth.InScopeAsync(s =>
            s.GetRequiredService<HearthDb>()
                .Database.SqlQueryRaw<Waiting>(
                    """SELECT "Channel", "Status", "ToAddress", "Subject", "Body", "Code" FROM messaging_message"""
                )
                .ToListAsync()
        );

    private sealed record Waiting(string Channel, string Status, string ToAddress, string Subject, string Body, string? Code);
}
