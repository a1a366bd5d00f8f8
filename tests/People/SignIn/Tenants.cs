// Tenants for the tests of their door, and what reached them.
using System.Text.RegularExpressions;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.SignIn.Tests;

internal static class Tenants
{
    public static Task<Guid> AddAsync(
        HearthApp hearth,
        string given,
        string family,
        string? email = null,
        string? phone = null,
        string language = "en-GB"
    ) =>
        hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var person = new Person
            {
                Reference = $"P-{given}-{family}",
                GivenName = given,
                FamilyName = family,
                NameKey = $"{family} {given}".ToLowerInvariant(),
                Email = email,
                EmailKey = email?.ToLowerInvariant(),
                Phone = phone,
                Language = language,
            };
            db.Add(person);
            scope.GetRequiredService<AuditTrail>().Write("AddPerson", "person", person.Id);
            await db.SaveChangesAsync();
            return person.Id;
        });

    /// <summary>Addresses and texts of the codes that were sent, oldest first, read past the module that keeps them.</summary>
    public static Task<List<string>> SentAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope =>
            scope
                .GetRequiredService<HearthDb>()
                .Database.SqlQueryRaw<string>(
                    """SELECT "Channel" || ' ' || "ToAddress" || ': ' || "Body" AS "Value" FROM messaging_message WHERE "Purpose" = 'sign-in-code' AND "Secret" ORDER BY "CreatedAt", "Id" """
                )
                .ToListAsync()
        );

    public static async Task<string> LastCodeAsync(HearthApp hearth) =>
        Regex.Match((await SentAsync(hearth))[^1], @"(?<!\d)\d{6}(?!\d)").Value;

    public static async Task<Page> AskAsync(Browser browser, string reach, string? then = null) =>
        await browser.SubmitAsync(
            await browser.OpenAsync("/sign-in" + (then is null ? "" : "?then=" + Uri.EscapeDataString(then))),
            new { Reach = reach }
        );

    public static string Other(string code) => code == "000000" ? "000001" : "000000";
}
