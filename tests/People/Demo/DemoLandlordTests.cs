// The fictional landlord: 7,196 rented homes, the shares of the published table, the same for the same seed.
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Hearth.People.Demo;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.People.Tests.Import;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Tests.Demo;

public sealed class DemoLandlordTests(ITestOutputHelper output)
{
    private static readonly DateOnly Today = new(2026, 11, 12);

    [Theory, BothDatabases]
    public async Task The_demo_landlord_has_7196_homes_in_the_published_shares(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var clock = Stopwatch.StartNew();
        await TellAsync(hearth);
        output.WriteLine($"{kind}: {clock.Elapsed.TotalSeconds:0.0} s");

        var members = await hearth.InScopeAsync(scope => scope.GetRequiredService<Audience>().ListAsync(new AudienceFilter()));

        Assert.Equal(7196, members.Count);
        Assert.Equal(7196, await hearth.FromDbAsync(db => db.Set<Home>().CountAsync()));
        Assert.Equal(7196, await hearth.FromDbAsync(db => db.Set<Tenancy>().CountAsync()));
        Share(91.0, members.Count(m => m.Facts.Tenure == "General needs"));
        Share(9.0, members.Count(m => m.Facts.Tenure == "Sheltered"));
        Share(55.0, members.Count(m => m.Facts.Locality == "City"));
        Share(45.0, members.Count(m => m.Facts.Locality == "Rural"));
        Share(12.3, members.Count(m => AgeBands.Widen(m.Facts.AgeBand) == "16 to 34"));
        Share(31.0, members.Count(m => AgeBands.Widen(m.Facts.AgeBand) == "35 to 54"));
        Share(51.7, members.Count(m => AgeBands.Widen(m.Facts.AgeBand) == "55 and over"));
        Share(5.0, members.Count(m => m.Facts.AgeBand == GroupFacts.Unknown));
        Assert.Equal(
            ["Bridgegate", "Castle Fields", "Fennside", "Kiln Lane", "Marsh End", "Millfield", "Northbank", "St Oswald’s"],
            members.Select(m => m.Facts.Ward).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(1061, members.Count(m => m.Facts.Ward == "Fennside"));
        Assert.All(members, m => Assert.Matches("^(|.*\n)OB[1-8] [0-9][A-Z]{2}$", m.PostalAddress.Split('\n')[^1]));
        Assert.Contains(members, m => m.PostalAddress.EndsWith("OB4 2QR", StringComparison.Ordinal));

        var samira = await hearth.FromDbAsync(db => db.Set<Patch>().SingleAsync(p => p.Name == "Patch 8"));
        Assert.Equal(
            ("Samira Anwar", "+441632960108", "English, Urdu"),
            (samira.OfficerName, samira.OfficerPhone, samira.OfficerLanguages)
        );

        void Share(double percent, int count) => Assert.Equal(percent, Math.Round(count * 100.0 / 7196, 1), 0.05);
    }

    [Theory, BothDatabases]
    public async Task Forty_one_tenants_are_involved_and_none_is_young(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await TellAsync(hearth);

        var members = await hearth.InScopeAsync(scope =>
            scope.GetRequiredService<Audience>().ListAsync(new AudienceFilter { OnlyInvolved = true })
        );

        Assert.Equal(41, members.Count);
        Assert.Equal(0, members.Count(m => AgeBands.Widen(m.Facts.AgeBand) == "16 to 34"));
        Assert.Equal(5, members.Count(m => AgeBands.Widen(m.Facts.AgeBand) == "35 to 54"));
        Assert.Equal(36, members.Count(m => AgeBands.Widen(m.Facts.AgeBand) == "55 and over"));
        Assert.Equal(7, members.Count(m => m.Facts.Tenure == "Sheltered"));
        Assert.Equal(22, members.Count(m => m.Facts.Locality == "City"));
    }

    [Fact]
    public void The_same_seed_is_the_same_landlord_and_another_seed_is_another()
    {
        Assert.Equal(Print(40217), Print(40217));
        Assert.NotEqual(Print(40217), Print(40218));
    }

    [Fact]
    public async Task The_demo_export_has_its_mistakes_and_none_is_lost()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        var outcome = await hearth.ImportAsync(Export(40217));

        Assert.Equal(4, outcome.Counts.SetAside);
        Assert.Equal(6, outcome.Counts.Repeated);
        Assert.Equal(outcome.Counts.DataRows, outcome.Counts.Taken + outcome.Counts.SetAside);
        Assert.Contains(outcome.SetAside, r => r.Reason == "There is no tenancy reference");
        Assert.Contains(outcome.SetAside, r => r.Reason == "The date of birth “31/02/1979” is not a day, such as 27/3/1980");
        Assert.Contains(outcome.SetAside, r => r.Reason == "The postcode “OB6” is not a UK postcode, such as OB4 2QR");
        Assert.Contains(outcome.SetAside, r => r.Reason.Contains("is also on line", StringComparison.Ordinal));
        Assert.Contains(outcome.LeftOut, r => r.Reason.StartsWith("The e-mail address “", StringComparison.Ordinal));
    }

    private static Task TellAsync(HearthApp hearth) =>
        hearth.InScopeAsync(async scope =>
            await scope
                .GetServices<IDemoChapter>()
                .OfType<TellOfTenants>()
                .Single()
                .TellAsync(new DemoStory(Folder(), 40217, Today, _ => { }), CancellationToken.None)
        );

    private static byte[] Export(int seed)
    {
        var data = new DemoData(Folder());
        return new DemoExport(data, seed, Today).Write(new DemoHomes(data, seed, Today).All());
    }

    private static string Print(int seed) => Convert.ToHexString(SHA256.HashData(Export(seed)));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../demo");
}
