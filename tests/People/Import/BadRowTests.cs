// Every kind of bad row, with the words an officer reads. Nothing is lost: data rows are those taken and those set aside.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.People.Tests.Import;

public sealed class BadRowTests(BadRowTests.OneHearth hearth) : IClassFixture<BadRowTests.OneHearth>
{
    private const string Headings =
        "Tenancy Ref,Prop Ref,Address,Post Code,Tenant Name,DOB,Start,End,Email,Mobile,Tenure,Preferred Contact,Language,City/Rural,Do Not Contact,Person Ref,Officer,Officer Tel,Patch";
    private const string Good =
        "T1,P1,1 A Street,OB1 1AA,Ada Bell,3/4/1950,1/4/2010,,ada@example.org,07700 900001,Sheltered,Email,Polish,City,No,C1,Priya Raman,01632 960101,Patch 1";

    [Theory]
    [InlineData(",P1,1 A Street,OB1 1AA,Ada Bell", "There is no tenancy reference")]
    [InlineData("T1,,,,Ada Bell", "There is no property reference")]
    [InlineData("T1,,1 A Street,,Ada Bell", "There is no property reference")]
    [InlineData(",,5 Nowhere", "There is no tenancy reference and no property reference")]
    [InlineData("T1,P1,1 A Street,OB1 1AA,", "There is no tenant’s name")]
    [InlineData("T1,P1,1 A Street,OB1 1AA,VOID", "There is no tenant’s name")]
    [InlineData("T1,P1,1 A Street,OB1,Ada Bell", "The postcode “OB1” is not a UK postcode, such as OB4 2QR")]
    [InlineData("T1,P1,1 A Street,OB1 1AA,Ada Bell,31/02/1980", "The date of birth “31/02/1980” is not a day, such as 27/3/1980")]
    [InlineData("T1,P1,1 A Street,OB1 1AA,Ada Bell,04/13/1980", "The date of birth “04/13/1980” is not a day, such as 27/3/1980")]
    [InlineData("T1,P1,1 A Street,OB1 1AA,Ada Bell,12/12/2026", "The date of birth 12 December 2026 is in the future")]
    [InlineData("T1,P1,1 A Street,OB1 1AA,Ada Bell,,soon", "The tenancy start date “soon” is not a day, such as 27/3/2019")]
    [InlineData("T1,P1,1 A Street,OB1 1AA,Ada Bell,,,32/1/2020", "The tenancy end date “32/1/2020” is not a day, such as 27/3/2019")]
    [InlineData(
        "T1,P1,1 A Street,OB1 1AA,Ada Bell,,1/4/2010,1/4/2009",
        "The tenancy ends on 1 April 2009, before it starts on 1 April 2010"
    )]
    [InlineData("T1,P1,1 A Street,OB1 1AA,Ada Bell (Deceased)", "The name “Ada Bell (Deceased)” says that the tenant has died")]
    [InlineData("T1,P1,1 A Street,OB1 1AA,Exors of A Bell", "The name “Exors of A Bell” says that the tenant has died")]
    [InlineData("T1,P1,1 A Street,OB1 1AA,Zo\uFFFD Bell", "Some letters of the row were lost before the file came here. Export it again")]
    [InlineData(Good + ",extra", "The row has 20 cells, but there are 19 headings. A comma or a quotation mark may be missing")]
    public async Task A_bad_row_is_set_aside_with_the_reason_and_its_text(string row, string reason)
    {
        var outcome = await hearth.LookAsync($"{Headings}\n{Good.Replace("T1,P1", "T0,P0").Replace("C1", "C0")}\n{row}\n");

        var aside = Assert.Single(outcome.SetAside);
        Assert.Equal((3, reason, row), (aside.Line, aside.Reason, aside.Original));
        Assert.Equal((2, 1, 1), (outcome.Counts.DataRows, outcome.Counts.Taken, outcome.Counts.SetAside));
    }

