// Letters through GOV.UK Notify: the sheet it wants, addresses it would not take, what it finds only afterwards, and never two letters to one home.
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.Versioning;
using System.Text;
using Hearth.Messaging.Public;
using Hearth.Messaging.Sending.Notify;
using Hearth.Messaging.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Messaging.Tests.Sending;

[UnsupportedOSPlatform("windows")]
public sealed class NotifyLettersTests
{
    private static readonly LetterCode Code = new(
        "7K4M 2QXR",
        "https://tell.ousebridge.example/7K4M2QXR",
        "tell.ousebridge.example",
        new DateOnly(2026, 12, 18)
    );

    [Theory, BothDatabases]
    public async Task A_letter_goes_to_notify_once_as_a_pdf_with_its_code_and_is_said_to_be_posted_when_it_is(DatabaseKind kind)
    {
        await using var world = await StartAsync(kind);
        var id = await world.Hearth.QueueAsync(Post.Message("l", Channel.Letter) with { Code = Code });

        await world.Hearth.SendAsync();
        await world.Hearth.SendAsync();

        var taken = Assert.Single(world.Server.All);
        Assert.Equal(("letter", id.ToString(), "second"), (taken.Path, taken.Reference, taken.Postage));
        // the test's printer puts the page itself behind the head of the PDF
        var page = Encoding.UTF8.GetString(taken.Pdf);
        Assert.Contains("7K4M 2QXR", page, StringComparison.Ordinal);
        Assert.Contains("It opens https://tell.ousebridge.example/7K4M2QXR", page, StringComparison.Ordinal);
        Assert.Contains("14 Tannery Row", page, StringComparison.Ordinal);
        Assert.Equal(MessageStatus.Sent, Assert.Single(world.Told.Outcomes).Status);

        await FollowAsync(world);
        Assert.Equal(0, world.Server.Looks);
        world.Hearth.Clock.Forward(TimeSpan.FromMinutes(11));
        await FollowAsync(world);
        Assert.Equal(1, world.Server.Looks);
        Assert.Equal(["Sent", "told a module"], (await world.Hearth.HistoryAsync(id)).Order(StringComparer.Ordinal));

        taken.Status = "received";
        world.Hearth.Clock.Forward(TimeSpan.FromDays(1));
        await FollowAsync(world);
        await FollowAsync(world);
        Assert.Single(await world.Hearth.HistoryAsync(id), what => what == "Printed and posted");
        Assert.Equal(2, world.Server.Looks);
        Assert.Equal(MessageStatus.Sent, (await world.Hearth.MessageAsync(id)).Status);
    }

