// A register of homes in thirty wards, a survey that asked them all by e-mail and that a third answered, some of them in words.
using System.Globalization;
using Hearth.Bench.Measuring;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Bench.Limits;

/// <param name="Sight">Two of the wards.</param>
/// <param name="Person">Somebody who lives in one of the two.</param>
/// <param name="Postcode">Of a few homes, some of them within sight.</param>
internal sealed record Register(Guid[] Sight, Guid Person, string Postcode, Guid Survey)
{
    private const int Wards = 30;
    private const int ToAPostcode = 20;

    private static readonly string[] Given =
    [
        "Kasia",
        "Omar",
        "Grace",
        "Piotr",
        "Anita",
        "Lewis",
        "Fatima",
        "Joan",
        "Dev",
        "Ruth",
        "Tomas",
    ];
    private static readonly string[] Family =
    [
        "Nowak",
        "Hale",
        "Okafor",
        "Singh",
        "Marsh",
        "Iqbal",
        "Brook",
        "Farrow",
        "Kowalska",
        "Thorne",
        "Patel",
        "Wells",
        "Adeyemi",
        "Carr",
        "Lund",
        "Moss",
        "Reed",
        "Shah",
        "Vale",
    ];

    /// <summary>Moves them in, asks them and takes the answers in.</summary>
    public static Task<Register> MoveInAsync(HearthApp hearth, int homes) =>
        hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
            var today = now.DayInLondon();
            var wards = Enumerable
                .Range(1, Wards)
                .Select(n => $"Ward {n:00}")
                .Select(name => new Ward { Name = name, NameKey = name.ToLowerInvariant() })
                .ToList();
            db.AddRange(wards);
            scope.GetRequiredService<AuditTrail>().Write("MoveIn", "register", detail: $"{homes} homes of a measure");
            await using var transaction = await db.Database.BeginTransactionAsync();

