// A sample drawn in the web pages is drawn again on the command line, from the file of its frame and its seed alone.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Cli.Tests.Analysts;

public sealed class ReplayTests
{
    [Fact]
    public async Task The_frame_of_a_survey_and_its_seed_give_the_same_homes()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        string[] wards = ["Fennside", "Marsh End", "Kiln Lane"];
        await hearth.MoveInAsync(
            Enumerable
                .Range(0, 120)
                .Select(i => new NewTenant
                {
                    Ward = wards[i % 5 % 3],
                    Age = 20 + (i * 7 % 60),
                    FamilyName = "Zzname",
                    Tenure = i % 11 == 0 ? TenureKind.Sheltered : TenureKind.GeneralNeeds,
                })
                // one ward so small that its share of the sample alone would leave it out
                .Append(new NewTenant { Ward = "Northbank", Age = 70 })
        );
        var officer = hearth.Staff();
        var made = await officer.SubmitAsync(
            await officer.OpenAsync("/surveys/new"),
            Fields(
                ("Form.Title", "Yearly survey"),
                ("Form.Introduction", "We ask every year."),
                ("Form.OpensOn.Day", "12"),
                ("Form.OpensOn.Month", "11"),
                ("Form.OpensOn.Year", "2026"),
                ("Form.ClosesOn.Day", "18"),
                ("Form.ClosesOn.Month", "12"),
                ("Form.ClosesOn.Year", "2026"),
                ("Form.TellWithinDays", "35")
            ),
            "Save and go to the questions"
        );
        var survey = made.Path.Split('/')[2];
        var drawn = await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{survey}/sample"),
            Fields(
                ("Form.Stock", "LowCostRental"),
                ("Form.Census", "false"),
                ("Form.Rate", "50"),
                ("Form.Size", "30"),
                ("Form.First", "Ward"),
                ("Form.Second", "Age"),
                ("Form.Allocation", "Proportional"),
                ("Form.Seed", "40217"),
                ("Form.Replicates", "2"),
                ("Form.ReplicateSize", "9")
            ),
            "Draw the sample"
        );
        Assert.Empty(drawn.Errors);
        var frame = await officer.OpenAsync($"/surveys/{survey}/sample/frame.csv");
        using var desk = new Desk();
        File.WriteAllBytes(desk.PathOf("frame.csv"), frame.Bytes);

        // the command as the page gives it
        var command = Page.Words(drawn.All("code")[0]);
        Assert.StartsWith("hearth draw frame.csv", command, StringComparison.Ordinal);
        await desk.DoneAsync(command.Split(' ')[1..]);

        Assert.DoesNotContain("Zzname", frame.Body, StringComparison.Ordinal);
        var rows = desk.ReadLines("frame.csv");
        Assert.Equal("home,ward,age,lot,part", rows[0].TrimStart('\uFEFF'));
        Assert.Equal(122, rows.Length);
        var sample = rows.Where(row => row.EndsWith(",0", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(30, sample.Count);
        Assert.Equal(sample, desk.ReadLines("drawn.csv").Skip(1).Order(StringComparer.Ordinal));
        Assert.Equal(9, rows.Count(row => row.EndsWith(",1", StringComparison.Ordinal)));
        Assert.Contains(sample, row => row.Contains("Northbank", StringComparison.Ordinal));
    }

    private static List<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) =>
        [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];
}
