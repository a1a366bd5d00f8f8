// The map in docs/house.md is the truth about the project references, and every arrow points down.
using System.Text.RegularExpressions;

namespace Hearth.House.Tests;

public sealed partial class MapTests
{
    [Fact]
    public void The_map_and_the_project_references_are_the_same()
    {
        var map = Arrows(File.ReadAllText(Path.Combine(Repository.Root, "docs/house.md")));
        var projects = Projects();

        Assert.True(projects.Count >= 12, "looked at too few projects");
        Assert.Empty(Differences(map, projects));
    }

    [Fact]
    public void A_reference_that_is_not_on_the_map_is_found() =>
        Assert.Equal(
            ["Loop refers to Surveys, which the map does not allow"],
            Differences(new() { ["Loop"] = ["Storage"], ["Storage"] = [] }, new() { ["Loop"] = ["Storage", "Surveys"], ["Storage"] = [] })
        );

    [Fact]
    public void Every_arrow_points_down()
    {
        var floors = Floors(File.ReadAllText(Path.Combine(Repository.Root, "docs/house.md")));

        Assert.True(floors.Count >= 12, "looked at too few floors");
        Assert.Empty(Upward(floors, Projects()));
    }

    [Fact]
    public void An_arrow_that_points_up_is_found() =>
        Assert.Equal(
            ["Loop (2) refers to Surveys (4)"],
            Upward(new() { ["Loop"] = 2, ["Surveys"] = 4 }, new() { ["Loop"] = ["Surveys"], ["Surveys"] = [] })
        );

    private static List<string> Differences(Dictionary<string, string[]> map, Dictionary<string, string[]> projects)
    {
        var found = new List<string>();
        foreach (var (project, references) in projects)
        {
            if (!map.TryGetValue(project, out var allowed))
            {
                found.Add($"{project} is not on the map");
                continue;
            }
            found.AddRange(references.Except(allowed).Select(r => $"{project} refers to {r}, which the map does not allow"));
            found.AddRange(allowed.Except(references).Select(r => $"{project} does not refer to {r}, as the map says"));
        }
        found.AddRange(map.Keys.Except(projects.Keys).Select(p => $"{p} is on the map but is no project"));
        return found;
    }

    private static List<string> Upward(Dictionary<string, int> floors, Dictionary<string, string[]> projects) =>
        [
            .. from project in projects
            from reference in project.Value
            where floors[reference] >= floors[project.Key]
            select $"{project.Key} ({floors[project.Key]}) refers to {reference} ({floors[reference]})",
        ];

    private static Dictionary<string, string[]> Arrows(string text) =>
        ArrowRow()
            .Matches(text)
            .ToDictionary(
                row => row.Groups[1].Value,
                row => row.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            );

    private static Dictionary<string, int> Floors(string text) =>
        FloorRow()
            .Matches(text)
            .SelectMany(row =>
                row.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (name, int.Parse(row.Groups[1].Value)))
            )
            .ToDictionary(x => x.name, x => x.Item2);

    private static Dictionary<string, string[]> Projects() =>
        Repository
            .Files(["src", "libraries"], ".csproj")
            .ToDictionary(
                file => Path.GetFileNameWithoutExtension(file.Path),
                file => Reference().Matches(file.Text).Select(m => Path.GetFileNameWithoutExtension(m.Groups[1].Value)).ToArray()
            );

    [GeneratedRegex(@"^\| ([A-Z]\w+) \|([\w, ]*)\|$", RegexOptions.Multiline)]
    private static partial Regex ArrowRow();

    [GeneratedRegex(@"^(\d)  ([A-Z][\w ]+)$", RegexOptions.Multiline)]
    private static partial Regex FloorRow();

    [GeneratedRegex("<ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex Reference();
}
