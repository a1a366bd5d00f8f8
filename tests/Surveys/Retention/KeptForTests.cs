// Answers and cases let go of their people when their time has passed: what was noted, sent and set aside goes with them, the counts stay.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Answering.Files;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Cases;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Retention;

public sealed class KeptForTests
{
    [Theory, BothDatabases]
    public async Task Three_years_after_a_survey_closed_nothing_leads_from_it_to_a_home(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await hearth.TakeToTheFieldAsync(await hearth.MoveInAsync(new NewTenant()));
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var invitation = await db.Set<Invitation>().SingleAsync();
            var questions = await db.Set<Question>().ToListAsync();
            var now = hearth.Clock.GetUtcNow();
            db.Add(Response.To(invitation, ResponseChannel.Telephone, now, AnswerSheet.Read("""{"q1":["y"]}"""), questions));
            db.Add(
                new Attempt
                {
                    SurveyId = field.Survey,
                    InvitationId = invitation.Id,
                    Way = AttemptWay.Telephone,
                    At = now,
                    By = "Ada Bell",
                    Note = "Ask for her daughter.",
                }
            );
            db.Add(
                new AnswersSetAside
                {
                    SurveyId = field.Survey,
                    InvitationId = invitation.Id,
                    GivenAt = now,
                    CameAt = now,
                    Answers = """{"q6":["words"]}""",
                }
            );
            db.Add(
                new SentFile
                {
                    SurveyId = field.Survey,
                    InvitationId = invitation.Id,
                    QuestionId = questions[0].Id,
                    Name = "kitchen.jpg",
                    At = now,
                    SentAt = now,
                }
            );
            scope.GetRequiredService<AuditTrail>().Write("Test", "survey", field.Survey);
            await db.SaveChangesAsync();
        });
        await hearth.StopSurveyAsync(field.Survey);

        hearth.Clock.MoveTo(hearth.Clock.Today().AddMonths(36).AddDays(-2));
        await LetGoAsync(hearth);
        Assert.Equal((1, 1, 1), await RowsAsync(hearth));

        hearth.Clock.MoveTo(hearth.Clock.Today().AddDays(4));
        await LetGoAsync(hearth);

        Assert.Equal((0, 0, 0), await RowsAsync(hearth));
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var invitation = await db.Set<Invitation>().SingleAsync();
            var response = await db.Set<Response>().SingleAsync();
            Assert.Null(invitation.PersonId);
            Assert.NotEqual(invitation.Id, response.InvitationId);
            Assert.Equal("""{"q1":["y"]}""", response.Answers);
        });
    }

    [Theory, BothDatabases]
    public async Task A_closed_case_loses_its_person_and_words_after_six_years_and_an_open_one_never(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var tenants = await hearth.MoveInAsync(new NewTenant(), new NewTenant { GivenName = "Ann", FamilyName = "Bell" });
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var now = hearth.Clock.GetUtcNow();
            foreach (var (i, tenant) in tenants.Index())
            {
                var one = new Case
                {
                    Number = i + 1,
                    PersonId = tenant.PersonId,
                    HouseholdId = tenant.HouseholdId,
                    Because = "They wrote “mould”",
                    OpenedAt = now,
                    ClosedAt = i == 0 ? now : null,
                    End = i == 0 ? CaseEnd.PutRight : null,
                    EndWords = i == 0 ? "The wall is dry." : null,
                };
                db.AddRange(
                    one,
                    new CaseEntry
                    {
                        CaseId = one.Id,
                        At = now,
                        By = "Ada Bell",
                        Words = "Rang them.",
                    }
                );
            }
            scope.GetRequiredService<AuditTrail>().Write("Test", "case");
            await db.SaveChangesAsync();
        });

        hearth.Clock.MoveTo(hearth.Clock.Today().AddMonths(72).AddDays(2));
        await LetGoAsync(hearth);

        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var cases = await db.Set<Case>().AsNoTracking().OrderBy(c => c.Number).ToListAsync();
            Assert.Equal([null, tenants[1].PersonId], cases.Select(c => c.PersonId));
            Assert.Equal((CaseEnd.PutRight, null), (cases[0].End, cases[0].EndWords));
            Assert.Equal([cases[1].Id], await db.Set<CaseEntry>().Select(e => e.CaseId).ToListAsync());
        });
    }

    private static Task LetGoAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope =>
            scope.GetServices<IJob>().Single(job => job.Name == "let go of what has had its time").RunAsync(default)
        );

    private static Task<(int, int, int)> RowsAsync(HearthApp hearth) =>
        hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            return (
                await db.Set<Attempt>().CountAsync(),
                await db.Set<AnswersSetAside>().CountAsync(),
                await db.Set<SentFile>().CountAsync()
            );
        });
}
