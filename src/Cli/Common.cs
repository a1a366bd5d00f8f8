// What the commands share: which database, how to print, and a scope of services over it.
using System.CommandLine;
using System.Text.Json;
using Hearth.Storage.Public;
using Hearth.Web;

namespace Hearth.Cli;

internal enum OutputFormat
{
    Text,
    Json,
}

internal static class Common
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Option<string?> Database() =>
        new("--database") { Description = "A path (SQLite) or a PostgreSQL connection. Default: Hearth:Database, else data/hearth.db." };

    public static Option<OutputFormat> Format() =>
        new("--format") { Description = "text or json.", DefaultValueFactory = _ => OutputFormat.Text };

    /// <summary>Runs with Hearth's services over the database, outside any web server, as the system.</summary>
    public static async Task<int> WithServicesAsync(string? database, string command, Func<IServiceProvider, Task<int>> work)
    {
        await using var app = HearthWeb.Create([], builder => Adjust(builder, database));
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().System($"hearth {command}");
        return await work(scope.ServiceProvider);
    }

    /// <summary>Why this database cannot be worked on as it is, in words; null where it can. Nothing is created.</summary>
    public static async Task<string?> NotReadyAsync(IServiceProvider services, CancellationToken stop)
    {
        var address = services.GetRequiredService<DatabaseAddress>();
        if (address.File is { } file && !File.Exists(file))
        {
            return $"There is no database at {file}. Make one: hearth migrate --database {file}";
        }
        return (await services.GetRequiredService<Schema>().PendingAsync(stop)).Count == 0
            ? null
            : "This database is not at this version's schema. Bring it there: hearth migrate";
    }

    /// <summary>Logs go to standard error, so that standard output holds the result alone.</summary>
    public static void Adjust(WebApplicationBuilder builder, string? database)
    {
        if (database is not null)
        {
            builder.Configuration["Hearth:Database"] = database;
        }
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
    }

    /// <summary>One result, for a person or for a program.</summary>
    public static void Print(OutputFormat format, object result, Func<IEnumerable<string>> lines)
    {
        if (format == OutputFormat.Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(result, Json));
            return;
        }
        foreach (var line in lines())
        {
            Console.Out.WriteLine(line);
        }
    }
}
