// Tells a broken uniqueness rule from every other failure, on both databases.
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hearth.Storage.Public;

public static class DbConflict
{
    /// <summary>True when the save failed because the same thing is already there (SQLite 2067 and 1555, PostgreSQL 23505).</summary>
    public static bool IsDuplicate(this DbUpdateException failure) =>
        failure.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
            PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
            _ => false,
        };
}
