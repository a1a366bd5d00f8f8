// Headings of real systems, and what they mean.
using Hearth.People.Import.Columns;

namespace Hearth.People.Tests.Import.Columns;

public sealed class HeadingTests
{
    [Theory]
    [InlineData("Tenancy Ref", "TenancyReference")]
    [InlineData("TAG_REF", "TenancyReference")]
    [InlineData("Rent Account No.", "TenancyReference")]
    [InlineData("UPRN", "Uprn")]
    [InlineData("Prop Ref", "HomeReference")]
    [InlineData("PropertyReference", "HomeReference")]
    [InlineData("Address Line 2", "Address")]
    [InlineData("Post Town", "Address")]
    [InlineData("Post Code", "Postcode")]
    [InlineData("Tenant postcode", "Postcode")]
    [InlineData("Tenant 1 Name", "FullName.1")]
    [InlineData("Tenant 2 Name", "FullName.2")]
    [InlineData("Name of Joint Tenant", "FullName.2")]
    [InlineData("Main tenant surname", "FamilyName.1")]
    [InlineData("2nd Tenant Forename", "GivenName.2")]
    [InlineData("Joint Tenant First Name", "GivenName.2")]
    [InlineData("First Name", "GivenName.1")]
    [InlineData("DOB", "BornOn.1")]
    [InlineData("D.O.B.", "BornOn.1")]
    [InlineData("DOB2", "BornOn.2")]
    [InlineData("Date of birth", "BornOn.1")]
    [InlineData("T2 DOB", "BornOn.2")]
    [InlineData("Mobile", "Mobile.1")]
    [InlineData("Home Tel", "Phone.1")]
    [InlineData("E-mail Address", "Email.1")]
    [InlineData("Person 3 Email", "Email.3")]
    [InlineData("Main tenant ref", "PersonReference.1")]
    [InlineData("Tenant 2 Ref", "PersonReference.2")]
    [InlineData("Preferred Contact Method", "ContactWay.1")]
    [InlineData("Housing Officer", "OfficerName")]
    [InlineData("Officer Tel", "OfficerPhone")]
    [InlineData("Patch", "Patch")]
    [InlineData("Urban/Rural", "Locality")]
    [InlineData("Tenure Type", "Tenure")]
    [InlineData("Property Type", "HomeKind")]
    [InlineData("PROP_TYPE", "HomeKind")]
    [InlineData("Tenancy Start Date", "TenancyStarted")]
    [InlineData("Do Not Contact", "DoNotContact.1")]
    [InlineData("Survey Consent", "ConsentSurveys.1")]
    [InlineData("Bedrooms", null)]
    [InlineData("Rent balance", null)]
    [InlineData("Tenant 2 address", null)]
    public void A_heading_says_what_it_means(string heading, string? meaning) => Assert.Equal(meaning, HeadingGuess.Of(heading)?.Key);

    [Fact]
    public void A_map_comes_back_from_the_database_as_it_went_in()
    {
        var map = ColumnMap.Guess(["Tenancy Ref", "Prop Ref", "Tenant 1 Name", "Tenant 2 Name", "Bedrooms"]);

        Assert.Equal(map.Columns, ColumnMap.FromJson(map.ToJson()).Columns);
        Assert.Equal(4, map.Columns.Count);
    }
}
