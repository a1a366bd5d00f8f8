// How a command ends: 0 done, 1 refused or failed with the reason on standard error, 2 wrong words (said by the parser).
using Hearth.Cli.Analysts;
using Hearth.Storage.Public;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hearth.Cli;

internal static class Ending
{
    /// <summary>The command cannot mean this.</summary>
    public static async Task<int> WrongAsync(string words)
    {
        await Console.Error.WriteLineAsync(words);
        return 2;
    }

    public static async Task<int> ExitWith(this Task<int> command)
    {
        try
        {
            return await command;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return 1;
        }
        catch (Refused refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return refused.Code;
        }
        catch (Exception failure) when (Plain(failure) is { } words)
        {
            await Console.Error.WriteLineAsync(words);
            return 1;
        }
    }

    /// <summary>Words for a failure that its person can mend; null for a bug, which keeps its trace.</summary>
    private static string? Plain(Exception failure) =>
        failure switch
        {
            ArchiveRefused or FormatException => failure.Message,
            FileNotFoundException missing => $"There is no file {missing.FileName}.",
            DirectoryNotFoundException or UnauthorizedAccessException or IOException => failure.Message,
            SqliteException sqlite => $"SQLite: {sqlite.Message}",
            NpgsqlException postgres => $"PostgreSQL: {postgres.Message}",
            _ => null,
        };
}
