// How a survey's homes were chosen, as other modules read it: a census of its audience, the stock from the tenures asked.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Hearth.Surveys.Tests.Asking;

namespace Hearth.Surveys.Tests.Sampling;

public sealed class SampleReaderTests
{
    [Theory, BothDatabases]
    public async Task A_survey_of_everyone_is_a_census_of_the_rented_homes_and_leaseholders_are_outside_it(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync([
            .. Enumerable.Range(0, 12).Select(_ => new NewTenant()),
            new NewTenant { Tenure = TenureKind.Sheltered },
            new NewTenant { Tenure = TenureKind.Temporary },
            new NewTenant { Tenure = TenureKind.SharedOwnership },
            new NewTenant { Tenure = TenureKind.Leasehold },
        ]);
        var id = await hearth.DraftAsync();

        var before = await hearth.FactsAsync(id);
        await hearth.OpenAsync(id);
        var facts = await hearth.FactsAsync(id);

        Assert.Equal((StockType.LowCostRental, true, 14, 0), (before.Stock, before.Census, before.Population, before.Released));
        Assert.Equal((StockType.LowCostRental, true, 14, 14), (facts.Stock, facts.Census, facts.Population, facts.Released));
        // 384.16 / (1 + 384.16 / 14) = 13.5077
        Assert.Equal(14, facts.Required);
        Assert.Equal(13.5077, facts.RequiredExact, 4);
        Assert.Equal((0.05, "Census", null), (facts.BandMargin, facts.Allocation, facts.Seed));
    }

    [Theory, BothDatabases]
    public async Task A_survey_of_shared_owners_alone_is_of_home_ownership(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant(), new NewTenant { Tenure = TenureKind.SharedOwnership });
        var id = await hearth.DraftAsync(audience: new AudienceFilter { Tenures = [TenureKind.SharedOwnership] });
        await hearth.OpenAsync(id);

        var facts = await hearth.FactsAsync(id);

        Assert.Equal((StockType.LowCostHomeOwnership, 1), (facts.Stock, facts.Population));
    }

    [Theory, BothDatabases]
    public async Task A_home_that_may_not_be_contacted_stays_in_the_population_and_is_no_exclusion(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(new NewTenant(), new NewTenant(), new NewTenant { DoNotContact = true });
        var id = await hearth.DraftAsync();
        await hearth.OpenAsync(id);

        var facts = await hearth.FactsAsync(id);

        Assert.Equal((3, 1, 2), (facts.Population, facts.OptedOut, facts.Released));
        Assert.Empty(facts.LeftOut);
    }
}
