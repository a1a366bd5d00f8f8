// What leaves the house as CSV: no formula, no name, nobody to be singled out.
using System.Globalization;
using System.Net;
using CsvHelper;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results.ExportResponses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Results;

public sealed class ExportTests
{
    [Theory, BothDatabases]
    public async Task Every_combination_of_groups_in_the_file_is_shared_by_ten_homes(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var chance = new Random(5);
        string[] wards = ["Bridgegate", "Castle Fields", "Fennside", "Kiln Lane", "Marsh End"];
        string[] bands = ["16 to 24", "35 to 44", "65 to 74", "Not known"];
        var field = await Field.OpenAsync(
            hearth,
            homes: 300,
            invite: (_, asked) =>
                Field.Copy(
                    asked,
                    wards[Math.Min(chance.Next(6), chance.Next(5))],
                    bands[Math.Min(chance.Next(4), chance.Next(4))],
                    chance.Next(9) == 0 ? "Sheltered" : "General needs"
                )
        );
        await field.AnswerAsync(
            hearth,
            250,
            _ =>
                new()
                {
                    ["q1"] = ["y"],
                    ["q2"] = ["2"],
                    ["q4"] = ["7"],
                }
        );
        await field.AnswerAsync(hearth, 30, _ => new() { ["q1"] = ["n"] }, from: 250, channel: ResponseChannel.Telephone);

        var page = await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results/responses.csv");

        var rows = Rows(page);
        Assert.Equal(281, rows.Count);
        Assert.Equal(
            [
                "response",
                "How they answered",
                "Age",
                "Tenure",
                "Ward",
                "q1 Do you have a heater?",
                "q2 How satisfied are you with your heater?",
            ],
            rows[0].Take(7)
        );
        var combinations = rows.Skip(1).GroupBy(row => string.Join('|', row.Skip(1).Take(4))).ToList();
        Assert.All(combinations, same => Assert.True(same.Count() >= 10, $"{same.Key} is shared by {same.Count()}"));
        Assert.Contains(combinations, same => same.Key.Contains("[c]", StringComparison.Ordinal));
        Assert.Contains(combinations, same => !same.Key.Contains("[c]", StringComparison.Ordinal));
        Assert.Equal(250, rows.Count(row => row[6] == "Fairly satisfied"));
        foreach (var asked in field.Invitations)
        {
            Assert.DoesNotContain(asked.Code, page.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(asked.HouseholdId.ToString(), page.Body, StringComparison.OrdinalIgnoreCase);
        }
        Assert.True(
            await hearth.InScopeAsync(s =>
                s.GetRequiredService<HearthDb>()
                    .Set<AuditLine>()
                    .AnyAsync(l => l.Action == "ExportResponses" && l.ActorName == "Maya Desai")
            )
        );
    }

    [Fact]
    public void Hiding_holds_for_any_mixture_of_groups()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var chance = new Random(seed);
            var rows = chance.Next(0, 120);
            string[] Column(int different) =>
                [
                    .. Enumerable
                        .Range(0, rows)
                        .Select(_ => ((char)('a' + Math.Min(chance.Next(different), chance.Next(different)))).ToString()),
                ];
            string[][] columns = [Column(2), Column(4), Column(3), Column(9)];

            var printed = GroupsThatHide.Of(columns);

            var alike = Enumerable.Range(0, rows).GroupBy(row => string.Join('|', printed.Select(column => column[row])));
            Assert.All(
                alike,
                same =>
                    Assert.True(rows < 10 ? same.Key == "[c]|[c]|[c]|[c]" : same.Count() >= 10, $"seed {seed}: {same.Key} × {same.Count()}")
            );
            for (var column = 0; column < columns.Length; column++)
            {
                Assert.All(printed[column].Zip(columns[column]), pair => Assert.True(pair.First == pair.Second || pair.First == "[c]"));
            }
        }
    }

    [Theory, BothDatabases]
    public async Task No_cell_starts_a_formula(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(
            hearth,
            homes: 20,
            ask: survey =>
                [
                    Field.Ask(
                        survey,
                        1,
                        QuestionKind.SingleChoice,
                        "=HYPERLINK(\"http://x.example\")",
                        [new("a", "@SUM(1+1)"), new("b", "+44, \"no\"\nline")]
                    ),
                    Field.Ask(survey, 2, QuestionKind.Number, "Degrees", least: -30, most: 40),
                    Field.Ask(survey, 3, QuestionKind.LongText, "Tell us"),
                ]
        );
        await field.AnswerAsync(
            hearth,
            20,
            home => new() { ["q1"] = [home < 10 ? "a" : "b"], ["q2"] = ["-5"] },
            words: _ => "=cmd|' /C calc'!A0"
        );
        await hearth.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<HearthDb>();
            var judge = scope.GetRequiredService<Hearth.Surveys.Results.ReadComments.JudgeComments>();
            var ids = await db.Set<Comment>().Select(c => c.Id).ToListAsync();
            foreach (var id in ids)
            {
                await judge.RunAsync(
                    field.Survey.Id,
                    [id],
                    Hearth.Surveys.Results.ReadComments.Judgement.Release,
                    new Dictionary<Guid, string>(),
                    default
                );
            }
        });

        foreach (var file in new[] { "responses", "tables", "comments" })
        {
            var page = await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results/{file}.csv");
            Assert.Equal("text/csv", page.Response.Content.Headers.ContentType!.MediaType);
            var cells = Rows(page).SelectMany(row => row).ToList();
            Assert.True(cells.Count > 20);
            Assert.All(
                cells,
                cell =>
                    Assert.False(
                        cell is ['=' or '+' or '@', ..]
                            || (cell.StartsWith('-') && !decimal.TryParse(cell, CultureInfo.InvariantCulture, out _)),
                        cell
                    )
            );
        }
        var answers = Rows(await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results/responses.csv"));
        Assert.Contains(answers, row => row[5] == "'+44, \"no\"\nline");
        Assert.Equal(20, answers.Count(row => row[6] == "-5"));
    }

    [Theory, BothDatabases]
    public async Task Tables_leave_the_house_as_the_pages_show_them(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(
            hearth,
            homes: 110,
            invite: (i, asked) =>
                Field.Copy(
                    asked,
                    i < 60 ? "Fennside"
                        : i < 104 ? "Kiln Lane"
                        : "Marsh End",
                    "35 to 44",
                    "General needs"
                )
        );
        await field.AnswerAsync(hearth, 110, home => new() { ["q1"] = ["y"], ["q2"] = [home % 3 == 0 ? "5" : "1"] });

        var rows = Rows(await hearth.Staff(Role.Councillor).OpenAsync($"/surveys/{field.Survey.Id}/results/tables.csv"));

        var wards = rows.Where(row => row[0] == "q2" && row[3] == "Ward").ToList();
        Assert.Equal(["Fennside", "Kiln Lane", "Marsh End"], wards.Select(row => row[4]));
        Assert.Equal("[c]", wards[2][5]);
        Assert.Equal("[c]", wards[2][8]);
        Assert.True(wards.Count(row => row[5] == "[c]") >= 2, "a single hidden ward could be worked out from the total");
        Assert.Contains(rows, row => row[0] == "q2" && row[3] == "All" && row[6] == "Satisfied" && row[8] == "66.4");
    }

    [Theory, BothDatabases]
    public async Task A_councillor_takes_no_single_answers_away(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(hearth, homes: 20);
        await field.AnswerAsync(hearth, 20, _ => new() { ["q1"] = ["y"] });

        foreach (var role in new[] { Role.Councillor, Role.HousingOfficer })
        {
            var page = await hearth.Staff(role).OpenAsync($"/surveys/{field.Survey.Id}/results/responses.csv");
            Assert.NotEqual(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("Do you have a heater?", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(
                "responses.csv",
                (await hearth.Staff(role).OpenAsync($"/surveys/{field.Survey.Id}/results")).Body,
                StringComparison.Ordinal
            );
        }
    }

    private static List<string[]> Rows(Page page)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        using var parser = new CsvParser(new StringReader(page.Body.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }
        return rows;
    }
}
