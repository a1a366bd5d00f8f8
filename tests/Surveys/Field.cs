// Puts a survey into the field for a test: questions, invited homes, codes.
using System.Text.Json;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests;

internal sealed class Field
{
    public required Survey Survey { get; init; }
    public required IReadOnlyList<Question> Questions { get; init; }
    public required IReadOnlyList<Invitation> Invitations { get; init; }

    public Question this[string key] => Questions.Single(q => q.Key == key);

    public string Code(int home = 0) => Invitations[home].Code;

    /// <summary>Opens a survey for this many homes, asked from Monday 2 November to Friday 18 December 2026 unless changed.</summary>
    public static async Task<Field> OpenAsync(
        HearthApp hearth,
        int homes = 1,
        Action<Survey>? change = null,
        Func<Guid, IReadOnlyList<Question>>? ask = null,
        Func<int, Invitation, Invitation>? invite = null
    )
    {
        var survey = new Survey
        {
            Title = "How warm is your home?",
            Introduction = "We want to know how warm your home is.\n\nWe use your answers to plan repairs.",
            OpensOn = new DateOnly(2026, 11, 2),
            ClosesOn = new DateOnly(2026, 12, 18),
            Status = SurveyStatus.Open,
            TellWithinDays = 35,
            CreatedAt = hearth.Clock.GetUtcNow().AddDays(-20),
            OpenedAt = hearth.Clock.GetUtcNow().AddDays(-10),
        };
        change?.Invoke(survey);
        var questions = (ask ?? Warmth)(survey.Id);
        var chance = new Random(survey.Id.GetHashCode());
        var invitations = new List<Invitation>(homes);
        for (var i = 0; i < homes; i++)
        {
            var invitation = new Invitation
            {
                SurveyId = survey.Id,
                HouseholdId = Guid.CreateVersion7(),
                PersonId = Guid.CreateVersion7(),
                Code = InvitationCode.Draw(below => chance.Next(below)),
                Ward = "Fennside",
                Neighbourhood = "Not known",
                Patch = "Not known",
                Tenure = "General needs",
                Locality = "City",
                AgeBand = "35 to 44",
                CreatedAt = hearth.Clock.GetUtcNow().AddDays(-10),
            };
            invitations.Add(invite is null ? invitation : invite(i, invitation));
        }
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            db.Add(survey);
            db.AddRange(questions);
            db.AddRange(invitations);
            scope.GetRequiredService<AuditTrail>().Write("OpenSurvey", "survey", survey.Id);
            await db.SaveChangesAsync();
        });
        return new Field
        {
            Survey = survey,
            Questions = questions,
            Invitations = invitations,
        };
    }

    /// <summary>Homes answer: this many, from this one on.</summary>
    public Task AnswerAsync(
        HearthApp hearth,
        int homes,
        Func<int, Dictionary<string, string[]>> answers,
        int from = 0,
        ResponseChannel channel = ResponseChannel.Online,
        DateTimeOffset? at = null,
        Func<int, string>? words = null
    ) =>
        hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var some in Enumerable.Range(from, homes).Chunk(5000))
            {
                foreach (var home in some)
                {
                    var sheet = AnswerSheet.Read(JsonSerializer.Serialize(answers(home)));
                    var response = Response.To(Invitations[home], channel, at ?? hearth.Clock.GetUtcNow(), sheet, Questions);
                    db.Add(response);
                    if (words is not null)
                    {
                        db.Add(
                            new Comment
                            {
                                SurveyId = Survey.Id,
                                ResponseId = response.Id,
                                QuestionId = Questions[^1].Id,
                                Text = words(home),
                            }
                        );
                    }
                }
                scope.GetRequiredService<AuditTrail>().Write("SendAnswers", "survey", Survey.Id);
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        });

    /// <summary>The same home in other groups.</summary>
    public static Invitation Copy(Invitation asked, string ward, string ageBand, string tenure, string? locality = null) =>
        new()
        {
            SurveyId = asked.SurveyId,
            HouseholdId = asked.HouseholdId,
            PersonId = asked.PersonId,
            Code = asked.Code,
            Ward = ward,
            Neighbourhood = asked.Neighbourhood,
            Patch = asked.Patch,
            Tenure = tenure,
            Locality = locality ?? asked.Locality,
            AgeBand = ageBand,
            CreatedAt = asked.CreatedAt,
        };

    public static readonly IReadOnlyList<Option> FivePoints =
    [
        new("1", "Very satisfied"),
        new("2", "Fairly satisfied"),
        new("3", "Neither satisfied nor dissatisfied"),
        new("4", "Fairly dissatisfied"),
        new("5", "Very dissatisfied"),
    ];

    /// <summary>Seven questions, one of every kind, the second only for homes with a heater.</summary>
    public static IReadOnlyList<Question> Warmth(Guid survey)
    {
        var heater = Ask(survey, 1, QuestionKind.SingleChoice, "Do you have a heater?", [new("y", "Yes"), new("n", "No")], required: true);
        return
        [
            heater,
            Ask(
                survey,
                2,
                QuestionKind.Scale,
                "How satisfied are you with your heater?",
                [.. FivePoints, new("na", "Not applicable", true)],
                on: heater,
                code: "y"
            ),
            Ask(
                survey,
                3,
                QuestionKind.MultipleChoice,
                "Which rooms are cold?",
                [new("bed", "Bedroom"), new("bath", "Bathroom"), new("none", "None of these", true)]
            ),
            Ask(survey, 4, QuestionKind.Number, "How many rooms do you heat?", least: 0, most: 20),
            Ask(survey, 5, QuestionKind.Date, "When was your heater last checked?"),
            Ask(survey, 6, QuestionKind.ShortText, "Which room do you sit in most?"),
            Ask(survey, 7, QuestionKind.LongText, "What else should we know?"),
        ];
    }

    public static Question Ask(
        Guid survey,
        int position,
        QuestionKind kind,
        string text,
        List<Option>? options = null,
        bool required = false,
        Question? on = null,
        string? code = null,
        decimal? least = null,
        decimal? most = null
    ) =>
        new()
        {
            SurveyId = survey,
            Key = $"q{position}",
            Position = position,
            Kind = kind,
            Text = text,
            Options = options ?? [],
            Required = required,
            ShowIfQuestionId = on?.Id,
            ShowIfCodes = code is null ? [] : [code],
            Least = least,
            Most = most,
        };
}
