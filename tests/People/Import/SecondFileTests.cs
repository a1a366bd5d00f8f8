// The second file: what is new, changed, ended, unchanged; and what people told us themselves stays.
using Hearth.People.Import.Running;
using Hearth.People.Import.Stored;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.Import;

public sealed class SecondFileTests
{
    private const string Headings =
        "Tenancy Ref,Prop Ref,Address,Post Code,Ward,Tenure,Tenant Name,DOB,Email,Survey Consent,Tenant 2 Name\n";
    private const string First =
        Headings
        + """
            T1,P1,1 A Street,OB1 1AA,Fennside,General needs,Kasia Novak,3/4/1980,kasia@example.org,Yes,Jan Novak
            T2,P2,2 A Street,OB1 1AA,Fennside,General needs,Ada Bell,,,,
            T3,P3,3 A Street,OB1 1AA,Fennside,General needs,Tom Frost,,,,
            T4,P4,4 A Street,OB1 1AA,Fennside,General needs,Lee Marsh,,lee@example.org,,

            """;

    [Theory, BothDatabases]
    public async Task The_delta_report_says_what_is_new_changed_ended_and_unchanged(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ImportAsync(First);
        var novak = await hearth.FromDbAsync(db => db.Set<Person>().SingleAsync(p => p.GivenName == "Kasia"));

        // T1 loses its joint tenant and moves to sheltered, T2 has a date of birth, T3 is gone, T4 has a blank cell, T5 is new
        var outcome = await hearth.ImportAsync(
            Headings
                + """
                T1,P1,1 A Street,OB1 1AA,Marsh End,Sheltered,K Novak,3/4/1980,kasia@example.org,Yes,
                T2,P2,2 A Street,OB1 1AA,Fennside,General needs,Ada Bell,5/6/1950,,,
                T4,P4,4 A Street,OB1 1AA,Fennside,General needs,Lee Marsh,,,,
                T5,P5,5 A Street,OB1 1AA,Fennside,General needs,Jo Reed,,,,
                """,
            new ImportChoices { WholeList = true, EndingConfirmed = true }
        );

        Assert.Equal(new KindOfChange(1, 1, 0, 2), outcome.Delta!.Homes);
        Assert.Equal(new KindOfChange(1, 1, 1, 2), outcome.Delta.Tenancies);
        Assert.Equal(new KindOfChange(1, 1, 2, 2), outcome.Delta.People);
        Assert.Contains(new ChangeLine("Tenancy", "Changed", "T1", "tenure"), outcome.Delta.Lines);
        Assert.Contains(new ChangeLine("Tenancy", "Ended", "T3", "not in the file"), outcome.Delta.Lines);
        Assert.Contains(new ChangeLine("Home", "Changed", "P1", "ward"), outcome.Delta.Lines);
        Assert.Contains(new ChangeLine("Person", "Changed", "T2/1", "date of birth"), outcome.Delta.Lines);
        Assert.Equal(
            [
                "T1 | 1 A Street, OB1 1AA | Sheltered | Kasia Novak 1980-04-03 kasia@example.org",
                "T2 | 2 A Street, OB1 1AA | GeneralNeeds | Ada Bell 1950-06-05",
                "T4 | 4 A Street, OB1 1AA | GeneralNeeds | Lee Marsh lee@example.org",
                "T5 | 5 A Street, OB1 1AA | GeneralNeeds | Jo Reed",
            ],
            await hearth.TenanciesAsync()
        );
        Assert.Equal(novak.Id, (await hearth.FromDbAsync(db => db.Set<Person>().SingleAsync(p => p.GivenName == "Kasia"))).Id);
        Assert.Equal(1, await hearth.FromDbAsync(db => db.Set<Consent>().CountAsync()));
        var report = await hearth.Staff().OpenAsync($"/people/import/{outcome.RunId}");
        Assert.Contains("T3 | Tenancy | Ended | not in the file", report.Rows());
    }