    [Fact]
    public async Task The_sheet_is_one_that_notify_prints_with_the_address_in_the_window_and_ink_only_where_it_may_be()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Messaging:Notify:Letters"] = "true",
            ["Messaging:Chromium"] = "/usr/bin/chromium",
            ["Landlord:Phone"] = "01632 960 140",
            ["Landlord:TextNumber"] = "07700 900 140",
            ["Landlord:PostalAddress"] = "Guildhall, Ousebridge OB1 1AA",
            ["Messaging:Letters:Languages:0:Code"] = "ur",
            ["Messaging:Letters:Languages:0:Words"] = "اردو میں",
            ["Messaging:Letters:Languages:0:Phone"] = "01632 960 141",
        };
        await using var world = await NotifyWorld.StartAsync(DatabaseKind.Sqlite, settings);
        var body = string.Join(
            "\n\n",
            Enumerable.Range(1, 14).Select(i => $"Paragraph {i}. " + string.Concat(Enumerable.Repeat("We ask what you think. ", 18)))
        );
        await world.Hearth.QueueAsync(Post.Message("short", Channel.Letter, name: "Mr Marcus Hale") with { Code = Code });
        await world.Hearth.QueueAsync(
            Post.Message(
                "long",
                Channel.Letter,
                address: "Flat 7, The Old Granary Building\n14 to 26 Upper Tannery Row\nFennside Without the Walls\nOusebridge\nOB4 2QR",
                name: "Mrs Maximiliana Featherstonehaugh-Cholmondeley",
                body: body
            ) with
            {
                Code = Code,
            }
        );

        await world.Hearth.SendAsync();

        foreach (
            var (taken, name, postcode, pages) in new[]
            {
                (Of("Hale"), "Mr Marcus Hale", "OB4 2QR", 1),
                (Of(null), "Mrs Maximiliana", "OB4 2QR", 3),
            }
        )
        {
            var sheet = await NotifySheet.OfAsync(taken.Pdf);
            var address = await sheet.AddressAsync();
            Assert.StartsWith(name, address[0], StringComparison.Ordinal);
            Assert.Equal(postcode, address[^1]);
            Assert.InRange(address.Count, 5, 7);
            var ink = await sheet.InkAsync();
            Assert.InRange(ink.Count, 1, pages);
            Assert.All(ink, page => Assert.True(page.Ink > 500));
            Assert.All(ink, page => Assert.Equal(0, page.Outside));
            Assert.Contains("7K4M 2QXR", await sheet.WordsAsync(), StringComparison.Ordinal);
        }

        Taken Of(string? name) =>
            name is null ? world.Server.All.MaxBy(one => one.Pdf.Length)! : world.Server.All.MinBy(one => one.Pdf.Length)!;
    }

    [Fact]
    public async Task The_measure_of_the_sheet_finds_ink_where_none_may_be()
    {
        // a printed run of our own lies lower on the sheet: Notify would refuse it
        await using var world = await NotifyWorld.StartAsync(
            DatabaseKind.Sqlite,
            new Dictionary<string, string?> { ["Messaging:Chromium"] = "/usr/bin/chromium" }
        );
        await world.Hearth.QueueAsync(Post.Message("l", Channel.Letter) with { Code = Code });
        var officer = world.Hearth.Staff();
        var run = await officer.SubmitAsync(await officer.OpenAsync("/messages/letters"), button: "Make a print run");
        var pdf = await officer.OpenAsync(run.LinkTo("as PDF"));

        var sheet = await NotifySheet.OfAsync(await pdf.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.True((await sheet.InkAsync())[0].Outside > 0);
    }

    [Theory]
    [InlineData("14 Tannery Row\nOB4 2QR", null)]
    [InlineData("1\n2\n3\n4\n5\nob42qr", null)]
    [InlineData("OB4 2QR", "The address has fewer than 3 lines with the name")]
    [InlineData("", "The address has fewer than 3 lines with the name")]
    [InlineData("1\n2\n3\n4\n5\n6\nOB4 2QR", "The address has more than 7 lines with the name")]
    [InlineData("14 Tannery Row\nOusebridge", "The address does not end with a UK postcode")]
    [InlineData("14 Tannery Row\nOB4 2QR\nEngland", "The address does not end with a UK postcode")]
    [InlineData("14 Tannery Row\nOB4 2CM", "The address does not end with a UK postcode")]
    [InlineData("—\nOusebridge\nOB4 2QR", "The name and the first line of the address need a letter or a number each")]
    [InlineData("14 Tannery Row\n(Fennside)\nOB4 2QR", "A line of the address begins with (")]
    [InlineData("No fixed abode\nOusebridge\nOB4 2QR", "No fixed abode is no address for a letter")]
    [InlineData("NFA\nOusebridge\nOB4 2QR", "No fixed abode is no address for a letter")]
    public void An_address_that_notify_would_refuse_is_named(string address, string? problem) =>
        Assert.Equal(problem, NotifyAddress.Problem(["Marcus Hale", .. Messaging.Letters.Letter.LinesOf(address)]));

    [Theory, BothDatabases]
    public async Task A_letter_with_a_bad_address_is_printed_here_and_the_pages_say_why(DatabaseKind kind)
    {
        await using var world = await StartAsync(kind);
        var id = await world.Hearth.QueueAsync(Post.Message("bad", Channel.Letter, address: "14 Tannery Row\nOusebridge"));
        await world.Hearth.QueueAsync(Post.Message("good", Channel.Letter));

        await world.Hearth.SendAsync();

        Assert.Single(world.Server.All);
        Assert.Equal(MessageStatus.Queued, (await world.Hearth.MessageAsync(id)).Status);
        var officer = world.Hearth.Staff();
        Assert.Contains(
            "For a print run here: The address does not end with a UK postcode",
            (await officer.OpenAsync("/messages")).Text,
            StringComparison.Ordinal
        );
        var letters = await officer.OpenAsync("/messages/letters");
        Assert.Contains("1 letterThe address does not end with a UK postcode", letters.Text, StringComparison.Ordinal);
        Assert.Contains("1 letter waits to be printed and posted", letters.Text, StringComparison.Ordinal);

        var run = await officer.SubmitAsync(letters, button: "Make a print run");
        await officer.SubmitAsync(run, button: "Printed and posted");
        Assert.Equal(MessageStatus.Sent, (await world.Hearth.MessageAsync(id)).Status);
        await world.Hearth.SendAsync();
        Assert.Single(world.Server.All);
    }

    [Theory, BothDatabases]
    public async Task What_notify_finds_wrong_afterwards_is_printed_here_and_what_was_cancelled_has_failed(DatabaseKind kind)
    {
        await using var world = await StartAsync(kind);
        var states = new[] { "validation-failed", "virus-scan-failed", "permanent-failure", "technical-failure", "cancelled" };
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var state in states)
        {
            ids[state] = await world.Hearth.QueueAsync(Post.Message(state, Channel.Letter));
        }
        await world.Hearth.SendAsync();
        foreach (var taken in world.Server.All)
        {
            taken.Status = ids.Single(pair => pair.Value.ToString() == taken.Reference).Key;
        }

        for (var day = 0; day < 3; day++)
        {
            world.Hearth.Clock.Forward(TimeSpan.FromDays(1));
            await FollowAsync(world);
            await world.Hearth.SendAsync();
        }

        foreach (var state in states.Take(3))
        {
            var message = await world.Hearth.MessageAsync(ids[state]);
            Assert.Equal(MessageStatus.Queued, message.Status);
            Assert.NotNull(message.PrintHere);
            Assert.Single(await world.Hearth.HistoryAsync(ids[state]), what => what == "To be printed here");
        }
        // “do not try to send the letter again”: they print it when their trouble is over
        Assert.Equal(MessageStatus.Sent, (await world.Hearth.MessageAsync(ids["technical-failure"])).Status);
        Assert.Single(await world.Hearth.HistoryAsync(ids["technical-failure"]), what => what == "Trouble at the printer");
        var cancelled = await world.Hearth.MessageAsync(ids["cancelled"]);
        Assert.Equal((MessageStatus.Failed, "It was cancelled in GOV.UK Notify"), (cancelled.Status, cancelled.LastError));
        Assert.Equal(5, world.Server.All.Count);
        Assert.Single(world.Told.Outcomes, outcome => outcome.Status == MessageStatus.Failed);
    }

    [Theory, BothDatabases]
    public async Task What_it_took_and_did_not_say_so_is_found_and_no_second_letter_is_made(DatabaseKind kind)
    {
        await using var world = await StartAsync(kind);
        foreach (var mood in new[] { Mood.TakesAndFails, Mood.TakesAndSleeps })
        {
            world.Server.Mood = mood;
            var id = await world.Hearth.QueueAsync(Post.Message(mood.ToString(), Channel.Letter));
            await world.Hearth.SendAsync();
            Assert.Equal(MessageStatus.Queued, (await world.Hearth.MessageAsync(id)).Status);

            // in the meantime an officer loses patience: what may be there already is not printed here
            var officer = world.Hearth.Staff();
            var done = await officer.SubmitAsync(await officer.OpenAsync("/messages/letters"), button: "Print them here instead");
            Assert.Contains("1 letter may be with the provider already and stayed", done.Text, StringComparison.Ordinal);

            world.Server.Mood = Mood.Well;
            world.Hearth.Clock.Forward(TimeSpan.FromMinutes(10));
            await world.Hearth.SendAsync();
            Assert.Equal(MessageStatus.Sent, (await world.Hearth.MessageAsync(id)).Status);
            Assert.Single(world.Server.All, one => one.Reference == id.ToString());
        }
    }

    [Theory, BothDatabases]
    public async Task After_nine_errors_it_is_in_doubt_and_sent_again_it_is_looked_for_first(DatabaseKind kind)
    {
        await using var world = await StartAsync(kind);
        var id = await world.Hearth.QueueAsync(Post.Message("l", Channel.Letter));
        world.Server.Mood = Mood.Fails;
        for (var tries = 0; tries < 10; tries++)
        {
            // the last time, it takes it after all
            world.Server.Mood = tries == 8 ? Mood.TakesAndFails : Mood.Fails;
            await world.Hearth.SendAsync();
            world.Hearth.Clock.Forward(TimeSpan.FromDays(1));
        }
        var message = await world.Hearth.MessageAsync(id);
        Assert.Equal(MessageStatus.InDoubt, message.Status);
        Assert.Contains("Tried 9 times", message.LastError, StringComparison.Ordinal);

        world.Server.Mood = Mood.Well;
        var officer = world.Hearth.Staff();
        await officer.SubmitAsync(await officer.OpenAsync($"/messages/{id}"), button: "Send it again");
        await world.Hearth.SendAsync();

        Assert.Equal(MessageStatus.Sent, (await world.Hearth.MessageAsync(id)).Status);
        Assert.Single(world.Server.All);
    }

    [Theory, BothDatabases]
    public async Task A_letter_sent_again_after_it_came_back_is_a_new_letter(DatabaseKind kind)
    {
        await using var world = await StartAsync(kind);
        var id = await world.Hearth.QueueAsync(Post.Message("l", Channel.Letter));
        await world.Hearth.SendAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await ReturnedAsync(world, id, "not the token of this Hearth"));
        Assert.Equal(MessageStatus.Sent, (await world.Hearth.MessageAsync(id)).Status);
        Assert.Equal(HttpStatusCode.NoContent, await ReturnedAsync(world, id));
        Assert.Equal(HttpStatusCode.NoContent, await ReturnedAsync(world, id));
        var back = await world.Hearth.MessageAsync(id);
        Assert.Equal((MessageStatus.Failed, "The letter came back to GOV.UK Notify’s printer"), (back.Status, back.LastError));
        Assert.Equal([MessageStatus.Sent, MessageStatus.Failed], world.Told.Outcomes.Select(outcome => outcome.Status));

        var officer = world.Hearth.Staff();
        await officer.SubmitAsync(await officer.OpenAsync($"/messages/{id}"), button: "Send it again");
        world.Server.Mood = Mood.Fails;
        await world.Hearth.SendAsync();
        world.Server.Mood = Mood.Well;
        world.Hearth.Clock.Forward(TimeSpan.FromMinutes(10));
        // it looks, finds the one that came back, and is not taken in by it
        await world.Hearth.SendAsync();

        Assert.Equal(2, world.Server.All.Count);
        Assert.Equal(world.Server.All.Last().Id, (await world.Hearth.MessageAsync(id)).ProviderId);
    }

    [Theory, BothDatabases]
    public async Task A_key_that_may_send_no_letters_and_a_server_that_is_down_make_them_wait_until_an_officer_prints_them(
        DatabaseKind kind
    )
    {
        await using var world = await StartAsync(kind);
        var id = await world.Hearth.QueueAsync(Post.Message("l", Channel.Letter));
        world.Server.Mood = Mood.NoLetters;
        await world.Hearth.SendAsync();
        var officer = world.Hearth.Staff();
        Assert.Contains(
            "GOV.UK Notify does not take our key: Cannot send letters with a team api key. Tried again by itself",
            (await officer.OpenAsync("/messages")).Text,
            StringComparison.Ordinal
        );
        await world.Server.DisposeAsync();
        world.Hearth.Clock.Forward(TimeSpan.FromMinutes(2));
        await world.Hearth.SendAsync();
        Assert.Equal(
            (MessageStatus.Queued, 0),
            ((await world.Hearth.MessageAsync(id)).Status, (await world.Hearth.MessageAsync(id)).Attempts)
        );

        var letters = await officer.OpenAsync("/messages/letters");
        Assert.Contains("1 letter waits for it", letters.Text, StringComparison.Ordinal);
        letters = await officer.SubmitAsync(letters, button: "Print them here instead");
        Assert.Contains("Maya Desai chose to print it here", letters.Text, StringComparison.Ordinal);
        var run = await officer.SubmitAsync(letters, button: "Make a print run");
        Assert.Equal("Print run", run.Heading);
    }

    [Theory, BothDatabases]
    public async Task Where_no_pdf_can_be_made_letters_are_printed_here(DatabaseKind kind)
    {
        await using var without = await NotifyWorld.StartAsync(kind, Settings("/nowhere/chromium"));
        var id = await without.Hearth.QueueAsync(Post.Message("l", Channel.Letter));
        await without.Hearth.SendAsync();
        Assert.Equal("No Chromium is installed here to make the PDF", (await without.Hearth.MessageAsync(id)).PrintHere);

        await using var broken = await NotifyWorld.StartAsync(kind, Settings(Printer.Broken()));
        var other = await broken.Hearth.QueueAsync(Post.Message("l", Channel.Letter));
        for (var tries = 0; tries < 3; tries++)
        {
            Assert.Null((await broken.Hearth.MessageAsync(other)).PrintHere);
            await broken.Hearth.SendAsync();
            broken.Hearth.Clock.Forward(TimeSpan.FromHours(1));
        }
        Assert.Equal("The PDF could not be made here", (await broken.Hearth.MessageAsync(other)).PrintHere);
        Assert.Empty(broken.Server.All);
    }

    [Theory, BothDatabases]
    public async Task A_sign_in_code_does_not_wait_for_letters(DatabaseKind kind)
    {
        await using var world = await StartAsync(kind);
        await world.Hearth.QueueAsync(Enumerable.Range(0, 12).Select(i => Post.Message($"l{i:00}", Channel.Letter)));
        world.Hearth.Clock.Forward(TimeSpan.FromMinutes(1));
        await world.Hearth.QueueAsync(Enumerable.Range(0, 3).Select(i => Post.Message($"e{i}")));

        await world.Hearth.SendAsync();

        Assert.Equal(15, world.Server.All.Count);
        // the e-mails are younger, and yet among the first dozen
        Assert.Equal(3, world.Server.All.Take(11).Count(one => one.Path == "email"));
    }

    private static Dictionary<string, string?> Settings(string chromium) =>
        new(StringComparer.Ordinal) { ["Messaging:Notify:Letters"] = "true", ["Messaging:Chromium"] = chromium };

    private static Task<NotifyWorld> StartAsync(DatabaseKind kind) => NotifyWorld.StartAsync(kind, Settings(Printer.Quick()));

    private static Task FollowAsync(NotifyWorld world) =>
        world.Hearth.InScopeAsync(scope =>
            scope.GetServices<IJob>().Single(job => job.Name == "follow-letters").RunAsync(CancellationToken.None)
        );

    private static async Task<HttpStatusCode> ReturnedAsync(NotifyWorld world, Guid id, string token = NotifyServer.Token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Receipts.ReturnedAddress)
        {
            Content = new StringContent(
                $$"""{"notification_id":"{{Guid.CreateVersion7()}}","reference":"{{id}}","date_sent":"2026-11-12T09:00:00.000000Z","sent_by":null}""",
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await world.Hearth.Anyone().SendAsync(request)).Status;
    }
}
