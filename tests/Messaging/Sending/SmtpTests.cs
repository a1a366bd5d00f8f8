// E-mail through a mail server that refuses, is down, is slow, hangs up, or says things twice.
using System.Diagnostics;
using Hearth.Messaging.Public;
using Hearth.Messaging.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Messaging.Tests.Sending;

public sealed class SmtpTests
{
    [Theory, BothDatabases]
    public async Task An_email_arrives_once_with_an_id_that_stays_its_own(DatabaseKind kind)
    {
        await using var server = new SmtpServer();
        var (hearth, told) = await Sender.StartAsync(kind, server.Settings);
        await using var _ = hearth;
        var id = await hearth.QueueAsync(
            Post.Message("a", subject: "Dziękujemy", body: "Cześć.\n\n.\n\nhttps://tell.ousebridge.example/7K4M2QXR.")
        );

        await hearth.SendAsync();
        await hearth.SendAsync();

        var mail = Assert.Single(server.Taken);
        Assert.Equal(("tell@ousebridge.example", "marcus@tenant.example"), (mail.From, mail.To));
        Assert.Contains($"Message-ID: <{id:N}@ousebridge.example>", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Subject: =?utf-8?B?RHppxJlrdWplbXk=?=", mail.Text, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe: <mailto:", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Cze=C5=9B=C4=87.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("\r\n.\r\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains(
            "href=3D\"https://tell.ousebridge.example/7K4M2QXR\"",
            mail.Text.Replace("=\r\n", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Equal(MessageStatus.Sent, Assert.Single(told.Outcomes).Status);
    }

    [Theory, BothDatabases]
    public async Task A_refusal_for_good_is_a_failure_and_is_told_without_the_address(DatabaseKind kind)
    {
        await using var server = new SmtpServer
        {
            Answers = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 5.1.1 <marcus@tenant.example> unknown" : null,
        };
        var (hearth, told) = await Sender.StartAsync(kind, server.Settings);
        await using var _ = hearth;
        var id = await hearth.QueueAsync(Post.Message("a"));

        await hearth.SendAsync();
        hearth.Clock.Forward(TimeSpan.FromDays(1));
        await hearth.SendAsync();

        Assert.Equal(MessageStatus.Failed, (await hearth.MessageAsync(id)).Status);
        var outcome = Assert.Single(told.Outcomes);
        Assert.Equal("The mail server said: 550 5.1.1 <…> unknown", outcome.Reason);
        Assert.Single(server.Commands, line => line.StartsWith("RCPT", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_passing_refusal_is_tried_again_later_each_time_and_given_up_in_the_end(DatabaseKind kind)
    {
        await using var server = new SmtpServer { Answers = line => line == "DATA-END" ? "451 4.3.0 try later" : null };
        var (hearth, told) = await Sender.StartAsync(kind, server.Settings);
        await using var _ = hearth;
        var id = await hearth.QueueAsync(Post.Message("a"));

        await hearth.SendAsync();
        var first = await hearth.MessageAsync(id);
        Assert.Equal((MessageStatus.Queued, 1), (first.Status, first.Attempts));
        Assert.Equal(hearth.Clock.GetUtcNow().AddMinutes(1), first.DueAt);
        await hearth.SendAsync();
        Assert.Equal(1, (await hearth.MessageAsync(id)).Attempts);

        for (var days = 0; days < 12; days++)
        {
            hearth.Clock.Forward(TimeSpan.FromDays(1));
            await hearth.SendAsync();
        }

        Assert.Equal(MessageStatus.Failed, (await hearth.MessageAsync(id)).Status);
        Assert.Equal("Tried 9 times. The mail server said: 451 4.3.0 try later", Assert.Single(told.Outcomes).Reason);
        Assert.Equal(9, server.Commands.Count(line => line == "DATA"));
    }

    [Theory, BothDatabases]
    public async Task A_passing_refusal_that_passes_ends_in_one_email(DatabaseKind kind)
    {
        await using var server = new SmtpServer
        {
            Answers = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "450 greylisted" : null,
        };
        var (hearth, _) = await Sender.StartAsync(kind, server.Settings);
        await using var __ = hearth;
        var id = await hearth.QueueAsync(Post.Message("a"));

        await hearth.SendAsync();
        server.Answers = line => null;
        hearth.Clock.Forward(TimeSpan.FromMinutes(2));
        await hearth.SendAsync();

        Assert.Single(server.Taken);
        Assert.Equal(["Sent", "Tried, will try again", "told a module"], (await hearth.HistoryAsync(id)).Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_mail_server_that_is_down_costs_no_message_its_tries(DatabaseKind kind)
    {
        var server = new SmtpServer();
        await server.DisposeAsync();
        var (hearth, told) = await Sender.StartAsync(kind, server.Settings);
        await using var _ = hearth;
        await hearth.QueueAsync(Enumerable.Range(0, 20).Select(i => Post.Message($"m{i:00}")));

        for (var minutes = 0; minutes < 30; minutes++)
        {
            await hearth.SendAsync();
            hearth.Clock.Forward(TimeSpan.FromMinutes(2));
        }

        var messages = await hearth.MessagesAsync();
        Assert.All(messages, message => Assert.Equal((MessageStatus.Queued, 0), (message.Status, message.Attempts)));
        Assert.Contains(messages, message => message.LastError == "The mail server cannot be reached (ConnectionRefused)");
        Assert.Empty(told.Outcomes);
    }

    [Theory, BothDatabases]
    public async Task A_mail_server_that_never_greets_leaves_the_message_waiting(DatabaseKind kind)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var server = new SmtpServer
        {
            Before = line => line == "GREETING" ? Task.Delay(TimeSpan.FromSeconds(8), stop) : Task.CompletedTask,
        };
        var (hearth, _) = await Sender.StartAsync(kind, server.Settings);
        await using var __ = hearth;
        var id = await hearth.QueueAsync(Post.Message("a"));

        var watch = Stopwatch.StartNew();
        await hearth.SendAsync();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(7));
        var message = await hearth.MessageAsync(id);
        Assert.Equal((MessageStatus.Queued, "The mail server is too slow"), (message.Status, message.LastError));
    }

    [Theory, BothDatabases]
    public async Task A_line_that_breaks_after_the_words_leaves_a_doubt_and_no_second_email(DatabaseKind kind)
    {
        await using var server = new SmtpServer { Answers = line => line == "DATA-END" ? "TAKE AND HANGUP" : null };
        var (hearth, told) = await Sender.StartAsync(kind, server.Settings);
        await using var _ = hearth;
        var id = await hearth.QueueAsync(Post.Message("a"));

        await hearth.SendAsync();
        server.Answers = line => null;
        for (var days = 0; days < 3; days++)
        {
            hearth.Clock.Forward(TimeSpan.FromDays(1));
            await hearth.SendAsync();
        }

        Assert.Equal(MessageStatus.InDoubt, (await hearth.MessageAsync(id)).Status);
        Assert.Single(server.Taken);
        Assert.Empty(told.Outcomes);
    }

    [Theory, BothDatabases]
    public async Task A_line_that_breaks_before_the_words_is_no_doubt(DatabaseKind kind)
    {
        await using var server = new SmtpServer { Answers = line => line == "DATA" ? "HANGUP" : null };
        var (hearth, _) = await Sender.StartAsync(kind, server.Settings);
        await using var __ = hearth;
        var id = await hearth.QueueAsync(Post.Message("a"));

        await hearth.SendAsync();
        Assert.Equal(MessageStatus.Queued, (await hearth.MessageAsync(id)).Status);

        server.Answers = line => null;
        hearth.Clock.Forward(TimeSpan.FromMinutes(2));
        await hearth.SendAsync();
        Assert.Equal(MessageStatus.Sent, (await hearth.MessageAsync(id)).Status);
        Assert.Single(server.Taken);
    }

    [Theory, BothDatabases]
    public async Task A_server_that_says_yes_twice_at_the_end_gets_one_email(DatabaseKind kind)
    {
        await using var server = new SmtpServer { Answers = line => line == "DATA-END" ? "250 queued\r\n250 queued" : null };
        var (hearth, told) = await Sender.StartAsync(kind, server.Settings);
        await using var _ = hearth;
        await hearth.QueueAsync(Post.Message("a"));

        await hearth.SendAsync();
        await hearth.SendAsync();

        Assert.Single(server.Taken);
        Assert.Single(told.Outcomes);
    }

    [Theory, BothDatabases]
    public async Task A_server_that_answers_out_of_turn_is_not_believed(DatabaseKind kind)
    {
        // the second answer would be taken for the answer to RCPT, and the refusal of RCPT for that of DATA
        await using var server = new SmtpServer
        {
            Answers = line =>
                line.StartsWith("MAIL", StringComparison.Ordinal) ? "250 ok\r\n250 ok"
                : line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 no"
                : null,
        };
        var (hearth, told) = await Sender.StartAsync(kind, server.Settings);
        await using var _ = hearth;
        var id = await hearth.QueueAsync(Post.Message("a"));

        await hearth.SendAsync();

        Assert.NotEqual(MessageStatus.Sent, (await hearth.MessageAsync(id)).Status);
        Assert.Empty(server.Taken);
        Assert.DoesNotContain(told.Outcomes, outcome => outcome.Status == MessageStatus.Sent);
    }

    [Fact]
    public async Task A_password_is_sent_only_over_an_encrypted_line()
    {
        await using var server = new SmtpServer();
        var settings = new Dictionary<string, string?>(server.Settings)
        {
            ["Messaging:Smtp:Security"] = "StartTls",
            ["Messaging:Smtp:User"] = "hearth",
            ["Messaging:Smtp:Password"] = "a secret",
        };
        var (hearth, _) = await Sender.StartAsync(DatabaseKind.Sqlite, settings);
        await using var __ = hearth;
        var id = await hearth.QueueAsync(Post.Message("a"));

        await hearth.SendAsync();

        Assert.Equal("The mail server offers no encryption (STARTTLS)", (await hearth.MessageAsync(id)).LastError);
        Assert.DoesNotContain(server.Commands, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hearth_signs_in_where_it_is_told_to()
    {
        await using var server = new SmtpServer();
        var settings = new Dictionary<string, string?>(server.Settings)
        {
            ["Messaging:Smtp:User"] = "hearth",
            ["Messaging:Smtp:Password"] = "a secret",
        };
        var (hearth, _) = await Sender.StartAsync(DatabaseKind.Sqlite, settings);
        await using var __ = hearth;
        await hearth.QueueAsync(Post.Message("a"));

        await hearth.SendAsync();

        Assert.Contains("AUTH PLAIN AGhlYXJ0aABhIHNlY3JldA==", server.Commands);
        Assert.Single(server.Taken);
    }

    [Theory]
    [InlineData("marcus@tenant.example\r\nRCPT TO:<everyone@tenant.example>")]
    [InlineData("marcus@tenant.example> SIZE=1")]
    [InlineData("marcus@tenant.example\r\nBcc: everyone@tenant.example")]
    [InlineData("marcus tenant.example")]
    [InlineData("a,b@tenant.example")]
    [InlineData("\"x\"@tenant.example")]
    [InlineData("")]
    public async Task An_address_that_would_break_out_is_refused_before_anything_is_said(string address)
    {
        await using var server = new SmtpServer();
        var (hearth, told) = await Sender.StartAsync(DatabaseKind.Sqlite, server.Settings);
        await using var _ = hearth;
        await hearth.QueueAsync(Post.Message("a", address: address));

        await hearth.SendAsync();

        Assert.Empty(server.Commands);
        Assert.Equal(
            ("This is not an e-mail address", MessageStatus.Failed),
            (told.Outcomes.Single().Reason, told.Outcomes.Single().Status)
        );
    }

    [Theory]
    [InlineData("Hello\r\nBcc: everyone@tenant.example", "Marcus")]
    [InlineData("Hello", "Marcus\"\r\nBcc: everyone@tenant.example\r\nX: \"")]
    [InlineData("Hello\nBcc: everyone@tenant.example\n\n<script>", "Marcus")]
    [InlineData("Hello\u2028Bcc: everyone@tenant.example\u0085X: y", "Marcus\rBcc: z@tenant.example")]
    public async Task No_subject_and_no_name_becomes_a_header(string subject, string name)
    {
        await using var server = new SmtpServer();
        var (hearth, _) = await Sender.StartAsync(DatabaseKind.Sqlite, server.Settings);
        await using var __ = hearth;
        var id = await hearth.QueueAsync(Post.Message("a", subject: subject, name: name));
        // even where the outbox's own cleaning was got round
        await hearth.ChangeAsync(
            id,
            message =>
            {
                message.Subject = subject;
                message.ToName = name;
            }
        );

        await hearth.SendAsync();

        var head = server.Taken.Single().Text.Split("\r\n\r\n")[0].Split("\r\n");
        Assert.DoesNotContain(
            head,
            line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase) || line.StartsWith("X:", StringComparison.Ordinal)
        );
        Assert.All(head, line => Assert.Matches(@"^([A-Za-z-]+: |[ \t])", line));
        Assert.Single(server.Commands, line => line.StartsWith("RCPT", StringComparison.Ordinal));
    }
}
