// A home left out of the regulator's surveys: two reasons and no other, a note, a day to look again; seen on its pages, forgotten with its people.
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.Register;

public sealed class LeaveOutTests
{
    [Theory, BothDatabases]
    public async Task An_officer_leaves_a_home_out_with_a_reason_and_takes_it_back_in(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0];
        var officer = hearth.Staff();
        var person = await officer.OpenAsync($"/people/{kasia.PersonId}");
        var form = await officer.OpenAsync(person.LinkTo("Leave their home out of the yearly survey"));

        var home = await officer.SubmitAsync(form, Filled(), "Leave this home out");

        Assert.Contains("This home is left out from now on.", home.Text, StringComparison.Ordinal);
        Assert.Contains("Left out of the yearly survey", home.Text, StringComparison.Ordinal);
        var line = Assert.Single(await LinesAsync(hearth));
        Assert.Equal(
            (
                kasia.HouseholdId,
                LeftOutReason.HealthAndSafety,
                "Agreed with the safeguarding lead",
                new DateOnly(2026, 11, 12),
                new DateOnly(2027, 6, 1)
            ),
            (line.HouseholdId, line.Reason, line.Note, line.Since, line.LookAgainOn)
        );
        // more people read the audit than may know why
        Assert.Equal(["looked at again on 2027-06-01"], await hearth.AuditAsync("LeaveOut"));
        // the list says until when, and not why
        var list = await officer.OpenAsync("/people/left-out");
        Assert.Contains("1 June 2027", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Health", list.Text, StringComparison.Ordinal);

        var back = await officer.SubmitAsync(await officer.OpenAsync(form.Path), null, "Ask this home again");

        Assert.Contains("The next survey may ask this home again.", back.Text, StringComparison.Ordinal);
        Assert.Empty(await LinesAsync(hearth));
    }

    [Theory]
    [InlineData("Reason", "", "Choose which of the two reasons it is")]
    [InlineData("Note", "  ", "Enter what makes it so, what was tried and who agreed")]
    [InlineData("LookAgain.Year", "2026", "The day to look again must be after today")]
    [InlineData("LookAgain.Year", "2029", "The day to look again must be within 24 months")]
    [InlineData("LookAgain.Month", "13", "The day to look again must be a real date, like 27 3 2026")]
    public async Task Without_one_of_the_two_reasons_a_note_and_a_day_to_look_again_nobody_is_left_out(
        string field,
        string typed,
        string says
    )
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0];
        var officer = hearth.Staff();
        var fields = Filled();
        fields.RemoveAll(f => f.Key == field);
        fields.Add(new(field, typed));

        var page = await officer.SubmitAsync(
            await officer.OpenAsync((await officer.OpenAsync($"/people/{kasia.PersonId}")).LinkTo("Leave their home out")),
            fields,
            "Leave this home out"
        );

        Assert.Equal([says], page.Errors);
        Assert.Empty(await LinesAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task Of_two_officers_who_have_it_open_the_second_is_told(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0];
        var officer = hearth.Staff();
        var form = await officer.OpenAsync((await officer.OpenAsync($"/people/{kasia.PersonId}")).LinkTo("Leave their home out"));
        await officer.SubmitAsync(form, Filled(), "Leave this home out");

        var second = await officer.SubmitAsync(form, Filled(), "Leave this home out");

        Assert.Equal(["Somebody else changed this while you had it open. Look at it again, then make your change"], second.Errors);
    }

    [Theory, BothDatabases]
    public async Task It_is_told_to_the_person_and_forgotten_with_them(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var kasia = (await hearth.MoveInAsync(new NewTenant()))[0];
        await hearth.LeaveOutAsync(kasia.HouseholdId, LeftOutReason.SeriousCapacity);

        var held = await hearth.InScopeAsync(services =>
            services.GetServices<IPersonalData>().Single(data => data.Covers.Contains(typeof(LeftOut))).HeldOnAsync(kasia.PersonId, default)
        );
        var officer = hearth.Staff();
        await officer.SubmitAsync(await officer.OpenAsync($"/people/{kasia.PersonId}/erase"), new { Sure = "true" }, "Forget");

        Assert.Equal(
            "Serious capacity issues, since 12 November 2026, looked at again on 1 June 2027. Agreed with the advocate",
            Assert.Single(held).Value
        );
        Assert.Empty(await LinesAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task A_year_after_the_tenancy_has_ended_the_line_goes(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(new NewTenant(), new NewTenant());
        await hearth.LeaveOutAsync(homes[0].HouseholdId, LeftOutReason.SeriousCapacity);
        await hearth.LeaveOutAsync(homes[1].HouseholdId, LeftOutReason.SeriousCapacity);
        await hearth.MoveOutAsync(homes[0].HouseholdId);
        Task<int> GoAsync() =>
            hearth.InScopeAsync(services =>
                services
                    .GetServices<IKeptFor>()
                    .Single(kept => kept.Key == "left-out")
                    .LetGoAsync(hearth.Clock.GetUtcNow().AddMonths(-12), default)
            );

        Assert.Equal(0, await GoAsync());
        hearth.Clock.Forward(TimeSpan.FromDays(370));

        Assert.Equal(1, await GoAsync());
        Assert.Equal(homes[1].HouseholdId, Assert.Single(await LinesAsync(hearth)).HouseholdId);
    }

    private static List<KeyValuePair<string, string>> Filled() =>
        [
            new("Reason", "HealthAndSafety"),
            new("Note", "Agreed with the safeguarding lead"),
            new("LookAgain.Day", "1"),
            new("LookAgain.Month", "6"),
            new("LookAgain.Year", "2027"),
        ];

    private static Task<List<LeftOut>> LinesAsync(HearthApp hearth) =>
        hearth.InScopeAsync(services => services.GetRequiredService<HearthDb>().Set<LeftOut>().AsNoTracking().ToListAsync());
}