    [Theory, BothDatabases]
    public async Task A_dry_run_says_the_same_and_changes_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ImportAsync(First);
        var before = await hearth.TenanciesAsync();

        var outcome = await hearth.ImportAsync(
            Headings + "T1,P1,1 A Street,OB1 1AA,Fennside,Sheltered,Kasia Novak,,,,\n",
            new ImportChoices { DryRun = true, WholeList = true }
        );

        Assert.Equal(new KindOfChange(0, 1, 3, 0), outcome.Delta!.Tenancies);
        Assert.Equal((null, false, null), (outcome.Refusal, outcome.Committed, outcome.RunId));
        Assert.Equal(before, await hearth.TenanciesAsync());
        Assert.Equal(1, await hearth.FromDbAsync(db => db.Set<ImportRun>().CountAsync()));
        Assert.Equal(0, await hearth.FromDbAsync(db => db.Set<ImportLine>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_whole_list_that_would_end_most_tenancies_is_refused_until_confirmed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ImportAsync(First);
        var half = Headings + "T1,P1,1 A Street,OB1 1AA,Fennside,General needs,Kasia Novak,,,,\n";

        var refused = await hearth.ImportAsync(half, new ImportChoices { WholeList = true });

        Assert.Equal(
            "3 of 4 running tenancies are not in this file and would be ended. That is more than 10%. Check that the file is the whole list, and confirm",
            refused.Refusal
        );
        Assert.Equal(4, (await hearth.TenanciesAsync()).Count);

        var officer = hearth.Staff();
        var preview = await officer.UntilAsync(
            await officer.SubmitAsync(await officer.UploadAsync(half), new { Whole = "yes" }, "Read the file"),
            "/preview"
        );
        var again = await officer.SubmitAsync(preview, null, "Import 1 row");
        Assert.Equal(
            ["Confirm that 3 tenancies may be ended, or choose the columns again and say that the file is not the whole list"],
            again.Errors
        );
        Assert.Equal(4, (await hearth.TenanciesAsync()).Count);

        await officer.UntilAsync(await officer.SubmitAsync(again, new { ConfirmEnding = "true" }, "Import 1 row"), "");
        Assert.Single(await hearth.TenanciesAsync());
        Assert.Equal(3, await hearth.FromDbAsync(db => db.Set<Tenancy>().CountAsync(t => t.EndedOn == new DateOnly(2026, 11, 12))));
    }

    [Fact]
    public async Task A_tenancy_whose_row_was_set_aside_is_not_ended()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.ImportAsync(First);

        var outcome = await hearth.ImportAsync(
            First.Replace("2 A Street,OB1 1AA", "2 A Street,OB1"),
            new ImportChoices { WholeList = true }
        );

        Assert.Equal(0, outcome.Delta!.Tenancies.Ended);
        Assert.Single(outcome.SetAside);
        Assert.Equal(4, (await hearth.TenanciesAsync()).Count);
    }

    [Fact]
    public async Task A_tenancy_that_comes_back_runs_again()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.ImportAsync(First);
        await hearth.ImportAsync(First.Replace("T3,P3", "T9,P9"), new ImportChoices { WholeList = true, EndingConfirmed = true });
        Assert.DoesNotContain(await hearth.TenanciesAsync(), t => t.StartsWith("T3", StringComparison.Ordinal));

        var back = await hearth.ImportAsync(First);

