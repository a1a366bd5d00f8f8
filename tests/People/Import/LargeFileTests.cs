// A file of many thousand rows goes in, and the same again changes nothing. How long it takes and what memory is measured by bench/.
using System.Globalization;
using System.Text;
using Hearth.Storage.Public;
using Hearth.Support;

namespace Hearth.People.Tests.Import;

public sealed class LargeFileTests
{
    [Theory, BothDatabases]
    public async Task Many_pages_of_rows_are_imported_whole_and_change_nothing_when_imported_again(DatabaseKind kind)
    {
        const int Count = 15_000;
        await using var hearth = await HearthApp.StartAsync(kind);
        var file = Rows(Count, "T");

        var outcome = await hearth.ImportAsync(file);
        var again = await hearth.ImportAsync(file);

        Assert.Equal(Count, outcome.Delta!.Tenancies.New);
        Assert.Equal(Count + Count / 5, outcome.Delta.People.New);
        Assert.Equal(Count, again.Delta!.Tenancies.Unchanged);
        Assert.Equal(Count + Count / 5, again.Delta.People.Unchanged);
    }

    private static byte[] Rows(int count, string letter)
    {
        var text = new StringBuilder(
            "Tenancy Ref,Property Ref,Address,Postcode,Ward,Patch,Tenure,Start,Tenant Name,DOB,Email,Mobile,Joint Tenant Name\r\n"
        );
        for (var i = 0; i < count; i++)
        {
            var joint = i % 5 == 0 ? $"Jan Novak{i}" : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"{letter}{i:000000},{letter}P{i:000000},\"{i % 90} Long Street, Ousebridge\",OB{i % 9 + 1} {i % 10}AA,Ward {i % 20},Patch {i % 40},General Needs,01/04/2010,Mrs Kasia Novak{i},{i % 28 + 1:00}/04/1980,k{i}@example.org,07700 9{i % 100000:00000},{joint}\r\n"
            );
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
