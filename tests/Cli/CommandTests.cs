// The commands as a landlord's IT runs them: what they print, how they end, what the database holds afterwards.
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Cli.Tests;

public sealed class CommandTests
{
    [Theory, BothDatabases]
    public async Task An_empty_database_is_brought_to_this_version_and_the_second_time_nothing_is_done(DatabaseKind kind)
    {
        await using var landlord = await Landlord.CreateAsync(kind, empty: true);

        var before = await landlord.RunAsync("check", "--format", "json");
        var first = await landlord.RunAsync("migrate", "--format", "json");
        var second = await landlord.RunAsync("migrate", "--format", "json");
        var after = await landlord.RunAsync("check", "--format", "json");

        Assert.Equal((1, false), (before.Code, before.Json.GetProperty("whole").GetBoolean()));
        Assert.True(first.Code == 0 && first.Json.GetProperty("applied").GetArrayLength() >= 5, first.ToString());
        Assert.Equal((0, 0), (second.Code, second.Json.GetProperty("applied").GetArrayLength()));
        Assert.Equal((0, true), (after.Code, after.Json.GetProperty("whole").GetBoolean()));
        Assert.Equal(0, await landlord.Database.CountAsync("people_home"));
    }

    [Theory, BothDatabases]
    public async Task Every_row_leaves_in_the_export_and_none_is_a_formula(DatabaseKind kind)
    {
        await using var landlord = await Landlord.CreateAsync(kind);
        await landlord.RunAsync("import", landlord.Write("housing.csv", HousingFile.Small));

        var export = await landlord.RunAsync("export", Path.Combine(landlord.Folder, "out"), "--format", "json");

        Assert.True(export.Code == 0, export.ToString());
        var rows = export.Json.GetProperty("rows");
        Assert.Equal(await landlord.Database.CountAsync("people_person"), rows.GetProperty("people_person").GetInt32());
        Assert.Contains(
            ",'=4+4 Kiln Lane,",
            await File.ReadAllTextAsync(Path.Combine(landlord.Folder, "out", "people_home.csv"), TestContext.Current.CancellationToken)
        );
        Assert.All(
            Directory.GetFiles(Path.Combine(landlord.Folder, "out")),
            file => Assert.DoesNotMatch("(^|,|\n)\"?[=@]", File.ReadAllText(file).TrimStart('\uFEFF'))
        );
        Assert.False(File.Exists(Path.Combine(landlord.Folder, "out", "storage_key.csv")), "the keys that seal cookies left the house");
    }

    [Theory, BothDatabases]
    public async Task A_backup_is_the_same_landlord_on_the_other_kind_of_database(DatabaseKind kind)
    {
        var other = kind == DatabaseKind.Sqlite ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite;
        await using var landlord = await Landlord.CreateAsync(kind);
        await using var moved = await Landlord.CreateAsync(other, empty: true);
        await landlord.RunAsync("import", landlord.Write("housing.csv", HousingFile.Small));
        var file = Path.Combine(landlord.Folder, "landlord.backup");

        var backup = await landlord.RunAsync("backup", file, "--format", "json");
        var again = await landlord.RunAsync("backup", file);
        var restored = await moved.RunAsync("restore", file, "--format", "json");
        var check = await moved.RunAsync("check", "--format", "json");
        var twice = await moved.RunAsync("restore", file);

        Assert.True(backup.Code == 0 && restored.Code == 0, $"{backup}\n{restored}");
        Assert.Equal(backup.Json.GetProperty("rows").ToString(), restored.Json.GetProperty("rows").ToString());
        Assert.True(check.Json.GetProperty("whole").GetBoolean(), check.Out);
        Assert.Equal(await landlord.Database.RegisterAsync(), await moved.Database.RegisterAsync());
        Assert.Equal(4, (await moved.Database.RegisterAsync()).Count);
        Assert.Equal((1, ""), (again.Code, again.Out));
        Assert.Contains("exists already", again.Error);
        Assert.Equal(1, twice.Code);
        Assert.NotEqual("", twice.Error);
        Assert.DoesNotContain("   at ", twice.Error);
    }

    [Theory, BothDatabases]
    public async Task The_demo_is_told_once(DatabaseKind kind)
    {
        await using var landlord = await Landlord.CreateAsync(kind, empty: true);

        var first = await landlord.RunAsync("demo", "--if-empty");
        var counts = await CountsAsync(landlord);
        var second = await landlord.RunAsync("demo", "--if-empty");
        var third = await landlord.RunAsync("demo");

        Assert.True(first.Code == 0, first.ToString());
        Assert.Equal(7196, counts[0]);
        Assert.True(counts[1] >= 1068, "the responses of the yearly survey are not there");
        Assert.Equal(0, second.Code);
        Assert.Equal(counts, await CountsAsync(landlord));
        Assert.Equal(1, third.Code);
        Assert.Contains("This database is not empty.", third.Error);
    }

    [Fact]
    public async Task Words_that_mean_nothing_end_with_2_and_say_so()
    {
        await using var landlord = await Landlord.CreateAsync(DatabaseKind.Sqlite);

        foreach (
            string[] words in new[]
            {
                (string[])["dance"],
                ["import"],
                ["migrate", "--format", "xml"],
                ["staff", "add", "--email", "a@b.example"],
                [],
            }
        )
        {
            var ended = await landlord.RunWithoutDatabaseAsync(words);

            Assert.True(ended is { Code: 2, Out: "" } && ended.Error.Length > 0, $"{string.Join(' ', words)}: {ended}");
        }
    }

    private static async Task<int[]> CountsAsync(Landlord landlord)
    {
        string[] tables =
        [
            "people_home",
            "surveys_response",
            "people_person",
            "messaging_message",
            "loop_thing",
            "loop_telling",
            "storage_audit",
        ];
        var counts = new int[tables.Length];
        for (var i = 0; i < tables.Length; i++)
        {
            counts[i] = await landlord.Database.CountAsync(tables[i]);
        }
        return counts;
    }
}