            // a ward is not a block of the register: homes come in the order of their references, wherever they lie
            var numbers = Enumerable.Range(0, homes).ToList();
            var places = numbers.ConvertAll(n => new Home
            {
                Reference = Number("H", n),
                AddressLines = $"{n % 180 + 1} Kiln Lane\nOusebridge",
                Postcode = PostcodeOf(n),
                WardId = wards[n % Wards].Id,
                Locality = Locality.City,
            });
            var people = numbers.ConvertAll(n =>
            {
                var (given, family) = (Given[n % Given.Length], Family[n % Family.Length]);
                return new Person
                {
                    Reference = Number("P", n),
                    GivenName = given,
                    FamilyName = family,
                    NameKey = $"{family} {given}".ToLowerInvariant(),
                    Email = $"t{n}@post.example",
                    EmailKey = $"t{n}@post.example",
                };
            });
            var households = places.Zip(people, (home, person) => new Household { HomeId = home.Id, ContactPersonId = person.Id }).ToList();
            await db.InsertManyAsync(places);
            await db.InsertManyAsync(people);
            await db.InsertManyAsync(households);
            await db.InsertManyAsync(
                households.Select(h => new HouseholdMember
                {
                    HouseholdId = h.Id,
                    PersonId = h.ContactPersonId!.Value,
                    Role = MemberRole.Tenant,
                })
            );
            await db.InsertManyAsync(
                households.Select(
                    (h, n) =>
                        new Tenancy
                        {
                            Reference = Number("T", n),
                            HomeId = h.HomeId,
                            HouseholdId = h.Id,
                            Tenure = TenureKind.GeneralNeeds,
                            StartedOn = today.AddYears(-3),
                        }
                )
            );
            var survey = await AskAsync(scope, households, wards, now);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            // what autovacuum would do a minute later
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
            return new Register([wards[3].Id, wards[17].Id], people[3].Id, PostcodeOf(3), survey);
        });

    private static async Task<Guid> AskAsync(IServiceProvider scope, List<Household> households, List<Ward> wards, DateTimeOffset now)
    {
        var db = scope.GetRequiredService<HearthDb>();
        var survey = new Survey
        {
            Title = "How warm is your home?",
            Introduction = "We ask so that we can put things right.",
            OpensOn = now.DayInLondon().AddDays(-10),
            ClosesOn = now.DayInLondon().AddDays(20),
            Status = SurveyStatus.Open,
            TellWithinDays = 35,
            CreatedAt = now.AddDays(-20),
            OpenedAt = now.AddDays(-10),
        };
        var warm = new Question
        {
            SurveyId = survey.Id,
            Key = "q1",
            Position = 1,
            Kind = QuestionKind.SingleChoice,
            Text = "Is your home warm enough?",
            Options = [new("1", "Yes"), new("2", "No")],
        };
        var why = new Question
        {
            SurveyId = survey.Id,
            Key = "q2",
            Position = 2,
            Kind = QuestionKind.LongText,
            Text = "What would make it warmer?",
        };
        db.AddRange(survey, warm, why);

        var codes = new HashSet<string>(StringComparer.Ordinal);
        var chance = new Random(1);
        var invitations = households
            .Select((household, n) => Invite(survey.Id, household, wards[n % Wards].Name, NewCode(codes, chance), now.AddDays(-10)))
            .ToList();
        await db.InsertManyAsync(invitations);
        var responses = new List<Response>();
        var comments = new List<Comment>();
        foreach (var (n, invitation) in invitations.Index().Where(pair => chance.Next(3) == 0))
        {
            var sheet = new AnswerSheet();
            sheet.Set(warm, [chance.Next(1, 3).ToString(CultureInfo.InvariantCulture)]);
            if (n % 4 == 0)
            {
                sheet.Set(why, [$"The window of room {n % 5 + 1} lets the cold in and nobody came."]);
            }
            var response = Response.To(invitation, ResponseChannel.Online, now.AddMinutes(-chance.Next(14_000)), sheet, [warm, why]);
            responses.Add(response);
            comments.AddRange(Comment.In(response, sheet, [warm, why]));
        }
        await db.InsertManyAsync(responses);
        await db.InsertManyAsync(comments);
        await scope
            .GetRequiredService<Outbox>()
            .AddManyAsync(
                invitations.Select(
                    (invitation, n) =>
                        new MessageToSend(
                            $"invite/{invitation.Id}",
                            "survey-invitation",
                            survey.Id,
                            new Recipient(invitation.PersonId, "Kasia Nowak", $"t{n}@post.example"),
                            Channel.Email,
                            survey.Title,
                            new string('x', 400)
                        )
                )
            );
        return survey.Id;
    }

    private static Invitation Invite(Guid survey, Household household, string ward, string code, DateTimeOffset at) =>
        new()
        {
            SurveyId = survey,
            HouseholdId = household.Id,
            PersonId = household.ContactPersonId,
            Code = code,
            Ward = ward,
            Neighbourhood = GroupFacts.Unknown,
            Patch = GroupFacts.Unknown,
            Tenure = "General needs",
            Locality = "City",
            AgeBand = GroupFacts.Unknown,
            AskedBy = Channel.Email,
            CreatedAt = at,
            LastAskedAt = at,
        };

    private static string NewCode(HashSet<string> known, Random chance)
    {
        string code;
        do
        {
            code = InvitationCode.Draw(below => chance.Next(below));
        } while (!known.Add(code));
        return code;
    }

    private static string PostcodeOf(int n)
    {
        // the letters that a postcode may end in
        const string Letters = "ABDEFGHJLNPQRSTUWXYZ";
        var at = n / ToAPostcode;
        return $"OB{at / 400 + 1} {at / 40 % 10}{Letters[at / 2 % Letters.Length]}{(at % 2 == 0 ? 'B' : 'D')}";
    }

    private static string Number(string letter, int number) => letter + number.ToString("0000000", CultureInfo.InvariantCulture);
}