    [Theory]
    [InlineData("ada@example.org", "ada at example", "The e-mail address “ada at example” is not one that can be written to")]
    [InlineData("07700 900001", "ring the bell", "The telephone number “ring the bell” is not one that can be rung")]
    [InlineData("Sheltered", "Type 9", "Tenure “Type 9” is not one we know. Counted as Other")]
    [InlineData("Email,Polish", "Pigeon,Polish", "“Pigeon” is not an answer we know for ‘preferred way of contact’")]
    [InlineData("Polish", "Klingon", "The language “Klingon” is not one we know")]
    [InlineData("City", "Moor", "“Moor” is neither city nor rural. Counted as not known")]
    [InlineData("City,No", "City,perhaps", "“perhaps” is not an answer we know for ‘do not contact’")]
    [InlineData("01632 960101", "desk 4", "The housing officer’s telephone number “desk 4” is not one that can be rung")]
    public async Task A_value_that_cannot_be_used_is_left_out_and_the_row_is_taken(string good, string bad, string reason)
    {
        var outcome = await hearth.LookAsync($"{Headings}\n{Good.Replace(good, bad)}\n");

        Assert.Equal(reason, Assert.Single(outcome.LeftOut).Reason);
        Assert.Equal((1, 1, 0), (outcome.Counts.DataRows, outcome.Counts.Taken, outcome.Counts.SetAside));
    }

    [Theory]
    [InlineData("P1,1 A Street", "P2,2 A Street", "Tenancy T1 is also on line 2, with property P1, here with property P2")]
    [InlineData("Sheltered", "General needs", "Tenancy T1 is also on line 2, with another tenure")]
    [InlineData("1/4/2010", "1/4/2011", "Tenancy T1 is also on line 2, with another start date")]
    [InlineData("1 A Street", "2 B Street", "Property P1 is also on line 2, with another address")]
    [InlineData("Ada Bell,3/4/1950", "Ada Bell,3/4/1951", "Person C1 is also on line 2, with another name or date of birth")]
    [InlineData("Ada Bell", "Tom Bell", "Person C1 is also on line 2, with another name or date of birth")]
    public async Task A_row_that_contradicts_an_earlier_one_is_set_aside(string first, string second, string reason)
    {
        var outcome = await hearth.LookAsync($"{Headings}\n{Good}\n{Good.Replace(first, second)}\n");

        var aside = Assert.Single(outcome.SetAside);
        Assert.Equal((3, reason), (aside.Line, aside.Reason));
        Assert.Equal((2, 1, 1, 1), (outcome.Counts.DataRows, outcome.Counts.Taken, outcome.Counts.Tenancies, outcome.Counts.People));
    }

    [Fact]
    public async Task The_same_row_twice_is_taken_once()
    {
        var outcome = await hearth.LookAsync($"{Headings}\n{Good}\n{Good}\n");

        Assert.Equal(new ImportCounts(2, 2, 0, 1, 0, 0, 1, 1, 1), outcome.Counts);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("%PDF-1.4", "The file is a PDF. Export it from the housing system as CSV or Excel")]
    [InlineData("Tenancy Ref,Prop Ref,Tenant Name\n", "There are no rows below the headings")]
    [InlineData(
        "One,Two\n1,2\n",
        "The columns cannot be told from the headings. Say which column holds the tenancy reference. Say which column holds the property reference, or the address and the postcode. Say which column holds the tenant’s name"
    )]
    [InlineData(
        "Tenancy Ref,Tenant Name\nT1,Ada Bell\n",
        "The columns cannot be told from the headings. Say which column holds the property reference, or the address and the postcode"
    )]
    public async Task A_file_that_will_not_do_is_refused_whole(string file, string refusal)
    {
        var outcome = await hearth.LookAsync(file);

        Assert.Equal(refusal, outcome.Refusal);
        Assert.False(outcome.Committed);
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_is_named_with_its_line()
    {
        var rows = string.Concat(Enumerable.Range(1, 3000).Select(i => $"T{i},P{i},Ada Bell\n"));

        var outcome = await hearth.LookAsync($"Tenancy Ref,Prop Ref,Tenant Name\n{rows}T9000,P9000,\"Ada\n{rows}");

        Assert.Equal("On line 3002 a quotation mark opens that is never closed", outcome.Refusal);
    }

    [Fact]
    public async Task A_broken_workbook_is_refused()
    {
        var outcome = await hearth.App.ImportAsync([.. "PK\u0003\u0004"u8, 1, 2, 3], new ImportChoices { DryRun = true });

        Assert.Equal("The file is not a workbook that can be read. It may be damaged: save it again as .xlsx or CSV", outcome.Refusal);
    }

    /// <summary>One Hearth for all: each case only looks.</summary>
    public sealed class OneHearth : IAsyncLifetime
    {
        public HearthApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await HearthApp.StartAsync(DatabaseKind.Sqlite);

        public async Task<ImportOutcome> LookAsync(string text)
        {
            var outcome = await App.ImportAsync(text, new ImportChoices { DryRun = true });
            Assert.Empty(await App.TenanciesAsync());
            return outcome;
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
