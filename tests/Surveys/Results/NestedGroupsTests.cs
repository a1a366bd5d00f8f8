// Wards that lie whole in the city or in the country: two tables beside each other, from which nobody may be worked out.
using System.Globalization;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.Surveys.Tests.Results;

public class NestedGroupsTests
{
    // Marsh End has 4 answers. Its own table hides Fennside (24) with it, the smallest that protects it. But the country is Marsh End and Kiln Lane:
    // 44 shown there less 40 shown for Kiln Lane would be 4.
    [Theory, BothDatabases]
    public async Task A_small_ward_is_not_what_is_left_of_the_country_when_its_other_ward_is_taken_off(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        (string Ward, string Locality, int Homes)[] places =
        [
            ("Fennside", "City", 24),
            ("Bridgegate", "City", 60),
            ("Castle Fields", "City", 70),
            ("Kiln Lane", "Rural", 40),
            ("Marsh End", "Rural", 4),
        ];
        var homes = places.SelectMany(place => Enumerable.Repeat(place, place.Homes)).ToList();
        var field = await Field.OpenAsync(
            hearth,
            homes: homes.Count,
            invite: (i, asked) => Field.Copy(asked, homes[i].Ward, "35 to 44", "General needs", homes[i].Locality)
        );
        await field.AnswerAsync(
            hearth,
            homes.Count,
            i => new() { ["q1"] = ["y"], ["q2"] = [(i % 2 == 0 ? 1 : 5).ToString(CultureInfo.InvariantCulture)] }
        );

        var page = await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results/q2");
        var wards = ResultsTests.RowsOf(page, "Ward").ToDictionary(row => row.Key, row => row.Value[2]);
        var localities = ResultsTests.RowsOf(page, "City or rural").ToDictionary(row => row.Key, row => row.Value[0]);

        Assert.Equal("[c]", wards["Marsh End"]);
        Assert.Equal("44", localities["Rural"]);
        Assert.True(wards["Kiln Lane"] == "[c]", "44 in the country less those of Kiln Lane are the 4 of Marsh End");
        Assert.Equal("60", wards["Bridgegate"]);

        var answered = await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results");
        Assert.Contains("[c]", ResultsTests.RowsOf(answered, "Homes that answered, by ward")["Kiln Lane"]);
    }
}
