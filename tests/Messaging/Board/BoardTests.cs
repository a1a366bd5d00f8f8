// The board and the page of one message.
using System.Net;
using Hearth.Messaging.Public;
using Hearth.Messaging.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Messaging.Tests.Board;

public sealed class BoardTests
{
    [Theory, BothDatabases]
    public async Task The_board_says_where_messages_are_and_puts_first_what_needs_a_person(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, _) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var __ = hearth;
        var doubt = await hearth.QueueAsync(Post.Message("old", name: "Doubtful Dora"));
        await hearth.ChangeAsync(doubt, message => message.Status = MessageStatus.InDoubt);
        hearth.Clock.Forward(TimeSpan.FromMinutes(1));
        await hearth.QueueAsync([
            Post.Message("new", name: "Sent Sam"),
            Post.Message("l", Channel.Letter),
            Post.Message("c", Channel.Telephone),
        ]);
        await hearth.SendAsync();

        var board = await hearth.Staff().OpenAsync("/messages");

        Assert.Contains(
            $"Nothing leaves this computer. No mail server is set up, so e-mails and texts become files in {folder}",
            board.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("1 letterFor a print run", board.Text, StringComparison.Ordinal);
        Assert.Contains("1 callFor somebody to ring", board.Text, StringComparison.Ordinal);
        var names = board.All("section[aria-labelledby=all] tbody th a").Select(a => Page.Words(a).Split(',')[0]).ToList();
        Assert.Equal("Doubtful Dora", names[0]);
        Assert.Contains("Sent Sam", names);
    }

    [Theory, BothDatabases]
    public async Task Where_mail_is_sent_for_real_texts_wait_and_the_board_says_why(DatabaseKind kind)
    {
        await using var server = new SmtpServer();
        var (hearth, _) = await Sender.StartAsync(kind, server.Settings);
        await using var __ = hearth;
        await hearth.QueueAsync(Post.Message("t", Channel.Text));

        await hearth.SendAsync();
        var board = await hearth.Staff().OpenAsync("/messages");

        Assert.Contains("No way to send them is set up", board.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing leaves this computer", board.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_list_is_narrowed_and_read_page_by_page(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind);
        await using var __ = hearth;
        await hearth.QueueAsync(Enumerable.Range(0, 60).Select(i => Post.Message($"m{i:00}", name: $"Tenant {i:00}")));
        await hearth.QueueAsync(Post.Message("l", Channel.Letter, name: "Łucja Nowak"));
        var officer = hearth.Staff();

        Assert.Equal(11, (await officer.OpenAsync("/messages?page=2")).All("section[aria-labelledby=all] tbody tr").Count);
        var letters = await officer.OpenAsync("/messages?Channel=Letter&Status=Queued");
        Assert.Contains("1 message found", letters.Text, StringComparison.Ordinal);
        Assert.Contains("Łucja Nowak", letters.Text, StringComparison.Ordinal);
        Assert.Contains("1 message found", (await officer.OpenAsync("/messages?Name=TENANT%2007")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.OpenAsync("/messages?Channel=Pigeon&page=-4")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_message_is_shown_as_the_person_gets_it_and_a_secret_one_is_not(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind);
        await using var __ = hearth;
        var open = await hearth.QueueAsync(
            Post.Message("a", body: "Press https://tell.ousebridge.example/7K4M2QXR now.\n\n<script>alert(1)</script>")
        );
        var secret = await hearth.QueueAsync(Post.Message("b", body: "Your code is 417 203.") with { Secret = true });
        var officer = hearth.Staff();

        var shown = await officer.OpenAsync($"/messages/{open}");
        Assert.Equal("https://tell.ousebridge.example/7K4M2QXR", shown.LinkTo("tell.ousebridge.example"));
        Assert.Contains("<script>alert(1)</script>", shown.Text, StringComparison.Ordinal);
        Assert.Empty(shown.All("main script"));

        var hidden = await officer.OpenAsync($"/messages/{secret}");
        Assert.DoesNotContain("417 203", hidden.Body, StringComparison.Ordinal);
        Assert.Contains("It holds a code for one person", hidden.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/messages/{Guid.CreateVersion7()}")).Status);
    }

    [Theory, BothDatabases]
    public async Task An_officer_settles_a_doubt(DatabaseKind kind)
    {
        var folder = Sender.NewFolder();
        var (hearth, told) = await Sender.StartAsync(kind, Sender.Folder(folder));
        await using var _ = hearth;
        var went = await hearth.QueueAsync(Post.Message("went"));
        var again = await hearth.QueueAsync(Post.Message("again"));
        foreach (var id in new[] { went, again })
        {
            await hearth.ChangeAsync(id, message => message.Status = MessageStatus.InDoubt);
        }
        var officer = hearth.Staff();

        var page = await officer.SubmitAsync(await officer.OpenAsync($"/messages/{went}"), button: "It went");
        Assert.Contains("It went12 November at 9am, Maya Desai", page.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(await officer.OpenAsync($"/messages/{again}"), button: "Send it again");
        await hearth.SendAsync();

        Assert.Equal([$"{again:N}.eml"], Directory.GetFiles(folder).Select(Path.GetFileName));
        Assert.Equal(["again", "went"], told.Outcomes.Select(o => o.Key).Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_decision_about_a_message_that_has_moved_on_changes_nothing(DatabaseKind kind)
    {
        var (hearth, told) = await Sender.StartAsync(kind, Sender.Folder(Sender.NewFolder()));
        await using var _ = hearth;
        var id = await hearth.QueueAsync(Post.Message("a"));
        var officer = hearth.Staff();
        var seen = await officer.OpenAsync($"/messages/{id}");
        await hearth.SendAsync();

        var page = await officer.SubmitAsync(seen, button: "Take it back");

        Assert.Contains("Nothing was changed", page.Text, StringComparison.Ordinal);
        Assert.Equal(MessageStatus.Sent, (await hearth.MessageAsync(id)).Status);
        Assert.Single(told.Outcomes);
    }

    [Theory, BothDatabases]
    public async Task The_menu_leads_officers_to_messages_and_not_councillors(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind);
        await using var __ = hearth;

        var board = await hearth.Staff(Role.Manager).OpenAsync("/messages");
        Assert.Equal("/messages", board.All(".hearth-nav a[aria-current=page]").Single().GetAttribute("href"));
    }
}
