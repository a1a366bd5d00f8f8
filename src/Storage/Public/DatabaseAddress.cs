// Which database: a path is SQLite, a connection string or postgres:// address is PostgreSQL.
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hearth.Storage.Public;

public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}

/// <summary>A database and how to reach it.</summary>
/// <param name="Kind">Which engine.</param>
/// <param name="ConnectionString">In the engine's own form.</param>
public sealed record DatabaseAddress(DatabaseKind Kind, string ConnectionString)
{
    /// <summary>Reads what a person typed: <c>data/hearth.db</c>, <c>Host=…;Database=…</c> or <c>postgres://user:password@host:port/name</c>.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static DatabaseAddress Parse(string text)
    {
        text = text.Trim();
        if (text.Length == 0)
        {
            throw new FormatException("Say which database: a path for SQLite, or a PostgreSQL connection.");
        }
        if (
            text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
        )
        {
            return new(DatabaseKind.PostgreSql, FromUri(new Uri(text)));
        }
        if (text.Contains("Host=", StringComparison.OrdinalIgnoreCase) || text.Contains("Server=", StringComparison.OrdinalIgnoreCase))
        {
            return new(DatabaseKind.PostgreSql, Prepared(new NpgsqlConnectionStringBuilder(text)));
        }
        var path = text.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase)
            ? new SqliteConnectionStringBuilder(text).DataSource
            : text;
        return Sqlite(path);
    }

    /// <summary>SQLite in one file, created with its folder when missing.</summary>
    public static DatabaseAddress Sqlite(string path)
    {
        var full = Path.GetFullPath(path);
        return new(
            DatabaseKind.Sqlite,
            new SqliteConnectionStringBuilder
            {
                DataSource = full,
                ForeignKeys = true,
                DefaultTimeout = 30,
            }.ConnectionString
        );
    }

    /// <summary>The file, where the database is SQLite.</summary>
    public string? File => Kind == DatabaseKind.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <summary>Fit for a log or a screen: never a password.</summary>
    public string Safe =>
        Kind == DatabaseKind.Sqlite ? File!
        : new NpgsqlConnectionStringBuilder(ConnectionString) is var pg ? $"PostgreSQL {pg.Host}:{pg.Port}/{pg.Database}"
        : "";

    private static string FromUri(Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        return Prepared(
            new NpgsqlConnectionStringBuilder
            {
                Host = uri.Host,
                Port = uri.Port > 0 ? uri.Port : 5432,
                Database = uri.AbsolutePath.Trim('/'),
                Username = Uri.UnescapeDataString(user[0]),
                Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            }
        );
    }

    // What is asked again and again is planned once a connection. "Max Auto Prepare=0" in the connection turns it off, for a pooler that cannot.
    private static string Prepared(NpgsqlConnectionStringBuilder connection)
    {
        if (!new DbConnectionStringBuilder { ConnectionString = connection.ConnectionString }.ContainsKey("Max Auto Prepare"))
        {
            connection.MaxAutoPrepare = 100;
        }
        return connection.ConnectionString;
    }
}
