// A survey of twelve five-point questions in the field, with as many homes asked, or answered, as a measure needs.
using System.Globalization;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Bench.Measuring;

internal sealed record AskedHomes(Survey Survey, IReadOnlyList<Question> Questions, IReadOnlyList<Invitation> Invitations)
{
    private const int QuestionCount = 12;
    private static readonly string[] Bands = ["16 to 24", "35 to 44", "45 to 54", "65 to 74", "75 and over", "Not known"];

    private static int codes;

    /// <summary>Where homes have answered, so many have not yet.</summary>
    public const int Spare = 50;

    private int next = -1;

    /// <summary>A home that nobody has taken yet; null when all are taken.</summary>
    public Invitation? Next() => Interlocked.Increment(ref next) is var at && at < Invitations.Count ? Invitations[at] : null;

    /// <summary>Opens the survey and asks these many homes, which have all answers in a draft, or have all sent them.</summary>
    public static async Task<AskedHomes> OpenAsync(HearthApp hearth, int homes, bool answered)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(
            hearth.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds()
        );
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var chance = new Random(1);
        var survey = new Survey
        {
            Title = $"Twelve questions to {homes} homes",
            Introduction = "We ask so that we can put things right.",
            OpensOn = today.AddDays(-10),
            ClosesOn = today.AddDays(30),
            Status = SurveyStatus.Open,
            TellWithinDays = 35,
            CreatedAt = now.AddDays(-20),
            OpenedAt = now.AddDays(-10),
        };
        var questions = Enumerable.Range(1, QuestionCount).Select(number => Ask(survey.Id, number)).ToList();
        var asked = new AskedHomes(survey, questions, [.. Enumerable.Range(0, homes).Select(_ => Invite(survey.Id, chance, now))]);
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            db.Add(survey);
            db.AddRange(questions);
            scope.GetRequiredService<AuditTrail>().Write("OpenSurvey", "survey", survey.Id);
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.InsertManyAsync(asked.Invitations);
            if (answered)
            {
                await db.InsertManyAsync(
                    asked
                        .Invitations.Skip(Spare)
                        .Select(invitation =>
                            Response.To(
                                invitation,
                                (ResponseChannel)chance.Next(5),
                                now.AddSeconds(-chance.Next(800_000)),
                                Answers(questions, chance),
                                questions
                            )
                        )
                );
            }
            else
            {
                await db.InsertManyAsync(
                    asked.Invitations.Select(invitation => new DraftResponse
                    {
                        InvitationId = invitation.Id,
                        Answers = Answers(questions, chance).Write(),
                        UpdatedAt = now,
                    })
                );
            }
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            // what autovacuum would do a minute later
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        });
        return asked;
    }

    /// <summary>An answer to every question.</summary>
    public static AnswerSheet Answers(IReadOnlyList<Question> questions, Random chance)
    {
        var sheet = new AnswerSheet();
        foreach (var question in questions)
        {
            sheet.Set(question, [chance.Next(9) == 0 ? "na" : chance.Next(1, 6).ToString(CultureInfo.InvariantCulture)]);
        }
        return sheet;
    }

    /// <summary>How many responses the database holds.</summary>
    public Task<int> HeldAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope =>
            scope.GetRequiredService<HearthDb>().Set<Response>().CountAsync(response => response.SurveyId == Survey.Id)
        );

    private static Question Ask(Guid survey, int number) =>
        new()
        {
            SurveyId = survey,
            Key = $"q{number}",
            Position = number,
            Kind = QuestionKind.Scale,
            Text = $"How satisfied or dissatisfied are you with part {number} of what we do?",
            Options =
            [
                new("1", "Very satisfied"),
                new("2", "Fairly satisfied"),
                new("3", "Neither satisfied nor dissatisfied"),
                new("4", "Fairly dissatisfied"),
                new("5", "Very dissatisfied"),
                new("na", "Not applicable", true),
            ],
            ShowIfCodes = [],
        };

    private static Invitation Invite(Guid survey, Random chance, DateTimeOffset now) =>
        new()
        {
            SurveyId = survey,
            HouseholdId = Guid.CreateVersion7(),
            PersonId = Guid.CreateVersion7(),
            Code = NextCode(),
            Ward = $"Ward {chance.Next(30):00}",
            Neighbourhood = "Not known",
            Patch = "Not known",
            Tenure = chance.Next(9) == 0 ? "Sheltered" : "General needs",
            Locality = "City",
            AgeBand = Bands[chance.Next(Bands.Length)],
            CreatedAt = now.AddDays(-10),
        };

    /// <summary>A code that no other home of this run has.</summary>
    private static string NextCode()
    {
        var number = Interlocked.Increment(ref codes);
        return InvitationCode.Draw(below =>
        {
            (number, var sign) = Math.DivRem(number, below);
            return sign;
        });
    }
}
