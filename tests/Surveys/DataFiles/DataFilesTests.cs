// The answers for statistical programs: read back by PSPP, and by the layouts as they are published.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.DataFiles;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.DataFiles;

public sealed class DataFilesTests
{
    [Theory, BothDatabases]
    public async Task Pspp_reads_values_labels_missing_values_and_weights(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await AnsweredAsync(hearth);
        var page = await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/files/answers.sav");
        var told = await PsppAsync(
            page.Bytes,
            "DISPLAY DICTIONARY.\nWEIGHT OFF.\nFREQUENCIES q1 q2 q3_1 age.\nDESCRIPTIVES q4 /STATISTICS=MEAN.\nLIST q5 /CASES=1.\nSHOW WEIGHT.\n"
        );

        Assert.Contains("How satisfied are you with your heater?", told);
        Assert.Contains("Very satisfied", told);
        Assert.Contains("Żółty grzejnik, 日本", told);
        // 40 homes answered; q1: 30 yes, 10 no
        var plain = System.Text.RegularExpressions.Regex.Replace(told, @"[│|\s]+", " ");
        Assert.Contains("Yes 30 75.0%", plain);
        Assert.Contains("Not applicable 10", plain);
        Assert.Contains("How many rooms do you heat? 40 2.00", plain);
        Assert.Contains("01-FEB-2026", told);
        Assert.Matches("(?i)weight", told);
        Assert.True(
            await hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<AuditLine>().AnyAsync(l => l.Action == "ExportData"))
        );
    }

    [Theory, BothDatabases]
    public async Task Triple_s_says_what_its_data_hold(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await AnsweredAsync(hearth);
        var officer = hearth.Staff();
        var xml = XDocument.Parse((await officer.OpenAsync($"/surveys/{field.Survey.Id}/files/triple-s.xml")).Body);
        var data = (await officer.OpenAsync($"/surveys/{field.Survey.Id}/files/triple-s.csv")).Body.Split(
            "\r\n",
            StringSplitOptions.RemoveEmptyEntries
        );

        Assert.Equal("2.0", xml.Root!.Attribute("version")!.Value);
        var variables = xml.Descendants("variable").ToList();
        Assert.Equal("sss", xml.DocumentType!.Name);
        Assert.Equal(Enumerable.Range(1, variables.Count), variables.Select(v => (int)v.Element("position")!.Attribute("start")!));
        var rows = data.Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(40, rows.Count);
        int At(string name) => variables.FindIndex(v => v.Element("name")!.Value == name);
        // every code in the data is one that the definition names
        foreach (var (place, variable) in variables.Index().Where(v => v.Item.Attribute("type")!.Value == "single"))
        {
            var known = variable.Descendants("value").Select(value => value.Attribute("code")!.Value).ToHashSet(StringComparer.Ordinal);
            Assert.All(rows.Select(row => row[place]).Where(cell => cell.Length > 0), cell => Assert.Contains(cell, known));
        }
        Assert.Equal(30, rows.Count(row => row[At("q1")] == "1"));
        Assert.Equal("multiple", variables[At("q3")].Attribute("type")!.Value);
        Assert.Equal(40, rows.Count(row => row[At("q3")] == "\"110\""));
        Assert.All(rows, row => Assert.Equal("20260201", row[At("q5")]));
        Assert.Equal("weight", variables[At("weight")].Attribute("use")!.Value);
        Assert.Equal(40, rows.Sum(row => double.Parse(row[At("weight")], CultureInfo.InvariantCulture)), 0.01);
        Assert.DoesNotContain(variables, v => v.Element("name")!.Value is "q6" or "q7");
    }

    [Fact]
    public void A_triple_s_pair_keeps_the_rules_of_the_standard()
    {
        var data = new DataSet(
            "A & B <all>",
            [
                new("response", "Row", VariableKind.Serial, [1, 2, 3]),
                new("age", "Age", VariableKind.Choice, [1, 98, null]) { Values = [(1, "16 to 34"), (98, "Hidden")], Missing = [98] },
                new("q1_1", "Which? Bedroom", VariableKind.Ticked, [0, 1, null])
                {
                    Values = [(0, "No"), (1, "Bedroom")],
                    Set = "q1",
                    SetLabel = "Which?",
                },
                new("q1_2", "Which? Bath", VariableKind.Ticked, [1, 0, null])
                {
                    Values = [(0, "No"), (1, "Bath")],
                    Set = "q1",
                    SetLabel = "Which?",
                },
                new("q2", "How much?", VariableKind.Number, [-0.5, 10.25, null]) { Decimals = 2 },
                new("q3", "When?", VariableKind.Day, [new DateOnly(2026, 2, 1).DayNumber, null, null]),
                new("weight", "Weight", VariableKind.Weight, [0.5, 1, 1.5]) { Decimals = 4 },
            ],
            3
        );

        var files = TripleS.Of(data, "S20261101", new DateTimeOffset(2026, 11, 2, 9, 5, 0, TimeSpan.Zero));

        var record = XDocument.Parse(Encoding.UTF8.GetString(files.Definition)).Root!.Element("survey")!.Element("record")!;
        Assert.Equal(("csv", "1"), (record.Attribute("format")!.Value, record.Attribute("skip")!.Value));
        var variables = record.Elements("variable").ToList();
        Assert.Equal(["1", "2", "3", "4", "5", "6"], variables.Select(v => v.Attribute("ident")!.Value));
        Assert.All(variables, v => Assert.Matches("^[A-Za-z][A-Za-z0-9_]*$", v.Element("name")!.Value));
        Assert.Equal(variables.Count, variables.Select(v => v.Element("name")!.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        // name, label, position, values: in this order
        Assert.All(
            variables,
            v =>
                Assert.Equal(
                    ["name", "label", "position", "values"],
                    v.Elements().Select(e => e.Name.LocalName).Concat(v.Element("values") is null ? ["values"] : [])
                )
        );
        // a serial number and a weight are quantities
        Assert.All(variables.Where(v => v.Attribute("use") is not null), v => Assert.Equal("quantity", v.Attribute("type")!.Value));
        Assert.Equal(["serial", "weight"], variables.Select(v => v.Attribute("use")?.Value).OfType<string>());
        var lines = Encoding.UTF8.GetString(files.Data).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("response,age,q1,q2,q3,weight", lines[0]);
        Assert.Equal(["1,1,\"01\",-0.50,20260201,0.5000", "2,98,\"10\",10.25,,1.0000", "3,,,,,1.5000"], lines.Skip(1));
        foreach (var (at, variable) in variables.Index())
        {
            var cells = lines.Skip(1).Select(line => line.Split(',')[at]).Where(cell => cell.Length > 0).ToList();
            if (variable.Attribute("type")!.Value == "multiple")
            {
                // a figure for each code up to the highest, in quotation marks where a program would lose the noughts before it
                var highest = variable.Descendants("value").Max(value => (int)value.Attribute("code")!);
                Assert.All(cells, cell => Assert.Matches($"^\"[01]{{{highest}}}\"$", cell));
            }
            if (variable.Descendants("range").SingleOrDefault() is { } range)
            {
                var (from, to) = (range.Attribute("from")!.Value, range.Attribute("to")!.Value);
                Assert.All(
                    cells,
                    cell =>
                        Assert.InRange(
                            decimal.Parse(cell, CultureInfo.InvariantCulture),
                            decimal.Parse(from, CultureInfo.InvariantCulture),
                            decimal.Parse(to, CultureInfo.InvariantCulture)
                        )
                );
            }
        }
    }

    [Fact]
    public void Bytes_stand_where_the_published_layout_has_them()
    {
        var label = new string('ł', 200);
        var data = new DataSet(
            "Ćwierć",
            [
                new("a_name_that_is_longer_than_eight_letters", label, VariableKind.Choice, [1, null, 9])
                {
                    Values = [(1, "Tak"), (9, label)],
                    Missing = [9],
                },
                new("weight", "Weight", VariableKind.Weight, [0.5, 1, 1.5]) { Decimals = 4 },
            ],
            3
        );

        var bytes = SavFile.Of(data, new DateTimeOffset(2026, 11, 2, 9, 5, 0, TimeSpan.Zero));

        int Int(int at) => BitConverter.ToInt32(bytes, at);
        Assert.Equal("$FL2@(#) SPSS DATA FILE", Encoding.ASCII.GetString(bytes, 0, 23));
        Assert.Equal([2, 2, 0, 2, 3], new[] { 64, 68, 72, 76, 80 }.Select(Int));
        Assert.Equal(100.0, BitConverter.ToDouble(bytes, 84));
        Assert.Equal("02 Nov 2609:05:00", Encoding.ASCII.GetString(bytes, 92, 17));
        Assert.Equal("Ćwierć", Encoding.UTF8.GetString(bytes, 109, 64).TrimEnd());
        // the first variable: numeric, labelled, one missing value; F3.0; the label cut at a letter to 254 bytes and filled to 256
        Assert.Equal([2, 0, 1, 1, 0x050300, 0x050300], Enumerable.Range(0, 6).Select(i => Int(176 + (4 * i))));
        Assert.Equal("V1      ", Encoding.ASCII.GetString(bytes, 200, 8));
        Assert.Equal(254, Int(208));
        Assert.Equal(new string('ł', 127), Encoding.UTF8.GetString(bytes, 212, 254));
        Assert.Equal(9.0, BitConverter.ToDouble(bytes, 212 + 256));
        Assert.Equal(2, Int(212 + 256 + 8));
        var text = Encoding.Latin1.GetString(bytes);
        Assert.Contains("V1=a_name_that_is_longer_than_eight_letters\tV2=weight", text);
        Assert.Contains("UTF-8", text);
        // cases: value and weight, uncompressed, no value as the smallest double
        var cases = Enumerable.Range(0, 6).Select(i => BitConverter.ToDouble(bytes, bytes.Length - 48 + (8 * i)));
        Assert.Equal([1, 0.5, -double.MaxValue, 1, 9, 1.5], cases);
        Assert.Equal([999, 0], new[] { Int(bytes.Length - 56), Int(bytes.Length - 52) });
    }

    [Theory, BothDatabases]
    public async Task Rows_of_a_grid_and_places_of_a_ranking_are_variables_of_their_own(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(
            hearth,
            60,
            ask: id =>
                [
                    new()
                    {
                        SurveyId = id,
                        Key = "q1",
                        Position = 1,
                        Kind = QuestionKind.Grid,
                        Text = "How satisfied are you with",
                        Options = [.. Field.FivePoints],
                        Rows = [new("r1", "your kitchen?"), new("r2", "your bath?")],
                    },
                    Field.Ask(id, 2, QuestionKind.Ranking, "What comes first?", [new("a", "Doors"), new("b", "Windows")]),
                ]
        );
        await field.AnswerAsync(
            hearth,
            40,
            home =>
                new()
                {
                    ["q1-r1"] = ["1"],
                    ["q1-r2"] = [home < 20 ? "2" : "5"],
                    ["q2"] = home < 15 ? ["b", "a"] : ["a"],
                }
        );
        var officer = hearth.Staff();

        var told = await PsppAsync(
            (await officer.OpenAsync($"/surveys/{field.Survey.Id}/files/answers.sav")).Bytes,
            "WEIGHT OFF.\nFREQUENCIES q1_r2 q2_2.\n"
        );
        var plain = System.Text.RegularExpressions.Regex.Replace(told, @"[│|\s]+", " ");
        Assert.Contains("Fairly satisfied 20 50.0%", plain);
        Assert.Contains("What comes first? Place of: Windows", plain);
        var data = (await officer.OpenAsync($"/surveys/{field.Survey.Id}/files/triple-s.csv")).Body.Split("\r\n");
        Assert.EndsWith(",q1_r1,q1_r2,q2_1,q2_2,weight", data[0], StringComparison.Ordinal);
        Assert.Equal(15, data.Count(line => line.Contains(",2,1,1.", StringComparison.Ordinal)));
        // a row of the grid and what was put first can be set against each other
        var table = await officer.OpenAsync($"/surveys/{field.Survey.Id}/results/compare?Rows=q1-r2&Columns=q2");
        var rows = table
            .All("section[aria-labelledby=table] tbody tr")
            .Select(row => string.Join(' ', row.Children.Take(2).Select(Page.Words)))
            .ToList();
        Assert.Equal(2, rows.Count);
        Assert.StartsWith("Satisfied", rows[0], StringComparison.Ordinal);
        Assert.Contains("Doors", table.Text);
    }

    [Theory, BothDatabases]
    public async Task A_rare_group_is_not_told_by_its_code_nor_by_its_weight(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await Field.OpenAsync(
            hearth,
            80,
            invite: (home, asked) =>
                Field.Copy(
                    asked,
                    home < 4 ? "Kiln Lane"
                        : home % 2 == 0 ? "Fennside"
                        : "Bridgegate",
                    "35 to 44",
                    "General needs"
                )
        );
        await field.AnswerAsync(hearth, 60, home => new() { ["q1"] = [home % 3 == 0 ? "n" : "y"] });
        var xml = XDocument.Parse((await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/files/triple-s.xml")).Body);
        var data = (await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/files/triple-s.csv")).Body.Split(
            "\r\n",
            StringSplitOptions.RemoveEmptyEntries
        );

        Assert.DoesNotContain("Kiln Lane", xml.ToString(), StringComparison.Ordinal);
        var heads = data[0].Split(',').ToList();
        var rows = data.Skip(1).Select(line => line.Split(',')).ToList();
        var hidden = rows.Where(row => row[heads.IndexOf("ward")] == "98").ToList();
        Assert.True(hidden.Count >= 10);
        Assert.All(rows.GroupBy(row => row[heads.IndexOf("weight")]), alike => Assert.True(alike.Count() >= 10));
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_take_answers_away_gets_none(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var field = await AnsweredAsync(hearth);
        foreach (var file in new[] { "answers.sav", "triple-s.xml", "triple-s.csv" })
        {
            var page = await hearth.Staff(Role.Councillor).OpenAsync($"/surveys/{field.Survey.Id}/files/{file}");
            Assert.DoesNotContain("satisfied", page.Body, StringComparison.Ordinal);
        }
    }

    private static async Task<Field> AnsweredAsync(HearthApp hearth)
    {
        var field = await Field.OpenAsync(hearth, 60, change: survey => survey.Title = "Żółty grzejnik, 日本");
        await field.AnswerAsync(
            hearth,
            40,
            home =>
                new()
                {
                    ["q1"] = [home < 30 ? "y" : "n"],
                    ["q2"] = [home < 30 ? "1" : "na"],
                    ["q3"] = ["bed", "bath"],
                    ["q4"] = [(home % 5).ToString(CultureInfo.InvariantCulture)],
                    ["q5"] = ["2026-02-01"],
                },
            words: _ => "Words stay here."
        );
        return field;
    }

    private static async Task<string> PsppAsync(byte[] sav, string commands)
    {
        const string Pspp = "/usr/bin/pspp";
        Assert.True(File.Exists(Pspp), "PSPP is missing: apt-get install pspp");
        var folder = Directory.CreateTempSubdirectory("hearth-sav");
        try
        {
            var file = Path.Combine(folder.FullName, "answers.sav");
            var syntax = Path.Combine(folder.FullName, "look.sps");
            await File.WriteAllBytesAsync(file, sav);
            await File.WriteAllTextAsync(syntax, $"SET FORMAT=F8.2.\nGET FILE='{file}'.\nDISPLAY FILE LABEL.\n{commands}");
            var start = new ProcessStartInfo(Pspp, [syntax])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            start.Environment["LC_ALL"] = "C.UTF-8";
            using var pspp = Process.Start(start)!;
            var told = await pspp.StandardOutput.ReadToEndAsync();
            await pspp.WaitForExitAsync();
            Assert.DoesNotContain("error:", told, StringComparison.Ordinal);
            Assert.DoesNotContain("warning:", told, StringComparison.Ordinal);
            return told;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