        Assert.Contains(new ChangeLine("Tenancy", "Changed", "T3", "runs again"), back.Delta!.Lines);
        Assert.Contains(
            await hearth.TenanciesAsync(),
            t => t.StartsWith("T3", StringComparison.Ordinal) && t.EndsWith("Tom Frost", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_a_person_told_us_is_not_overwritten_by_the_housing_system()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.ImportAsync(First);
        var officer = hearth.Staff();
        var id = (await hearth.FromDbAsync(db => db.Set<Person>().SingleAsync(p => p.GivenName == "Kasia"))).Id;
        await officer.SubmitAsync(await officer.OpenAsync($"/people/{id}/contact"), new { Email = "new@example.org" }, "Save");
        await officer.SubmitAsync(
            await officer.OpenAsync($"/people/{id}/consent"),
            new
            {
                About = "Surveys",
                Said = "no",
                How = "Telephone",
            },
            "Write it down"
        );

        await hearth.ImportAsync(First);

        var person = await hearth.FromDbAsync(db => db.Set<Person>().SingleAsync(p => p.Id == id));
        Assert.Equal("new@example.org", person.Email);
        var ledger = await hearth.FromDbAsync(db => db.Set<Consent>().Where(c => c.PersonId == id).ToListAsync());
        Assert.Equal(
            [("Import of 12 November 2026", true), ("Telephone, Maya Desai", false)],
            ledger.OrderBy(c => c.Id).Select(c => (c.Source, c.Given))
        );
    }

    [Theory, BothDatabases]
    public async Task A_crash_in_the_middle_leaves_nothing_half_done_and_the_import_can_be_begun_again(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var officer = hearth.Staff();
        var rows = string.Concat(
            Enumerable.Range(1, 5000).Select(i => $"T{i:0000},P{i:0000},{i} A Street,OB1 1AA,Fennside,General needs,Ada Bell{i},,,,\n")
        );
        var preview = await officer.UntilAsync(
            await officer.SubmitAsync(await officer.UploadAsync(Headings + rows), new { Whole = "no" }, "Read the file"),
            "/preview"
        );
        var id = Guid.Parse(preview.Path.Split('/')[3]);

        // the process dies when some of the rows are written, and with it the transaction
        var written = 0;
        await hearth.FromDbAsync(db =>
            db.Set<ImportRun>().Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ImportState.Committing))
        );
        await Assert.ThrowsAsync<ProcessDied>(() =>
            hearth.InScopeAsync(scope =>
                scope
                    .GetRequiredService<ImportRuns>()
                    .CommitAsync(
                        id,
                        report => (written = report.Done) > 2000 ? throw new ProcessDied() : Task.CompletedTask,
                        CancellationToken.None
                    )
            )
        );
        Assert.True(written > 2000);
        Assert.Equal(0, await hearth.FromDbAsync(db => db.Set<Home>().CountAsync()));
        Assert.Equal(0, await hearth.FromDbAsync(db => db.Set<Person>().CountAsync()));
        Assert.Equal(5000, await hearth.FromDbAsync(db => db.Set<ImportLine>().CountAsync()));
        await hearth.FromDbAsync(db =>
            db.Set<ImportRun>()
                .Where(r => r.Id == id)
                .ExecuteUpdateAsync(r =>
                    r.SetProperty(x => x.State, ImportState.Committing)
                        .SetProperty(x => x.Node, $"{Environment.MachineName}/{int.MaxValue}")
                        .SetProperty(x => x.HeldUntil, hearth.Clock.GetUtcNow().AddMinutes(5))
                )
        );

        await LeftBehind.MarkAsync(hearth.Services.GetRequiredService<IServiceScopeFactory>(), hearth.Clock, CancellationToken.None);
        var interrupted = await officer.OpenAsync($"/people/import/{id}/running");
        Assert.Equal("The import was interrupted", interrupted.Heading);
        Assert.Contains("Nothing of this import is in the register", interrupted.Text, StringComparison.Ordinal);

