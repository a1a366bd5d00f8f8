// Groups that overlap without lying within each other: what two tables together give away is found by trying every sum, and hidden on the page.
using System.Globalization;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Results;

namespace Hearth.Surveys.Tests.Results;

public class OverlappingGroupsTests
{
    // Kiln Lane lies half in the country, with 4 homes; Marsh End lies there whole. 44 of the country less 40 of Marsh End are the 4 of Kiln Lane who live in the country.
    [Theory, BothDatabases]
    public async Task Those_of_a_ward_who_live_in_the_country_are_not_what_is_left_of_it_when_its_other_ward_is_taken_off(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        (string Ward, string Locality, int Homes)[] places =
        [
            ("Fennside", "City", 64),
            ("Bridgegate", "City", 60),
            ("Kiln Lane", "City", 56),
            ("Kiln Lane", "Rural", 4),
            ("Marsh End", "Rural", 40),
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

        Assert.True(
            wards["Marsh End"] == "[c]" || localities["Rural"] == "[c]",
            "44 in the country less 40 of Marsh End are the 4 of Kiln Lane in the country"
        );
        // and no more than has to be: two wards are still there
        Assert.Equal(2, wards.Values.Count(homes => homes != "[c]"));
        Assert.Equal(["180", "44"], localities.Values.Order());

        var answered = await hearth.Staff().OpenAsync($"/surveys/{field.Survey.Id}/results");
        Assert.Contains("[c]", ResultsTests.RowsOf(answered, "Homes that answered, by ward")["Marsh End"]);
    }

    /// <summary>Whatever lies how across whatever: of every sum of groups that may be read, taken off every other, no rest of one to nine is left.</summary>
    [Fact]
    public void No_sum_of_shown_groups_taken_off_another_leaves_fewer_than_ten()
    {
        var chance = new Random(40217);
        var hidden = 0;
        for (var round = 0; round < 400; round++)
        {
            var (wards, places) = (chance.Next(2, 6), chance.Next(2, 5));
            List<Atom> atoms = [];
            for (var ward = 0; ward < wards; ward++)
            {
                // most of a ward lies in one place, and a handful of it perhaps in others
                var own = chance.Next(places);
                for (var place = 0; place < places; place++)
                {
                    var people =
                        place == own ? chance.Next(8, 60)
                        : chance.Next(4) == 0 ? chance.Next(1, 12)
                        : 0;
                    if (people > 0)
                    {
                        atoms.Add(new(ward, place, people, people));
                    }
                }
            }
            var (first, second) = (
                Of(Grouping.Ward, wards, atoms, atom => atom.First),
                Of(Grouping.Locality, places, atoms, atom => atom.Second)
            );
            while (Overlaps.ToHide(atoms, first, second) is { } found)
            {
                hidden++;
                foreach (var group in found.Groups)
                {
                    (found.Of.IsRead[group], found.Of.IsHiddenWhole[group]) = (false, true);
                }
            }
            foreach (var one in Sums(first))
            {
                foreach (var two in Sums(second))
                {
                    // the one lies whole within the other, neither is everybody or nobody: what is left is of both
                    var (inside, outside) = (
                        atoms.Where(atom => two[atom.Second] && !one[atom.First]).Sum(atom => atom.People),
                        atoms.Where(atom => one[atom.First] && !two[atom.Second]).Sum(atom => atom.People)
                    );
                    var isOfBoth = atoms.Any(atom => two[atom.Second]) && atoms.Any(atom => !one[atom.First]);
                    Assert.False(
                        isOfBoth && inside == 0 && outside is > 0 and < 10 && !IsOneTables(atoms, one, two),
                        $"round {round}: {outside} are left"
                    );
                }
            }
        }
        Assert.True(hidden > 50, "nothing was there to hide");
    }

    [Fact]
    public void Wards_and_ages_that_lie_across_each_other_everywhere_hide_nothing()
    {
        // 30 wards of 2,000 answers by three ages, two kinds of home and five ways of answering: cells of a handful, and no sum gives one away
        var chance = new Random(1);
        foreach (var others in new[] { 2, 3, 5 })
        {
            var counts = new Dictionary<(int, int), int>();
            for (var home = 0; home < 2000; home++)
            {
                var key = (chance.Next(30), chance.Next(others));
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
            List<Atom> atoms = [.. counts.Select(cell => new Atom(cell.Key.Item1, cell.Key.Item2, cell.Value, cell.Value))];

            Assert.Null(
                Overlaps.ToHide(
                    atoms,
                    Of(Grouping.Ward, 30, atoms, atom => atom.First),
                    Of(Grouping.Age, others, atoms, atom => atom.Second)
                )
            );
        }
    }

    // a table with every group of ten or more shown; smaller ones are hidden, and one more where that is one alone
    private static Side Of(Grouping grouping, int groups, List<Atom> atoms, Func<Atom, int> of)
    {
        int[] people = [.. Enumerable.Range(0, groups).Select(group => atoms.Where(atom => of(atom) == group).Sum(atom => atom.People))];
        var hidden = people.Index().Where(group => group.Item < 10).Select(group => group.Index).ToHashSet();
        foreach (var (group, _) in people.Index().Where(group => group.Item >= 10).OrderBy(group => group.Item))
        {
            if (hidden.Sum(one => people[one]) is > 0 and < 10)
            {
                hidden.Add(group);
            }
        }
        return new(
            grouping,
            people,
            [.. Enumerable.Range(0, groups).Select(group => !hidden.Contains(group))],
            [.. Enumerable.Range(0, groups).Select(hidden.Contains)]
        );
    }

    // every choice of shown groups, with all the hidden ones or without
    private static IEnumerable<bool[]> Sums(Side side)
    {
        List<int[]> parts = [.. side.IsRead.Index().Where(group => group.Item).Select(group => new[] { group.Index })];
        parts.Add([.. side.IsRead.Index().Where(group => !group.Item).Select(group => group.Index)]);
        for (var choice = 0; choice < 1 << parts.Count; choice++)
        {
            var chosen = new bool[side.IsRead.Length];
            foreach (var group in parts.Where((_, at) => (choice & (1 << at)) != 0).SelectMany(part => part))
            {
                chosen[group] = true;
            }
            yield return chosen;
        }
    }

    // what is left is the whole of some groups of one grouping, which that table shows by itself
    private static bool IsOneTables(List<Atom> atoms, bool[] one, bool[] two)
    {
        var left = atoms.Where(atom => one[atom.First] && !two[atom.Second]).ToHashSet();
        return atoms.Where(atom => left.Any(of => of.First == atom.First)).All(left.Contains)
            || atoms.Where(atom => left.Any(of => of.Second == atom.Second)).All(left.Contains);
    }
}
