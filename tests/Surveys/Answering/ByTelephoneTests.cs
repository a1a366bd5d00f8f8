// An officer rings a tenant and types what they say: whose call it was is known, what was said is not theirs.
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Answering;

public sealed class ByTelephoneTests
{
    private const string Reminder = "You are answering for a tenant, by telephone.";

    [Theory, BothDatabases]
    public async Task Answers_typed_by_staff_came_by_telephone_and_the_audit_says_whose_call_it_was(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 2);
        var (officer, tenant) = (hearth.Staff(Role.HousingOfficer, "Ewan Blake"), hearth.Anyone());

        Assert.Contains(Reminder, (await officer.OpenAsync($"/s/{field.Code()}")).Text, StringComparison.Ordinal);
        Assert.Contains(Reminder, (await officer.OpenAsync($"/s/{field.Code()}/q1")).Text, StringComparison.Ordinal);
        var check = await OneAnswerAHomeTests.ToCheckAsync(officer, field, "y");
        Assert.Contains(Reminder, check.Text, StringComparison.Ordinal);
        var own = await OneAnswerAHomeTests.ToCheckAsync(tenant, field, "n", home: 1);
        Assert.DoesNotContain(Reminder, own.Text, StringComparison.Ordinal);
        // side by side, so that the intake may take both at once
        await Task.WhenAll(officer.SubmitAsync(check, null, "Send my answers"), tenant.SubmitAsync(own, null, "Send my answers"));

        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            Assert.Equal(
                [(field.Invitations[0].Id, ResponseChannel.Telephone), (field.Invitations[1].Id, ResponseChannel.Online)],
                (await db.Set<Response>().ToListAsync())
                    .Select(r => (r.InvitationId, r.Channel))
                    .OrderBy(r => r.Channel == ResponseChannel.Online)
            );
            var parts = await scope.GetRequiredService<LoopLedger>().Participations.ToListAsync();
            Assert.Equal("Telephone", parts.Single(p => p.PersonId == field.Invitations[0].PersonId).Channel);
            Assert.Equal("Online", parts.Single(p => p.PersonId == field.Invitations[1].PersonId).Channel);
            var lines = await db.Set<AuditLine>().Where(line => line.Action == "SendAnswers").ToListAsync();
            Assert.Equal(
                [(ActorKind.Nobody, "Not signed in", null), (ActorKind.Staff, "Ewan Blake", HearthApp.StaffId)],
                lines.Select(line => (line.ActorKind, line.ActorName, line.ActorId)).OrderBy(line => line.ActorKind)
            );
        });
    }

    [Theory, BothDatabases]
    public async Task A_councillor_rings_nobody_and_answers_for_their_own_home(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth);
        var councillor = hearth.Staff(Role.Councillor);

        var check = await OneAnswerAHomeTests.ToCheckAsync(councillor, field, "y");
        await councillor.SubmitAsync(check, null, "Send my answers");

        Assert.DoesNotContain(Reminder, check.Text, StringComparison.Ordinal);
        var response = await hearth.InScopeAsync(scope => scope.GetRequiredService<HearthDb>().Set<Response>().SingleAsync());
        Assert.Equal(ResponseChannel.Online, response.Channel);
    }
}