        await officer.UntilAsync(await officer.SubmitAsync(interrupted, null, "Begin again"), "");
        Assert.Equal(5000, await hearth.FromDbAsync(db => db.Set<Home>().CountAsync()));
        Assert.Equal(5000, await hearth.FromDbAsync(db => db.Set<Person>().CountAsync()));
    }

    [Fact]
    public async Task A_node_that_is_silent_for_ten_minutes_is_taken_for_dead()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var run = new ImportRun
        {
            State = ImportState.Reading,
            Node = "another-machine/7",
            HeldUntil = hearth.Clock.GetUtcNow().AddMinutes(10),
            StartedAt = hearth.Clock.GetUtcNow(),
        };
        await hearth.FromDbAsync(db =>
        {
            db.Add(run);
            db.Add(new ImportPiece { RunId = run.Id, Bytes = [1] });
            return db.SaveChangesAsync();
        });

        Assert.Equal(ImportState.Reading, await StateAsync());
        hearth.Clock.Forward(TimeSpan.FromMinutes(11));
        Assert.Equal(ImportState.ReadingInterrupted, await StateAsync());

        async Task<ImportState> StateAsync()
        {
            await LeftBehind.MarkAsync(hearth.Services.GetRequiredService<IServiceScopeFactory>(), hearth.Clock, CancellationToken.None);
            return await hearth.FromDbAsync(db =>
                db.Set<ImportRun>().AsNoTracking().Where(r => r.Id == run.Id).Select(r => r.State).SingleAsync()
            );
        }
    }

    [Fact]
    public async Task A_command_that_died_leaves_no_rows_behind_since_nobody_has_its_file()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var run = new ImportRun
        {
            State = ImportState.Reading,
            Node = $"{Environment.MachineName}/{int.MaxValue}",
            HeldUntil = hearth.Clock.GetUtcNow().AddMinutes(5),
        };
        await hearth.FromDbAsync(db =>
        {
            db.Add(run);
            db.Add(
                new ImportLine
                {
                    RunId = run.Id,
                    Line = 2,
                    Row = "{}",
                }
            );
            return db.SaveChangesAsync();
        });

        await hearth.ImportAsync(First);

        Assert.Equal(
            ImportState.Abandoned,
            await hearth.FromDbAsync(db => db.Set<ImportRun>().Where(r => r.Id == run.Id).Select(r => r.State).SingleAsync())
        );
        Assert.Empty(await hearth.FromDbAsync(db => db.Set<ImportLine>().ToListAsync()));
    }

    [Fact]
    public async Task What_this_process_has_in_hand_is_left_to_it_and_what_one_of_its_number_had_before_is_not()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        var earlier = $"{Environment.MachineName}/{Environment.ProcessId}/before the restart";
        foreach (var node in new[] { ImportNode.Name, earlier })
        {
            var until = hearth.Clock.GetUtcNow().AddMinutes(5);
            await hearth.FromDbAsync(db =>
            {
                db.Add(
                    new ImportRun
                    {
                        State = ImportState.Reading,
                        Node = node,
                        HeldUntil = until,
                        StartedAt = hearth.Clock.GetUtcNow(),
                    }
                );
                return db.SaveChangesAsync();
            });
        }

        await LeftBehind.MarkAsync(hearth.Services.GetRequiredService<IServiceScopeFactory>(), hearth.Clock, CancellationToken.None);

        var states = await hearth.FromDbAsync(db =>
            db.Set<ImportRun>().OrderBy(r => r.State).Select(r => new { r.State, r.Node }).ToListAsync()
        );
        Assert.Equal(ImportNode.Name, Assert.Single(states, s => s.State == ImportState.Reading).Node);
        Assert.Single(states, s => s.State == ImportState.Abandoned);
    }

    [Theory, BothDatabases]
    public async Task An_import_that_is_no_longer_in_hand_is_not_written(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.ImportAsync(First);
        var done = await hearth.FromDbAsync(db => db.Set<ImportRun>().AsNoTracking().SingleAsync());

        // its rows are gone: written once more as a whole list, it would end everybody's tenancy
        await hearth.FromDbAsync(db =>
            db.Set<ImportRun>().ExecuteUpdateAsync(r => r.SetProperty(x => x.WholeList, true).SetProperty(x => x.EndingConfirmed, true))
        );
        var refusal = await hearth.InScopeAsync(scope =>
            scope.GetRequiredService<ImportRuns>().CommitAsync(done.Id, _ => Task.CompletedTask, CancellationToken.None)
        );

        Assert.NotNull(refusal);
        Assert.Equal(4, (await hearth.TenanciesAsync()).Count);
    }

    private sealed class ProcessDied : Exception;
}
