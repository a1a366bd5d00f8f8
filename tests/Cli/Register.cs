// What the register says, read past Hearth's own code.
using Hearth.Support;

namespace Hearth.Cli.Tests;

internal static class Register
{
    /// <summary>What the register says, without the ids that differ from one import to the next.</summary>
    public static Task<List<string>> RegisterAsync(this TestDatabase database) =>
        database.Address.RowsAsync(
            """
            SELECT t."Reference", t."Tenure", t."EndedOn", h."Reference", h."AddressLines", h."Postcode", w."Name", m."Role", m."LeftOn",
                   p."Reference", p."Title", p."GivenName", p."FamilyName", p."BornOn", p."Email", p."Phone", c."Given"
            FROM people_tenancy t
            JOIN people_home h ON h."Id" = t."HomeId"
            LEFT JOIN people_ward w ON w."Id" = h."WardId"
            LEFT JOIN people_household_member m ON m."HouseholdId" = t."HouseholdId"
            LEFT JOIN people_person p ON p."Id" = m."PersonId"
            LEFT JOIN people_consent c ON c."PersonId" = p."Id" AND c."Kind" = 'Surveys'
            """
        );

    public static Task<List<string>> RowsAsync(this TestDatabase database, string sql) => database.Address.RowsAsync(sql);

    public static Task<int> CountAsync(this TestDatabase database, string table) => database.Address.CountAsync(table);
}
