// hearth import: a look first, then all of it, then nothing more; and what it will not take.
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Cli.Tests;

public sealed class ImportTests
{
    [Theory, BothDatabases]
    public async Task A_dry_run_changes_nothing_an_import_does_and_the_same_file_again_changes_nothing(DatabaseKind kind)
    {
        await using var landlord = await Landlord.CreateAsync(kind);
        var file = landlord.Write("housing.csv", HousingFile.Small);

        var dry = await landlord.RunAsync("import", file, "--dry-run", "--format", "json");
        Assert.True(dry.Code == 0, dry.ToString());
        Assert.False(dry.Json.GetProperty("committed").GetBoolean());
        Assert.Equal(3, dry.Json.GetProperty("delta").GetProperty("tenancies").GetProperty("new").GetInt32());
        Assert.Empty(await landlord.Database.RegisterAsync());
        Assert.Equal((0, 0), (await landlord.Database.CountAsync("people_home"), await landlord.Database.CountAsync("people_import_line")));

        var real = await landlord.RunAsync("import", file, "--format", "json");
        Assert.True(real.Code == 0, real.ToString());
        var counts = real.Json.GetProperty("counts");
        Assert.Equal((4, 1, 3, 4), (N("dataRows"), N("setAside"), N("tenancies"), N("people")));
        Assert.Contains("Writing: ", real.Error);
        var register = await landlord.Database.RegisterAsync();
        Assert.Equal(4, register.Count);
        Assert.Contains(
            "T1 | GeneralNeeds |  | P1 | 1 Kiln Lane | OB1 1AA | Fennside | Tenant |  | T1/1 | Ms | Kasia | Novak | 1980-04-03 | kasia@home.example |  | 1",
            register
        );

        var again = await landlord.RunAsync("import", file);
        Assert.True(again.Code == 0, again.ToString());
        Assert.Contains("Tenancies            3           0           0           0           3", again.Out);
        Assert.Equal(register, await landlord.Database.RegisterAsync());

        int N(string name) => counts.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Rows_set_aside_go_to_a_file_with_their_reason_and_their_words_and_no_formula()
    {
        await using var landlord = await Landlord.CreateAsync(DatabaseKind.Sqlite);
        var file = landlord.Write(
            "housing.csv",
            HousingFile.Small + "=1+1,P9,9 Kiln Lane,OB1 1AA,Fennside,General needs,Eve Wood,31/2/1980,,,\n"
        );

        await landlord.RunAsync("import", file, "--dry-run");
        var elsewhere = await landlord.RunAsync(
            "import",
            file,
            "--set-aside",
            Path.Combine(landlord.Folder, "mend.csv"),
            "--format",
            "json"
        );

        var lines = await File.ReadAllLinesAsync(
            Path.Combine(landlord.Folder, "housing.set-aside.csv"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(3, lines.Length);
        Assert.Equal(
            "4,\"The date of birth “31/2/1980” is not a day, such as 27/3/1980\",\"T3,P3,3 Kiln Lane,OB1 1AA,Marsh End,General needs,Tom Frost,31/2/1980,tom@home.example,,\"",
            lines[1]
        );
        Assert.Contains(",\"'=1+1,P9,", lines[2]);
        Assert.Equal(lines, await File.ReadAllLinesAsync(Path.Combine(landlord.Folder, "mend.csv"), TestContext.Current.CancellationToken));
        Assert.Equal(Path.Combine(landlord.Folder, "mend.csv"), elsewhere.Json.GetProperty("setAsideFile").GetString());
        Assert.Contains("DownloadSetAside", await landlord.Database.RowsAsync("SELECT \"Action\" FROM storage_audit"));
    }

    [Fact]
    public async Task Where_nothing_is_set_aside_no_file_is_written()
    {
        await using var landlord = await Landlord.CreateAsync(DatabaseKind.Sqlite);

        var ended = await landlord.RunAsync("import", landlord.Write("housing.csv", HousingFile.Of(3, "a")));

        Assert.True(ended.Code == 0, ended.ToString());
        Assert.Equal(["housing.csv"], Directory.GetFiles(landlord.Folder).Select(Path.GetFileName));
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_imported_is_refused_in_words_and_changes_nothing(DatabaseKind kind)
    {
        await using var landlord = await Landlord.CreateAsync(kind);
        await landlord.RunAsync("import", landlord.Write("housing.csv", HousingFile.Small));
        var register = await landlord.Database.RegisterAsync();
        var good = Path.Combine(landlord.Folder, "housing.csv");

        await RefusedAsync(2, "There is no file", "import", "nowhere.csv");
        await RefusedAsync(2, "is a folder", "import", landlord.Folder);
        await RefusedAsync(2, "--confirm-ending goes with --whole", "import", good, "--confirm-ending");
        await RefusedAsync(2, "Name another", "import", good, "--set-aside", good);
        await RefusedAsync(1, "There is no mapping called “Northgate”", "import", good, "--mapping", "Northgate");
        await RefusedAsync(
            1,
            "Nothing was imported",
            "import",
            landlord.Write("letter.csv", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")
        );
        await RefusedAsync(1, "Nothing was imported", "import", landlord.Write("empty.csv", ""));
        await RefusedAsync(1, "There are no rows below the headings", "import", landlord.Write("headings.csv", HousingFile.Headings));

        Assert.Equal(register, await landlord.Database.RegisterAsync());
        Assert.Equal(0, await landlord.Database.CountAsync("people_import_line"));

        async Task RefusedAsync(int code, string words, params string[] command)
        {
            var ended = await landlord.RunAsync(command);
            Assert.True(ended.Code == code && ended.Out.Length == 0, $"{string.Join(' ', command)}: {ended}");
            Assert.Contains(words, ended.Error);
            Assert.DoesNotContain("   at ", ended.Error);
        }
    }

    [Theory, BothDatabases]
    public async Task A_whole_list_that_would_end_most_tenancies_needs_to_be_confirmed(DatabaseKind kind)
    {
        await using var landlord = await Landlord.CreateAsync(kind);
        await landlord.RunAsync("import", landlord.Write("all.csv", HousingFile.Of(20, "a")));
        var few = landlord.Write("few.csv", HousingFile.Of(5, "a"));

        var refused = await landlord.RunAsync("import", few, "--whole", "--format", "json");
        Assert.Equal((1, false), (refused.Code, refused.Json.GetProperty("committed").GetBoolean()));
        Assert.Contains("15 of 20 running tenancies are not in this file and would be ended", refused.Error);
        Assert.Equal(20, await RunningAsync());

        var confirmed = await landlord.RunAsync("import", few, "--whole", "--confirm-ending", "--format", "json");
        Assert.Equal(0, confirmed.Code);
        Assert.Equal(15, confirmed.Json.GetProperty("delta").GetProperty("tenancies").GetProperty("ended").GetInt32());
        Assert.Equal(5, await RunningAsync());

        async Task<int> RunningAsync() =>
            (await landlord.Database.RowsAsync("SELECT \"Reference\" FROM people_tenancy WHERE \"EndedOn\" IS NULL")).Count;
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_not_made_by_an_import()
    {
        await using var landlord = await Landlord.CreateAsync(DatabaseKind.Sqlite);
        var file = landlord.Write("housing.csv", HousingFile.Small);
        var nowhere = Path.Combine(landlord.Folder, "none.db");

        var ended = await landlord.RunWithoutDatabaseAsync("import", file, "--database", nowhere);

        Assert.Equal((1, ""), (ended.Code, ended.Out));
        Assert.Contains("hearth migrate", ended.Error);
        Assert.False(File.Exists(nowhere));
    }
}
