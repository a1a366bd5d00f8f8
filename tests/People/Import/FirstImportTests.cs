// A housing system's export becomes homes, tenancies, households and people.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.People.Tests.Import;

public sealed class FirstImportTests
{
    private const string Export = """
        Ousebridge Homes - current tenancies
        Run on 12/11/2026 by system

        Tenancy Ref,Prop Ref,Address Line 1,Address Line 2,Post Code,Ward,Patch,Housing Officer,Officer Tel,Tenure Type,Tenancy Start,Main tenant title,Main tenant forename,Main tenant surname,DOB,E-mail,Mobile,Tenant 2 Name,Tenant 2 DOB
        T1,P1,12 Kiln Lane,Ousebridge,ob42qr,Kiln Lane,Patch 1,Helen Okafor,01632 960101,General Needs,03/04/2009,Mrs,Kasia,NOVAK,3/4/1980,kasia@example.org,07700 900001,"Novak, Jan",03-Apr-78
        T2,P2,"Flat 3, Mill House",Ousebridge,OB1 1AA,Millfield,Patch 2,,,Sheltered,2012-09-01,,Ada,Bell,,,01632 960002,,
        ,P3,1 Void Street,Ousebridge,OB1 1AB,Millfield,Patch 2,,,,,,,VOID,,,,,
        Total,,2
        """;

    [Theory, BothDatabases]
    public async Task An_export_with_titles_and_totals_becomes_homes_tenancies_and_people(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);

        var outcome = await hearth.ImportAsync(Export);

        Assert.Null(outcome.Refusal);
        Assert.True(outcome.Committed);
        Assert.Empty(outcome.SetAside);
        Assert.Equal(new ImportCounts(3, 3, 0, 0, 0, 3, 3, 2, 3), outcome.Counts);
        Assert.Equal(new KindOfChange(3, 0, 0, 0), outcome.Delta!.Homes);
        Assert.Equal(new KindOfChange(2, 0, 0, 0), outcome.Delta.Tenancies);
        Assert.Equal(new KindOfChange(3, 0, 0, 0), outcome.Delta.People);
        Assert.Equal(
            [
                "T1 | 12 Kiln Lane, Ousebridge, OB4 2QR | GeneralNeeds | Mrs Kasia Novak 1980-04-03 kasia@example.org +447700900001 & Jan Novak 1978-04-03",
                "T2 | Flat 3, Mill House, Ousebridge, OB1 1AA | Sheltered | Ada Bell +441632960002",
            ],
            await hearth.TenanciesAsync()
        );

        var again = await hearth.ImportAsync(Export, new ImportChoices { WholeList = true });
        Assert.Equal(new KindOfChange(0, 0, 0, 3), again.Delta!.Homes);
        Assert.Equal(new KindOfChange(0, 0, 0, 2), again.Delta.Tenancies);
        Assert.Equal(new KindOfChange(0, 0, 0, 3), again.Delta.People);
    }
}
