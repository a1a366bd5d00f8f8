// What is frozen is checked outside the website: the file of answers, put through hearth tsm, gives the figures that were frozen with it.
using System.Text;
using System.Text.Json;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Cli.Tests.Analysts;

public sealed class FrozenTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_answers_of_a_frozen_edition_give_its_percentages_on_the_command_line(bool weighted)
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        using var desk = new Desk();
        var officer = hearth.Staff();
        var chance = new Random(40217);
        var field = await hearth.AskMeasuresAsync(
            new()
            {
                Homes =
                [
                    .. TestMeasures.Homes(150, "75 and over"),
                    .. TestMeasures.Homes(90, "35 to 44"),
                    .. TestMeasures.Homes(60, "16 to 24"),
                ],
            }
        );
        await officer.ImportAnswersAsync(field, field.FileOf([.. Enumerable.Range(0, 300).Select(home => Answers(home, chance))]));
        if (weighted)
        {
            await officer.SubmitAsync(
                await officer.OpenAsync("/insight/measures/2026/tenants-said/how?stock=lcra"),
                new Dictionary<string, string>
                {
                    ["Form.Weight"] = "yes",
                    ["Form.From"] = "Typed",
                    ["Form.Typed"] = "Age,16 to 24,3000\nAge,35 to 44,3000\nAge,75 and over,4000",
                },
                "Save"
            );
        }
        var page = await officer.SubmitAsync(await officer.OpenAsync("/insight/measures/2026/editions"), null, "Freeze as edition 1");
        var answers = (await officer.OpenAsync(page.LinkTo("Answers (CSV)"))).Body;
        using var figures = JsonDocument.Parse((await officer.OpenAsync(page.LinkTo("figures (JSON)"))).Body);

        var ended = await desk.DoneAsync("tsm", desk.Write("answers.csv", answers, new UTF8Encoding(false)), "--format", "json");

        Assert.Equal(weighted, ended.Json.GetProperty("weighted").GetBoolean());
        var frozen = figures.RootElement.GetProperty("measures").EnumerateArray().ToList();
        Assert.Equal(12, frozen.Count);
        foreach (var (kept, again) in frozen.Zip(ended.Json.GetProperty("measures").EnumerateArray()))
        {
            Assert.Equal(kept.GetProperty("code").GetString(), again.GetProperty("code").GetString());
            Assert.Equal(
                kept.GetProperty(weighted ? "weightedPercent" : "percent").GetDecimal(),
                again.GetProperty("percentage").GetDecimal()
            );
            Assert.Equal(
                kept.GetProperty("percent").GetDecimal(),
                weighted
                    ? again.GetProperty("unweighted").GetProperty("percentage").GetDecimal()
                    : again.GetProperty("percentage").GetDecimal()
            );
        }
        if (weighted)
        {
            Assert.Contains(frozen, kept => kept.GetProperty("percent").GetDecimal() != kept.GetProperty("weightedPercent").GetDecimal());
        }
    }

    private static Dictionary<string, string> Answers(int home, Random chance)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var filter in new[] { "TP02", "TP09", "TP10" })
        {
            row[filter + "-filter"] = chance.Next(3) == 0 ? "No" : "Yes";
        }
        for (var n = 1; n <= 12; n++)
        {
            var code = $"TP{n:00}";
            // the older, the more content; behind a no nothing is asked
            var answer = Math.Clamp(chance.Next(1, 6) + (home / 150), 1, 5);
            var asked = code switch
            {
                "TP03" => row["TP02-filter"],
                "TP02" or "TP09" or "TP10" => row[code + "-filter"],
                _ => "Yes",
            };
            row[code] =
                asked == "No" ? ""
                : code is "TP05" or "TP12" && chance.Next(9) == 0 ? "na"
                : $"{answer}";
        }
        return row;
    }
}
