// Everything held on a person, its forgetting and its time: proved on every table of every module, by the database's own model.
using System.IO.Compression;
using System.Text;
using Hearth.Feedback.Replies;
using Hearth.House.Tests.Sight;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.House.Tests.Data;

public sealed class PersonDataTests
{
    /// <summary>Tables that lead to a person and hold nothing on them that their file would lack: each with its reason.</summary>
    private static readonly Dictionary<string, string> HoldNothing = new(StringComparer.Ordinal)
    {
        ["Home"] = "a place; it stands in the file with the tenancy",
        ["Tenancy"] = "told with the home",
        ["Coding"] = "which theme a comment was filed under; the comment itself is told and goes",
        ["SecondLook"] = "whether two colleagues filed a comment alike",
        ["FrameHome"] = "that a home could be drawn, by its tenancy reference; whether it was asked is told with the invitation",
        ["MessageEvent"] = "when a message was tried; told with the message, its words go with it",
    };

    [Fact]
    public async Task Every_table_that_leads_to_a_person_is_answered_for()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.InScopeAsync(scope =>
        {
            var covered = scope
                .GetServices<IPersonalData>()
                .SelectMany(data => data.Covers)
                .Select(type => type.Name)
                .ToHashSet(StringComparer.Ordinal);
            var leading = scope
                .GetRequiredService<HearthDb>()
                .Model.GetEntityTypes()
                // a rule with a name is a module's own; sight's has none
                .Where(type => type.GetDeclaredQueryFilters().Any(filter => filter.Key is null))
                .Select(type => type.ClrType.Name)
                .ToList();

            Assert.True(leading.Count > 12, "looked at too little");
            Assert.DoesNotContain(leading, name => !covered.Contains(name) && !HoldNothing.ContainsKey(name));
            // the list of reasons names nothing that is not there, or that is answered for after all
            Assert.DoesNotContain(HoldNothing.Keys, name => !leading.Contains(name) || covered.Contains(name));
            return Task.CompletedTask;
        });
    }

    [Theory, BothDatabases]
    public async Task The_file_tells_of_every_table_that_has_a_row_about_the_person(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var world = await SightTests.World.BuildAsync(hearth);
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var modules = scope.GetServices<IPersonalData>().ToList();
            var told = 0;
            foreach (var type in db.Model.GetEntityTypes().Where(t => t.FindProperty("PersonId") is not null))
            {
                if (await RowsAsync(db, type, world.Other) == 0)
                {
                    continue;
                }
                var held = await modules.First(m => m.Covers.Contains(type.ClrType)).HeldOnAsync(world.Other, default);
                Assert.True(held.Count > 0, $"{type.ClrType.Name} has rows about the person, and the file tells of none");
                told++;
            }
            Assert.True(told >= 5, $"looked at {told} tables only");
        });

        var file = await hearth.Tenant(world.Other).OpenAsync("/me/file?handler=File");
        Assert.Equal("application/zip", file.Response.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(new MemoryStream(file.Bytes));
        Assert.Equal(["everything-we-hold.html", "everything-we-hold.json"], zip.Entries.Select(e => e.FullName));
        using var reader = new StreamReader(zip.Entries[0].Open(), Encoding.UTF8);
        var page = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (
            var part in new[]
            {
                "Bogdan Zzhidden",
                "zz@mail.example",
                "07700 900999",
                "Yearly survey 2026",
                "The words of Zzhidden",
                "Dear Bogdan Zzhidden",
                "Tenants&#x2019; panel",
            }
        )
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Seenby", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, BothDatabases]
    public async Task Forgetting_leaves_no_trace_in_any_column_of_any_table_and_every_count_true(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var world = await SightTests.World.BuildAsync(hearth);
        var before = await CountsAsync(hearth);
        Assert.NotEmpty(await TracesAsync(hearth, world));
        var officer = hearth.Staff();

        await officer.SubmitAsync(await officer.OpenAsync($"/people/{world.Other}/erase"), new { Sure = "true" }, "Forget");

        Assert.Empty(await TracesAsync(hearth, world));
        Assert.Equal(before, await CountsAsync(hearth));
    }

    [Theory, BothDatabases]
    public async Task Whoever_left_long_ago_is_forgotten_by_the_clock_in_every_table_and_nobody_else(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var world = await SightTests.World.BuildAsync(hearth);
        var before = await CountsAsync(hearth);
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var left = await db.Set<People.Register.HouseholdMember>()
                .Where(m => m.PersonId == world.Other)
                .Select(m => m.HouseholdId)
                .FirstAsync();
            (await db.Set<People.Register.Tenancy>().FirstAsync(t => t.HouseholdId == left)).EndedOn = hearth
                .Clock.GetUtcNow()
                .DayInLondon();
            scope.GetRequiredService<AuditTrail>().Write("EndTenancy", "tenancy");
            await db.SaveChangesAsync();
        });

        await RunAsync(hearth);
        Assert.NotEmpty(await TracesAsync(hearth, world));

        hearth.Clock.MoveTo(hearth.Clock.GetUtcNow().DayInLondon().AddMonths(73));
        await RunAsync(hearth);

        Assert.Empty(await TracesAsync(hearth, world));
        Assert.Equal(before, await CountsAsync(hearth));
        Assert.Contains("Seenby", (await hearth.Staff().OpenAsync($"/people/{world.Own}")).Text, StringComparison.Ordinal);
        var page = await hearth.Staff(Role.Manager).OpenAsync("/settings/retention");
        Assert.Contains("People who no longer live in any of our homes", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Each_kind_goes_when_its_time_has_passed_and_not_before(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await SightTests.World.BuildAsync(hearth);
        var keys = await hearth.InScopeAsync(scope => Task.FromResult(scope.GetServices<IKeptFor>().Select(k => k.Key).ToList()));
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.True(keys.Count >= 8, "looked at too little");

        await hearth.InScopeAsync(async scope =>
        {
            foreach (var kept in scope.GetServices<IKeptFor>())
            {
                Assert.True(kept.Least >= 1 && kept.Usually >= kept.Least, kept.Key);
                // nothing is older than the beginning; and whatever is old enough goes, once
                Assert.Equal(0, await kept.LetGoAsync(DateTimeOffset.UnixEpoch, default));
                var (end, db) = (hearth.Clock.GetUtcNow().AddYears(20), scope.GetRequiredService<HearthDb>());
                var due = await kept.CountAsync(end, default);
                Assert.Equal(due, await kept.LetGoAsync(end, default));
                db.ChangeTracker.Clear();
                Assert.Equal((0, 0), (await kept.CountAsync(end, default), await kept.LetGoAsync(end, default)));
            }
        });
    }

    [Theory, BothDatabases]
    public async Task Times_that_make_no_sense_are_refused_and_kept_on_the_page(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var manager = hearth.Staff(Role.Manager);

        var refused = await manager.SubmitAsync(
            await manager.OpenAsync("/settings/retention"),
            new { messages = "0", looks = "for ever" },
            "Save"
        );

        Assert.Equal(
            [
                "Months must be between 1 and 240: the words and addresses of messages",
                "Enter the months as a whole number: who looked at whom",
            ],
            refused.Errors.OrderByDescending(e => e, StringComparer.Ordinal)
        );
        Assert.Equal("for ever", refused.All("#looks").Single().GetAttribute("value"));
        var saved = await manager.SubmitAsync(refused, new { messages = "6", looks = "12" }, "Save");
        Assert.Contains("Saved.", saved.Text, StringComparison.Ordinal);
        Assert.Equal("6", saved.All("#messages").Single().GetAttribute("value"));
    }

    private static Task RunAsync(HearthApp hearth) =>
        hearth.InScopeAsync(scope =>
            scope.GetServices<IJob>().Single(job => job.Name == "let go of what has had its time").RunAsync(default)
        );

    private static async Task<int> RowsAsync(HearthDb db, IEntityType type, Guid person)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync();
        command.CommandText =
            $"SELECT COUNT(*) FROM \"{type.GetTableName()}\" WHERE LOWER(CAST(\"PersonId\" AS TEXT)) = '{person.ToString().ToLowerInvariant()}'";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Every place in every table where something of the person still stands: their names, addresses, numbers and words.</summary>
    private static Task<List<string>> TracesAsync(HearthApp hearth, SightTests.World world) =>
        hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            await db.Database.OpenConnectionAsync();
            var found = new List<string>();
            foreach (var type in db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null))
            {
                foreach (
                    var column in type.GetProperties()
                        .Where(p => p.GetTypeMapping().ClrType == typeof(string) || p.ClrType == typeof(string))
                )
                {
                    await using var command = db.Database.GetDbConnection().CreateCommand();
                    var name = $"\"{column.GetColumnName()}\"";
                    command.CommandText =
                        $"SELECT COUNT(*) FROM \"{type.GetTableName()}\" WHERE {name} LIKE '%Zzhidden%' OR {name} LIKE '%zzhidden%' OR {name} LIKE '%zz@mail%' OR {name} LIKE '%7700900999%' OR {name} LIKE '%Bogdan%'";
                    if (Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) > 0)
                    {
                        found.Add($"{type.GetTableName()}.{column.Name}");
                    }
                }
            }
            return found;
        });

    /// <summary>What is counted: homes heard, answers, those who took part and were told, roles and hours.</summary>
    private static Task<string> CountsAsync(HearthApp hearth) =>
        hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var told = (await scope.GetRequiredService<Loop.Public.LoopLedger>().ToldCountsAsync()).Values.Select(c => c.Took).Sum();
            return string.Join(
                ", ",
                [
                    $"{await db.Set<Surveys.Answering.Response>().CountAsync()} answers",
                    $"{await db.Set<Surveys.Answering.Response>().Select(r => r.HouseholdId).Distinct().CountAsync()} homes answered",
                    $"{told} took part",
                    $"{await db.Set<Surveys.Asking.Invitation>().CountAsync()} asked",
                    $"{await db.Set<People.Register.Person>().CountAsync()} people",
                    $"{await db.Set<People.Register.Involvement>().CountAsync()} roles",
                    $"{await db.Set<Reply>().CountAsync()} replies",
                ]
            );
        });
}
