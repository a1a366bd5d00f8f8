// A landlord of 1,000 tenants with the profile of table 1 of a council's engagement strategy: who the tenants are, who is involved, who answered the survey.
using Hearth.People.Public;
using Hearth.Support;

namespace Hearth.Insight.Tests;

/// <summary>All tenants 12.3 / 31 / 52 / 4.7 not known; 100 involved 0 / 12 / 88; answers 6 / 25 / 69; city 55, involved 53; general needs 91, involved 84.</summary>
internal sealed record TableOne(IReadOnlyList<MovedIn> Tenants, Guid Survey)
{
    private const int Young = 25;
    private const int Middle = 45;
    private const int Old = 70;

    public static async Task<TableOne> LetAsync(HearthApp hearth, int closesInDays = 10, int askedDaysAgo = 40, int hundredsOfAnswers = 2)
    {
        int?[] involvedAges = [.. Many(12, Middle), .. Many(88, Old)];
        int?[] otherAges = [.. Many(123, Young), .. Many(298, Middle), .. Many(432, Old), .. Many(47, null)];
        var involved = involvedAges.Select(
            (age, i) => Tenant(age, city: i < 53, generalNeeds: i % 25 < 21) with { InvolvedAs = "Tenants’ panel" }
        );
        var others = otherAges.Select((age, i) => Tenant(age, city: i < 497, generalNeeds: i >= 74));
        var tenants = await hearth.MoveInAsync([.. involved, .. others]);

        var quiet = tenants.Skip(100).ToList();
        var survey = await hearth.AskAsync(
            new AskedSurvey
            {
                Title = "Yearly survey 2026",
                AskedDaysAgo = askedDaysAgo,
                ClosesInDays = closesInDays,
                Asked = tenants,
                Answered =
                [
                    .. Aged(Young).Take(6 * hundredsOfAnswers),
                    .. Aged(Middle).Take(25 * hundredsOfAnswers),
                    .. Aged(Old).Take(69 * hundredsOfAnswers),
                ],
            }
        );
        return new TableOne(tenants, survey);

        IEnumerable<MovedIn> Aged(int age) => quiet.Where(t => t.As.Age == age);
    }

    private static NewTenant Tenant(int? age, bool city, bool generalNeeds) =>
        new()
        {
            Age = age,
            Locality = city ? Locality.City : Locality.Rural,
            Tenure = generalNeeds ? TenureKind.GeneralNeeds : TenureKind.Sheltered,
        };

    private static IEnumerable<int?> Many(int count, int? age) => Enumerable.Repeat(age, count);
}
