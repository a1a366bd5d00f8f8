// Imports a text and looks at what the register holds afterwards.
using System.Text;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.Import;

internal static class Importing
{
    public static Task<ImportOutcome> ImportAsync(this HearthApp hearth, string text, ImportChoices? choices = null) =>
        hearth.ImportAsync(Encoding.UTF8.GetBytes(text), choices);

    public static Task<ImportOutcome> ImportAsync(this HearthApp hearth, byte[] file, ImportChoices? choices = null) =>
        hearth.InScopeAsync(async scope =>
        {
            using var stream = new MemoryStream(file);
            return await scope.GetRequiredService<HousingImport>().RunAsync(stream, "export.csv", choices ?? new());
        });

    /// <summary>Every running tenancy as one line: reference | address, postcode | tenure | tenants with birthday, e-mail and telephone.</summary>
    public static Task<List<string>> TenanciesAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var today = scope.GetRequiredService<TimeProvider>().Today();
            var lines = new List<string>();
            foreach (var tenancy in await db.Set<Tenancy>().Where(t => t.EndedOn == null || t.EndedOn > today).ToListAsync())
            {
                var home = await db.Set<Home>().SingleAsync(h => h.Id == tenancy.HomeId);
                var members = await (
                    from member in db.Set<HouseholdMember>()
                    join person in db.Set<Person>() on member.PersonId equals person.Id
                    where member.HouseholdId == tenancy.HouseholdId && member.LeftOn == null
                    select new { member.Role, person }
                ).ToListAsync();
                var people = members
                    .OrderBy(m => m.Role)
                    .ThenBy(m => m.person.Reference)
                    .Select(m =>
                        string.Join(
                            ' ',
                            new[]
                            {
                                m.person.Title,
                                m.person.GivenName,
                                m.person.FamilyName,
                                m.person.BornOn?.ToString("yyyy-MM-dd"),
                                m.person.Email,
                                m.person.Phone,
                            }.Where(x => !string.IsNullOrEmpty(x))
                        )
                    );
                lines.Add(
                    $"{tenancy.Reference} | {home.AddressLines.Replace("\n", ", ")}, {home.Postcode} | {tenancy.Tenure} | {string.Join(" & ", people)}"
                );
            }
            lines.Sort(StringComparer.Ordinal);
            return lines;
        });

    /// <summary>The rows of the page's tables, cells parted by bars.</summary>
    public static IReadOnlyList<string> Rows(this Page page) =>
        [.. page.All("tbody tr").Select(row => string.Join(" | ", row.Children.Select(Page.Words)))];

    public static Task<T> FromDbAsync<T>(this HearthApp hearth, Func<HearthDb, Task<T>> read) =>
        hearth.InScopeAsync(scope => read(scope.GetRequiredService<HearthDb>()));
}
