// Asks tenants and has them answer: a survey in the state a test needs, with its place and its participations in the loop.
using Hearth.Loop.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Support;

/// <summary>A survey that is there already.</summary>
public sealed record AskedSurvey
{
    public string Title { get; init; } = "Yearly survey 2026";

    /// <summary>Days before today on which it opened and its invitations were made.</summary>
    public int AskedDaysAgo { get; init; } = 40;

    /// <summary>Days from today on which it closes; below nought where it has closed.</summary>
    public int ClosesInDays { get; init; } = 10;
    public IReadOnlyCollection<MovedIn> Asked { get; init; } = [];

    /// <summary>Whom the survey is for; everyone where nothing is said.</summary>
    public AudienceFilter For { get; init; } = new();

    /// <summary>Questions to be answered by yes or no; none where a test looks at no answers.</summary>
    public IReadOnlyList<string> YesOrNo { get; init; } = [];

    /// <summary>Those of the asked who have answered.</summary>
    public IReadOnlyCollection<MovedIn> Answered { get; init; } = [];
}

public static class TestSurveys
{
    /// <summary>The code that this household was sent, for the only survey there is.</summary>
    public static Task<string> CodeOfAsync(this HearthApp hearth, MovedIn tenant) =>
        hearth.InScopeAsync(services =>
            services
                .GetRequiredService<HearthDb>()
                .Set<Invitation>()
                .Where(invitation => invitation.HouseholdId == tenant.HouseholdId)
                .Select(invitation => invitation.Code)
                .SingleAsync()
        );

    /// <summary>The answers that came in, as they are kept.</summary>
    public static Task<List<string>> AnswersAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(services =>
            services.GetRequiredService<HearthDb>().Set<Response>().Select(response => response.Answers).ToListAsync()
        );

    /// <summary>Puts the survey there, open or closed by its last day, and gives its id.</summary>
    public static Task<Guid> AskAsync(this HearthApp hearth, AskedSurvey asked) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            var time = services.GetRequiredService<TimeProvider>();
            var ledger = services.GetRequiredService<LoopLedger>();
            var today = time.Today();
            var askedAt = today.AddDays(-asked.AskedDaysAgo).StartInLondon().AddHours(10);
            var survey = new Survey
            {
                Title = asked.Title,
                Introduction = "We ask so that we can put things right.",
                OpensOn = today.AddDays(-asked.AskedDaysAgo),
                ClosesOn = today.AddDays(asked.ClosesInDays),
                Status = asked.ClosesInDays < 0 ? SurveyStatus.Closed : SurveyStatus.Open,
                Audience = WhoIsAsked.Write(asked.For),
                PublicAddress = "https://tell.ousebridge.example",
                CreatedAt = askedAt,
                OpenedAt = askedAt,
                ClosedAt = asked.ClosesInDays < 0 ? today.AddDays(asked.ClosesInDays + 1).StartInLondon() : null,
            };
            db.Add(survey);
            db.AddRange(
                asked.YesOrNo.Select(
                    (text, i) =>
                        new Question
                        {
                            SurveyId = survey.Id,
                            Key = $"q{i + 1}",
                            Position = i + 1,
                            Kind = QuestionKind.SingleChoice,
                            Text = text,
                            Options = [new("y", "Yes"), new("n", "No")],
                        }
                )
            );
            var thing = await ledger.PlaceAsync("survey", survey.Id, survey.Title, $"/surveys/{survey.Id}", survey.OpensOn);
            thing.ClosedOn = asked.ClosesInDays < 0 ? survey.ClosesOn : null;
            thing.TellBy = survey.ClosesOn.AddDays(survey.TellWithinDays);

            var facts = (await services.GetRequiredService<Audience>().ListAsync(new())).ToDictionary(m => m.HouseholdId, m => m.Facts);
            var answered = asked.Answered.Select(m => m.HouseholdId).ToHashSet();
            foreach (var tenant in asked.Asked)
            {
                var groups =
                    facts.GetValueOrDefault(tenant.HouseholdId)
                    ?? new(
                        GroupFacts.Unknown,
                        GroupFacts.Unknown,
                        GroupFacts.Unknown,
                        GroupFacts.Unknown,
                        GroupFacts.Unknown,
                        GroupFacts.Unknown
                    );
                var invitation = new Invitation
                {
                    SurveyId = survey.Id,
                    HouseholdId = tenant.HouseholdId,
                    PersonId = tenant.PersonId,
                    Code = Code(survey.Id, tenant.HouseholdId),
                    Ward = groups.Ward,
                    Neighbourhood = groups.Neighbourhood,
                    Patch = groups.Patch,
                    Tenure = groups.Tenure,
                    Locality = groups.Locality,
                    AgeBand = groups.AgeBand,
                    CreatedAt = askedAt,
                    LastAskedAt = askedAt,
                };
                db.Add(invitation);
                if (answered.Contains(tenant.HouseholdId))
                {
                    var at = askedAt.AddDays(1);
                    db.Add(
                        new Response
                        {
                            SurveyId = survey.Id,
                            InvitationId = invitation.Id,
                            HouseholdId = tenant.HouseholdId,
                            Channel = ResponseChannel.Online,
                            At = at,
                            Ward = groups.Ward,
                            Tenure = groups.Tenure,
                            Locality = groups.Locality,
                            AgeBand = groups.AgeBand,
                        }
                    );
                    ledger.TookPart(survey.Id, tenant.PersonId, tenant.HouseholdId, "Online", at);
                }
            }
            services.GetRequiredService<AuditTrail>().Write("AskSurvey", "survey", survey.Id, "a survey of a test");
            await db.SaveChangesAsync();
            return survey.Id;
        });

    private static string Code(Guid survey, Guid household)
    {
        var hash = System.Security.Cryptography.SHA256.HashData([.. survey.ToByteArray(), .. household.ToByteArray()]);
        return string.Concat(hash.Take(8).Select(b => InvitationCode.Alphabet[b % InvitationCode.Alphabet.Length]));
    }
}
