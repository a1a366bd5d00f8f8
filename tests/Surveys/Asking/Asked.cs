// Drafts that are ready to open, made by the handlers without a page, and what the outbox then holds.
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.OpenSurvey;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.CreateSurvey;
using Hearth.Surveys.Questionnaires.WriteQuestion;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Asking;

/// <summary>A message as the outbox holds it.</summary>
internal sealed record SentMessage(string Key, string Channel, string ToAddress, string Subject, string Body, string? Code, string Status);

internal static class Asked
{
    public const string Public = "https://tell.ousebridge.example";

    /// <summary>A draft with one question; from today, Thursday 12 November 2026, to 18 December unless told otherwise.</summary>
    public static Task<Guid> DraftAsync(
        this HearthApp hearth,
        string opens = "2026-11-12",
        string closes = "2026-12-18",
        AudienceFilter? audience = null,
        bool questions = true
    ) =>
        hearth.InScopeAsync(async services =>
        {
            var made = await services
                .GetRequiredService<CreateSurvey>()
                .RunAsync(
                    new(
                        "How warm is your home?",
                        "We want to know how warm your home is.",
                        DateOnly.Parse(opens),
                        DateOnly.Parse(closes),
                        35
                    )
                );
            var id = made.Made!.Id;
            if (questions)
            {
                Assert.False(
                    (
                        await services.GetRequiredService<AddQuestion>().RunAsync(id, new(QuestionKind.LongText, "What should we know?"))
                    ).Refused
                );
            }
            if (audience is not null)
            {
                Assert.Empty(await services.GetRequiredService<ChooseAudience>().RunAsync(id, audience));
            }
            return id;
        });

    public static Task<Outcome<Opened>> OpenAsync(this HearthApp hearth, Guid survey, InvitationCode.Chance? chance = null) =>
        hearth.InScopeAsync(services =>
            services.GetRequiredService<OpenSurvey>().RunAsync(new Opening(survey, Public) { Chance = chance ?? InvitationCode.Secret })
        );

    public static Task<List<Invitation>> InvitationsAsync(this HearthApp hearth, Guid survey) =>
        hearth.InScopeAsync(services =>
            services
                .GetRequiredService<HearthDb>()
                .Set<Invitation>()
                .AsNoTracking()
                .Where(i => i.SurveyId == survey)
                .OrderBy(i => i.Id)
                .ToListAsync()
        );

    public static Task<List<SentMessage>> MessagesAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(services =>
            services
                .GetRequiredService<HearthDb>()
                .Database.SqlQueryRaw<SentMessage>(
                    """SELECT "Key", "Channel", "ToAddress", "Subject", "Body", "Code", "Status" FROM messaging_message ORDER BY "Key" """
                )
                .ToListAsync()
        );

    public static Task<LoopThing> ThingAsync(this HearthApp hearth, Guid survey) =>
        hearth.InScopeAsync(services => services.GetRequiredService<LoopLedger>().Things.SingleAsync(thing => thing.Id == survey));

    /// <summary>This household answers now.</summary>
    public static Task AnswerAsync(this HearthApp hearth, Invitation invitation, ResponseChannel channel = ResponseChannel.Online) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            db.Add(
                new Response
                {
                    SurveyId = invitation.SurveyId,
                    InvitationId = invitation.Id,
                    HouseholdId = invitation.HouseholdId,
                    Channel = channel,
                    At = hearth.Clock.GetUtcNow(),
                    Ward = invitation.Ward,
                    Tenure = invitation.Tenure,
                    Locality = invitation.Locality,
                    AgeBand = invitation.AgeBand,
                }
            );
            await db.SaveChangesAsync();
        });

    /// <summary>The job that opens and closes runs once.</summary>
    public static Task DayComesAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(services =>
            services.GetServices<IJob>().Single(job => job.Name == "survey-days").RunAsync(CancellationToken.None)
        );
}
