// One response a home, however often and from wherever it is sent.
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Answering;

public sealed class OneAnswerAHomeTests
{
    [Theory, BothDatabases]
    public async Task The_same_page_sent_twice_is_thanked_twice_and_counted_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var phone = hearth.Anyone();
        var check = await ToCheckAsync(phone, field, "y");

        var both = await Task.WhenAll(phone.SubmitAsync(check, null, "Send my answers"), phone.SubmitAsync(check, null, "Send my answers"));
        var later = await phone.SubmitAsync(check, null, "Send my answers");

        Assert.All([.. both, later], page => Assert.Equal("Thank you. We have your answers.", page.Heading));
        Assert.Single(await AnsweringTests.AnswersAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task The_second_person_of_a_home_is_told_kindly(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var (first, second) = (hearth.Anyone(), hearth.Anyone());
        var mine = await ToCheckAsync(first, field, "y");
        var theirs = await second.OpenAsync($"/s/{field.Code()}/check");

        await first.SubmitAsync(mine, null, "Send my answers");
        var told = await second.SubmitAsync(theirs, null, "Send my answers");

        Assert.Equal("Somebody in your home has already answered", told.Heading);
        Assert.Contains("We got the answers from your home on Thursday 12 November.", told.Text);
        Assert.Equal("Somebody in your home has already answered", (await hearth.Anyone().OpenAsync($"/s/{field.Code()}/q1")).Heading);
        Assert.Single(await AnsweringTests.AnswersAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task Twenty_devices_at_once_make_one_response(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 4);
        var devices = new List<(Browser Device, Page Check)>();
        for (var home = 0; home < 4; home++)
        {
            await ToCheckAsync(hearth.Anyone(), field, "n", home);
            for (var i = 0; i < 20; i++)
            {
                var device = hearth.Anyone();
                devices.Add((device, await device.OpenAsync($"/s/{field.Code(home)}/check")));
            }
        }

        var pages = await Task.WhenAll(devices.Select(d => d.Device.SubmitAsync(d.Check, null, "Send my answers")));

        Assert.Equal(4, pages.Count(page => page.Heading == "Thank you. We have your answers."));
        Assert.Equal(76, pages.Count(page => page.Heading == "Somebody in your home has already answered"));
        Assert.Equal(4, (await AnsweringTests.AnswersAsync(hearth)).Count);
        Assert.Equal(
            4,
            await hearth.InScopeAsync(scope =>
                scope.GetRequiredService<LoopLedger>().Participations.CountAsync(p => p.ActivityId == field.Survey.Id)
            )
        );
    }

    [Theory, BothDatabases]
    public async Task One_person_with_two_homes_answers_for_both_and_took_part_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var person = Guid.CreateVersion7();
        var field = await Field.OpenAsync(
            hearth,
            homes: 2,
            invite: (_, invitation) =>
            {
                invitation.PersonId = person;
                return invitation;
            }
        );
        foreach (var home in new[] { 0, 1 })
        {
            var phone = hearth.Anyone();
            await phone.SubmitAsync(await ToCheckAsync(phone, field, "n", home), null, "Send my answers");
        }

        Assert.Equal(2, (await AnsweringTests.AnswersAsync(hearth)).Count);
        Assert.Equal(1, await hearth.InScopeAsync(scope => scope.GetRequiredService<LoopLedger>().Participations.CountAsync()));
    }

    /// <summary>Answers the first question, skips the rest and stands before “Send my answers”.</summary>
    internal static async Task<Page> ToCheckAsync(Browser phone, Field field, string heater, int home = 0)
    {
        var page = await phone.OpenAsync($"/s/{field.Code(home)}/q1");
        page = await phone.SubmitAsync(page, new { Answer = heater }, "Continue");
        while (page.Heading != "Check your answers before you send them")
        {
            page = await phone.SubmitAsync(page, null, "Skip this question");
        }
        return page;
    }
}
