// A landlord's homes, each with every way, all asked by e-mail six days ago and silent since.
using System.Globalization;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Bench.Ladders;

internal sealed record Silent(Survey Survey, Ladder Ladder, int Homes)
{
    /// <summary>Moves so many in and opens a survey to them all.</summary>
    public static Task<Silent> MoveInAsync(HearthApp hearth, int homes) =>
        hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
            var today = now.DayInLondon();
            var survey = new Survey
            {
                Title = "How warm is your home?",
                Introduction = "We ask so that we can put things right.",
                OpensOn = today.AddDays(-6),
                ClosesOn = today.AddDays(30),
                Status = SurveyStatus.Open,
                TellWithinDays = 35,
                CreatedAt = now.AddDays(-20),
                OpenedAt = now.AddDays(-6),
                PublicAddress = "https://tell.ousebridge.example",
            };
            var ladder = new Ladder
            {
                SurveyId = survey.Id,
                Rungs = [.. Ladder.Usual],
                State = LadderState.Climbing,
            };
            db.AddRange(survey, ladder);
            scope.GetRequiredService<AuditTrail>().Write("MoveIn", "survey", survey.Id, $"{homes} homes of a measure");
            await using var transaction = await db.Database.BeginTransactionAsync();
            var numbers = Enumerable.Range(1, homes).ToList();
            var places = numbers.ConvertAll(n => new Home
            {
                Reference = Number("H", n),
                AddressLines = $"{n} Kiln Lane\nOusebridge",
                Postcode = "OB4 2QR",
                Locality = Locality.City,
            });
            var people = numbers.ConvertAll(n => new Person
            {
                Reference = Number("P", n),
                GivenName = "Kasia",
                FamilyName = "Nowak",
                NameKey = "nowak kasia",
                Email = $"t{n}@post.example",
                EmailKey = $"t{n}@post.example",
                Phone = "+4477" + n.ToString("00000000", CultureInfo.InvariantCulture),
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
            var chance = new Random(homes);
            var codes = new HashSet<string>(StringComparer.Ordinal);
            await db.InsertManyAsync(households.Select(h => Invite(survey, h, codes, chance, now.AddDays(-6))));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            // what autovacuum would do a minute later
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
            return new Silent(survey, ladder, homes);
        });

    /// <summary>Everybody stands where they stood before they went up.</summary>
    public Task BackAsync(HearthApp hearth) =>
        hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var asked = scope.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-6);
            var (id, rung, tried) = (Survey.Id, (Channel?)Channel.Email, (Ways?)Ways.Email);
            await db.Set<Invitation>()
                .Where(i => i.SurveyId == id)
                .ExecuteUpdateAsync(i =>
                    i.SetProperty(x => x.Rung, rung)
                        .SetProperty(x => x.Tried, tried)
                        .SetProperty(x => x.LastAskedAt, asked)
                        .SetProperty(x => x.Reminders, 0)
                );
            await db.Database.ExecuteSqlRawAsync("DELETE FROM messaging_message");
        });

    private static Invitation Invite(Survey survey, Household household, HashSet<string> codes, Random chance, DateTimeOffset at)
    {
        string code;
        do
        {
            code = InvitationCode.Draw(below => chance.Next(below));
        } while (!codes.Add(code));
        return new Invitation
        {
            SurveyId = survey.Id,
            HouseholdId = household.Id,
            PersonId = household.ContactPersonId,
            Code = code,
            Ward = "Fennside",
            Neighbourhood = "Not known",
            Patch = "Not known",
            Tenure = "General needs",
            Locality = "City",
            AgeBand = "35 to 44",
            AskedBy = Channel.Email,
            Rung = Channel.Email,
            Tried = Ways.Email,
            CreatedAt = at,
            LastAskedAt = at,
        };
    }

    private static string Number(string letter, int number) => letter + number.ToString("0000000", CultureInfo.InvariantCulture);
}
