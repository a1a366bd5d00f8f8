// Draws the fictional landlord's homes, street by street, with who lives in them.
using System.Globalization;

namespace Hearth.People.Demo;

internal sealed record DemoHome(
    string Property,
    string Tenancy,
    string Line1,
    string Line2,
    string Postcode,
    DemoWard Ward,
    string Neighbourhood,
    string Patch,
    bool Sheltered
)
{
    public DateOnly Started { get; init; }

    /// <summary>As the housing system says how it is built.</summary>
    public string Kind { get; init; } = "";
    public required DemoTenant First { get; init; }
    public DemoTenant? Joint { get; init; }
}

internal sealed class DemoHomes(DemoData data, int seed, DateOnly today)
{
    // the second half of a postcode has none of these: C I K M O V
    private const string Letters = "ABDEFGHJLNPQRSTUWXYZ";
    private const int HomesOfAPostcode = 28;
    private readonly Random random = new(seed);

    public IReadOnlyList<DemoHome> All()
    {
        var tenants = new DemoTenants(data, random, today);
        var ages = Ages();
        var homes = new List<DemoHome>();
        var property = 10_000;
        var tenancy = 300_000;
        foreach (var ward in data.Wards)
        {
            // every ward's postcodes start at 2QR, so that OB4 2QR is a street in Kiln Lane
            var postcode = 632;
            var inWard = 0;
            foreach (var (street, count) in Streets(ward))
            {
                for (var number = 1; number <= count; number++)
                {
                    var sheltered = street.Kind == "sheltered";
                    var first = tenants.First(sheltered ? DemoAge.Old : ages.Dequeue(), sheltered);
                    property += random.Next(1, 9);
                    tenancy += random.Next(1, 60);
                    homes.Add(
                        new DemoHome(
                            $"P{property:000000}",
                            $"{tenancy:000000}/{random.Next(1, 5):00}",
                            street.Kind == "houses" ? $"{number} {street.Name}" : $"Flat {number}, {street.Name}",
                            ward.Area == "City" ? "Ousebridge" : $"{ward.Name}, Ousebridge",
                            Postcode(ward, postcode + ((number - 1) / HomesOfAPostcode)),
                            ward,
                            street.Neighbourhood,
                            ward.Patches[inWard * ward.Patches.Count / ward.Homes],
                            sheltered
                        )
                        {
                            Started = Started(first.Age),
                            Kind = Kind(street.Kind, number),
                            First = first,
                            Joint = random.Next(100) < (sheltered ? 12 : 25) ? tenants.Joint(first) : null,
                        }
                    );
                    inWard++;
                }
                postcode += ((count - 1) / HomesOfAPostcode) + 1;
            }
        }
        return homes;
    }

    private Queue<DemoAge> Ages()
    {
        var all = data.Wards.Sum(w => w.Homes);
        var (young, middle, unknown) = DemoTenants.Shares(all);
        var general = all - data.Wards.Sum(w => w.Sheltered);
        var ages = Enumerable
            .Repeat(DemoAge.Young, young)
            .Concat(Enumerable.Repeat(DemoAge.Middle, middle))
            .Concat(Enumerable.Repeat(DemoAge.Unknown, unknown))
            .Concat(Enumerable.Repeat(DemoAge.Old, general - young - middle - unknown))
            .ToArray();
        random.Shuffle(ages);
        return new Queue<DemoAge>(ages);
    }

    /// <summary>Shares out a ward's homes: blocks of flats and schemes are small, streets take the rest.</summary>
    private IEnumerable<(DemoStreet Street, int Homes)> Streets(DemoWard ward)
    {
        var streets = data.Streets.Where(s => s.Ward == ward.Name).ToList();
        foreach (var (kind, homes) in new[] { ("sheltered", ward.Sheltered), ("other", ward.Homes - ward.Sheltered) })
        {
            var these = streets.Where(s => (s.Kind == "sheltered") == (kind == "sheltered")).ToList();
            var weights = these.Select(s => s.Kind == "flats" ? 5 : 8 + random.Next(5)).ToList();
            var left = homes;
            for (var i = 0; i < these.Count; i++)
            {
                var count = i == these.Count - 1 ? left : homes * weights[i] / weights.Sum();
                left -= count;
                yield return (these[i], count);
            }
        }
    }

    // the system was never told of one home in a hundred
    private static string Kind(string street, int number) =>
        number % 97 == 0 ? ""
        : street == "houses"
            ? number % 9 == 0 ? "Bungalow"
                : number % 4 == 0 ? "Semi Det House"
                : "Terraced House"
        : street == "sheltered"
            ? number % 4 == 0 ? "Bungalow"
                : "FLAT"
        : number % 7 == 0 ? "Maisonette"
        : "FLAT";

    private DateOnly Started(int age)
    {
        var years = Math.Min(age - 18, 38) * Math.Pow(random.NextDouble(), 1.6);
        var day = today.AddDays(-(int)(years * 365) - random.Next(10, 300));
        // tenancies start on a Monday
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private static string Postcode(DemoWard ward, int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{ward.PostcodeArea} {(number / 400) + 1}{Letters[number / 20 % 20]}{Letters[number % 20]}"
        );
}
