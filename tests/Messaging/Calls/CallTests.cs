// The call list: two callers never ring the same person, and every call comes to an end.
using System.Net;
using Hearth.Messaging.Public;
using Hearth.Messaging.Tests.Support;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Messaging.Tests.Calls;

public sealed class CallTests
{
    private static readonly Guid Tom = new("019a7000-0000-7000-8000-0000000000aa");

    [Theory, BothDatabases]
    public async Task A_housing_officer_sees_who_to_ring_why_and_what_to_say(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind);
        await using var __ = hearth;
        await hearth.QueueAsync(
            Post.Message("c", Channel.Telephone, subject: "Tell what we did about the lights", body: "We have mended the lights.")
        );
        var officer = hearth.Staff(Role.HousingOfficer);

        var list = await officer.OpenAsync("/messages/calls");
        Assert.Contains("Marcus Hale 07700 900123 Tell what we did about the lights", list.Text, StringComparison.Ordinal);

        var call = await officer.SubmitAsync(list, button: "Take the call to Marcus Hale");
        Assert.Equal("Marcus Hale", call.Heading);
        Assert.Contains("We have mended the lights.", call.Text, StringComparison.Ordinal);
        Assert.Equal("tel:+447700900123", call.LinkTo("07700 900123"));
    }

    [Theory, BothDatabases]
    public async Task Two_callers_do_not_get_the_same_person(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind);
        await using var __ = hearth;
        var id = await hearth.QueueAsync(Post.Message("c", Channel.Telephone));
        var (maya, tom) = (hearth.Staff(), hearth.Staff(Role.HousingOfficer, "Tom Ashworth", Tom));
        var (hers, his) = (await maya.OpenAsync("/messages/calls"), await tom.OpenAsync("/messages/calls"));

        await maya.SubmitAsync(hers, button: "Take the call");
        var late = await tom.SubmitAsync(his, button: "Take the call");

        Assert.Contains("Somebody else has just taken this call", late.Text, StringComparison.Ordinal);
        var call = await tom.OpenAsync($"/messages/calls/{id}");
        Assert.Contains("Maya Desai has this call until 12 November at 9.30am.", call.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("07700 900123", call.Text, StringComparison.Ordinal);

        hearth.Clock.Forward(TimeSpan.FromMinutes(31));
        var again = await tom.SubmitAsync(await tom.OpenAsync("/messages/calls"), button: "Take the call");
        Assert.Equal("Marcus Hale", again.Heading);
    }

    [Theory, BothDatabases]
    public async Task Four_callers_taking_sheets_at_once_share_the_calls_out(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind);
        await using var __ = hearth;
        await hearth.QueueAsync(Enumerable.Range(0, 60).Select(i => Post.Message($"c{i:00}", Channel.Telephone, name: $"Tenant {i:00}")));
        var callers = Enumerable.Range(0, 4).Select(i => hearth.Staff(Role.HousingOfficer, $"Caller {i}", Guid.CreateVersion7())).ToList();
        var lists = await Task.WhenAll(callers.Select(caller => caller.OpenAsync("/messages/calls")));

        var sheets = await Task.WhenAll(
            callers.Select(
                (caller, i) => Task.Run(() => caller.SubmitAsync(lists[i], button: "and print them"), TestContext.Current.CancellationToken)
            )
        );

        var names = sheets
            .Where(sheet => sheet.Path == "/messages/calls/print")
            .SelectMany(sheet => sheet.All("tbody th").Select(Page.Words))
            .ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(await hearth.MessagesAsync(), call => Assert.True(call.LeasedBy is null || names.Contains(call.ToName)));
    }

    [Theory, BothDatabases]
    public async Task Reached_is_told_as_sent(DatabaseKind kind)
    {
        var (hearth, told) = await Sender.StartAsync(kind);
        await using var _ = hearth;
        await hearth.QueueAsync(Post.Message("c", Channel.Telephone));

        var list = await RingAsync(hearth, "Reached");

        Assert.Contains("Written down.", list.Text, StringComparison.Ordinal);
        Assert.Equal((Channel.Telephone, MessageStatus.Sent), (told.Outcomes.Single().Channel, told.Outcomes.Single().Status));
    }

    [Theory, BothDatabases]
    public async Task Nobody_answering_three_times_ends_the_call(DatabaseKind kind)
    {
        var (hearth, told) = await Sender.StartAsync(kind);
        await using var _ = hearth;
        await hearth.QueueAsync(Post.Message("c", Channel.Telephone));

        await RingAsync(hearth, "NoAnswer", 16);
        var waits = await hearth.Staff().OpenAsync("/messages/calls");
        Assert.Contains("Nobody waits to be rung now.", waits.Text, StringComparison.Ordinal);

        hearth.Clock.MoveTo(new DateOnly(2026, 11, 16));
        await RingAsync(hearth, "NoAnswer", 17);
        hearth.Clock.MoveTo(new DateOnly(2026, 11, 17));
        Assert.Empty(told.Outcomes);
        await RingAsync(hearth, "NoAnswer");

        var outcome = Assert.Single(told.Outcomes);
        Assert.Equal((MessageStatus.Failed, "Nobody answered 3 times"), (outcome.Status, outcome.Reason));
    }

    [Theory, BothDatabases]
    public async Task A_person_who_asked_not_to_be_rung_is_told_of_in_those_words(DatabaseKind kind)
    {
        var (hearth, told) = await Sender.StartAsync(kind);
        await using var _ = hearth;
        await hearth.QueueAsync(Post.Message("c", Channel.Telephone));

        await RingAsync(hearth, "NeverAgain");

        Assert.Equal(OutcomeReasons.AskedNotToBeRung, told.Outcomes.Single().Reason);
    }

    [Theory, BothDatabases]
    public async Task What_is_missing_or_out_of_reach_is_asked_for(DatabaseKind kind)
    {
        var (hearth, _) = await Sender.StartAsync(kind);
        await using var __ = hearth;
        await hearth.QueueAsync(Post.Message("c", Channel.Telephone));
        var officer = hearth.Staff();
        var call = await officer.SubmitAsync(await officer.OpenAsync("/messages/calls"), button: "Take the call");

        var nothing = await officer.SubmitAsync(call, button: "Write it down");
        Assert.Equal(["Choose what came of the call"], nothing.Errors);

        var past = await officer.SubmitAsync(call, Answer("NoAnswer", 12), "Write it down");
        Assert.Equal(["The day to try again must be after today, and within 60 days"], past.Errors);
    }

    [Theory, BothDatabases]
    public async Task A_call_that_was_taken_back_meanwhile_is_not_written_down(DatabaseKind kind)
    {
        var (hearth, told) = await Sender.StartAsync(kind);
        await using var _ = hearth;
        var id = await hearth.QueueAsync(Post.Message("c", Channel.Telephone));
        var officer = hearth.Staff();
        var call = await officer.SubmitAsync(await officer.OpenAsync("/messages/calls"), button: "Take the call");
        await hearth.ChangeAsync(id, message => message.Status = MessageStatus.Cancelled);

        var list = await officer.SubmitAsync(call, Answer("Reached"), "Write it down");

        Assert.Contains("Nothing was written down", list.Text, StringComparison.Ordinal);
        Assert.Empty(told.Outcomes);
    }

    [Fact]
    public async Task A_councillor_sees_no_numbers()
    {
        var (hearth, _) = await Sender.StartAsync(DatabaseKind.Sqlite);
        await using var __ = hearth;

        foreach (var path in new[] { "/messages", "/messages/calls", "/messages/letters", "/messages/calls/print" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await hearth.Staff(Role.Councillor).OpenAsync(path)).Status);
        }
    }

    private static async Task<Page> RingAsync(HearthApp hearth, string outcome, int? day = null)
    {
        var officer = hearth.Staff();
        var call = await officer.SubmitAsync(await officer.OpenAsync("/messages/calls"), button: "Take the call");
        return await officer.SubmitAsync(call, Answer(outcome, day), "Write it down");
    }

    private static Dictionary<string, string> Answer(string outcome, int? day = null)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Outcome"] = outcome };
        if (day is not null)
        {
            fields["TryAgainOn.Day"] = day.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
            fields["TryAgainOn.Month"] = "11";
            fields["TryAgainOn.Year"] = "2026";
        }
        return fields;
    }
}
